"""The comparison of articles as one page of HTML that needs nothing else: no script, no picture, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.board.figures import FigureTable
from reader.domain.addresses import web_address
from reader.domain.own_words import number_spans, own_words
from reader.ingest.exporting.compared import Compared, Said, Section
from reader.ingest.exporting.heading import about
from reader.ingest.exporting.html_page import in_line, lang, link, page, words
from reader.ingest.exporting.page_style import HUES, STYLE


def comparisons_html(compared: Sequence[Compared]) -> str:
    """The page: one comparison, or several behind a list of contents.

    Every quotation has an id to link to (``#c1-s3``: the third statement of the first article) and the language of its
    article. Ends with a line end.
    """
    title = compared[0].title if len(compared) == 1 else f"Who says what: {len(compared)} articles"
    lines: list[str] = []
    if len(compared) > 1:
        lines += [f"<h1>{words(title)}</h1>", '<nav aria-label="Contents"><ol>']
        lines += [
            f'<li><a href="#c{n}"{lang(one.language)}>{in_line(one.title)}</a> '
            f'<span class="quiet">{words(about(one.article))}</span></li>'
            for n, one in enumerate(compared, 1)
        ]
        lines.append("</ol></nav>")
    for number, one in enumerate(compared, 1):
        lines.extend(_Page(one, f"c{number}", "h1" if len(compared) == 1 else "h2").lines())
    return page(title, STYLE, lines)


class _Page:
    """One article's part of the page; ``prefix`` begins its ids."""

    def __init__(self, compared: Compared, prefix: str, rank: str) -> None:
        self._compared = compared
        self._prefix = prefix
        self._rank = rank
        self._below = {"h1": "h2", "h2": "h3"}[rank]
        self._lang = lang(compared.language)
        self._given: set[str] = set()

    def lines(self) -> Iterator[str]:
        one, view, rank = self._compared, self._compared.board, self._rank
        yield f'<article class="comparison" id="{self._prefix}">'
        yield f"<header><{rank}{self._lang}>{in_line(one.title)}</{rank}>"
        for line in (words(about(one.article)), link(one.article.url)):
            if line:
                yield f'<p class="about">{line}</p>'
        yield "</header>"
        if one.note:
            yield f'<p class="quiet">{words(one.note)}</p>'
        yield '<div class="parties">' if one.sections else "<p>No statements found.</p>"
        for at, section in enumerate(one.sections):
            yield from self._section(section, at % HUES)
        if one.sections:
            yield "</div>"
        if view.unheard:
            yield f'<p class="unheard"><b>Not heard:</b> <span{self._lang}>{words(", ".join(view.unheard))}</span></p>'
        if view.figures:
            yield from self._figures(view.figures)
        if view.narration:
            yield f"{self._head('The article’s own numbers')}<ul>"
            for number in view.narration:
                counted = own_words(one.article.text, number_spans(one.article.text, number))
                yield f"<li{self._lang}>{words(counted)}</li>"
            yield "</ul>"
        if one.by_hand:
            yield f"{self._head('Corrected by hand')}<ul>"
            yield from (f"<li>{words(sentence)}</li>" for sentence in one.by_hand)
            yield "</ul>"
        yield f"{self._head('Source')}<dl>"
        for label, value in one.facts:
            yield f"<dt>{words(label)}</dt><dd>{link(value) if label == 'Address' else words(value)}</dd>"
        yield f"</dl><footer>{words(one.made)}</footer></article>"

    def _section(self, section: Section, hue: int) -> Iterator[str]:
        rank, count = self._below, f'<span class="count">{len(section.said)}</span>'
        yield f'<section class="party p{hue}"><{rank}><span{self._lang}>{words(section.name)}</span> {count}</{rank}>'
        for said in section.said:
            yield from self._statement(said)
        yield "</section>"

    def _statement(self, said: Said) -> Iterator[str]:
        # What two parties say together stands under both; a link leads to the first.
        id = "" if said.id in self._given else f' id="{self._id(said.id)}"'
        self._given.add(said.id)
        card = said.card
        aimed = f" → <span{self._lang}>{words(', '.join(card.targets))}</span>" if card.targets else ""
        mark = " (corrected by hand)" if card.statement.corrected else ""
        yield f'<div class="statement"{id}><p class="act"><b>{words(card.act)}</b>{aimed}{mark}</p>'
        address = web_address(self._compared.article.url)
        cite = f' cite="{words(address)}"' if address else ""
        yield f'<blockquote{self._lang}{cite} dir="auto">{words(said.text)}</blockquote>'
        by = [f"<span{self._lang}>{words(said.source)}</span>"] if said.source else []
        by += [f"<q{self._lang}>{words(said.cue)}</q>"] if said.cue else []
        if by:
            yield f'<p class="source">— {", ".join(by)}</p>'
        told = [f"characters {said.place}"] if said.place else []
        told += [said.sure, *([f"numbers: {'; '.join(card.quantities)}"] if card.quantities else [])]
        parts = [*map(words, told)]
        for other in card.links:
            how = words(f"{other.label} {', '.join(other.names) if other.statement else ''}".rstrip())
            parts.append(f'⇄ <a href="#{self._id(other.statement)}">{how}</a>' if other.statement else f"⇄ {how}")
        yield f'<p class="told">{" · ".join(parts)}</p>'
        for inner in said.inside:
            yield from self._statement(inner)
        yield "</div>"

    def _figures(self, tables: Sequence[FigureTable]) -> Iterator[str]:
        yield f'{self._head("Figures")}<div class="wide"><table><thead><tr>'
        yield "".join(
            f'<th scope="col">{head}</th>' for head in ("Counted", "Who says it", "Value", "Whose", "Verdict")
        )
        yield "</tr></thead>"
        for table in tables:
            yield "<tbody>"
            over = f' rowspan="{len(table.lines)}"' if len(table.lines) > 1 else ""
            verdict = f"{table.label}: {table.why}" if table.why else table.label
            for at, line in enumerate(table.lines):
                said = [f"<td{self._lang}>{words(told)}</td>" for told in (line.speaker, line.value, line.whose)]
                first = f'<th scope="row"{over}{self._lang}>{words(table.counted)}</th>' if not at else ""
                last = f"<td{over}>{words(verdict)}</td>" if not at else ""
                yield f"<tr>{first}{''.join(said)}{last}</tr>"
            yield "</tbody>"
        yield "</table></div>"

    def _head(self, title: str) -> str:
        return f'<{self._below} class="part">{title}</{self._below}>'

    def _id(self, statement: str) -> str:
        return f"{self._prefix}-{words(statement)}"
