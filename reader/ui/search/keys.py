"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

Row = tuple[str, str, str, str, str, str]
"""Id, keys, action, label, tip and flags."""

READING: tuple[Row, ...] = ()
