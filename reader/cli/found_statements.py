"""Statements that a search found, for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reader.analysis.board.labels import act_words
from reader.cli.found_articles import NOTHING
from reader.cli.json_lines import json_line
from reader.cli.output import say
from reader.domain.csv_cells import csv_lines
from reader.domain.found_statement import FoundStatement
from reader.domain.plain_text import clean_line
from reader.domain.query.terms import Query
from reader.domain.statement_sections import Section, sections
from reader.store.library import Library

NOBODY = "Nobody whose party is known"
_COLUMNS = (
    *("article", "statement", "date", "source", "title", "url", "language", "parties", "speakers", "act", "negated"),
    *("targets", "words", "confidence"),
)


def print_statements(library: Library, query: Query, limit: int | None, how: str) -> None:
    """Print what is found; ``how`` is "json", "csv" or "" for people."""
    found = library.search.statements(query) if limit is None else library.search.statements(query, limit=limit)
    if how == "json":
        for statement in found.statements:
            say(json_line(_told(statement)))
    elif how == "csv":
        for line in csv_lines(_COLUMNS, map(_cells, found.statements)):
            say(line.removesuffix("\n"))
    elif not found.statements:
        say(NOTHING)
    else:
        for line in _by_party(found.statements):
            say(line)
        if found.more:
            say(f"These are the newest {len(found.statements):,}; there are more.")


def _by_party(found: Sequence[FoundStatement]) -> Iterator[str]:
    for at, section in enumerate(sections(found)):
        if at:
            yield ""
        name = clean_line(section.party.name) if section.party else NOBODY
        yield f"{name} ({len(section.statements):,})"
        for statement in section.statements:
            yield f"  {_headline(section, statement)}"
            yield textwrap.indent(statement.words.strip("\n"), "    ")


def _headline(section: Section, statement: FoundStatement) -> str:
    """``2022-09-14 Le Monde: accused → Azerbaijan — Nikol Pachinian (article 12)``."""
    act = act_words(statement.act, negated=statement.negated)
    targets, speakers = section.targets(statement), section.speakers(statement)
    to = f" → {', '.join(clean_line(target.name) for target in targets)}" if targets else ""
    who = f" — {', '.join(map(clean_line, speakers))}" if speakers else ""
    source = f" {clean_line(statement.source)}:" if statement.source else ":"
    return f"{statement.dated[:10]}{source} {act}{to}{who} (article {statement.article_id})"


def _told(statement: FoundStatement) -> dict[str, object]:
    return {
        "article": statement.article_id,
        "statement": statement.sid,
        "start": statement.start,
        "date": statement.dated,
        "source": statement.source,
        "title": statement.title,
        "url": statement.url,
        "language": statement.language,
        "parties": [party._asdict() for party in statement.parties],
        "speakers": list(statement.speakers),
        "act": str(statement.act),
        "negated": statement.negated,
        "targets": [target._asdict() for target in statement.targets],
        "words": statement.words,
        "confidence": statement.confidence,
    }


def _cells(statement: FoundStatement) -> list[object]:
    told = _told(statement) | {
        "parties": "; ".join(party.name for party in statement.parties),
        "speakers": "; ".join(statement.speakers),
        "targets": "; ".join(target.name for target in statement.targets),
    }
    return [told[name] for name in _COLUMNS]
