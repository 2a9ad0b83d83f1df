"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    (
        "export",
        "E",
        "export",
        "export",
        "Give out articles, a comparison, notes or the library, as files or copied",
        "",
    ),
)
"""Getting out what the library holds."""

COMPARISON: tuple[Row, ...] = (
    ("comparison.export", "E", "export", "export", "Give out the comparison, as a file or copied", "f"),
    ("comparison.copy", "y", "copy", "copy", "Copy the chosen statement, word for word", ""),
)
"""In the comparison."""

MENU: tuple[Row, ...] = (("export.copy", "y", "copy", "copy", "Copy to the clipboard, instead of into a file", "m"),)
"""In the list of what can be given out."""
