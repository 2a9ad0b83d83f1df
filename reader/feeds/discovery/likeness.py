"""What a feed's address and name look like, and what looks like one and is none."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from reader.feeds.discovery.found import FoundKind

DECLARED_TYPES = {
    "application/rss+xml": FoundKind.RSS,
    "application/x-rss+xml": FoundKind.RSS,
    "application/rss": FoundKind.RSS,
    "text/rss+xml": FoundKind.RSS,
    "text/rss": FoundKind.RSS,
    "application/atom+xml": FoundKind.ATOM,
    "application/x.atom+xml": FoundKind.ATOM,
    "application/atom": FoundKind.ATOM,
    "text/atom+xml": FoundKind.ATOM,
    "text/atom": FoundKind.ATOM,
    "application/feed+json": FoundKind.JSON,
    "application/rdf+xml": FoundKind.RDF,
    "text/rdf": FoundKind.RDF,
}
SHARED_TYPES = {"text/xml": FoundKind.XML, "application/xml": FoundKind.XML, "application/json": FoundKind.JSON}
"""Types that feeds share with much else."""

_HINT = re.compile("feed|rss|atom|rdf|xml|flux", re.IGNORECASE)
_PATH = re.compile(r"(?:^|[/_.-])(?:feeds?|rss[0-9]?|atom|rdf|flux)(?:[/_.-]|$)|\.(?:rss|atom|rdf|xml)$", re.IGNORECASE)
_QUERY = re.compile(r"(?:^|[&;])(?:feed|format|type|output|alt)=(?:rss|atom|rdf|feed|json$)", re.IGNORECASE)
_HOST = re.compile(r"^(?:feeds?|rss)[0-9]?\.", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:flux|fils?|feed|syndication)\s)?(?:rss|atom|xml)(?:[\s-](?:feeds?|2\.0|1\.0))?", re.IGNORECASE
)
# A map of the site, a description of its search, a page to embed, a picture of the well-known sign.
_OTHER_PATH = re.compile(
    r"sitemap|opensearch|oembed|xmlrpc|wlwmanifest|\.(?:png|gif|jpe?g|svg|webp|ico|css|js|opml)$", re.IGNORECASE
)
_OTHER_READERS = re.compile(r"(?:^|\.)(?:feedly|inoreader|netvibes|newsblur|bloglovin|subtome|feedvalidator)\.[a-z]+$")
_COMMENTS = re.compile(
    r"\b(?:wp-)?(?:comment(?:s|aires?)?|kommentare?|comentarios?|commenti)(?:rss\d?)?\b", re.IGNORECASE
)


def may_look_like_feed(href: str) -> bool:
    """Whether it is worth resolving ``href`` to ask ``looks_like_feed``: quick, and never wrongly False."""
    return _HINT.search(href) is not None


def looks_like_feed(address: str) -> bool:
    """Whether an absolute address has the path, query or host that feeds have."""
    parts = urlsplit(address)
    if _OTHER_PATH.search(parts.path) or _OTHER_READERS.search(parts.netloc):
        return False
    return bool(_PATH.search(parts.path) or _QUERY.search(parts.query) or _HOST.search(parts.netloc))


def is_name_of_feed(words: str) -> bool:
    """Whether a link's words only say that a feed is behind it: "RSS", "Flux RSS", "Atom feed"."""
    return _NAME.fullmatch(words) is not None


def is_about_comments(title: str, address: str) -> bool:
    """Whether a feed brings readers' comments rather than articles, as its title or its address says."""
    parts = urlsplit(address)
    return bool(_COMMENTS.search(title) or _COMMENTS.search(f"{parts.path}?{parts.query}"))
