"""Items of feeds as the library knows them, and what is to be done about an item that just came in."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.domain.feed import FeedItem

_TRACKERS = re.compile(
    r"utm_\w+|at_(?:medium|campaign|custom\d|recipient_\w+)|xtor|fbclid|gclid|mc_[ce]id|ns_\w+|cmp(?:id)?"
)

_PLAIN = re.compile(r"https?://(?:www\.)?((?!www\.)[a-z0-9.-]+)((?:/[^?#\s]*)?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells an item from others. ``url_key`` is its address without what does not tell articles apart; the other
    keys are short digests: of its title, of title and text, and of what is known beside them."""

    guid: str | None
    url_key: str | None
    title_key: str
    text_key: str
    facts_key: str


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An item already in the library: its row and its article. ``owner`` is True where the article first came from
    this feed, so that a change here changes it; ``deleted`` where the user deleted the article."""

    id: int
    article_id: int
    identity: Identity
    owner: bool
    deleted: bool = False


def identity(item: FeedItem) -> Identity:
    """The identity of an item."""
    facts = (item.author, item.published, item.updated, item.url, item.guid, item.layout)
    return Identity(
        item.guid,
        address_key(item.url),
        _digest(" ".join(item.title.split()).casefold()),
        _digest(f"{item.title}\n{item.text}"),
        _digest("\n".join(value or "" for value in facts)),
    )


def address_key(address: str | None) -> str | None:
    """An address without scheme, "www.", trackers and a last slash: equal for addresses of one article.

    The fragment stays: some feeds tell items apart by nothing else.
    """
    if not address:
        return None
    if (plain := _PLAIN.fullmatch(address)) is not None:  # nearly all are, and taking an address apart is slow
        return plain[1] + plain[2].rstrip("/")
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address
    if not host:
        return address
    query = parts.query
    if query:
        kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _TRACKERS.fullmatch(key)]
        query = urlencode(kept)
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    tail = (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return where + parts.path.rstrip("/") + tail


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
