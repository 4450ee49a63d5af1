"""Frozen values and pure folds."""
