"""Searching the library and the open article, and walking the hits."""

from __future__ import annotations

from reader.ui.keeping.keeping_screen import KeepingScreen


class SearchingScreen(KeepingScreen):
    """Searching the library and the open article, and walking the hits."""
