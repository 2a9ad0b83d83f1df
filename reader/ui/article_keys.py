"""Keys for what can be done with an article, its links and its versions; rows of ``reader.ui.actions``."""

from __future__ import annotations

DEEDS = (
    ("bookmark", "b", "toggle_bookmark", "bookmark", "Bookmark the article, or not any more", ""),
    ("delete", "X", "delete", "delete", "Delete the article; no feed brings it back", ""),
    ("full_text", "F", "full_text", "full text", "Show the text of the article’s page, or the feed’s own again", ""),
    ("changes", "D", "changes", "changes", "Show what changed in the article since it came in", ""),
    ("links", "O", "links", "links", "List the article’s links; open or copy one", ""),
)
LINKS = (
    ("links.close", "escape,q,O", "close", "close", "Go back to the article", "m"),
    ("links.open", "enter", "open", "open", "Open the chosen link in the browser; type its number to choose it", "m"),
    ("links.copy", "y", "copy", "copy", "Copy the chosen link’s address", "m"),
    ("links.down", "j,down", "move(1)", "move", "Move to the next link", "m"),
    ("links.up", "k,up", "move(-1)", "up", "Move to the link before", "m"),
    ("links.page_down", "pagedown,space,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("links.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("links.top", "g,home", "edge(-1)", "top", "Go to the first link", "m"),
    ("links.bottom", "G,end", "edge(1)", "bottom", "Go to the last link", "m"),
)
CHANGES = (
    ("changes.back", "escape,q,D", "back", "back", "Go back to the article", "fm"),
    ("changes.older", "left_square_bracket,h,left", "version(1)", "older", "Compare with an older version", "fm"),
    ("changes.newer", "right_square_bracket,l,right", "version(-1)", "newer", "Compare with a newer version", "fm"),
    ("changes.next", "n", "change(1)", "next change", "Go to the next change", "fm"),
    ("changes.previous", "N", "change(-1)", "change before", "Go to the change before", "m"),
    ("changes.unfold", "enter,z", "unfold", "unfold", "Show what stayed the same too, or fold it", "fm"),
    ("changes.down", "j,down", "scroll(1)", "down", "Scroll a line down", "m"),
    ("changes.up", "k,up", "scroll(-1)", "up", "Scroll a line up", "m"),
    ("changes.page_down", "space,pagedown,ctrl+f", "page(1)", "page down", "Scroll a page down", "m"),
    ("changes.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Scroll a page up", "m"),
    ("changes.top", "g,home", "top", "top", "Go to the top", "m"),
    ("changes.bottom", "G,end", "bottom", "bottom", "Go to the bottom", "m"),
)
