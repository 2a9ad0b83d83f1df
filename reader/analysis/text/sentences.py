"""Sentences by surface rules: cut at final marks, never after an abbreviation, never inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.text.parsed import Block, BlockKind, Quote
from reader.domain.span import Span
from reader.languages.text_rules import TextRules

# A final mark with what closes after it and the space before the next sentence; or "; L'" with a capital.
_END = re.compile(r"(?:[.!?…]+[\"'»”’)\]]*(?:\s[»\"](?=\s))?|;)(\s+)")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.)+")
_WORD = re.compile(r"[\w'-]+")
_LONGEST = 1500


def find_units(normal: str, block: Block, rules: TextRules) -> list[Span]:
    """What the parser is given one by one: sentences, also those inside a quotation; never over 1500 code points."""
    start, end = block.span
    if block.kind not in (BlockKind.BODY, BlockKind.BULLET, BlockKind.HEADING, BlockKind.CAPTION):
        return list(_capped(normal, block.span))
    units: list[Span] = []
    for match in _END.finditer(normal, start, end):
        if match.end() < end and _is_end(normal, match, start, rules):
            units.extend(_capped(normal, (start, match.start(1))))
            start = match.end()
    units.extend(_capped(normal, (start, end)))
    return units


def join_quoted(units: list[Span], quotes: tuple[Quote, ...]) -> list[Span]:
    """The sentences: units between which an outermost quotation runs on are one."""
    outer = [q.span for q in quotes if q.depth == 0]
    sentences: list[Span] = []
    at = 0
    for unit in units:
        while at < len(outer) and outer[at][1] <= unit[0]:
            at += 1
        if sentences and at < len(outer) and outer[at][0] < sentences[-1][1] and unit[0] < outer[at][1]:
            sentences[-1] = (sentences[-1][0], unit[1])
        else:
            sentences.append(unit)
    return sentences


def _is_end(normal: str, match: re.Match[str], start: int, rules: TextRules) -> bool:
    mark = match.group()[0]
    following = normal[match.end()]
    opening = following in "\"'«“‘([—–-¿¡"
    if mark == ";":
        return following.isupper()
    if not (following.isupper() or following.isdigit() or opening):
        return False
    if opening and following in "—–-" and not normal[match.end() + 1 : match.end() + 3].strip().isupper():
        return False
    if mark != "." or normal[match.start() : match.start() + 2] == "..":
        return True
    word_start = max(start, normal.rfind(" ", start, match.start()) + 1)
    word = normal[word_start : match.start() + 1].lstrip("\"'«([“‘")
    if word in rules.abbreviations:
        return False
    if word in rules.closing_abbreviations or _INITIAL.fullmatch(word):
        next_word = _WORD.search(normal, match.end())
        return bool(next_word) and _opener(next_word.group(), rules)  # type: ignore[union-attr]
    return True


def _opener(word: str, rules: TextRules) -> bool:
    low = word.lower()
    return low in rules.openers or any(o.endswith("'") and low.startswith(o) for o in rules.openers)


def _capped(normal: str, span: Span) -> Iterator[Span]:
    """The span, cut at spaces into pieces no longer than a parser can take."""
    start, end = span
    while end - start > _LONGEST:
        cut = normal.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield (start, cut)
        start = cut
        while start < end and normal[start].isspace():
            start += 1
    if start < end:
        yield (start, end)
