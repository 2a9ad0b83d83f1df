"""Values of JSON from outside: cleaned, or nothing where they are not what they should be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reader.domain.annotation import clean_body
from reader.domain.plain_text import clean_line


def several(value: Any) -> list[Any]:
    """A value as a list: JSON-LD lets one value stand without."""
    return value if isinstance(value, list) else [] if value is None else [value]


def first(item: dict[str, Any], *keys: str) -> Any:
    """The value of the first of these keys that has one."""
    return next((item[key] for key in keys if item.get(key) is not None), None)


def name(item: dict[str, Any]) -> set[str]:
    """The types something is of, without the prefix some write."""
    return {word.removeprefix("oa:") for word in several(first(item, "type", "@type")) if isinstance(word, str)}


def words(value: str, limit: int | None = None, *, html: bool = False) -> str:
    """A text without anything a terminal could obey; with a ``limit`` on one line and no longer."""
    if html:
        from reader.feeds.html_blocks.blocks import fragment_text

        value = fragment_text(value)[0]
    return clean_body(value) if limit is None else clean_line(value)[:limit]


def moment(value: Any) -> str:
    """A time in any zone as ISO 8601 in UTC, to the second; "" where it is none. Without a zone it is in UTC."""
    if not isinstance(value, str):
        return ""
    try:
        when = datetime.fromisoformat(value.strip())
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when.year >= 1000 else ""


def whole(value: Any) -> int:
    """A number of code points; 0 where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else 0
