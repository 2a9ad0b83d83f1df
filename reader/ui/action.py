"""What one thing to do is: its keys, and the words for it. All of them are in ``reader.ui.actions``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

from reader.ui.key_rows import Row


class Region(StrEnum):
    """Where a key works; the value is the heading in the help."""

    EVERYWHERE = "Everywhere"
    READING = "While reading"
    LIST = "Articles"
    ARTICLE = "Article"
    PICKING = "Selecting words in the article"
    PANEL = "Panel"
    COMPARISON = "Comparison"
    CORRECTION = "Correcting"
    FEEDS = "Feeds"
    HEALTH = "Feeds’ health"
    DIALOG = "Questions about feeds"
    CHANGES = "What changed"
    LINKS = "Links"
    NOTES = "Highlights and notes"
    WRITING = "Writing a note"
    PROMPT = "Searching"
    FIND = "Finding in the article"
    STATEMENTS = "Statements found"
    WATCHED = "Watched"
    TAGGING = "Tagging articles"
    TAGS = "Tags"
    MARKING = "Marking many articles"
    EXPORTING = "Exporting"
    ABOUT = "About a story"
    STORIES = "Stories"
    NARROWING = "Narrowing the list of stories"
    TELLING = "A story"
    SHEET = "Help and legend"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    ``keys`` as Textual spells them, separated by commas; ``run`` is the action on the widget or screen of its region;
    ``label`` a word for the footer, ``tip`` a sentence for help and palette. ``footer`` puts it in the footer;
    ``palette`` is False for plain movement, which nobody looks up to run; ``priority`` takes the key before any widget.
    """

    id: str
    keys: str
    run: str
    label: str
    tip: str
    region: Region
    footer: bool = False
    palette: bool = True
    priority: bool = False

    def keys_shown(self, keymap: Mapping[str, str]) -> str:
        """The keys as a person reads them, after rebinding by ``keymap`` (action id -> keys)."""
        return ", ".join(_key_name(key) for key in keymap.get(self.id, self.keys).split(","))

    def binding(self) -> Binding:
        """The Textual binding of this action."""
        first = _FOOTER_KEYS.get(self.id) or _key_name(self.keys.split(",")[0])
        return Binding(
            self.keys,
            self.run,
            self.label,
            show=self.footer,
            key_display=first,
            tooltip=self.tip,
            id=self.id,
            priority=self.priority,
        )


_KEY_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "colon": ":",
    "number_sign": "#",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "equals_sign": "=",
    "backspace": "Backspace",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "slash": "/",
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "g": "g g",
}
# Where the footer names two actions by one word.
_FOOTER_KEYS = {
    "list.down": "j/k",
    "panel.down": "j/k",
    "pick.word_next": "h/l",
    "pick.line_next": "j/k",
    "pick.yellow": "1-5",
    "notes.yellow": "1-5",
    "comparison.down": "j/k",
    "comparison.right": "h/l",
    "statements.down": "j/k",
    "statement.next": "[ ]",
    "changes.older": "[",
    "changes.newer": "]",
    "telling.next": "n/N",
    "stories.next": "n/N",
    "telling.party_next": "h/l",
    "telling.tab_next": "← →",
    "telling.down": "j/k",
    "stories.down": "j/k",
}


def _key_name(key: str) -> str:
    """A key as people write it; ``g`` works in twos."""
    return _KEY_NAMES.get(key) or key.replace("ctrl+", "Ctrl+")


def actions_of(region: Region, rows: Iterable[Row]) -> Iterator[Action]:
    """Actions from rows of id, keys, action, label, tip and flags: ``f`` in the footer, ``m`` plain movement,
    ``p`` before any widget."""
    for id, keys, run, label, tip, flags in rows:
        yield Action(id, keys, run, label, tip, region, "f" in flags, "m" not in flags, "p" in flags)
