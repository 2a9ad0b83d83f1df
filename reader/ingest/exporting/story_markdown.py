"""A story as Markdown: to read, or to file from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.domain.addresses import link_address
from reader.domain.plain_text import clean_line
from reader.ingest.exporting.escaping import linked, plain
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_html import missing_sentence
from reader.ingest.exporting.story_markdown_parts import (
    answer_parts,
    change_parts,
    figure_parts,
    outlet_parts,
    timeline_parts,
)
from reader.ingest.exporting.story_quoted import Quoted
from reader.ingest.exporting.story_sources import Cited, Source, elsewhere
from reader.ingest.exporting.story_told import StoryTold

HASH = 12


def story_markdown(told: StoryTold) -> str:
    """The story to read: what the parties say, figures, changes, timeline, outlets, articles with why they are in it.
    No line end at its end."""
    return "\n\n".join(_parts(told, cite=False))


def briefing_markdown(told: StoryTold) -> str:
    """The story to file from: every statement with outlet, author, time, address and its text's hash, and how all of
    this was made and corrected. The same library gives the same text. No line end at its end."""
    return "\n\n".join(_parts(told, cite=True))


def _parts(told: StoryTold, *, cite: bool) -> Iterator[str]:
    yield f"# {plain(told.title)}"
    yield f"*{plain(told.about)}*"
    if told.story.earlier is not None:
        earlier = told.story.earlier
        yield plain(f"Earlier: {clean_line(earlier.title)}, until {when(earlier.last[:10])}. {earlier.reason}")
    if told.missing:
        yield missing_sentence(len(told.missing), len(told.sources))
    yield from answer_parts(told.answering)
    yield "## What the parties say"
    if told.unheard:
        yield f"**Not heard anywhere:** {plain(', '.join(told.unheard))}"
    if not told.speaking:
        yield "No statements found."
    for party in told.speaking:
        yield f"### {plain(party.name)}"
        for quoted in party.quoted:
            yield from _statement(quoted, cite=cite)
    yield from figure_parts(told.counts)
    yield from change_parts(told.changes)
    if not cite:
        yield from timeline_parts(told.timeline)
    yield from outlet_parts(told.outlets)
    yield "## Articles"
    yield from (_source(source, cite=cite) for source in told.sources)
    if told.by_hand or cite:
        yield "## Corrected by hand"
        yield _list(told.by_hand) or "Nothing."
    yield "## How this was made"
    yield _list(told.made)


def _statement(quoted: Quoted, *, cite: bool) -> Iterator[str]:
    card = quoted.card
    aimed = f" → {plain(', '.join(card.targets))}" if card.targets else ""
    speaker = f" ({plain(quoted.said_by)})" if quoted.source else ""
    mark = " (corrected by hand)" if card.statement.corrected else ""
    yield f"**{quoted.number}. {card.act}**{aimed}{speaker}{mark}"
    yield f"> {plain(quoted.line)}"
    answers = (f"⇄ {answer.words}" + (f" ({answer.number})" if answer.number else "") for answer in quoted.answers)
    told = [
        f"cue: {quoted.cue}" if quoted.cue else "",
        f"numbers: {'; '.join(card.quantities)}" if card.quantities else "",
        quoted.language,
        quoted.sure,
        *answers,
    ]
    about = plain(" · ".join(part for part in told if part))
    yield "\n".join([*(f"- {line}" for line in _cited(quoted.cited, cite=cite)), f"- {about}"])
    for inner in quoted.inside:
        yield from _statement(inner, cite=cite)


def _cited(cited: Sequence[Cited], *, cite: bool) -> Iterator[str]:
    if not cite:
        if cited:
            yield _short(cited[0])
        for label, others in elsewhere(cited):
            yield f"{label}: {'; '.join(map(_short, others))}"
        return
    for each in cited[:1]:
        member = each.source.member
        address = _address(member.url) or "no address known"
        yield f"{_where(each)}, characters {each.place}, {address}, text `{member.text_hash[:HASH]}`"
    for label, others in elsewhere(cited):
        yield f"{label}: {'; '.join(map(_where, others))}"


def _short(cited: Cited) -> str:
    return f"{plain(cited.line)} \\[{cited.source.number}\\]"


def _where(cited: Cited) -> str:
    return f"{plain(cited.source.about)} \\[{cited.source.number}\\]"


def _source(source: Source, *, cite: bool) -> str:
    member = source.member
    notes = [
        f"credits {source.agency}" if source.agency else "",
        f"a copy of [{source.copy_of}]" if source.copy_of is not None else "",
        "put here by hand" if member.by_hand else "",
        "not analysed" if source.text is None else "",
    ]
    about = " · ".join(part for part in (source.about, member.language, *notes) if part)
    lines = [f"**\\[{source.number}\\] {plain(source.title)}**", plain(about)]
    if address := _address(member.url):
        lines.append(address)
    lines.append(f"SHA-256 `{member.text_hash}`" if cite else plain(member.reason))
    return "\\\n".join(line for line in lines if line)


def _address(url: str | None) -> str:
    address = clean_line(url or "")
    return linked(plain(address), address) if link_address(address) else plain(address)


def _list(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {plain(sentence)}" for sentence in sentences)
