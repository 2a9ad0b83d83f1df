"""The bytes of an OPML file into its tree, or one sentence that says where it is broken."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree

from reader.domain.errors import DocumentError, OpmlError
from reader.domain.plain_text import clean_line
from reader.feeds.decoding import decode
from reader.feeds.opml.likeness import what_it_seems

MOST_BYTES = 32 * 1024 * 1024

# Read as ASCII, so it cannot be true.
_WRONGLY_UTF16 = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"'](?:utf|ucs)-?(?:16|32)", re.IGNORECASE)
_PLACE = re.compile(r",? line \d+, column \d+$")
_ENTITY = re.compile(r"Entity '([^']*)' not defined")
_OPEN = re.compile(r"Premature end of data in tag (\S+)")
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_ENCODING_ERRORS = frozenset(
    {
        etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
        etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING,
        etree.ErrorTypes.ERR_INVALID_ENCODING,
        etree.ErrorTypes.I18N_CONV_FAILED,
        etree.ErrorTypes.I18N_NO_HANDLER,
    }
)


class ParsedFile(NamedTuple):
    """The root of the tree, and how many lines of the file stand before the first one the tree counts."""

    root: Any
    skipped: int


def parse(data: bytes, name: str) -> ParsedFile:
    """The tree of a well-formed OPML file; ``name`` is what a sentence calls it.

    No entity is expanded, no other file read, no address fetched. Raises OpmlError: too large, not well-formed, not
    OPML.
    """
    if len(data) > MOST_BYTES:
        raise OpmlError(f"{name} is larger than {MOST_BYTES >> 20} MB, the most a subscription list may have.")
    if not data.strip():
        raise OpmlError(f"{name} is empty.", subject=name)
    body = data.lstrip(b" \t\r\n")
    skipped = data[: len(data) - len(body)].count(b"\n")
    try:
        root = _tree(body, name)
    except etree.XMLSyntaxError as error:
        seems = what_it_seems(body)
        if seems is not None:
            raise OpmlError(f"{name} is not OPML: it seems to be {seems}.", subject=name) from None
        line = (error.lineno or 1) + skipped
        raise OpmlError(f"{name}, line {line}, is not OPML: {_reason(error, skipped)}.", subject=name) from None
    tag = etree.QName(root).localname
    if tag.lower() != "opml":
        seems = what_it_seems(body, tag) or f"a file of another kind, whose first element is “{clean_line(tag)[:40]}”"
        raise OpmlError(f"{name} is not OPML: it seems to be {seems}.", subject=name)
    return ParsedFile(root, skipped)


def _tree(data: bytes, name: str) -> Any:
    try:
        root = _well_formed(data, "utf-8" if _WRONGLY_UTF16.match(data) else None)
    except etree.XMLSyntaxError as error:
        if error.code not in _ENCODING_ERRORS:
            raise
        try:
            text = decode(data, name)
        except DocumentError:
            raise error from None
        # What the file declares of its encoding was wrong.
        root = _well_formed(text.encode(), "utf-8")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        plain = data.replace(b"\0", b"")
        line = plain[: max(plain.find(b"<!ENTITY"), 0)].count(b"\n") + 1
        raise OpmlError(f"{name}, line {line}, is not OPML: it declares entities, which no list needs.", subject=name)
    return root


def _well_formed(data: bytes, encoding: str | None = None) -> Any:
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    # Where a file names a DTD, which is not read, an entity only it could define is no error; its place would be empty.
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.WAR_UNDECLARED_ENTITY:
            raise etree.XMLSyntaxError(entry.message, entry.type, entry.line, entry.column)
    return root


def _reason(error: etree.XMLSyntaxError, skipped: int) -> str:
    """What the parser says, in words for whoever has to mend the file."""
    said = _PLACE.sub("", clean_line(error.msg or "")).rstrip(".! ")
    if "no name" in said:
        return "an “&” stands alone there; it is written “&amp;”"
    if found := _ENTITY.search(said):
        return f"“&{found[1][:40]};” means nothing in OPML; write the character itself"
    if found := _MISMATCH.search(said):
        return f"“{found[3]}” ends there, but “{found[1]}” of line {int(found[2]) + skipped} has not ended"
    if found := _OPEN.search(said):
        return f"it ends inside “{found[1]}”; the rest is missing"
    if "Excessive depth" in said:
        return "its folders are nested too deep"
    if "amplification" in said:
        return "its entities would fill the memory"
    return said or "it is not well-formed XML"
