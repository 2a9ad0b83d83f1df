"""A story as plain text that reads well aloud."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli.story_text_parts import change_lines, figure_lines, outlet_lines, source_lines, timeline_lines
from reader.domain.plain_text import clean_line
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_quoted import Quoted, Speaking
from reader.ingest.exporting.story_sources import elsewhere
from reader.ingest.exporting.story_told import StoryTold


def story_text(told: StoryTold) -> str:
    """Title, then party by party its statements with where they stand, who was not heard, figures, changes, timeline,
    outlets, articles."""
    parts = ["\n".join(_head(told))]
    parts.extend("\n".join(_party(party)) for party in told.speaking)
    if not told.speaking:
        parts.append("No statements found.")
    if told.unheard:
        parts.append(f"Not heard anywhere: {', '.join(told.unheard)}")
    others = (
        ("Figures", figure_lines(told.counts)),
        ("What changed", change_lines(told.changes)),
        ("Timeline", timeline_lines(told.timeline)),
        ("Outlets", outlet_lines(told.outlets)),
        ("Articles", source_lines(told.sources)),
        ("Corrected by hand", (f"  {sentence}" for sentence in told.by_hand)),
    )
    for heading, lines in others:
        if there := list(lines):
            parts.append("\n".join([heading, *there]))
    return "\n\n".join(parts)


def _head(told: StoryTold) -> Iterator[str]:
    row = told.story.row
    yield told.title
    yield told.about
    marks = [f"story {row.id}", *(["followed"] if row.followed else []), *(["muted"] if row.muted else [])]
    yield ", ".join([*marks, *([f"{row.new} new"] if row.new else [])])
    if told.story.earlier is not None:
        earlier = told.story.earlier
        yield f"Earlier: {clean_line(earlier.title)} (story {earlier.id}, until {when(earlier.last[:10])})"
        yield f"  {clean_line(earlier.reason)}"


def _party(party: Speaking) -> Iterator[str]:
    count = len(party.quoted)
    yield f"{party.name}: {count} statement{'' if count == 1 else 's'}"
    for quoted in party.quoted:
        yield from _statement(quoted, "  ")


def _statement(quoted: Quoted, indent: str) -> Iterator[str]:
    card = quoted.card
    aimed = f" → {', '.join(card.targets)}" if card.targets else ""
    speaker = f" ({quoted.said_by})" if quoted.source else ""
    mark = " (corrected)" if card.statement.corrected else ""
    yield f"{indent}{quoted.number}. {card.act}{aimed}{speaker}{mark}"
    yield f"{indent}   {quoted.line}"
    if quoted.cited:
        yield f"{indent}   [{quoted.language}] {quoted.cited[0].line}"
        for label, others in elsewhere(quoted.cited):
            yield f"{indent}   {label.lower()} {'; '.join(each.line for each in others)}"
    for answer in quoted.answers:
        yield f"{indent}   ⇄ {answer.words}{f' ({answer.number})' if answer.number else ''}"
    if card.quantities:
        yield f"{indent}   numbers: {'; '.join(card.quantities)}"
    for inner in quoted.inside:
        yield from _statement(inner, indent + "    ")
