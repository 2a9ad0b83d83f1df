"""What a careful reader finds in a story, written by hand as TOML, and how an analysis is held against it.

Spaces, apostrophes and quotation marks may be typed plainly: both sides are made plain, one character for one, so that
offsets in the story stay what they are. Statements are matched one to one by the words of their contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reader.domain.analysis import Analysis
from reader.domain.statement import Statement

FOLDER = Path(__file__).resolve().parent / "expected"
_PLAIN = str.maketrans("\u00a0\u202f’‘“”«»", '  \'\'""""')
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"[\s\"]*(?:(?:that|que|de|to|à|of|for)\b|(?:qu|d)')?\s*", re.IGNORECASE)


class ExpectedStatement(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One statement, in the words of the text. What is left out is not compared; ``act_also`` are acts as right."""

    id: str
    content: list[str]
    act: str
    source: str | None = None
    cue: str | None = None
    act_also: list[str] = []
    mode: str | None = None
    endorsement: str | None = None
    parties: list[str] | None = None
    targets: list[str] | None = None
    parent: str | None = None
    optional: bool = False


class ExpectedFigure(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A number with its hedge, and the id of the statement that gives it (None: the article itself)."""

    words: str
    value: float
    hedge: str
    statement: str | None = None


class ExpectedComparison(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Values that must stand in one figure, and its verdict."""

    values: list[float]
    verdict: str


class ExpectedExchange(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Statements that answer one another, by id; "a | b" where either may be the one answered."""

    kind: str
    statements: list[str]


class Expectation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole story. ``parties`` lists the ids that may stand for a side; ``never`` words no statement may touch."""

    statement: list[ExpectedStatement]
    figure: list[ExpectedFigure] = []
    exchange: list[ExpectedExchange] = []
    compared: list[ExpectedComparison] = []
    parties: dict[str, list[str]] = {}
    never: list[str] = []


@dataclass(frozen=True)
class Matched:
    """Which found statement stands for which expected one, by id; found ones that stand for none."""

    found: dict[str, Statement]
    extra: tuple[Statement, ...]


def load(name: str) -> Expectation:
    """The expectation for the story of that file stem."""
    return msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Expectation)


def plain(text: str) -> str:
    """``text``, as long as before, with ordinary spaces, apostrophes and quotation marks."""
    return text.translate(_PLAIN)


def words(text: str) -> list[str]:
    """The words of a phrase, lower case, without punctuation."""
    return _WORD.findall(plain(text).lower())


def places(text: str, parts: list[str]) -> frozenset[int]:
    """Where the words of the parts stand in the text. Raises AssertionError unless each part occurs exactly once."""
    found: set[int] = set()
    for part in map(plain, parts):
        assert plain(text).count(part) == 1, f"not exactly once in the story: {part!r}"
        start = plain(text).index(part)
        found.update(m.start() for m in _WORD.finditer(text, start, start + len(part)))
    return frozenset(found)


def content_places(text: str, statement: Statement) -> frozenset[int]:
    """Where the words of a found statement's content stand."""
    return frozenset(m.start() for a, b in statement.content for m in _WORD.finditer(text, a, b))


def without_opening(text: str, at: frozenset[int]) -> frozenset[int]:
    """The places without a leading que, de, that, to, which may stand in the content or before it."""
    if not at:
        return at
    opening = _OPENING.match(plain(text), min(at))
    return frozenset(i for i in at if opening is None or i >= opening.end()) or at


def match(text: str, expected: Expectation, analysis: Analysis) -> Matched:
    """Pair expected and found statements, the best overlap of contents first; at least half of the words in common."""
    pairs = []
    for number, wanted in enumerate(expected.statement):
        gold = places(text, wanted.content)
        for found in analysis.statements:
            at = content_places(text, found)
            overlap = len(gold & at) / len(gold | at)
            if overlap >= 0.5:
                pairs.append((-overlap, not same_source(text, wanted, found), number, found.id, wanted, found))
    taken: dict[str, Statement] = {}
    used: set[str] = set()
    for *_, wanted, found in sorted(pairs, key=lambda pair: pair[:4]):
        if wanted.id not in taken and found.id not in used:
            taken[wanted.id] = found
            used.add(found.id)
    return Matched(taken, tuple(s for s in analysis.statements if s.id not in used))


def same_source(text: str, wanted: ExpectedStatement, found: Statement) -> bool:
    """True where both name the same words as the speaker, or one noun phrase holds the other."""
    if found.source is None or wanted.source is None:
        return found.source is None and wanted.source is None
    a, b = set(words(wanted.source)), set(words(text[slice(*found.source)]))
    return a <= b or b <= a


def same_parties(expected: Expectation, wanted: list[str], found: tuple[str, ...]) -> bool:
    """True where each wanted side is found under one of its ids and nothing else is."""
    sides = [set(expected.parties.get(name, [name])) for name in wanted]
    return len(sides) == len(found) and all(side & set(found) for side in sides)
