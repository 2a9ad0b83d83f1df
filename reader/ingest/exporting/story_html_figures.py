"""A story's figures on a page: each with its chart and its table, the latest number first; what is told once, below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.ingest.exporting.html_page import in_line, lang, words
from reader.ingest.exporting.story_chart import Chart
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_told import Count, Number, given_once

_HEADS = ("Who says it", "Number", "First given", "Where", "Statement")


def figure_lines(counts: Sequence[Count], speakers: Sequence[str]) -> Iterator[str]:
    """The figures; a speaker has one colour and shape in all of them, those of ``speakers`` by their place in it."""
    hues = {name: at for at, name in enumerate(speakers)}
    for count in counts:
        for each in reversed(count.numbers):
            hues.setdefault(each.speaker, len(hues))
    several, once = given_once(counts)
    for count in several:
        yield f'<section class="figure"><h3><span{lang(count.language)}>{words(count.counted or "Unnamed")}</span>: '
        yield f'{words(count.trend)}</h3><p class="plain">{in_line(count.why)}</p>'
        chart = Chart(count, hues)
        if chart.is_worth_it:
            yield from chart.lines()
        yield from _table(_HEADS, map(_row, count.numbers))
        yield "</section>"
    if once:
        yield '<section class="figure"><h3>Given once</h3>'
        yield from _table(("Counted", *_HEADS), (_row(each, count) for count in once for each in count.numbers))
        yield "</section>"


def _table(heads: Sequence[str], rows: Iterator[str]) -> Iterator[str]:
    yield '<div class="wide"><table><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    yield from rows
    yield "</tbody></table></div>"


def _row(each: Number, count: Count | None = None) -> str:
    language = each.cited[0].source.member.language if each.cited else "und"
    where = ", ".join(
        f'{words(cited.source.outlet)} <a href="#a{cited.source.number}">[{cited.source.number}]</a>'
        for cited in each.cited
    )
    statement = f'<a href="#s{each.statement}">{each.statement}</a>' if each.statement else "—"
    cells = (
        *((f"<td{lang(count.language)}>{words(count.counted)}</td>",) if count is not None else ()),
        f"<td>{words(each.speaker)}</td>",
        f'<td class="number"{lang(language)}>{in_line(" ".join(each.point.value.split()))}</td>',
        f'<td class="time">{words(when(each.point.dated))}</td>',
        f"<td>{where}</td>",
        f"<td>{statement}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"
