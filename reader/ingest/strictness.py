"""How sure a statement must be to be shown: a setting of the library."""

from __future__ import annotations

from reader.domain.confidence import SETTING, Strictness
from reader.store.library import Library


def strictness(library: Library) -> Strictness:
    """How sure a statement must be to be shown: the library's setting, ``normal`` where there is none."""
    value = library.setting(SETTING)
    return Strictness(value) if value in set(Strictness) else Strictness.NORMAL


def set_strictness(library: Library, level: Strictness) -> None:
    """Keep how sure a statement must be. Raises LibraryError."""
    library.set_setting(SETTING, level)
