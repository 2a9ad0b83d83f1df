"""The names a correction can be answered with, and which of them fit what is typed. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.view import View
from reader.ui.panel.words import ASIDE, NOBODY, clean_line, party_name, plain


@dataclass(frozen=True)
class Choice:
    """A name with its look. ``aside`` is told beside it, ``known_as`` what it is found by besides its name."""

    value: str
    words: Content
    aside: str
    known_as: tuple[str, ...] = ()

    def fits(self, typed: str) -> bool:
        """True where every word typed begins a word of the name, or of another name it goes by."""
        names = [_folded(name) for name in (self.value, *self.known_as)]
        return any(all(f" {word}" in f" {name}" for word in _folded(typed).split()) for name in names)


def actor_choices(view: View, leave_out: frozenset[str]) -> tuple[Choice, ...]:
    """The actors of the article in order of mention, those that belong to a party first."""
    actors = [actor for actor in view.analysis.actors if actor.id not in leave_out]
    actors.sort(key=lambda actor: actor.party is None)
    choices = []
    for actor in actors:
        party = view.analysis.party(actor.party) if actor.party else None
        aside = f"{actor.kind}, {party.name}" if party and party.name != actor.name else str(actor.kind)
        known_as = tuple(dict.fromkeys(view.text[start:end] for start, end in actor.mentions))
        words = party_name(actor.name, view.looks.get(actor.party or "", NOBODY))
        choices.append(Choice(actor.name, words, aside, known_as))
    return tuple(choices)


def party_choices(view: View, leave_out: str | None) -> tuple[Choice, ...]:
    """The parties of the article, those that speak or are spoken to first."""
    parties = ((id, view.analysis.party(id)) for id in view.looks if id != leave_out)
    return tuple(
        Choice(party.name, party_name(party.name, view.looks[id]), str(party.kind)) for id, party in parties if party
    )


def choice_blocks(choices: Iterable[Choice], typed: str) -> list[Block]:
    """The lines for what is typed, each with its name as id: the names that fit, then what is typed, if it is new."""
    typed = clean_line(typed)
    blocks = {choice.value: _line(choice.value, choice.words, choice.aside) for choice in choices if choice.fits(typed)}
    if typed and not any(_folded(choice.value) == _folded(typed) for choice in choices):
        blocks[typed] = _line(typed, plain(f"“{typed}”"), "as typed")
    return list(blocks.values())


def _line(id: str, words: Content, aside: str) -> Block:
    return Block(id, (Paragraph(words, hang=2, right=plain(aside, ASIDE)),), gap=0)


def _folded(words: str) -> str:
    """Words without capitals, accents, curly apostrophes and hyphens."""
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", words) if not unicodedata.combining(ch))
    return " ".join(bare.casefold().replace("’", " ").replace("'", " ").replace("-", " ").split())
