"""Where a library has changed, as far as searches can tell."""

from __future__ import annotations

import json
from zlib import crc32

from reader.domain.confidence import SETTING
from reader.store.search.nodes import Ask
from reader.store.search.numbering import STRETCH

# What a search may name and no article holds, and how sure a statement must be: few rows, of which any may be meant.
_NAMES = (
    "SELECT id, name, title, address, subscribed, unsubscribed FROM feed ORDER BY id",
    "SELECT feed_id, address FROM feed_address ORDER BY feed_id, address",
    "SELECT id, parent, name FROM folder ORDER BY id",
    "SELECT folder, feed_id FROM placement ORDER BY feed_id",
    "SELECT id, name FROM tag ORDER BY id",
)


def changes(ask: Ask) -> dict[int, tuple[int, int]]:
    """See ``Search.changes``."""
    names = [ask(sql, ()) for sql in _NAMES] + [ask("SELECT value FROM setting WHERE key = ?", (SETTING,))]
    named = crc32(json.dumps(names).encode())
    ((last,),) = ask("SELECT coalesce(max(id), 0) FROM article", ())
    known = dict(ask("SELECT id, changes FROM stretch", ()))
    return {one: (known.get(one, 0), named) for one in range((last >> STRETCH) + 1)}
