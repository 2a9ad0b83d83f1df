"""What statements say of deeds: charge somebody with them, deny them, or tell that what was missed was done."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reader.analysis.comparison.deeds import Deed, charged
from reader.analysis.comparison.not_done import Denied, denied
from reader.analysis.comparison.told_done import told_done
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.story_board.said import Said
from reader.analysis.text.normal import normalise
from reader.domain.statement import Act

_PLAIN = frozenset({Act.DECLARE, Act.OTHER})


def charged_with(said: Said) -> tuple[Deed, ...]:
    """What a charge is about."""
    return _kept_charge(said.telling.grammar, _first_words(said))


def says_of_deeds(said: Said) -> tuple[Deed, ...]:
    """What a statement says its speaker did or did not do: for a denial the deed that it names, else those before which
    it names nobody of another side."""
    if said.act is Act.DENY:
        return tuple(replace(deed, done=not deed.done) for deed in charged_with(said))
    if said.act not in _PLAIN:
        return ()
    grammar, words = said.telling.grammar, _first_words(said)
    deeds = (*_kept_denial(grammar, words).deeds, *_kept_telling(grammar, words))
    if not deeds:
        return ()
    start, end = said.own.content[0]
    cast = said.telling.cast
    named = [
        span[0] - start
        for span, id in said.telling.mentions
        if start <= span[0] < end and cast.side(id) not in said.parties
    ]
    return tuple(deed for deed in deeds if not any(at < deed.at for at in named))


def denies_any(said: Said) -> bool:
    """Whether a statement denies any part in what was said before it: "we had nothing to do with it"."""
    return said.act in _PLAIN and _kept_denial(said.telling.grammar, _first_words(said)).anything


def _first_words(said: Said) -> str:
    start, end = said.own.content[0]
    return said.piece.source.text[start:end]


@lru_cache(maxsize=8192)
def _kept_charge(grammar: Grammar, words: str) -> tuple[Deed, ...]:
    return charged(grammar, normalise(words))


@lru_cache(maxsize=8192)
def _kept_denial(grammar: Grammar, words: str) -> Denied:
    return denied(grammar, normalise(words))


@lru_cache(maxsize=8192)
def _kept_telling(grammar: Grammar, words: str) -> tuple[Deed, ...]:
    return told_done(grammar, normalise(words))
