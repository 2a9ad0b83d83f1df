"""A language's words for deeds and for saying that they were not done, made ready to use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Phrases, Word, flags

_WORDS = re.compile(r"\w+'?")


class DeedPhrases:
    """What ``grammar`` has of them, compiled. Made once for each pack, see ``deed_phrases``."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.rules = grammar.rules.comparing

    @cached_property
    def deeds(self) -> Phrases[str]:
        """Forms of what somebody does, with the name that all languages have for it."""
        return Phrases((form, name) for name, forms in self.rules.deeds.items() for form in forms)

    @cached_property
    def wider(self) -> Phrases[tuple[str, ...]]:
        """Forms of what includes deeds, with the names of these."""
        return _with_names(self.rules.wider)

    @cached_property
    def contrary(self) -> Phrases[tuple[str, ...]]:
        """Forms of what was done if deeds were not, with the names of these."""
        return _with_names(self.rules.contrary)

    @cached_property
    def failing(self) -> Phrases[bool]:
        return flags(self.rules.denials.failing)

    @cached_property
    def existence(self) -> Phrases[bool]:
        return flags(self.rules.denials.existence)

    @cached_property
    def own_none(self) -> Phrases[bool]:
        return flags(self.rules.denials.own_none)

    @cached_property
    def nots(self) -> Phrases[bool]:
        return flags(self.rules.denials.nots)

    @cached_property
    def nones(self) -> Phrases[bool]:
        return flags(self.rules.denials.nones)

    @cached_property
    def helpers(self) -> Phrases[bool]:
        return flags(self.rules.denials.helpers)

    @cached_property
    def light_verbs(self) -> Phrases[bool]:
        return flags(self.rules.denials.light)

    @cached_property
    def unreal(self) -> frozenset[str]:
        """Words with which something is not told as done."""
        return frozenset(word for form in self.rules.denials.unreal for word in _WORDS.findall(form))

    @cached_property
    def disclaiming(self) -> Phrases[bool]:
        return flags(self.rules.denials.disclaiming)

    @cached_property
    def pointing(self) -> Phrases[bool]:
        return flags(self.rules.denials.pointing)

    def past_helpers(self, words: Sequence[Word], at: int) -> int:
        """The place of the next word that is no helper."""
        while at < len(words) and (helper := self.helpers.first(words, at)) is not None:
            at = next_word(words, helper.end)
        return at


def _with_names(table: Mapping[str, tuple[str, ...]]) -> Phrases[tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name, forms in table.items():
        for form in forms:
            names[form] = (*names.get(form, ()), name)
    return Phrases(names.items())


def next_word(words: Sequence[Word], end: int) -> int:
    """The place of the first word that begins at ``end`` or later."""
    return next((n for n, w in enumerate(words) if w.start >= end), len(words))


@lru_cache(maxsize=16)
def deed_phrases(grammar: Grammar) -> DeedPhrases:
    """The words of a grammar's language."""
    return DeedPhrases(grammar)
