"""Getting out what the library holds: files, the clipboard."""

from __future__ import annotations

from reader.ui.annotating.annotating_screen import AnnotatingScreen


class ExportingScreen(AnnotatingScreen):
    """Getting out what the library holds: files, the clipboard."""
