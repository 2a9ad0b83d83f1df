"""The other parts of a story's page: unheard parties, timeline, outlets, changes, articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.ingest.exporting.html_page import in_line, lang, link, spoken, words
from reader.ingest.exporting.quotation import marked
from reader.ingest.exporting.story_answers import Answering
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_sources import Cited, Source
from reader.ingest.exporting.story_told import ChangeTold, Event, OutletTold, StoryTold

_OUTLET_HEADS = ("Outlet", "Articles", "Quotes", "Not heard in it", "Heard in it alone", "Cites")


def unheard_lines(told: StoryTold) -> Iterator[str]:
    """Who is accused or addressed, and speaks in no article."""
    if told.unheard:
        yield f'<p class="unheard"><b>Not heard anywhere:</b> {spoken(", ".join(told.unheard), told.language)}</p>'


def answer_lines(exchanges: Sequence[Answering]) -> Iterator[str]:
    """Statements that answer one another, side by side, each with a link to where it is cited in full."""
    for exchange in exchanges:
        yield f'<section class="exchange"><h3>{words(exchange.title)}</h3><div>'
        for who, quoted in exchange.said:
            where = f'<a href="#s{quoted.number}">{quoted.number}</a>'
            cited = f" · {words(quoted.cited[0].line)}" if quoted.cited else ""
            yield f'<div><p class="plain"><b>{words(who)}</b> · {words(quoted.card.act)}</p>'
            yield f"<p>{_said(quoted.line, quoted.language)}</p>"
            yield f'<p class="cite">{where}{cited}</p></div>'
        yield "</div></section>"


def timeline_lines(events: Sequence[Event]) -> Iterator[str]:
    """The articles and what was first said in them, as it came."""
    yield '<ol class="times">'
    for event in events:
        source = event.source
        where = f'<a href="#a{source.number}">[{source.number}]</a> {words(source.outlet)}'
        number = f' <a href="#s{event.statement}">({event.statement})</a>' if event.statement else ""
        if event.speaker:
            said = f"{words(event.speaker)} · {words(event.act)}: {_said(event.words, event.language)}{number}"
        else:
            said = f'<span class="out"{lang(event.language)}>{in_line(event.words)}</span>{number}'
        yield f'<li><span class="quiet">{words(when(event.dated))}</span><span>{said} — {where}</span></li>'
    yield "</ol>"


def outlet_lines(outlets: Sequence[OutletTold], language: str) -> Iterator[str]:
    """A table: who quotes whom, and whom each leaves out."""
    yield '<div class="wide"><table class="outlets"><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in _OUTLET_HEADS)
    yield "</tr></thead><tbody>"
    for outlet in outlets:
        articles = " ".join(f'<a href="#a{source.number}">[{source.number}]</a>' for source in outlet.articles)
        quoted = ", ".join(f"{spoken(name, language)} {count}" for name, count in outlet.quoted)
        names = (spoken(", ".join(part), language) if part else "—" for part in (outlet.unheard, outlet.alone))
        cites = [f"{words(name)} ({words(marked(said))})" for name, said in outlet.cites]
        cites += [f"{words(agency)} (credited)" for agency in outlet.agencies]
        spoken_in = f' <span class="quiet">{words(", ".join(outlet.languages))}</span>'
        cells = (articles, quoted or "nobody", *names, "; ".join(cites) or "—")
        yield f'<tr><th scope="row">{words(outlet.name)}{spoken_in}</th>'
        yield "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"


def change_lines(changes: Sequence[ChangeTold]) -> Iterator[str]:
    """Both wordings of each change, with the rule that found it."""
    for change in changes:
        who = f"{words(change.speaker)} " if change.speaker else ""
        yield f'<section class="change"><h3>{who}{words(change.label)}</h3>'
        sides = (("Before", change.was, change.was_at), ("Now", change.now, change.now_at))
        for (label, said, at), language in zip(sides, change.languages, strict=True):
            yield f"<p>{label}{_at(at)}: {_said(said, language)}</p>"
        yield f'<p class="quiet">{in_line(change.why)}</p></section>'


def source_lines(sources: Sequence[Source], *, cite: bool) -> Iterator[str]:
    """A table of the articles; ``cite`` with the whole hash of each text, otherwise with why each is in the story."""
    last = "SHA-256 of the text" if cite else "Why it is in this story"
    yield '<div class="wide"><table class="sources"><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in ("", "Article", last))
    yield "</tr></thead><tbody>"
    for source in sources:
        member = source.member
        told = [words(source.about), words(member.language), *_notes(source)]
        title = f'<span class="source-title"{lang(member.language)}>{in_line(source.title)}</span>'
        address = f"<br>{link(member.url)}" if member.url else ""
        why = f"<code>{words(member.text_hash)}</code>" if cite else in_line(member.reason)
        yield f'<tr id="a{source.number}"><td class="nr">[{source.number}]</td>'
        yield f'<td>{title}<br><span class="quiet">{" · ".join(told)}</span>{address}</td><td>{why}</td></tr>'
    yield "</tbody></table></div>"


def _notes(source: Source) -> Iterator[str]:
    if source.agency:
        yield f"credits {words(source.agency)}"
    if source.copy_of is not None:
        yield f'a copy of <a href="#a{source.copy_of}">[{source.copy_of}]</a>'
    if source.member.by_hand:
        yield "put here by hand"
    if source.text is None:
        yield "not analysed"


def _said(said: str, language: str) -> str:
    return f'<span class="said"{lang(language)}>{in_line(marked(said))}</span>'


def _at(cited: Cited | None) -> str:
    return f', <a href="#a{cited.source.number}">[{cited.source.number}]</a> {words(cited.line)}' if cited else ""
