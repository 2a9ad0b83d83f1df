"""What commands that ask of stories do first: give what waits its place, or tell how much has none yet."""

from __future__ import annotations

from reader.cli.output import complain
from reader.store.library import Library

MOST = 500
"""So many articles are given their place while somebody waits, a second or two; of more it is told."""

PLACED = 100
"""Of very many waiting articles, as after an upgrade, the newest are given their place all the same."""


def place_first(library: Library, *, tell: bool = True) -> None:
    """Give articles their place in stories: all that wait where they are few, else some of the newest; of a library
    that is read-only, none. Where ``tell``, how many wait still is told on standard error."""
    if library.read_only or not library.stories.is_waiting():
        return
    if (count := library.placings.count_waiting()) <= MOST:
        from reader.cli.story_work import place

        place(library)
        return
    from reader.ingest.stories.placing import place_some

    count -= place_some(library, PLACED)
    if tell and count:
        many = "1 article has" if count == 1 else f"{count:,} articles have"
        complain(f"{many} no place in stories yet; that is done by: parley stories")
