"""The rows of which ``reader.ui.actions`` makes its registry; each folder of the screen has its own."""

from __future__ import annotations

Row = tuple[str, str, str, str, str, str]
"""Id, keys, action, label, tip and flags."""
