"""What a server gave to recognise a version by, given back."""

from __future__ import annotations

import re

from reader.domain.fetching import Request

_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]{1,2048}")


def conditions(request: Request) -> dict[bytes, bytes]:
    """If-None-Match and If-Modified-Since, exactly as received.

    A value that could not have come in a header (stored by something else, or with line ends in it) is left out: the
    whole body comes then.
    """
    pairs = ((b"If-None-Match", request.etag), (b"If-Modified-Since", request.last_modified))
    return {name: value.encode("latin-1") for name, value in pairs if value and _VALUE.fullmatch(value)}


def header_mapping(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by lower-case name, each byte a character; several of a name are joined by ", "."""
    found: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found
