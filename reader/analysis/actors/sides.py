"""Sides that a text gives no name: "the port company", "la mairie". All nouns for one side are one side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import owned
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.words import slug

_MODIFIERS = 2
_STEM = 4  # letters that "port" and "portuaire" share
_KINDS = ("company", "union", "court", "local", "school", "association", "agency")


@dataclass(frozen=True, slots=True)
class SideNoun:
    """A definite noun phrase for a side: its sort, its words from the first modifier to the noun's last, where
    its complement ends, the keys of what modifies it on either side."""

    kind: str
    first: int
    noun: int
    last: int
    end: int
    modifiers: frozenset[str]


class Sides:
    """The nouns of one text by which sides are called, and the names they go by; ``names`` maps id to name."""

    def __init__(self, reading: Reading, by_word: dict[int, Mention]) -> None:
        self._reading = reading
        self._by_word = by_word
        self.names: dict[str, str] = {}

    def name(self, first: int, last: int) -> str:
        """The id of the side called by words ``first`` to ``last``."""
        words = self._reading.words
        text = self._reading.parsed.text[words[first].start : words[last - 1].end]
        if first == self._reading.first_of(first):
            text = text[:1].lower() + text[1:]  # "Police said"
        self.names.setdefault(slug(text), text)
        return slug(text)

    def first_called(self, noun: SideNoun) -> SideNoun:
        """Where the side of a noun phrase is first called by a noun of its sort: by one with the same modifiers, for
        one without any by the last one before it."""
        same = [n for n in self.nouns if n.first <= noun.first and self._alike(n, noun)]
        if not noun.modifiers:
            before = [n for n in same if n.modifiers and n.first < noun.first]
            if before and len({n.modifiers for n in before}) == 1:
                return self.first_called(before[-1])
            return noun if before or not same else same[0]
        related = [n for n in same if _related(n.modifiers, noun.modifiers)]
        return related[0] if related else noun

    def _alike(self, earlier: SideNoun, noun: SideNoun) -> bool:
        """True for two nouns that may call one side: the same, or the later a general one of that sort."""
        keys = [self._reading.words[n.noun].key for n in (earlier, noun)]
        return earlier.kind == noun.kind and (keys[0] == keys[1] or keys[1] in self._reading.rules.general)

    def at(self, k: int) -> SideNoun | None:
        """The noun phrase whose noun is word ``k``."""
        return next((n for n in self.nouns if n.noun == k), None)

    def town(self) -> SideNoun | None:
        """The first noun for the town's own side: "la mairie", "the council", "la Ville" where it speaks."""
        reading = self._reading
        for noun in self.nouns:
            if noun.kind == "local":
                head = reading.rules.heads.match(reading.words, noun.noun, noun.last)
                capital = reading.words[noun.noun].capital and noun.noun > reading.first_of(noun.noun) + 1
                if (head and head[0].kind == "local") or capital or reading.speaks(noun.first, noun.last):
                    return noun
        return None

    @cached_property
    def nouns(self) -> list[SideNoun]:
        """The definite noun phrases of the text for a side, in order of place."""
        reading, rules = self._reading, self._reading.rules
        lists = [(kind, rules.descriptions[kind]) for kind in _KINDS if kind in rules.descriptions]
        found: list[SideNoun] = []
        for start, stop in reading.bounds:
            for k in (k for k in range(start, stop) if not self._named(k)):
                for kind, phrases in lists:
                    match = phrases.match(reading.words, k, stop)
                    if match and match[0].number != "Plur" and (first := self._definite(k, start)) is not None:
                        last = k + match[1]
                        if last < stop and reading.words[last].capital and reading.gap(last) == " ":
                            break  # "l'usine Norvex": it has a name
                        end = self._behind(last, stop)
                        around = (*range(first, k), *([end - 1] if end > last else []))
                        modifiers = frozenset(reading.words[x].key for x in around)
                        found.append(SideNoun(kind, first, k, last, end, modifiers))
                        break
        return found

    def _named(self, k: int) -> bool:
        mention = self._by_word.get(k)
        return mention is not None and mention.kind is not ActorKind.PLACE

    def _definite(self, noun: int, start: int) -> int | None:
        """The first word behind the article of a noun with at most two modifiers; None without an article."""
        reading = self._reading
        for k in range(noun, max(start, noun - _MODIFIERS - 1), -1):
            if reading.words[k - 1].key in reading.rules.definite:
                return k
            ending = owned(reading, k) or reading.words[k - 1].text == "s"
            if ending and (owned(reading, k) or owned(reading, k - 1)):
                continue
            if not reading.adjacent(k) or reading.words[k - 1].capital or reading.pos(k - 1) not in ("", "ADJ", "NOUN"):
                return None
        return None

    def _behind(self, at: int, stop: int) -> int:
        """Where the adjective or common noun that completes a noun ending before word ``at`` ends, else ``at``."""
        reading, rules = self._reading, self._reading.rules
        k = at
        while k < stop and reading.adjacent(k) and reading.words[k].key in rules.genitive | rules.definite:
            k += 1
        wanted = "NOUN" if k > at else "ADJ"
        if k < stop and reading.adjacent(k) and reading.pos(k) == wanted and not reading.words[k].capital:
            return k + 1
        if at < k < stop and reading.adjacent(k) and reading.words[k].capital and not self._named(k):
            return k + 1  # "le club de Valmont"
        joined = k == at and rules.adjectives_follow and k + 1 < stop and reading.pos(k) == "NOUN"
        if joined and reading.adjacent(k) and reading.adjacent(k + 1) and reading.pos(k + 1) in ("VERB", "AUX"):
            return k + 1  # "l'agence antidopage accuse"
        return at


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for modifiers that have a word or its beginning in common: "du port", "portuaire"."""
    return any(a == b or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]) for a in one for b in other)
