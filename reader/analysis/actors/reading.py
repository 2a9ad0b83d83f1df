"""The words of a text, sentence by sentence, as the rules for names read them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.actors.speaking import answering_tokens, speaking_tokens
from reader.analysis.text.parsed import BlockKind, Parsed, Token
from reader.domain.span import Span
from reader.languages.words import Word, split_words

if TYPE_CHECKING:
    from reader.languages.actor_rules import ActorRules
    from reader.languages.gazetteer import Entry, Gazetteer
    from reader.languages.pack import Pack

# Names in these are of people and agencies that bring the news, not of those who are in it.
_SILENT = frozenset({BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.LINK})
_JOINS = frozenset({" ", "-", "'", ". ", ".", " & ", "&", "\n"})


@dataclass(slots=True)
class Reading:
    """Words with their sentence and token. ``known`` maps the first word of a gazetteer name to entry, count, end;
    ``covered`` maps each word of such a name to its first word; ``lower`` holds the keys of words written small,
    ``compounds`` the words of known names that are only part of a compound, ``speaking`` the tokens that head
    subjects of reporting verbs, ``answering`` verbs of answers, ``unknown`` the keys of capitals that no list knows,
    without endings as names of states have them, ``called`` the keys of names found to go on in small letters."""

    parsed: Parsed
    rules: ActorRules
    gazetteer: Gazetteer
    words: list[Word] = field(default_factory=list)
    tokens: list[Token | None] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    known: dict[int, tuple[Entry, int, int]] = field(default_factory=dict)
    covered: dict[int, int] = field(default_factory=dict)
    lower: set[str] = field(default_factory=set)
    compounds: set[int] = field(default_factory=set)
    speaking: frozenset[int] = frozenset()
    answering: frozenset[int] = frozenset()
    unknown: set[str] = field(default_factory=set)
    called: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def starts(self) -> list[int]:
        return [w.start for w in self.words]

    def first_of(self, i: int) -> int:
        """The first word of the sentence of word ``i``."""
        return self.bounds[self.sentence[i]][0]

    def last_of(self, i: int) -> int:
        """The word after the last one of the sentence of word ``i``."""
        return self.bounds[self.sentence[i]][1]

    def gap(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``."""
        return self.parsed.normal[self.words[i - 1].end : self.words[i].start] if i else "\n\n"

    def joined(self, i: int) -> bool:
        """True where word ``i`` follows the one before it in the same sentence with nothing that parts names."""
        if i <= 0 or self.sentence[i] != self.sentence[i - 1]:
            return False
        gap = self.gap(i)
        if gap in (". ", "."):
            return len(self.words[i - 1].text) <= 2 or self.words[i - 1].key in self.rules.titles
        return gap in _JOINS

    def adjacent(self, i: int) -> bool:
        """True where only a space or an apostrophe stands before word ``i``."""
        if not 0 < i < len(self.words) or self.sentence[i] != self.sentence[i - 1]:
            return False
        return self.gap(i) in (" ", "'", "-")

    def pos(self, i: int) -> str:
        token = self.tokens[i]
        return token.pos if token else ""

    def ent(self, i: int) -> str:
        """The model's entity label without its position mark, or empty."""
        token = self.tokens[i]
        return token.ent.partition("-")[2] if token and token.ent else ""

    def speaks(self, first: int, last: int) -> bool:
        """True where one of words ``first`` to ``last`` heads the subject of a reporting verb."""
        return any((t := self.tokens[k]) is not None and t.i in self.speaking for k in range(first, last))

    def answers(self, i: int) -> bool:
        """True where the sentence of word ``i`` reports an answer: "retorted its chairman"."""
        tokens = (self.tokens[k] for k in range(*self.bounds[self.sentence[i]]))
        return any(t is not None and t.i in self.answering for t in tokens)

    def span(self, first: int, last: int) -> Span:
        """The span of words ``first`` up to but not including ``last``, with the full stop of a known "U.S."."""
        end = self.words[last - 1].end
        at = self.covered.get(last - 1)
        if at is not None and at + self.known[at][1] == last:
            end = max(end, self.known[at][2])
        return (self.words[first].start, end)

    def inside(self, span: Span) -> tuple[int, int]:
        """The words that lie in a span, as first and last (exclusive)."""
        first = bisect_left(self.words, span[0], key=lambda w: w.start)
        last = bisect_left(self.words, span[1], key=lambda w: w.start)
        while last > first and self.words[last - 1].end > span[1]:
            last -= 1
        return first, last

    def entry(self, i: int) -> Entry | None:
        """The gazetteer entry whose name begins at word ``i``, if any."""
        found = self.known.get(i)
        return found[0] if found else None


def read_words(parsed: Parsed, pack: Pack) -> Reading:
    """The words of all running text, with every known name."""
    reading = Reading(parsed, pack.actors, pack.gazetteer, speaking=speaking_tokens(parsed, pack.cues))
    reading.answering = answering_tokens(parsed, pack)
    for sentence in parsed.sentences:
        first = len(reading.words)
        if parsed.blocks[sentence.block].kind not in _SILENT:
            _add(reading, sentence.first, sentence.last, split_words(parsed.normal, *sentence.span))
        if first and reading.bounds and _initial(reading, first, sentence.block):
            first, _ = reading.bounds.pop()
        number = len(reading.bounds)
        reading.bounds.append((first, len(reading.words)))
        reading.sentence += [number] * (len(reading.words) - len(reading.sentence))
    reading.lower = {w.key for w in reading.words if not w.capital}
    for first, last in reading.bounds:
        i = first
        while i < last:
            found = reading.gazetteer.match(parsed.normal, reading.words, i)
            if found and i + found[1] <= last and _compound(reading, i, i + found[1], last):
                reading.compounds |= set(range(i, i + found[1]))
                i += found[1]
            elif found and i + found[1] <= last:
                reading.known[i] = found
                for k in range(i, i + found[1]):
                    reading.covered[k] = i
                i += found[1]
            else:
                i += 1
    for key in {w.key for i, w in enumerate(reading.words) if w.capital and i not in reading.covered} - reading.lower:
        reading.unknown |= reading.rules.state_words.names(key)
    return reading


def _add(reading: Reading, first: int, last: int, words: list[Word]) -> None:
    at = first
    tokens = reading.parsed.tokens
    for word in words:
        while at < last and tokens[at].end <= word.start:
            at += 1
        reading.words.append(word)
        reading.tokens.append(tokens[at] if at < last and tokens[at].start <= word.start else None)


def _initial(reading: Reading, first: int, block: int) -> bool:
    """True where the sentence before word ``first`` ended only at somebody's initial: "B. | Obama"."""
    word = reading.words[first - 1]
    start, end = reading.parsed.blocks[block].span
    return len(word.text) == 1 and word.capital and start <= word.start < end and reading.gap(first - 1) != "."


def _compound(reading: Reading, first: int, end: int, last: int) -> bool:
    """True where a known name is only part of a compound: "pro-Beijing", "US-led", "Haute-Corse"."""
    if first and reading.gap(first) == "-" and not reading.words[first - 1].capital:
        return True
    return end < last and reading.gap(end) == "-" and not reading.words[end].capital
