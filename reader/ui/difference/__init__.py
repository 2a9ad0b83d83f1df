"""What changed in an article, over the whole screen. Start with ``screen.py``."""

from reader.ui.difference.screen import DifferenceScreen, known_history

__all__ = ["DifferenceScreen", "known_history"]
