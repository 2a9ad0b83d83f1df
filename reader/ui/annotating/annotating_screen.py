"""Selecting, highlighting and writing notes."""

from __future__ import annotations

from reader.ui.search.searching_screen import SearchingScreen


class AnnotatingScreen(SearchingScreen):
    """Selecting, highlighting and writing notes."""
