"""For how long a server says its answer stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?([0-9]{1,18})', re.IGNORECASE)
_LONGEST = timedelta(days=365)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """Cache-Control's max-age less Age, else Expires; zero where neither says anything, never more than a year.

    ``headers`` have lower-case names. no-cache, no-store and must-revalidate tell caches what to keep, not readers
    when to come, and mean nothing here.
    """
    age = max_age(headers, now)
    return min(max(age, timedelta()), _LONGEST) if age is not None else timedelta()


def max_age(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """The same as it is written: None where nothing is said, negative where it has run out."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    if found:
        return timedelta(seconds=min(int(found[1]), 10**9)) - _age(headers)
    expires = _date(headers.get("expires"))
    if expires is None:
        return None
    # Seen from the server's clock where it tells the time: its Expires is by that clock.
    return expires - (_date(headers.get("date")) or now)


def _age(headers: Mapping[str, str]) -> timedelta:
    text = headers.get("age", "").strip()
    return timedelta(seconds=int(text)) if re.fullmatch(r"[0-9]{1,9}", text) else timedelta()


def _date(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text or "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
