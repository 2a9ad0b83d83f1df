"""What a field's value may be, for completion: what the library holds, and bodies of states by their full names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.domain.folding import fold
from reader.domain.query.terms import Field, Where

if TYPE_CHECKING:
    from reader.store.library import Library

_OF_SPEAKERS = (Field.SAYS, Field.HEARD, Field.UNHEARD)


def values_of(library: Library) -> Callable[[Field | Where, str], list[str]]:
    """As ``Search.values``; behind who speaks those that say of which state a ministry or an army is. Raises
    LibraryError."""

    def values(field: Field | Where, typed: str) -> list[str]:
        found = library.search.values(field, typed)
        return [*found, *_bodies(library, typed, found)] if field in _OF_SPEAKERS and typed.strip() else found

    return values


def _bodies(library: Library, typed: str, found: list[str]) -> list[str]:
    from reader.ingest.state_body_names import full_name
    from reader.ingest.stories.language import reader_language

    language, known = reader_language(library), {fold(one) for one in found}
    names = (full_name(party, speaker, language) for party, speaker in library.search.speakers(typed))
    return [name for name in dict.fromkeys(names) if name is not None and fold(name) not in known]
