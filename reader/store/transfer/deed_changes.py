"""What deeds changed, looked at before it is believed: undoing one writes the columns it names."""

from __future__ import annotations

from typing import Any

import msgspec

from reader.store.transfer.kinds import KINDS
from reader.store.transfer.made import DeedRow

TABLES = frozenset(
    {
        *("feed", "feed_address", "folder", "placement", "status", "tag", "tagging", "annotation", "saved_search"),
        *("story_mark", "story_wish", "watch"),
    }
)
"""The tables whose rows deeds change."""

_COLUMNS = {kind.table: frozenset(kind.columns) for kind in KINDS if kind.table in TABLES}
_CORRECTION = "correction"


def is_sound(deed: DeedRow) -> bool:
    """True where a deed names a correction by its number, or else only tables there are, and columns they have."""
    changes = msgspec.json.decode(deed.changes)
    if deed.kind == _CORRECTION:
        return isinstance(changes, int)
    return isinstance(changes, list) and all(map(_is_change, changes))


def _is_change(change: Any) -> bool:
    if not isinstance(change, list) or len(change) != 4:
        return False
    table, key, *sides = change
    columns = _COLUMNS.get(table) if isinstance(table, str) else None
    if columns is None or not isinstance(key, int | str | list):
        return False
    return all(side is None or (isinstance(side, dict) and columns.issuperset(side)) for side in sides)
