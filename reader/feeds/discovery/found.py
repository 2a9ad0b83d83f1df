"""What a page offers to subscribe to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FoundKind(StrEnum):
    """What a page says an address leads to; ``LINK`` where it only looks like a feed."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    RDF = "rdf"
    XML = "xml"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed a page names: an absolute http or https address, what the page calls it (may be empty), its kind."""

    address: str
    title: str
    kind: FoundKind
