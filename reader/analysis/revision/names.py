"""Names as a person writes them, found again among the actors of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from reader.domain.actor import Actor
from reader.languages.words import keys_of

Name: TypeAlias = tuple[str, ...]
"""The words of a name without case, accents, apostrophes and hyphens: what two spellings of it share."""


class Names:
    """Which actors of a text a name stands for. ``definite`` are the language's articles, which names go without."""

    def __init__(self, text: str, actors: Iterable[Actor], definite: frozenset[str]) -> None:
        self._definite = definite
        self._text = text
        self._named: dict[Name, list[str]] = {}
        self._called: dict[Name, list[str]] = {}
        for actor in actors:
            self._named.setdefault(self.key(actor.name), []).append(actor.id)
            for alias in {self.key(text[start:end]) for start, end in actor.mentions}:
                self._called.setdefault(alias, []).append(actor.id)

    def key(self, name: str) -> Name:
        """A name as it is compared, without an article before it."""
        words = keys_of(name) or (name.casefold(),)
        while len(words) > 1 and words[0] in self._definite:
            words = words[1:]
        return words

    def find(self, name: Name) -> list[str]:
        """Ids of the actors of that name; else of the one actor the text calls so; none where it calls several so."""
        called = self._called.get(name, [])
        return self._named.get(name) or (called if len(called) == 1 else [])

    def find_here(self, name: Name) -> list[str]:
        """As ``find``; a bare surname also stands for the one actor whose full name ends with it."""
        ending = [ids for full, ids in self._named.items() if is_surname(name, full)]
        return self.find(name) or (ending[0] if len(ending) == 1 else [])


class Aliases:
    """Names that a person said are of one actor.

    What joins a full name to its bare surname holds only where both are in one text: another text's surname may be
    somebody else's. Everything else holds in every text, however many names are joined in whatever order.
    """

    def __init__(self, pairs: Iterable[tuple[Name, Name]]) -> None:
        self._groups: dict[Name, set[Name]] = {}
        self._full: dict[Name, list[Name]] = {}
        for one, other in pairs:
            short, full = (one, other) if is_surname(one, other) else (other, one)
            if is_surname(short, full):
                self._full.setdefault(short, []).append(full)
                continue
            joined = self._groups.get(one, {one}) | self._groups.get(other, {other})
            for name in joined:
                self._groups[name] = joined

    def all(self, name: Name) -> tuple[Name, ...]:
        """The name and every other the same actor goes by, in a fixed order."""
        return (name, *sorted(self._groups.get(name, set()) - {name}))

    def same(self, names: Names) -> Iterator[list[str]]:
        """Ids of actors that are one, in groups of two and more."""
        groups = {tuple(sorted(group)) for group in map(frozenset, self._groups.values())}
        found = [_ids(names, group) for group in sorted(groups)]
        for short, fuller in self._full.items():
            bearers = _ids(names, fuller)
            if len(bearers) == 1:
                found.append(list(dict.fromkeys([*bearers, *names.find(short)])))
        yield from (ids for ids in found if len(ids) > 1)


def _ids(names: Names, group: Sequence[Name]) -> list[str]:
    return list(dict.fromkeys(id for name in group for id in names.find(name)))


def is_surname(short: Name, long: Name) -> bool:
    """True for a single word that is the last of a longer name."""
    return len(short) == 1 < len(long) and short[0] == long[-1]
