"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("search", "S", "search", "search", "Search the library", ""),
    ("find", "slash", "find", "find", "Search the library, from the list; elsewhere find in the article", "f"),
    ("search.statements", "ctrl+t", "statements", "statements", "Show who said what was searched for, or go back", ""),
    ("search.order", "ctrl+o", "order", "order", "Put the best of what was found first, or the newest", ""),
    ("search.keep", "K,ctrl+s", "keep_search", "keep search", "Keep the search among the feeds", ""),
)
ARTICLE: tuple[Row, ...] = (
    ("hit.next", "n", "hit(1)", "next hit", "Go to the next hit, while hits are shown", "fm"),
    ("hit.previous", "N", "hit(-1)", "hit before", "Go to the hit before, while hits are shown", "m"),
    ("hit.clear", "escape", "clear_hits", "clear", "Show the hits no more", "m"),
)
PROMPT: tuple[Row, ...] = (
    ("prompt.go", "enter", "go", "list", "Go to what was found", "fm"),
    ("prompt.leave", "escape", "leave", "leave", "Give the search up; the list is what it was before", "fm"),
    ("prompt.complete", "tab", "complete(1)", "complete", "Complete the word, or take the next that would do", "fm"),
    ("prompt.complete_back", "shift+tab", "complete(-1)", "complete back", "Take the one before that would do", "m"),
    ("prompt.earlier", "up", "recall(1)", "earlier", "Recall the search before", "m"),
    ("prompt.later", "down", "recall(-1)", "later", "Recall the search after", "m"),
    ("prompt.statements", "ctrl+t", "statements", "statements", "Search statements, or articles again", "fm"),
    ("prompt.order", "ctrl+o", "order", "order", "Put the best first, or the newest", "fm"),
    ("prompt.keep", "ctrl+s", "keep", "keep", "Keep the search among the feeds", "fm"),
    ("prompt.help", "f1", "help", "all fields", "Say what can be asked for", "m"),
)
FIND: tuple[Row, ...] = (
    ("find.keep", "enter", "keep", "keep", "Keep the hits and go back to the article; n and N walk them", "fm"),
    ("find.leave", "escape", "leave", "give up", "Give it up; the article stands where it stood before", "fm"),
    ("find.next", "down", "hit(1)", "next hit", "Go to the next hit", "fm"),
    ("find.previous", "up", "hit(-1)", "hit before", "Go to the hit before", "m"),
)
STATEMENTS: tuple[Row, ...] = (
    ("statements.back", "escape,q", "back", "back", "Go back to the articles", "fm"),
    ("statements.open", "enter", "open", "in text", "Open the article at the statement", "fm"),
    ("statements.query", "slash,S", "query", "search", "Change what is searched for", "fm"),
    ("statements.articles", "ctrl+t", "articles", "articles", "Show the articles in which it was found", "fm"),
    ("statements.keep", "ctrl+s", "keep_search", "keep", "Keep the search among the feeds", "m"),
    ("statements.copy", "y", "copy", "copy", "Copy the statement, with who said it, where and when", "fm"),
    ("statements.browser", "o", "browser", "browser", "Open the article’s address in the browser", "m"),
    ("statements.down", "j,down", "move(1)", "move", "Move to the next statement", "fm"),
    ("statements.up", "k,up", "move(-1)", "up", "Move to the statement before", "m"),
    ("statements.party_next", "J,right_curly_bracket,tab", "party(1)", "party", "Go to the next party", "fm"),
    ("statements.party_previous", "K,left_curly_bracket,shift+tab", "party(-1)", "back", "Go to the party before", "m"),
    ("statements.page_down", "pagedown,ctrl+f,space", "page(1)", "page down", "Move down a page", "m"),
    ("statements.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("statements.top", "g,home", "edge(-1)", "top", "Go to the first statement (g twice)", "m"),
    ("statements.bottom", "G,end", "edge(1)", "bottom", "Go to the last statement", "m"),
)
