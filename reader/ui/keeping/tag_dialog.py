"""Which tags articles have: typing finds one or names a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from reader.domain.folding import fold
from reader.domain.plain_text import clean_line
from reader.domain.tag import LONGEST, Tag, folded
from reader.ui.actions import Region, bindings
from reader.ui.feeds.dialog import Dialog
from reader.ui.feeds.line_list import LineList
from reader.ui.keeping.tag_lines import ALL, NONE, SOME, TagChoice, TagList

MOST = 10
"""Rows of the list at most."""


@dataclass(frozen=True, slots=True)
class TagWish:
    """Tags to give and to take, by name. ``look_after``: the person wants to see to the tags themselves then."""

    put: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    look_after: bool = False


class TagDialog(Dialog[TagWish]):
    """``known`` are the tags there are, ``having`` how many of the ``count`` articles have each, by id."""

    BINDINGS = bindings(Region.TAGGING)

    def __init__(self, heading: str, known: Sequence[Tag], having: Mapping[int, int], count: int) -> None:
        super().__init__(heading, "", "Enter does it · Tab takes and goes on · Ctrl+G tags · Esc leaves")
        self._known = known
        self._before = {folded(tag.name): _mark(having.get(tag.id, 0), count) for tag in known}
        self._wanted: dict[str, tuple[str, bool]] = {}
        self._moved = False

    def compose_body(self) -> ComposeResult:
        yield Input(placeholder="type to find a tag, or a new one", max_length=LONGEST, compact=True)
        yield TagList(id="tag-choices", empty="No tags yet: type one.")

    def on_mount(self) -> None:
        self.list.can_focus = False
        self.list.styles.height = MOST if len(self._known) >= MOST else max(len(self._known) + 1, 3)
        self.query_one(Input).focus()
        self._fill()

    @property
    def list(self) -> TagList:
        """The tags to choose from."""
        return self.query_one(TagList)

    @property
    def _typed(self) -> str:
        return clean_line(self.query_one(Input).value)

    @on(Input.Changed)
    def _fill(self) -> None:
        self.list.set_lines(self._lines(self._typed))
        self.list.cursor = 0
        self._moved = False

    def _lines(self, typed: str) -> Sequence[TagChoice]:
        """Those that begin with what is typed, a new one, those that have it further on."""
        lines = [self._line(tag.name, tag) for tag in self._known]
        lines += [self._line(name) for key, (name, _) in self._wanted.items() if key not in self._before]
        if not typed:
            return sorted(lines, key=lambda line: line.mark == NONE)
        words = fold(typed)
        first = [line for line in lines if fold(line.name).startswith(words)]
        # The very name before all that only begin with it.
        first.sort(key=lambda line: folded(line.name) != folded(typed))
        there = any(folded(line.name) == folded(typed) for line in lines)
        new = [] if there else [TagChoice("new", typed, new=True)]
        return [*first, *new, *(line for line in lines if line not in first and words in fold(line.name))]

    def _line(self, name: str, tag: Tag | None = None) -> TagChoice:
        key = folded(name)
        wanted = self._wanted.get(key)
        mark = self._before.get(key, NONE) if wanted is None else ALL if wanted[1] else NONE
        if tag is None:
            return TagChoice(key, name, mark=mark, new=True)
        return TagChoice(key, name, tag.colour, mark, tag.articles)

    # Keys

    def action_take(self) -> None:
        """Take the tag under the cursor, or take it away, and go on."""
        line = self.list.line
        if isinstance(line, TagChoice):
            self._wanted[folded(line.name)] = (line.name, line.mark != ALL)
            self.query_one(Input).clear()
            self._fill()

    @on(Input.Submitted)
    @on(LineList.Opened)
    def action_choose(self) -> None:
        """Do what was taken; with it the tag under the cursor, where one was looked for."""
        if self._typed or self._moved:
            self.action_take()
        self._end()

    def action_tags(self) -> None:
        """Do what was taken, and look after the tags."""
        self._end(look_after=True)

    def _end(self, *, look_after: bool = False) -> None:
        changed = [(key, name, on) for key, (name, on) in self._wanted.items() if self._becomes_other(key, on)]
        put = tuple(name for _, name, on in changed if on)
        take = tuple(name for _, name, on in changed if not on)
        self.dismiss(TagWish(put, take, look_after))

    def _becomes_other(self, key: str, on: bool) -> bool:
        before = self._before.get(key, NONE)
        return before != (ALL if on else NONE)

    def action_move(self, rows: int) -> None:
        """Choose the next tag or the one before."""
        self._moved = True
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move a view."""
        self._moved = True
        self.list.page(pages)


def _mark(having: int, count: int) -> str:
    return ALL if having >= count else SOME if having else NONE
