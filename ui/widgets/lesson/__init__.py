"""Draws a lesson as a column of native blocks."""
