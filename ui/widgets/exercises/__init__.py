"""Draws the exercises of a lesson, each kind answered by mouse and by keys alike."""
