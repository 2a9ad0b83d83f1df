"""A story as one JSON object, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from reader.domain.story import StoryRow
from reader.ingest.exporting.story_quoted import Quoted
from reader.ingest.exporting.story_sources import Cited, Source
from reader.ingest.exporting.story_told import StoryTold
from reader.ingest.stories.named import named

FORMAT = "parley.story/1"


def row_object(row: StoryRow) -> dict[str, Any]:
    """What a list knows of a story: every field, and ``shown``, what it is called."""
    told = {field.name: _plain(getattr(row, field.name)) for field in fields(row)}
    return {**told, "parties": [party._asdict() for party in row.parties], "shown": row.shown}


def story_object(told: StoryTold) -> dict[str, Any]:
    """Everything that is told of a story. Words are the articles' own; ``at`` are places in them: the article's id, and
    the first and last code point counted from 1."""
    story = told.story
    return {
        "format": FORMAT,
        "story": row_object(replace(story.row, parties=named(story.row.parties, told.language))),
        "language": told.language,
        "earlier": _fields(story.earlier) if story.earlier is not None else None,
        "parties": [
            {"id": party.id or None, "name": party.name, "statements": [_quoted(each) for each in party.quoted]}
            for party in told.speaking
        ],
        "answers": [
            {"kind": str(one.kind), "statements": [quoted.number for _, quoted in one.said]} for one in told.answering
        ],
        "unheard": list(told.unheard),
        "figures": [
            {
                "counted": count.counted,
                "trend": str(count.trend),
                "why": count.why,
                "numbers": [
                    {
                        "speaker": each.speaker,
                        "party": each.party,
                        "value": each.point.value,
                        "nominal": each.point.nominal,
                        "low": each.point.low,
                        "high": each.point.high,
                        "hedge": str(each.point.hedge),
                        "dated": each.point.dated,
                        "statement": each.statement,
                        "at": _places(each.cited),
                    }
                    for each in count.numbers
                ],
            }
            for count in told.counts
        ],
        "timeline": [
            {
                "dated": event.dated,
                "article": event.source.id,
                "outlet": event.source.outlet,
                "language": event.language,
                "words": event.words,
                "speaker": event.speaker or None,
                "act": event.act or None,
                "statement": event.statement,
            }
            for event in told.timeline
        ],
        "outlets": [
            {
                "name": outlet.name,
                "languages": list(outlet.languages),
                "articles": [source.id for source in outlet.articles],
                "quoted": [{"party": name, "statements": count} for name, count in outlet.quoted],
                "unheard": list(outlet.unheard),
                "alone": list(outlet.alone),
                "cites": [{"outlet": name, "words": words} for name, words in outlet.cites],
                "agencies": list(outlet.agencies),
            }
            for outlet in told.outlets
        ],
        "changes": [
            {
                "kind": str(change.kind),
                "speaker": change.speaker or None,
                "was": {"words": change.was, "at": _place(change.was_at), "language": change.languages[0]},
                "now": {"words": change.now, "at": _place(change.now_at), "language": change.languages[1]},
                "why": change.why,
            }
            for change in told.changes
        ],
        "articles": [_source(source) for source in told.sources],
        "by_hand": list(told.by_hand),
        "made": list(told.made),
    }


def _quoted(quoted: Quoted) -> dict[str, Any]:
    statement = quoted.card.statement
    return {
        "number": quoted.number,
        "id": statement.id,
        "parties": list(statement.parties),
        "targets": list(statement.targets),
        "act": str(statement.act),
        "negated": statement.negated,
        "mode": str(statement.mode),
        "words": list(quoted.words),
        "language": quoted.language,
        "source": quoted.source or None,
        "taken_for": quoted.meant or None,
        "cue": quoted.cue or None,
        "quantities": list(quoted.card.quantities),
        "confidence": statement.confidence,
        "corrected": statement.corrected,
        "answers": [{"how": answer.words, "statement": answer.number} for answer in quoted.answers],
        "at": _places(quoted.cited),
        "inside": [_quoted(inner) for inner in quoted.inside],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        **_fields(source.member),
        "outlet": source.outlet,
        "analysed": source.text is not None,
    }


def _places(cited: Sequence[Cited]) -> list[dict[str, Any] | None]:
    return [_place(each) for each in cited]


def _place(cited: Cited | None) -> dict[str, Any] | None:
    if cited is None:
        return None
    first, _, last = cited.place.partition("–")
    source = cited.source
    return {
        "article": source.id,
        "outlet": source.outlet,
        "dated": source.member.dated,
        "first": int(first),
        "last": int(last),
        "exact": cited.exact,
    }


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
