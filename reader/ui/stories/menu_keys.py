"""The rows of the registry of actions for the story of an article; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("scope", "V", "scope", "story", "Let the panel show the whole story of the article, or the article again", ""),
    ("story.menu", "ctrl+y", "about_story", "about the story", "Follow, mute, rename, split or join the story", ""),
    ("trail.back", "backspace", "trail_back", "article before", "Go back to the article one came from", ""),
)
PANEL: tuple[Row, ...] = (
    (
        "panel.translate",
        "equals_sign",
        "translate",
        "translate",
        "Show a translation beside the words, or put it away",
        "",
    ),
)
COMPARISON: tuple[Row, ...] = (
    ("comparison.translate", "equals_sign", "translate", "translate", "Show a translation, or put it away", ""),
)
ABOUT: tuple[Row, ...] = (
    ("about.close", "escape", "close", "close", "Leave everything as it was", "m"),
    ("about.choose", "enter", "choose", "choose", "Do what the chosen line says", "m"),
    ("about.down", "down,j", "move(1)", "down", "Move to the next line", "m"),
    ("about.up", "up,k", "move(-1)", "up", "Move to the line before", "m"),
    ("about.page_down", "pagedown", "page(1)", "page down", "Move down a page", "m"),
    ("about.page_up", "pageup", "page(-1)", "page up", "Move up a page", "m"),
    ("about.open", "o", "take('open')", "open", "Open the story", "m"),
    ("about.follow", "f", "take('follow')", "follow", "Follow the story, or not any more", "m"),
    ("about.mute", "m", "take('mute')", "mute", "Leave the story out of the lists, or not any more", "m"),
    ("about.rename", "r", "take('rename')", "rename", "Give the story a name of your own", "m"),
    ("about.out", "n", "take('out')", "not this story", "Say that the article is not of this story", "m"),
    ("about.split", "s", "take('split')", "split", "Choose articles that are a story of their own", "m"),
    ("about.join", "t", "take('join')", "together", "Join it with another story", "m"),
)
PARTING: tuple[Row, ...] = (("parting.pick", "space", "pick", "pick", "Take in the article, or leave it out", "m"),)
