"""What can be done everywhere; the app itself does it, and opens before all other keys are known."""

from __future__ import annotations

from reader.ui.action import Region, actions_of

EVERYWHERE = tuple(
    actions_of(
        Region.EVERYWHERE,
        (
            ("help", "question_mark,f1", "help", "keys", "Show every key, by region", "f"),
            ("palette", "colon,ctrl+p", "command_palette", "commands", "Find a command by name", "m"),
            ("theme", "T", "change_theme", "theme", "Choose the theme: dark, light, sixteen colours", ""),
            ("undo", "u", "undo", "undo", "Take back what was done last", ""),
            ("redo", "U,ctrl+r", "redo", "redo", "Do again what was taken back", ""),
            (
                "strictness",
                "s",
                "strictness",
                "how sure",
                "Show the sure statements only, the usual ones, or all that were found, in turn",
                "",
            ),
            ("quit", "ctrl+q", "quit", "quit", "Quit", ""),
        ),
    )
)
