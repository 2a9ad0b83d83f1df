"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("watched", "exclamation_mark", "watched", "watched", "Look through what your rules watch for", ""),
)
STATEMENTS: tuple[Row, ...] = (
    ("statements.watch", "exclamation_mark", "watch", "watch", "Tell from now on when somebody says more of that", "f"),
)
WATCHED: tuple[Row, ...] = (
    ("watched.close", "escape,q,exclamation_mark", "close", "close", "Put it away; nothing is new any more", "fm"),
    ("watched.open", "enter", "open", "in text", "Open the article at the place", "fm"),
    ("watched.add", "a", "add", "add", "Make a rule: what somebody says that is to be told", "fm"),
    ("watched.edit", "e", "edit", "edit", "Give the rule another name or another query", "fm"),
    ("watched.remove", "d", "remove", "remove", "Watch by the rule no longer", "fm"),
    ("watched.down", "j,down", "move(1)", "move", "Move to the next row", "fm"),
    ("watched.up", "k,up", "move(-1)", "up", "Move to the row before", "m"),
    ("watched.rule_next", "J,right_curly_bracket,tab", "rule(1)", "rule", "Go to the next rule", "fm"),
    (
        "watched.rule_previous",
        "K,left_curly_bracket,shift+tab",
        "rule(-1)",
        "rule before",
        "Go to the rule before",
        "m",
    ),
    ("watched.page_down", "pagedown,ctrl+f,space", "page(1)", "page down", "Move down a page", "m"),
    ("watched.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("watched.top", "g,home", "edge(-1)", "top", "Go to the first row (g twice)", "m"),
    ("watched.bottom", "G,end", "edge(1)", "bottom", "Go to the last row", "m"),
)
