"""Which addresses a browser, or a link in a file, may be given."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address if a browser may be given it: http or https with a host, nothing else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def link_address(url: str) -> str | None:
    """The address if a link may lead there: on the web, or a letter to somebody; without blanks and controls."""
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme == "mailto" and "@" in parts.path else web_address(url)
