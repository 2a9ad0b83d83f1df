"""The rows of the registry of actions that are about feeds; see ``reader.ui.actions``."""

from __future__ import annotations

from collections.abc import Iterator

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("feeds", "B", "feeds", "feeds", "Browse the feeds, and show the articles of one", "f"),
    ("refresh", "r", "refresh", "refresh", "Refresh the feed of the list, or else that of the open article", ""),
    ("refresh.all", "R", "refresh_all", "refresh all", "Refresh every feed", ""),
    ("refresh.stop", "ctrl+x", "refresh_stop", "stop refreshing", "Stop refreshing; what has come in stays", ""),
    ("health", "I", "health", "health", "Look at the feeds’ health: which fail, why, and what to do", ""),
    ("schedule", "A", "schedule", "by itself", "Refresh feeds by themselves in the background, or only when asked", ""),
)
_ON_FEEDS: tuple[Row, ...] = (
    ("retry", "r", "retry", "refresh", "Refresh this feed, or the feeds of this folder, now", "m"),
    ("retry_all", "R", "retry_all", "refresh all", "Refresh every feed", "m"),
    ("stop", "ctrl+x", "stop", "stop", "Stop refreshing; what has come in stays", "m"),
    ("rename", "e", "rename", "rename", "Give it another name, a saved search also another query", "m"),
    ("move_to", "m", "move_to", "move", "Move it to another folder", "m"),
    ("pause", "p", "pause", "pause", "Leave the feed alone for a while, or ask it again", "m"),
    (
        "give_up",
        "d",
        "give_up",
        "unsubscribe",
        "Unsubscribe from the feed, dissolve the folder, or remove the saved search",
        "m",
    ),
    ("credentials", "c", "credentials", "password", "Give a name and a password for the feed", "m"),
    (
        "certificate",
        "t",
        "certificate",
        "certificate",
        "Trust the feed’s certificate though nobody vouches for it",
        "m",
    ),
    ("proxy", "x", "proxy", "proxy", "Reach the feed through a proxy of its own", "m"),
    ("copy", "y", "copy", "copy", "Copy the feed’s address, or what a saved search asks", "m"),
    ("site", "o", "site", "site", "Open the feed’s site in the browser", "m"),
    ("undo", "u", "undo", "undo", "Take the last change back", "m"),
    ("redo", "U,ctrl+r", "redo", "redo", "Make the change again that was taken back", "m"),
    ("help", "question_mark,f1", "help", "keys", "Show every key, by region", "m"),
    ("down", "j,down", "move(1)", "down", "Move to the next row", "m"),
    ("up", "k,up", "move(-1)", "up", "Move to the row before", "m"),
    ("page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("top", "g,home", "edge(-1)", "top", "Go to the first row (g twice)", "m"),
    ("bottom", "G,end", "edge(1)", "bottom", "Go to the last row", "m"),
)


def _of(region: str) -> Iterator[Row]:
    return ((f"{region}.{id}", keys, run, label, tip, flags) for id, keys, run, label, tip, flags in _ON_FEEDS)


FEEDS: tuple[Row, ...] = (
    ("feeds.close", "escape,q,B", "close", "close", "Put the feeds away", "m"),
    ("feeds.open", "enter", "open", "articles", "Show only the articles of this feed, folder or search", "m"),
    ("feeds.fold", "space", "fold", "fold", "Close or open the folder", "m"),
    ("feeds.shut", "h,left", "shut", "shut", "Close the folder, or go to the one it stands in", "m"),
    ("feeds.unfold", "l,right", "unfold", "unfold", "Open the folder", "m"),
    ("feeds.add", "a", "add", "add", "Subscribe to a feed, a site or the feed of an article", "m"),
    ("feeds.folder", "n", "folder", "new folder", "Make a folder", "m"),
    (
        "feeds.full_text",
        "f",
        "full_text",
        "full text",
        "Take whole articles from their pages: never, when short, always",
        "m",
    ),
    ("feeds.before", "less_than_sign,ctrl+up", "reorder(-1)", "up", "Put the saved search before the one above", "m"),
    ("feeds.behind", "greater_than_sign,ctrl+down", "reorder(1)", "down", "Put it behind the one below", "m"),
    ("feeds.starters", "s", "starters", "starter list", "Subscribe to the public feeds of the starter list", "m"),
    ("feeds.health", "i,I", "health", "health", "Look at the feeds’ health: which fail, why, and what to do", "m"),
    *_of("feeds"),
)
HEALTH: tuple[Row, ...] = (
    ("health.close", "escape,q,i,I", "close", "close", "Put the feeds’ health away", "m"),
    ("health.open", "enter", "open", "articles", "Show only the articles of this feed", "m"),
    ("health.failing", "f", "failing", "failing", "Show the failing feeds only, or all", "m"),
    ("health.sort", "s", "sort", "sort", "Sort by name, last success, articles a week or status, in turn", "m"),
    *_of("health"),
)
DIALOG: tuple[Row, ...] = (
    ("dialog.close", "escape", "close", "close", "Stop what is being done; leave everything as it was", "m"),
    ("dialog.choose", "enter", "choose", "choose", "Go on with what is chosen or typed", "m"),
    ("dialog.down", "down,j", "move(1)", "down", "Move to the next line", "m"),
    ("dialog.up", "up,k", "move(-1)", "up", "Move to the line before", "m"),
    ("dialog.page_down", "pagedown", "page(1)", "page down", "Move down a page", "m"),
    ("dialog.page_up", "pageup", "page(-1)", "page up", "Move up a page", "m"),
)
