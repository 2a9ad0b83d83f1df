"""What leaves the screen: words for the clipboard, addresses for the browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from reader.domain.statement import Statement

GAP = " […] "
"""Stands for the reporting clause that cuts a quotation in two."""


def quoted(text: str, statement: Statement) -> str:
    """What was said, word for word; where only a cue names it, from source to cue."""
    if statement.content:
        return GAP.join(text[start:end] for start, end in statement.content)
    spans = sorted(span for span in (statement.source, statement.cue) if span)
    return text[spans[0][0] : spans[-1][1]] if spans else ""


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
