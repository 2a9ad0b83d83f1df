"""Addresses in a feed: absolute, for the web, without what a copy and paste left in them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 4000
_PLAIN = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)
_USUAL = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#]|$)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def web_address(written: str | None, base: str | None) -> str | None:
    """``written`` as an absolute http or https address, resolved against ``base``; None where it is no such thing.

    White space around and inside it goes, "feed:" is taken as http.
    """
    if not written:
        return None
    address = written.strip()
    if not address.isprintable() or " " in address:
        address = _without_blanks(address)
    if address[:5].lower() == "feed:":
        rest = address[5:].lstrip("/")
        address = rest if rest[:4].lower() == "http" else f"http://{rest}"
    if not _PLAIN.fullmatch(address):
        if not base or not address:
            return None
        scheme = _SCHEME.match(address)
        if scheme and scheme[0].lower() not in ("http:", "https:"):
            return None
        address = joined(base, address) or ""
    if len(address) > _LONGEST or not _PLAIN.fullmatch(address):
        return None
    return address if _USUAL.match(address) or _has_host(address) else None


def joined(base: str | None, address: str | None) -> str | None:
    """``address`` seen from ``base``; the one there is where the other is missing or neither makes sense."""
    if not base or not address:
        return address or base
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return base


def _without_blanks(address: str) -> str:
    """Line ends and what cannot be seen go; a space inside a path is one that was not escaped."""
    return _INVISIBLE.sub("", address.replace(" ", "%20"))


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port >= 0)
    except ValueError:
        return False
