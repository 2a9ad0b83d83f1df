"""Who says it is asking."""

from __future__ import annotations

from reader import __version__
from reader.domain.plain_text import clean_line

PROJECT = "https://pypi.org/project/parley-reader/"
"""Where a server's operator finds out what is asking."""

FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
)
"""The Accept header for a feed."""


def user_agent(contact: str | None = None) -> str:
    """The User-Agent: name, version and whom to write to (``contact``, an address of any kind, or the project)."""
    reached = clean_line(contact or "").encode("ascii", "ignore").decode().translate({40: None, 41: None})
    return f"Parley/{__version__} (news reader; +{reached or PROJECT})"
