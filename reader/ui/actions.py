"""The one registry of what a person can do: its keys, and the words for it.

Bindings, footer, help and command palette all derive from these rows, so a key cannot be advertised without working or
work without being told. Every row's ``id`` is what a key map rebinds.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import BindingType

from reader.ui.action import Action, Region, actions_of
from reader.ui.annotating.keys import ARTICLE as NOTE_KEYS
from reader.ui.annotating.keys import NOTES, PICKING, WRITING
from reader.ui.annotating.keys import PANEL as PANEL_NOTES
from reader.ui.annotating.keys import READING as ANNOTATING
from reader.ui.article_keys import CHANGES, DEEDS, LINKS
from reader.ui.everywhere import EVERYWHERE
from reader.ui.exporting.keys import COMPARISON as COMPARED
from reader.ui.exporting.keys import MENU as EXPORT_MENU
from reader.ui.exporting.keys import READING as EXPORTING
from reader.ui.feeds.keys import DIALOG, FEEDS, HEALTH, READING
from reader.ui.keeping.keys import LIST as SELECTING
from reader.ui.keeping.keys import MARKING, TAGGING, TAGS
from reader.ui.keeping.keys import READING as KEEPING
from reader.ui.search.keys import ARTICLE as HITS
from reader.ui.search.keys import FIND, PROMPT, STATEMENTS
from reader.ui.search.keys import READING as SEARCHING
from reader.ui.stories.keys import LIST as STORIES
from reader.ui.stories.keys import NARROWING, TELLING
from reader.ui.stories.keys import READING as STORIED
from reader.ui.stories.menu_keys import ABOUT, PARTING
from reader.ui.stories.menu_keys import COMPARISON as COMPARED_STORY
from reader.ui.stories.menu_keys import PANEL as PANEL_STORY
from reader.ui.stories.menu_keys import READING as SCOPED
from reader.ui.watching.keys import READING as WATCHING
from reader.ui.watching.keys import STATEMENTS as WATCH
from reader.ui.watching.keys import WATCHED

__all__ = ["ACTIONS", "Action", "Region", "bindings", "first_key"]


def bindings(region: Region) -> list[BindingType]:
    """The bindings of one region, for a widget's or screen's ``BINDINGS``."""
    return [action.binding() for action in ACTIONS if action.region is region]


_READING = (
    ("back", "escape,q", "back", "back", "Go back a step; from the list, quit", "m"),
    (
        "region.next",
        "tab,l",
        "region(1)",
        "pane",
        "Go to the next pane (or turn the page on a small screen)",
        "fm",
    ),
    ("region.previous", "shift+tab,h", "region(-1)", "previous pane", "Go to the previous pane", "m"),
    ("read_on", "space", "read_on", "read on", "Page down; at the end, open the next unread article", "m"),
    ("unread.next", "n", "unread(1)", "unread", "Open the next unread article", ""),
    ("unread.previous", "N", "unread(-1)", "previous unread", "Open the previous unread article", ""),
    ("mark", "m", "toggle_read", "read or unread", "Mark the article read or unread", ""),
    ("statement.next", "right_square_bracket", "statement(1)", "statements", "Go to the next statement", "f"),
    (
        "statement.previous",
        "left_square_bracket",
        "statement(-1)",
        "statement before",
        "Go to the statement before",
        "",
    ),
    ("correct", "e", "correct", "fix", "Say what is wrong with the statement or name chosen", ""),
    ("compare", "c", "compare", "compare", "Lay the parties side by side over the whole screen", "f"),
    ("browser", "o", "browser", "browser", "Open the article’s address in the browser", ""),
    ("copy", "y", "copy", "copy", "Copy the selected text, or the selected statement, word for word", ""),
    ("zen", "z", "zen", "zen", "Show the article alone, or everything again", ""),
    ("legend", "L", "legend", "legend", "Say what the colours and styles mean", ""),
    ("show.actors", "1", "show('actors')", "names", "Highlight names, or stop", ""),
    ("show.figures", "2", "show('figures')", "numbers", "Highlight numbers, or stop", ""),
    ("show.counted", "3", "show('counted')", "what is counted", "Mark what numbers count, or stop", ""),
    ("show.dates", "4", "show('dates')", "dates", "Mark dates, ranks and passing counts, or stop", ""),
    ("show.statements", "5", "show('statements')", "statements", "Mark who speaks in the margin, or stop", ""),
    ("background", "P", "background", "pause analysis", "Pause or resume the analysis of the other articles", ""),
)
_LIST = (
    ("list.down", "j,down", "move(1)", "move", "Move to the next article", "fm"),
    ("list.up", "k,up", "move(-1)", "up", "Move to the article before", "m"),
    ("list.page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("list.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("list.top", "g,home", "top", "top", "Go to the newest article (g twice)", "m"),
    ("list.bottom", "G,end", "bottom", "bottom", "Go to the oldest article", "m"),
    ("list.open", "enter", "open", "open", "Open the article", "f"),
)
_ARTICLE = (
    ("article.down", "j,down", "scroll(1)", "down", "Scroll a line down", "m"),
    ("article.up", "k,up", "scroll(-1)", "up", "Scroll a line up", "m"),
    ("article.page_down", "pagedown,ctrl+f", "page(1)", "page down", "Scroll a page down", "m"),
    ("article.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Scroll a page up", "m"),
    ("article.top", "g,home", "top", "top", "Go to the start of the article (g twice)", "m"),
    ("article.bottom", "G,end", "bottom", "bottom", "Go to the end of the article", "m"),
    ("article.card", "enter", "card", "card", "Find the selected statement in the panel", ""),
)
_SHEET = (
    ("sheet.close", "escape,q,question_mark,f1,L", "close", "close", "Put it away", "m"),
    ("sheet.down", "j,down", "lines(1)", "down", "Scroll a line down", "m"),
    ("sheet.up", "k,up", "lines(-1)", "up", "Scroll a line up", "m"),
    ("sheet.page_down", "space,pagedown,ctrl+f", "page(1)", "page down", "Scroll a page down", "m"),
    ("sheet.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Scroll a page up", "m"),
    ("sheet.top", "g,home", "edge(-1)", "top", "Go to the top", "m"),
    ("sheet.bottom", "G,end", "edge(1)", "bottom", "Go to the bottom", "m"),
)

_PANEL = (
    ("panel.down", "j,down", "move(1)", "move", "Move to the next card, figure or name", "fm"),
    ("panel.up", "k,up", "move(-1)", "up", "Move to the card, figure or name before", "m"),
    ("panel.party_next", "J,right_curly_bracket", "party(1)", "next party", "Go to the next party itself", ""),
    ("panel.party_previous", "K,left_curly_bracket", "party(-1)", "party before", "Go to the party before", ""),
    ("panel.page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("panel.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("panel.top", "g,home", "edge(-1)", "top", "Go to the first", "m"),
    ("panel.bottom", "G,end", "edge(1)", "bottom", "Go to the last", "m"),
    ("panel.open", "enter", "open", "in text", "Go to its place in the text; walk the mentions of a name", "f"),
    ("panel.answer", "x", "answer", "answer", "Go to the statement that answers it, or that it answers", ""),
    ("panel.parties", "p", "tab('parties')", "parties", "Show who says what, party by party", ""),
    ("panel.figures", "f", "tab('figures')", "figures", "Show the figures side by side", ""),
    ("panel.actors", "a", "tab('actors')", "actors", "Show everyone and every place named", ""),
    ("panel.tab_next", "right", "cycle_tab(1)", "next tab", "Turn to the next tab of the panel", "m"),
    ("panel.tab_previous", "left", "cycle_tab(-1)", "tab before", "Turn to the tab before", "m"),
)
_COMPARISON = (
    ("comparison.back", "escape,q,c", "back", "back", "Go back to the article", "fm"),
    ("comparison.down", "j,down", "move(1)", "move", "Move to the party's next statement", "fm"),
    ("comparison.up", "k,up", "move(-1)", "up", "Move to the party's statement before", "m"),
    ("comparison.left", "h,left,shift+tab", "side(-1)", "party before", "Move to the party before", "m"),
    ("comparison.right", "l,right,tab", "side(1)", "party", "Move to the next party", "fm"),
    ("comparison.page_down", "pagedown,ctrl+f,space", "page(1)", "page down", "Scroll a page down", "m"),
    ("comparison.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Scroll a page up", "m"),
    ("comparison.top", "g,home", "edge(-1)", "top", "Go to the party's first statement", "m"),
    ("comparison.bottom", "G,end", "edge(1)", "bottom", "Go to the figures at the foot", "m"),
    ("comparison.open", "enter", "open", "in text", "Go to the statement in the article", "f"),
    ("comparison.correct", "e", "correct", "fix", "Say what is wrong with the statement", "f"),
)
_CORRECTION = (
    ("correction.close", "escape", "close", "close", "Leave everything as it was", "m"),
    ("correction.choose", "enter", "choose", "choose", "Go on with the chosen line", "m"),
    ("correction.down", "down,j", "move(1)", "down", "Move to the next line", "m"),
    ("correction.up", "up,k", "move(-1)", "up", "Move to the line before", "m"),
    ("correction.page_down", "pagedown", "page(1)", "page down", "Move down a page", "m"),
    ("correction.page_up", "pageup", "page(-1)", "page up", "Move up a page", "m"),
    ("correction.speaker", "s", "wish('speaker')", "speaker", "Say who is speaking", "m"),
    ("correction.not_statement", "n", "wish('not_statement')", "no statement", "Say that it is not a statement", "m"),
    ("correction.party", "p", "wish('party')", "party", "Say which party the speaker speaks for", "m"),
    ("correction.same", "a", "wish('same')", "same", "Say that two names are the same", "m"),
    ("correction.take_back", "t", "wish('take_back')", "take back", "Take back what you said of it before", "m"),
)

ACTIONS: tuple[Action, ...] = (
    *EVERYWHERE,
    *actions_of(
        Region.READING,
        (*_READING, *DEEDS, *KEEPING, *SEARCHING, *WATCHING, *ANNOTATING, *EXPORTING, *STORIED, *SCOPED, *READING),
    ),
    *actions_of(Region.LIST, (*_LIST, *SELECTING)),
    *actions_of(Region.ARTICLE, (*HITS, *_ARTICLE, *NOTE_KEYS)),
    *actions_of(Region.PICKING, PICKING),
    *actions_of(Region.PANEL, (*_PANEL, *PANEL_NOTES, *PANEL_STORY)),
    *actions_of(Region.COMPARISON, (*_COMPARISON, *COMPARED, *COMPARED_STORY)),
    *actions_of(Region.CORRECTION, _CORRECTION),
    *actions_of(Region.FEEDS, FEEDS),
    *actions_of(Region.HEALTH, HEALTH),
    *actions_of(Region.DIALOG, DIALOG),
    *actions_of(Region.CHANGES, CHANGES),
    *actions_of(Region.LINKS, LINKS),
    *actions_of(Region.NOTES, NOTES),
    *actions_of(Region.WRITING, WRITING),
    *actions_of(Region.PROMPT, PROMPT),
    *actions_of(Region.FIND, FIND),
    *actions_of(Region.STATEMENTS, (*STATEMENTS, *WATCH)),
    *actions_of(Region.WATCHED, WATCHED),
    *actions_of(Region.TAGGING, TAGGING),
    *actions_of(Region.TAGS, TAGS),
    *actions_of(Region.MARKING, MARKING),
    *actions_of(Region.EXPORTING, EXPORT_MENU),
    *actions_of(Region.ABOUT, (*ABOUT, *PARTING)),
    *actions_of(Region.STORIES, STORIES),
    *actions_of(Region.NARROWING, NARROWING),
    *actions_of(Region.TELLING, TELLING),
    *actions_of(Region.SHEET, _SHEET),
)


def first_key(id: str, keymap: Mapping[str, str]) -> str:
    """The first key of an action as a person reads it, after rebinding."""
    return next(action for action in ACTIONS if action.id == id).keys_shown(keymap).partition(",")[0]
