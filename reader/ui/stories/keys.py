"""The rows of the registry of actions for stories; see ``reader.ui.actions``."""

from __future__ import annotations

from collections.abc import Iterator

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("stories", "Y", "stories", "stories", "Look through the stories: one event, many outlets", ""),
)

_MOVING: tuple[Row, ...] = (
    ("down", "j,down", "move(1)", "move", "Move to the next", "fm"),
    ("up", "k,up", "move(-1)", "up", "Move to the one before", "m"),
    ("page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("top", "g,home", "edge(-1)", "top", "Go to the first (g twice)", "m"),
    ("bottom", "G,end", "edge(1)", "bottom", "Go to the last", "m"),
)


def _moving(region: str) -> Iterator[Row]:
    return ((f"{region}.{id}", keys, run, label, tip, flags) for id, keys, run, label, tip, flags in _MOVING)


LIST: tuple[Row, ...] = (
    ("stories.back", "escape,q,Y", "back", "back", "Go back to the articles; from a narrowed list, to all of it", "fm"),
    ("stories.open", "enter", "open", "open", "Open the story", "fm"),
    ("stories.next", "n", "unread(1)", "unread", "Go to the next story with something unread", "fm"),
    ("stories.previous", "N", "unread(-1)", "unread before", "Go to the story before with something unread", "m"),
    ("stories.follow", "f", "follow", "follow", "Follow the story, or not any more", "fm"),
    ("stories.mute", "m", "mute", "mute", "Mute the story, or not any more", "fm"),
    ("stories.read", "M", "mark_read", "all read", "Mark all articles of the story read", "m"),
    ("stories.bookmark", "b", "bookmark_all", "bookmark", "Bookmark all articles of the story, or not any more", "m"),
    ("stories.tag", "number_sign", "tag_all", "tag", "Give all articles of the story tags, or take them away", "m"),
    ("stories.rename", "e", "rename", "rename", "Give the story a name of your own", "m"),
    ("stories.menu", "ctrl+y", "about", "more", "What else can be said of the story: join, split, why it is one", "fm"),
    (
        "stories.narrow",
        "slash",
        "narrow",
        "narrow",
        "Show those that have some words, or that a search of their articles finds",
        "fm",
    ),
    ("stories.which", "tab", "which(1)", "which", "Show all, the followed, the unread, the muted, in turn", "fm"),
    ("stories.which_back", "shift+tab", "which(-1)", "which before", "Show the ones before, in turn", "m"),
    *_moving("stories"),
)
NARROWING: tuple[Row, ...] = (
    ("narrowing.go", "enter", "go", "list", "Go to the stories found", "fm"),
    ("narrowing.leave", "escape", "leave", "give up", "Give it up; all stories are listed again", "fm"),
    ("narrowing.complete", "tab", "complete(1)", "complete", "Complete the word, or take the next that would do", "fm"),
    ("narrowing.complete_back", "shift+tab", "complete(-1)", "back", "Take the one before that would do", "m"),
    ("narrowing.next", "down", "walk(1)", "next", "Go to the next story found", "fm"),
    ("narrowing.previous", "up", "walk(-1)", "before", "Go to the story found before", "m"),
    ("narrowing.help", "f1", "help", "all fields", "Say what can be asked for", "m"),
)
TELLING: tuple[Row, ...] = (
    ("telling.back", "escape,q", "back", "back", "Go back to where the story was opened from", "fm"),
    ("telling.open", "enter", "open", "in text", "Open the article at that very place; Esc comes back", "fm"),
    ("telling.comparison", "c", "tab('comparison')", "compare", "Show a column per party, answers on one row", "m"),
    ("telling.figures", "f", "tab('figures')", "figures", "Show each count by speaker over time", "m"),
    ("telling.timeline", "t", "tab('timeline')", "timeline", "Show what came when, by day and hour", "m"),
    ("telling.outlets", "o", "tab('outlets')", "outlets", "Show which outlet quotes whom, and leaves out whom", "m"),
    (
        "telling.changes",
        "d",
        "tab('changes')",
        "changes",
        "Show who says otherwise than before, which text altered",
        "m",
    ),
    ("telling.articles", "a", "tab('articles')", "articles", "Show the articles, and why each is here", "m"),
    ("telling.tab_next", "right", "turn(1)", "tabs", "Turn to the next tab", "fm"),
    ("telling.tab_previous", "left", "turn(-1)", "tab before", "Turn to the tab before", "m"),
    ("telling.party_next", "l,tab", "side(1)", "party", "In the comparison go to the next party", "fm"),
    (
        "telling.party_previous",
        "h,shift+tab",
        "side(-1)",
        "party before",
        "In the comparison go to the party before",
        "m",
    ),
    ("telling.next", "n", "unread(1)", "unread", "Open the next unread article of the story", "fm"),
    ("telling.previous", "N", "unread(-1)", "unread before", "Open the unread article before", "m"),
    (
        "telling.pick",
        "space",
        "pick",
        "pick",
        "Among the articles: pick for splitting; unfold copies of one text",
        "fm",
    ),
    (
        "telling.leave_out",
        "x",
        "leave_out",
        "not this",
        "Say that the articles picked, or this one, are not of this story",
        "m",
    ),
    ("telling.split", "S", "split", "split", "Make the articles picked a story of their own", "m"),
    ("telling.mark", "m", "mark", "read or unread", "Mark the article read or unread", "m"),
    ("telling.mark_all", "M", "mark_read", "all read", "Mark all articles of the story read", "m"),
    ("telling.bookmark", "b", "bookmark", "bookmark", "Bookmark the article, or not any more", "m"),
    ("telling.tag", "number_sign", "tag", "tag", "Give the article tags, or take them away", "m"),
    ("telling.note", "w", "note", "note", "Write a note on the chosen statement’s words, or on the article", "m"),
    ("telling.search", "slash", "search", "search", "Search the articles of the story", "m"),
    ("telling.difference", "D", "difference", "difference", "Show what a copy, or a new version, says otherwise", "m"),
    ("telling.earlier", "less_than_sign", "earlier", "earlier", "Open the earlier story about the same", "m"),
    ("telling.follow", "F", "follow", "follow", "Follow the story, or not any more", "m"),
    ("telling.rename", "e", "rename", "rename", "Give the story a name of your own", "m"),
    ("telling.menu", "ctrl+y", "about", "more", "What else can be said of the story: join, split, leave out", "fm"),
    ("telling.copy", "y", "copy", "copy", "Copy the statement, with who said it, where and when", "m"),
    ("telling.browser", "O", "browser", "browser", "Open the article’s address in the browser", "m"),
    ("telling.export", "E", "export", "export", "Give out a briefing on the story, as a file or copied", "m"),
    ("telling.watch", "exclamation_mark", "watch", "watch", "Be told when a figure of the story changes", "m"),
    (
        "telling.translate",
        "equals_sign",
        "translate",
        "translate",
        "Translate the chosen statement by your command",
        "m",
    ),
    ("telling.stories", "Y", "stories", "stories", "Look through all the stories", "m"),
    *_moving("telling"),
)
