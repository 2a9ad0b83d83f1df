"""What is chosen in a tab, known again by its words when another analysis makes the blocks anew. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from reader.ui.panel.view import Place, TabContent, View

Known = tuple[tuple[Hashable, ...], ...]
"""What blocks are known by: the chosen one first, then those below it, then those above, the nearest first."""


def standing(view: View, content: TabContent, chosen: str) -> Known:
    """What the chosen block and those around it are known by."""
    is_name = content.places[chosen].is_name
    ids = [id for id, place in content.places.items() if place.is_name == is_name]
    at = ids.index(chosen)
    return tuple(tuple(_keys(view, id, content.places[id])) for id in (*ids[at:], *reversed(ids[:at])))


def still_there(view: View, content: TabContent, known: Known, chosen: str | None) -> str | None:
    """The block that is ``chosen``, if it is still the one that was; else where that one is now, else the one next
    to it. None where all of them are gone."""
    now: dict[Hashable, list[str]] = defaultdict(list)
    for id, place in content.places.items():
        for key in _keys(view, id, place):
            now[key].append(id)
    found = (now[key] for keys in known for key in keys if key in now)
    ids = next(found, [])
    return chosen if chosen in ids else next(iter(ids), None)


def _keys(view: View, id: str, place: Place) -> Iterator[Hashable]:
    """What a block is known by: the words of its statement and its number, a party, or every mention of an actor."""
    statement = view.statement(place.statement)
    spans = tuple(view.known_place(span) for span in place.spans)
    if statement is not None:
        words = view.known_by(statement)
        yield from ((one, spans) for one in words)
        yield from ((one, None) for one in words)
    elif view.analysis.actor(id) is not None:
        yield from spans or (id,)
    else:
        yield place.party or spans
