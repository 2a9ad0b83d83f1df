"""The other parts of a story as Markdown: figures, changes, timeline, outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.ingest.exporting.escaping import plain
from reader.ingest.exporting.quotation import marked
from reader.ingest.exporting.story_answers import Answering
from reader.ingest.exporting.story_bars import KEY, bars
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_sources import Cited, Source
from reader.ingest.exporting.story_told import ChangeTold, Count, Event, Number, OutletTold, given_once

_HEADS = ("who says it", "number", "first given", "where", "statement")


def answer_parts(exchanges: Sequence[Answering]) -> Iterator[str]:
    """Statements that answer one another, in order of time, each with its number below."""
    if exchanges:
        yield "## Who answers whom"
    for exchange in exchanges:
        yield f"### {exchange.title}"
        yield "\n".join(
            f"- **{plain(who)}** · {plain(quoted.card.act)} ({quoted.number}): {plain(marked(quoted.line))}"
            for who, quoted in exchange.said
        )


def figure_parts(counts: Sequence[Count]) -> Iterator[str]:
    """A table a figure, the latest number first, with bars to scale; one table of what is given once."""
    if counts:
        yield "## Figures"
    several, once = given_once(counts)
    for count in several:
        yield f"### {plain(count.counted or 'Unnamed')}: {count.trend}"
        yield plain(count.why)
        drawn = bars([each.point for each in count.numbers])
        scaled = any(drawn)
        rows = ([*_cells(each), *([bar] if scaled else [])] for each, bar in zip(count.numbers, drawn, strict=True))
        yield table([*_HEADS, *(["to scale"] if scaled else [])], rows)
        if scaled:
            yield f"*{KEY}*"
    if once:
        yield "### Given once"
        rows = ([plain(count.counted), *_cells(each)] for count in once for each in count.numbers)
        yield table(["counted", *_HEADS], rows)


def _cells(each: Number) -> list[str]:
    return [
        plain(each.speaker),
        plain(each.point.value),
        plain(when(each.point.dated)),
        ", ".join(f"{plain(cited.source.outlet)} {_number(cited.source)}" for cited in each.cited),
        str(each.statement or "—"),
    ]


def change_parts(changes: Sequence[ChangeTold]) -> Iterator[str]:
    """Both wordings of each change, with the rule that found it."""
    if changes:
        yield "## What changed"
    for change in changes:
        yield f"### {plain(f'{change.speaker} {change.label}'.strip())}"
        yield f"Before{_at(change.was_at)}:"
        yield f"> {plain(change.was)}"
        yield f"Now{_at(change.now_at)}:"
        yield f"> {plain(change.now)}"
        yield plain(change.why)


def timeline_parts(events: Sequence[Event]) -> Iterator[str]:
    """The articles and what was first said in them, as it came."""
    if not events:
        return
    yield "## Timeline"
    lines = []
    for event in events:
        where = f"{plain(event.source.outlet)} {_number(event.source)}"
        number = f" ({event.statement})" if event.statement else ""
        said = (
            f"{plain(event.speaker)} · {plain(event.act)}: {plain(marked(event.words))}"
            if event.speaker
            else f"**{plain(event.words)}**"
        )
        lines.append(f"- {plain(when(event.dated))}: {said}{number} — {where}")
    yield "\n".join(lines)


def outlet_parts(outlets: Sequence[OutletTold]) -> Iterator[str]:
    """A table: who quotes whom, and whom each leaves out."""
    if not outlets:
        return
    yield "## Outlets"
    rows = []
    for outlet in outlets:
        cites = [f"{name} ({marked(said)})" for name, said in outlet.cites]
        cites += [f"{agency} (credited)" for agency in outlet.agencies]
        rows.append(
            [
                f"{plain(outlet.name)} ({plain(', '.join(outlet.languages))})",
                " ".join(map(_number, outlet.articles)),
                plain(", ".join(f"{name} {count}" for name, count in outlet.quoted)) or "nobody",
                plain(", ".join(outlet.unheard)) or "—",
                plain(", ".join(outlet.alone)) or "—",
                plain("; ".join(cites)) or "—",
            ]
        )
    yield table(["outlet", "articles", "quotes", "not heard in it", "heard in it alone", "cites"], rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown on one line, without bare bars."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _number(source: Source) -> str:
    return f"\\[{source.number}\\]"


def _at(cited: Cited | None) -> str:
    return f", {plain(cited.line)} {_number(cited.source)}" if cited is not None else ""
