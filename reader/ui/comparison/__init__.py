"""The full-screen comparison: a column per party, answering statements on one row, figures at the foot."""

from reader.ui.comparison.screen import ComparisonScreen

__all__ = ["ComparisonScreen"]
