"""JSON Lines for other programs, which a terminal may show as well."""

from __future__ import annotations

import json

from reader.domain.plain_text import clean_text


def json_line(value: object) -> str:
    """A value on one line; where that has anything a terminal could obey, everything but ASCII is escaped."""
    line = json.dumps(value, ensure_ascii=False)
    return line if clean_text(line) == line else json.dumps(value)
