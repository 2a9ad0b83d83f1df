"""Quotations: marks paired with a stack, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from reader.analysis.text.parsed import Block, BlockKind, Quote
from reader.domain.span import Span
from reader.languages.text_rules import TextRules

_STRAIGHT = '"＂″'
_SINGLE = "'‘’"
_BEFORE_OPENING = "([{-–—/:,=«“\"‘'"
_AFTER_CLOSING = ".,;:!?)]"
_LONGEST_SINGLE = 600


@dataclass
class _Open:
    start: int
    mark: str


def find_quotes(text: str, blocks: tuple[Block, ...], rules: TextRules) -> tuple[Quote, ...]:
    """All quotations, outermost first at each place. One that no mark closes runs to its paragraph's end.

    A paragraph that closes a quotation it did not open goes on with the one the paragraph before left open.
    """
    quotes: list[Quote] = []
    left_open = False
    for block in blocks:
        if block.kind in (BlockKind.DATELINE, BlockKind.LINK, BlockKind.BYLINE):
            continue
        found, left_open = _paragraph(text, block.span, rules, left_open)
        quotes.extend(found)
    return tuple(sorted(quotes, key=lambda q: (q.span[0], -q.span[1])))


class _Scanner:
    def __init__(self, text: str, span: Span, rules: TextRules, continued: bool) -> None:
        self.text, self.span = text, span
        self.opening = {a for a, b in rules.quotation_pairs if a != b}
        self.closing: dict[str, set[str]] = {}
        for a, b in rules.quotation_pairs:
            self.closing.setdefault(b, set()).add(a)
        self.single = rules.single_quotes
        self.continued = continued
        words = (i for i in range(span[1] - 1, span[0] - 1, -1) if text[i].isalnum())
        self.last_word = next(words, span[0] - 1)
        self.stack: list[_Open] = []
        self.found: list[Quote] = []
        self.single_ends = [i for i in range(*span) if self._ends_single(i)] if self.single else []

    def scan(self) -> None:
        at = self.span[0]
        while at < self.span[1]:
            mark = self.text[at]
            if mark in _STRAIGHT:
                self._straight(at)
            elif mark in _SINGLE:
                self._single_mark(at)
            elif mark in self.closing and self._opened_by(self.closing[mark]):
                self._close(at, self.closing[mark])
            elif mark in self.opening or (
                mark in self.closing and mark in self.closing[mark] and self._begins_word(at)
            ):
                self.stack.append(_Open(at, mark))
            elif mark in self.closing:
                self._stray(at)
            at += 1

    def _straight(self, at: int) -> None:
        opened = self._opened_by({'"'})
        before, after = self._around(at)
        opens = self._opens(at) and bool(after) and not after.isspace()
        if after in _AFTER_CLOSING and not self.text.startswith("..", at + 1):
            opens = False
        closes = bool(before) and not before.isspace() and (not after or after.isspace() or not after.isalnum())
        if before == " " and after in ("", " ") and self._word_before(at) in tuple(",.!?") and not opened:
            self._stray(at)
            return
        last = at > self.last_word
        if not opened and last and not opens:
            self._stray(at)
        elif opened and (not opens or closes):
            self._close(at, {'"'})
        elif opened:  # a second opening: the first was never closed
            self._close(at, {'"'}, closed=False)
            self.stack.append(_Open(at, '"'))
        elif closes and not opens:
            if not before.isdigit():
                self._stray(at)
        else:
            self.stack.append(_Open(at, '"'))

    def _single_mark(self, at: int) -> None:
        if not self.single:
            return
        if self._opened_by({"'"}) and at == self._single_close:
            self._close(at, {"'"})
            return
        _, after = self._around(at)
        if self._opened_by({"'"}) or not after.isalnum() or not self._opens(at):
            return
        end = self._end_of_single(at)
        if end is not None:
            self._single_close = end
            self.stack.append(_Open(at, "'"))

    _single_close = -1

    def _ends_single(self, at: int) -> bool:
        if self.text[at] not in "'’" or at == self.span[0]:
            return False
        before, after = self._around(at)
        return not before.isspace() and not (after and after.isalnum())

    def _end_of_single(self, at: int) -> int | None:
        """Where a single quotation ends: at a mark after punctuation rather than at a plural's apostrophe."""
        ends = self.single_ends[bisect_left(self.single_ends, at + 2) :][:12]
        ends = [e for e in ends if e - at <= _LONGEST_SINGLE]
        firm = [e for e in ends if not self.text[e - 1].isalnum() or self.text[e - 1] not in "sS"]
        if firm and ends and firm[0] > ends[0]:
            between = range(ends[0] + 1, firm[0])
            if any(self.text[k] in _SINGLE and self._opens(k) for k in between):
                return ends[0]
        return next(iter(firm or ends), None)

    def _around(self, at: int) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.span[0] else ""
        after = self.text[at + 1] if at + 1 < self.span[1] else ""
        return before, after

    def _opens(self, at: int) -> bool:
        before, _ = self._around(at)
        return not before or before.isspace() or before in _BEFORE_OPENING

    def _begins_word(self, at: int) -> bool:
        before, after = self._around(at)
        return (not before or before.isspace() or before in "([") and bool(after) and after.isalnum()

    def _word_before(self, at: int) -> str:
        """The character before a place, one space left aside; empty at the start."""
        for k in (at - 1, at - 2):
            if k >= self.span[0] and not self.text[k].isspace():
                return self.text[k]
        return ""

    def _opened_by(self, marks: set[str]) -> bool:
        return any(o.mark in marks for o in self.stack)

    def _stray(self, at: int) -> None:
        start = self.span[0]
        unopened = at > start and self._word_before(at) in tuple(",.!?") and at - start <= _LONGEST_SINGLE
        if (self.continued or unopened) and not self.found and not self.stack:
            self._add(self.span[0], at + 1, depth=0, closed=True)

    def _close(self, at: int, marks: set[str], *, closed: bool = True) -> None:
        while self.stack:
            top = self.stack.pop()
            own = top.mark in marks
            self._add(top.start, at + (1 if own and closed else 0), depth=len(self.stack), closed=own and closed)
            if own:
                return

    def finish(self) -> bool:
        """Ends what is still open at the paragraph's end; True where the outermost was left open."""
        left_open = bool(self.stack) and self.stack[0].mark != "'"
        while self.stack:
            top = self.stack.pop()
            self._add(top.start, self.span[1], depth=len(self.stack), closed=False)
        return left_open

    def _add(self, start: int, end: int, *, depth: int, closed: bool) -> None:
        first, last = start, end
        if self.text[first] in _STRAIGHT or self.text[first] in _SINGLE or self.text[first] in self.opening | {"”"}:
            first += 1
        if closed:
            last -= 1
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1].isspace():
            last -= 1
        while not closed and end > last:
            end -= 1
        if first < last:
            self.found.append(Quote((start, end), (first, last), depth, closed))


def _paragraph(text: str, span: Span, rules: TextRules, continued: bool) -> tuple[list[Quote], bool]:
    scanner = _Scanner(text, span, rules, continued)
    scanner.scan()
    left_open = scanner.finish()
    return scanner.found, left_open
