"""Names of outlets in what is kept of stories: those of feeds are put in when it is read, as feeds are renamed.

An article's outlet is its own source, a word, or else its feed, by its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from reader.store.part import Part

OUTLET = "\ufffc"
"""Stands in a reason for the outlet of the other article."""

_PLACE = f" ({OUTLET})"


def told_by(reason: str, outlet: str | None) -> str:
    """A reason with the name of the other article's outlet, where it has one."""
    # Whatever stands in the other's title comes first.
    head, place, tail = reason.rpartition(_PLACE)
    return f"{head} ({outlet}){tail}" if place and outlet else head + tail


class Outlets(Part):
    """One connection's view. Every method may raise LibraryError."""

    def of(self, kept: Iterable[str]) -> list[tuple[str, ...]]:
        """Names of outlets, each once, for lists of them as they are kept."""
        lists = [json.loads(each) for each in kept]
        feeds = sorted({one for each in lists for one in each if isinstance(one, int)})
        sql = "SELECT id, coalesce(name, title) FROM feed WHERE id IN (SELECT value FROM json_each(?))"
        names = dict(self._ask(sql, json.dumps(feeds))) if feeds else {}
        return [
            tuple(dict.fromkeys(name for one in each if (name := names.get(one) if isinstance(one, int) else one)))
            for each in lists
        ]
