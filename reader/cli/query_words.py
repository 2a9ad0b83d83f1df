"""From what was typed on the command line to a query; what is none is shown where it goes wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

import click

from reader.cli.output import complain
from reader.domain.errors import QueryError
from reader.domain.plain_text import mask_text
from reader.domain.query.asked import asked
from reader.domain.query.terms import Field, Number, Query

_OF_ANALYSIS = (
    *(Field.ACTOR, Field.PARTY, Field.SAYS, Field.ACT, Field.TARGET, Field.HEARD, Field.UNHEARD, Field.COUNTS),
    Field.STORY,
)
_AROUND = 34  # characters of a long query that are shown on either side of the place


def understand(typed: str) -> Query:
    """The query somebody typed today. Raises QueryError."""
    from reader.ingest.understanding import understood

    return understood(typed, date.today())


def asks_of_analysis(query: Query) -> bool:
    """True where a query asks what is said in articles, by whom, to whom, or for numbers."""
    return any(isinstance(term, Number) or term.field in _OF_ANALYSIS for term in asked(query.root))


def joined(words: Sequence[str]) -> str:
    """The words of a command line as one query."""
    return " ".join(words)


def refused(typed: str, error: QueryError) -> int:
    """Tell on standard error what is wrong, and under what was typed where. Gives the exit code."""
    complain(str(error))
    shown = "".join(" " if char.isspace() else char for char in mask_text(typed))
    start = max(0, error.position - _AROUND)
    before, behind = shown[start : error.position], shown[error.position : error.position + _AROUND]
    lead = "…" if start else ""
    click.echo(f"  {lead}{before}{behind}{'…' if error.position + _AROUND < len(shown) else ''}", err=True)
    marks = max(1, min(error.end, error.position + _AROUND) - error.position)
    click.echo(f"  {' ' * _width(lead + before)}{'^' * _width(behind[:marks] or ' ')}", err=True)
    return 1


def _width(text: str) -> int:
    """Cells a terminal needs for a text."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)
