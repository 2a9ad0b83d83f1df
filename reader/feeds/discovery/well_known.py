"""Where a site's feed is likely to be when its pages name none."""

from __future__ import annotations

from urllib.parse import urlsplit

from reader.domain.errors import FeedError
from reader.feeds.discovery.addresses import normalise_address
from reader.feeds.discovery.site_rules import SITE_RULES

USUAL = (
    *("feed", "feed/", "rss", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", "rss/feed"),
    "?feed=rss2",
)
"""Where feeds usually are, below the folder of a page or the root of a site; the likeliest first."""


def well_known(address: str) -> list[str]:
    """The addresses to try for the feed of a page or a site, the likeliest first, each once.

    First those a rule for the site gives, then the usual ones in the page's folder, then at the site's root; nothing
    where ``address`` cannot be fetched. None of them is known to exist.
    """
    try:
        parts = urlsplit(normalise_address(address))
    except (FeedError, ValueError):
        return []
    server = parts.netloc.rpartition("@")[2].removeprefix("www.")
    page = server + parts.path + (f"?{parts.query}" if parts.query else "")
    found: list[str] = []
    for rule in SITE_RULES:
        match = rule.pages.fullmatch(page)
        if match is not None:
            found += map(match.expand, rule.feeds)
            if rule.only:
                return found
            break
    found += (f"{parts.scheme}://{parts.netloc}{folder}{name}" for folder in _folders(parts.path) for name in USUAL)
    return list(dict.fromkeys(found))


def _folders(path: str) -> list[str]:
    """The folders a page may be the front of, the nearest first: itself unless it is a file, the one it is in, "/"."""
    folder, _, last = path.rpartition("/")
    folders = [f"{folder}/", "/"]
    if last and "." not in last:
        folders.insert(0, f"{path}/")
    return list(dict.fromkeys(folders))
