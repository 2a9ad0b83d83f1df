"""What a file that is no OPML seems to be."""

from __future__ import annotations

import codecs
import re

_LOOKED_AT = 4096
_FEED = "a feed, which is subscribed to by its address"
_PAGE = "an HTML page"
_BY_ROOT = {"rss": _FEED, "feed": _FEED, "rdf": _FEED, "html": _PAGE}
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(!doctype\s+html|[\w:]+)", re.I | re.S)
_NEWSBOAT = re.compile(rb"(?:\s*(?:#[^\n]*)?\n)*\s*\"?(?:https?|exec|filter|query|file):", re.I)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]\s*[\"{\[\]}]")
_MAGIC = ((b"SQLite format 3\0", "a SQLite database"), (b"PK\x03\x04", "a ZIP archive"), (b"\x1f\x8b", "a gzip file"))


def what_it_seems(data: bytes, root: str | None = None) -> str | None:
    """What to call the file ("an HTML page"), by the name of its first element or by how it begins; None for OPML that
    is broken, and for what nobody can tell."""
    start = data[:_LOOKED_AT]
    if root is None:
        found = _ROOT.match(start)
        root = found[1].decode("ascii", "replace").rpartition(":")[2] if found else ""
    if root.lower().startswith("!doctype"):
        return _PAGE
    if root:
        return _BY_ROOT.get(root.lower())
    if _JSON.match(start):
        return "JSON"
    if _NEWSBOAT.match(start):
        return "newsboat's list of addresses, which “newsboat --export-to-opml” turns into OPML"
    known = next((kind for magic, kind in _MAGIC if start.startswith(magic)), None)
    if known is not None or start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return known
    return "a binary file" if b"\0" in start else None if b"<" in start else "a plain text"
