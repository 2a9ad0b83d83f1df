"""What is chosen in a tab, known again by its words when another analysis makes the blocks anew. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from reader.ui.panel.view import Place, TabContent, View


def standing(view: View, content: TabContent, chosen: str) -> tuple[Hashable, ...]:
    """What the chosen block is known by, then those below it, then those above: the nearest first."""
    is_name = content.places[chosen].is_name
    ids = [id for id, place in content.places.items() if place.is_name == is_name]
    at = ids.index(chosen)
    return tuple(next(_keys(view, id, content.places[id])) for id in (*ids[at:], *reversed(ids[:at])))


def still_there(view: View, content: TabContent, known: tuple[Hashable, ...], chosen: str | None) -> str | None:
    """The block that is ``chosen``, if it is still the one that was; else where that one is now, else the one next
    to it. None where all of them are gone."""
    now: dict[Hashable, str] = {}
    for id, place in content.places.items():
        for key in _keys(view, id, place):
            now.setdefault(key, id)
            if id == chosen and key == known[0]:
                return id
    return next((now[key] for key in known if key in now), None)


def _keys(view: View, id: str, place: Place) -> Iterator[Hashable]:
    """What a block is known by: the words of its statement and its number, a party, or every mention of an actor."""
    statement = view.analysis.statement(place.statement) if place.statement else None
    if statement is not None:
        yield (statement.content, place.spans)
    elif view.analysis.actor(id) is not None:
        yield from place.spans
        yield id
    else:
        yield place.party or place.spans
