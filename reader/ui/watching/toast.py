"""What is said for a moment when rules have something to tell."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.plain_text import clean_line
from reader.domain.watch import Sighting

WORDS = 160
"""Code points of an article's words that are said."""


def toast(sightings: Sequence[Sighting], key: str) -> str:
    """One sentence for all: how many, for which rule, and the newest in its article's words; ``key`` shows them all."""
    first = sightings[0]
    rules = len({one.watch for one in sightings})
    others = f" and {rules - 1} other{'' if rules == 2 else 's'}" if rules > 1 else ""
    who = f"{clean_line(first.speaker)}: " if first.speaker else ""
    return (
        f"{len(sightings):,} new for “{clean_line(first.name)}”{others}. {key} shows "
        f"{'it' if len(sightings) == 1 else 'them'}.\n{who}{_cut(first.line)}"
    )


def _cut(words: str) -> str:
    if len(words) <= WORDS:
        return words
    return f"{words[:WORDS].rsplit(' ', 1)[0]} …"
