"""A story's statements on a page: party by party, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.ingest.exporting.html_page import lang, link, spoken, words
from reader.ingest.exporting.page_style import HUES
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_quoted import Quoted, Speaking
from reader.ingest.exporting.story_sources import Cited, elsewhere

HASH = 12
"""Digits of a text's hash beside a statement; the whole stands among the articles."""


class Statements:
    """The statements as HTML. ``cite`` gives each with all it is cited by: author, address and hash too."""

    def __init__(self, speaking: Sequence[Speaking], language: str, *, cite: bool) -> None:
        self._speaking = speaking
        self._language = language
        self._cite = cite
        self._given: set[int] = set()

    def lines(self) -> Iterator[str]:
        """A section a party."""
        if not self._speaking:
            yield "<p>No statements found.</p>"
            return
        yield '<div class="parties">'
        for at, party in enumerate(self._speaking):
            count = f'<span class="count">{len(party.quoted)}</span>'
            name = spoken(party.name, self._language) if party.id else words(party.name)
            yield f'<section class="party p{at % HUES}"><h3>{name} {count}</h3>'
            for quoted in party.quoted:
                yield from self._statement(quoted)
            yield "</section>"
        yield "</div>"

    def _statement(self, quoted: Quoted) -> Iterator[str]:
        # What two parties say together stands under both; links lead to the first.
        id = "" if quoted.number in self._given else f' id="s{quoted.number}"'
        self._given.add(quoted.number)
        card = quoted.card
        aimed = f" → {spoken(', '.join(card.targets), self._language)}" if card.targets else ""
        mark = " (corrected by hand)" if card.statement.corrected else ""
        number = f'<span class="nr">{quoted.number}</span>'
        yield f'<div class="statement"{id}><p class="act">{number}<b>{words(card.act)}</b>{aimed}{mark}</p>'
        yield f'<blockquote{lang(quoted.language)} dir="auto">{words(quoted.text)}</blockquote>'
        by = [spoken(quoted.source, quoted.language)] if quoted.source else []
        by += [f'<span class="ours">{words(quoted.taken)}</span>'] if quoted.taken else []
        by += [f"<q{lang(quoted.language)}>{words(quoted.cue)}</q>"] if quoted.cue else []
        if by:
            yield f'<p class="source">— {", ".join(by)}</p>'
        yield from self._cited(quoted.cited)
        told = [quoted.language, quoted.sure]
        told += [f"numbers: {'; '.join(card.quantities)}"] if card.quantities else []
        answers = [
            f'⇄ <a href="#s{answer.number}">{words(answer.words)} ({answer.number})</a>'
            if answer.number
            else f"⇄ {words(answer.words)}"
            for answer in quoted.answers
        ]
        yield f'<p class="told">{" · ".join([*map(words, told), *answers])}</p>'
        for inner in quoted.inside:
            yield from self._statement(inner)
        yield "</div>"

    def _cited(self, cited: Sequence[Cited]) -> Iterator[str]:
        if not self._cite:
            if cited:
                yield f'<p class="cite">{_short(cited[0])}</p>'
            for label, others in elsewhere(cited):
                yield f'<p class="cite">{label}: {" · ".join(map(_short, others))}</p>'
            return
        for each in cited[:1]:
            source = each.source
            parts = [source_link(each), f"characters {each.place}"]
            parts += [link(source.member.url)] if source.member.url else ["no address known"]
            parts.append(f"text <code>{source.member.text_hash[:HASH]}</code>")
            yield f'<p class="cite">{" · ".join(parts)}</p>'
        for label, others in elsewhere(cited):
            yield f'<p class="cite">{label}: {" · ".join(map(source_link, others))}</p>'


def source_link(cited: Cited) -> str:
    """ "[3] AP, Ada Moss, 14 Sep 2022, 10:20 UTC", leading to the article among the sources."""
    source = cited.source
    told = ", ".join(part for part in (source.outlet, source.author, when(source.member.dated)) if part)
    return f'<a href="#a{source.number}">[{source.number}]</a> {words(told)}'


def _short(cited: Cited) -> str:
    return f'<a href="#a{cited.source.number}">[{cited.source.number}]</a> {words(cited.line)}'
