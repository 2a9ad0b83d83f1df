"""The other parts of a story as plain text: figures, changes, timeline, outlets, articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.domain.plain_text import clean_line
from reader.ingest.exporting.quotation import marked
from reader.ingest.exporting.story_bars import KEY, bars
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_sources import Cited, Source, outlets
from reader.ingest.exporting.story_told import ChangeTold, Count, Event, Number, OutletTold, given_once


def figure_lines(counts: Sequence[Count]) -> Iterator[str]:
    """Each figure with its trend, then its numbers, the latest first, with bars to scale; then what is given once."""
    several, once = given_once(counts)
    has_bars = False
    for count in several:
        yield f"  {count.counted or 'unnamed'}: {count.trend}{f' ({count.why})' if count.why else ''}"
        drawn = bars([each.point for each in count.numbers])
        for each, bar in zip(count.numbers, drawn, strict=True):
            yield f"    {when(each.point.dated)}  {_number(each)}"
            if bar:
                yield f"      {bar}"
                has_bars = True
    if has_bars:
        yield f"  {KEY}"
    if once:
        yield "  given once:"
    for count in once:
        yield from (f"    {count.counted or 'unnamed'}: {_number(each)}" for each in count.numbers)


def _number(each: Number) -> str:
    statement = f" ({each.statement})" if each.statement else ""
    return f"{each.speaker}: {clean_line(each.point.value)} — {', '.join(outlets(each.cited))}{statement}"


def change_lines(changes: Sequence[ChangeTold]) -> Iterator[str]:
    """Both wordings of each change, with the rule that found it."""
    for change in changes:
        yield f"  {f'{change.speaker} {change.label}'.strip()}: {change.why}"
        yield f"    before{_at(change.was_at)}: {change.was}"
        yield f"    now{_at(change.now_at)}: {change.now}"


def timeline_lines(events: Sequence[Event]) -> Iterator[str]:
    """The articles and what was first said in them, as it came."""
    for event in events:
        number = f" ({event.statement})" if event.statement else ""
        said = f"{event.speaker} · {event.act}: {event.words}{number}" if event.speaker else f"● {event.words}"
        yield f"  {when(event.dated)}  {event.source.outlet}: {said}"


def outlet_lines(outlets: Sequence[OutletTold]) -> Iterator[str]:
    """Whom each outlet quotes, whom it leaves out, whom it cites."""
    for outlet in outlets:
        count = len(outlet.articles)
        yield f"  {outlet.name} ({', '.join(outlet.languages)}): {count} article{'' if count == 1 else 's'}"
        if outlet.quoted:
            yield f"    quotes {', '.join(f'{name} ({count})' for name, count in outlet.quoted)}"
        for label, names in (("not heard in it", outlet.unheard), ("heard in it alone", outlet.alone)):
            if names:
                yield f"    {label}: {', '.join(names)}"
        cites = [f"{name} ({marked(said)})" for name, said in outlet.cites]
        if cites or outlet.agencies:
            yield f"    cites {', '.join([*cites, *outlet.agencies])}"


def source_lines(sources: Sequence[Source]) -> Iterator[str]:
    """Each article with its id and why it is in the story; copies are told below what they repeat."""
    copies: dict[int, list[Source]] = {}
    for source in sources:
        if source.copy_of is not None:
            copies.setdefault(source.copy_of, []).append(source)
    for source in sources:
        if source.copy_of is not None:
            continue
        notes = "".join(
            f" · {note}"
            for note, there in (
                (f"credits {source.agency}", source.agency),
                ("put here by hand", source.member.by_hand),
                ("not analysed", source.text is None),
            )
            if there
        )
        yield f"  {source.id:>5} {source.title}"
        yield f"        {source.about} · {source.member.language}{notes}"
        if source.member.reason:
            yield f"        {clean_line(source.member.reason)}"
        if same := copies.get(source.number):
            agency = f"{source.agency} " if source.agency else ""
            count = len({each.outlet for each in [source, *same]})
            yield f"        the same {agency}text in {count} outlet{'' if count == 1 else 's'}:"
            yield from (f"        {each.id:>5} {each.about}" for each in same)
            yield f"        what one changed: parley diff {same[0].id} --with {source.id}"


def _at(cited: Cited | None) -> str:
    return f", {cited.line}" if cited is not None else ""
