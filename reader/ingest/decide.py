"""Which items of a feed are new, which are articles already there, and which of these changed. Pure.

An item is recognised by guid and address together; where one of the two is missing, repeated or was changed by its
publisher, by the other one and the title. Two items of one document are never the same article, unless they are equal
in every word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from reader.domain.entry import Identity, KnownEntry
from reader.domain.feed import FeedItem
from reader.domain.intent import Amended, Intent, Joined, New, Rewritten

_Key = Callable[[Identity], Hashable | None]


def _all_of(*names: str) -> _Key:
    """The named parts together; None where one is missing."""

    def key(who: Identity) -> Hashable | None:
        values = tuple(getattr(who, name) for name in names)
        return None if any(value is None for value in values) else values

    return key


def _unchanged(who: Identity) -> Hashable:
    return (who.guid, who.url_key, who.text_key)


def _without_guid(who: Identity) -> Hashable | None:
    return (who.url_key,) if who.url_key and not who.guid else None


def _without_address(who: Identity) -> Hashable | None:
    return (who.guid,) if who.guid and not who.url_key else None


def _title_alone(who: Identity) -> Hashable | None:
    return (who.title_key,) if not who.guid and not who.url_key else None


# From the surest to the least sure; each pairs only what the ones before left over, and only where it is unambiguous.
_WAYS: tuple[tuple[_Key, bool], ...] = (
    (_unchanged, True),
    (_all_of("guid", "url_key", "title_key"), True),
    (_all_of("guid", "url_key"), False),
    (_all_of("guid", "title_key"), False),
    (_all_of("url_key", "title_key"), False),
    (_all_of("url_key", "text_key"), False),
    (_all_of("guid", "text_key"), False),
    (_without_guid, False),
    (_without_address, False),
    (_title_alone, False),
)


def decide(
    items: Iterable[tuple[FeedItem, Identity]],
    known: Iterable[KnownEntry],
    elsewhere: Mapping[tuple[str, str], int] | None = None,
) -> list[Intent]:
    """What to do with the items of a document, in their order; nothing for those that did not change.

    ``known`` are the feed's entries that may be among them; ``elsewhere`` articles of other feeds by ``url_key`` and
    ``text_key``.
    """
    fresh = _distinct(items)
    pairs = _paired([who for _, who in fresh], list(known))
    intents: list[Intent] = []
    for at, (item, who) in enumerate(fresh):
        entry = pairs.get(at)
        if entry is None:
            there = (elsewhere or {}).get((who.url_key, who.text_key)) if who.url_key else None
            intents.append(New(item, who) if there is None else Joined(there, item, who))
        elif entry.deleted:
            continue
        elif entry.identity.text_key != who.text_key:
            intents.append(Rewritten(entry.id, entry.article_id, item, who, entry.owner))
        elif entry.identity != who:
            intents.append(Amended(entry.id, entry.article_id, item, who, entry.owner))
    return intents


def _distinct(items: Iterable[tuple[FeedItem, Identity]]) -> list[tuple[FeedItem, Identity]]:
    """The items without those that say again, word for word, what one before said under the same guid and address."""
    seen: set[tuple[str | None, str | None, str]] = set()
    kept = []
    for item, who in items:
        key = (who.guid, who.url_key, who.text_key)
        if key not in seen:
            seen.add(key)
            kept.append((item, who))
    return kept


def _paired(fresh: list[Identity], known: list[KnownEntry]) -> dict[int, KnownEntry]:
    """Which entry each item is, by the item's place."""
    pairs: dict[int, KnownEntry] = {}
    if not known:
        return pairs
    left, open_entries = dict(enumerate(fresh)), {entry.id: entry for entry in known}
    for key, in_order in _WAYS:
        ours: dict[Hashable, list[int]] = defaultdict(list)
        theirs: dict[Hashable, list[KnownEntry]] = defaultdict(list)
        for at, who in left.items():
            if (value := key(who)) is not None:
                ours[value].append(at)
        for entry in open_entries.values():
            if (value := key(entry.identity)) is not None:
                theirs[value].append(entry)
        for value, places in ours.items():
            entries = theirs.get(value, [])
            if in_order or (len(places) == 1 and len(entries) == 1):
                for at, entry in zip(places, entries, strict=False):
                    pairs[at] = entry
                    del left[at], open_entries[entry.id]
        if not left or not open_entries:
            break
    return pairs
