"""When a server asks to be asked again."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MAX_SECONDS = 7 * 24 * 3600.0


def http_date(text: str) -> datetime | None:
    """A date as HTTP writes it (any of its three forms), in UTC; None for anything else."""
    try:
        moment = parsedate_to_datetime(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds from ``now`` (0 to ``MAX_SECONDS``) that a Retry-After header, in either form, asks for; or None."""
    if header is None:
        return None
    text = header.strip()
    if re.fullmatch(r"[0-9]{1,300}(?:\.[0-9]*)?", text):
        return min(float(text), MAX_SECONDS)
    moment = http_date(text)
    return None if moment is None else min(max((moment - now).total_seconds(), 0.0), MAX_SECONDS)
