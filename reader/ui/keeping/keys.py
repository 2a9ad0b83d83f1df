"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("tag", "t", "tag", "tag", "Give the article tags, or take them away; those selected in the list", ""),
    ("tags", "ctrl+g", "tags", "tags", "Look after the tags: rename, merge, colour, remove", ""),
    (
        "mark.many",
        "M",
        "mark_many",
        "mark many",
        "Mark many articles read or unread: above, below, the list, a feed, a folder, everything",
        "",
    ),
)
LIST: tuple[Row, ...] = (
    ("list.select", "v", "select", "select", "Select articles from here on; m, b, t, X, M act on them, Esc ends", ""),
    ("list.pick", "space", "pick", "pick", "While selecting: take in the article, or leave it out", "m"),
)
TAGGING: tuple[Row, ...] = (
    ("tagging.take", "tab", "take", "and on", "Take the tag, or take it away, and go on to another", "m"),
    ("tagging.tags", "ctrl+g", "tags", "tags", "Look after the tags: rename, merge, colour, remove", "m"),
)
TAGS: tuple[Row, ...] = (
    ("tags.close", "escape,q,ctrl+g", "close", "close", "Put the tags away", "m"),
    ("tags.open", "enter", "open", "articles", "Show the articles that have the tag", "m"),
    ("tags.add", "a", "add", "add", "Make a tag", "m"),
    ("tags.rename", "e", "rename", "rename", "Give the tag another name; that of another tag makes one of both", "m"),
    ("tags.merge", "m", "merge", "merge", "Make one of this tag and another", "m"),
    ("tags.colour", "c", "colour", "colour", "Give the tag a colour, the next one in turn, or none", "m"),
    ("tags.remove", "d", "remove", "remove", "Remove the tag from every article", "m"),
    ("tags.undo", "u", "undo", "undo", "Take the last change back", "m"),
    ("tags.redo", "U,ctrl+r", "redo", "redo", "Make the change again that was taken back", "m"),
    ("tags.help", "question_mark,f1", "help", "keys", "Show every key, by region", "m"),
    ("tags.down", "j,down", "move(1)", "down", "Move to the next tag", "m"),
    ("tags.up", "k,up", "move(-1)", "up", "Move to the tag before", "m"),
    ("tags.page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("tags.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("tags.top", "g,home", "edge(-1)", "top", "Go to the first tag (g twice)", "m"),
    ("tags.bottom", "G,end", "edge(1)", "bottom", "Go to the last tag", "m"),
)
MARKING: tuple[Row, ...] = (
    ("marking.turn", "tab,M", "turn", "read or unread", "Mark unread instead of read, or read again", "m"),
    ("marking.this", "t", "take('this')", "this", "This article", "m"),
    ("marking.selected", "s", "take('selected')", "selected", "The selected articles", "m"),
    ("marking.above", "a", "take('above')", "above", "Every article above this one", "m"),
    ("marking.below", "b", "take('below')", "below", "Every article below this one", "m"),
    ("marking.list", "l", "take('list')", "list", "Every article of this list", "m"),
    ("marking.feed", "f", "take('feed')", "feed", "Every article of its feed", "m"),
    ("marking.folder", "d", "take('folder')", "folder", "Every article of its folder", "m"),
    ("marking.everything", "e", "take('everything')", "everything", "Every article there is", "m"),
)
