"""What a visit to a feed means for the next one. Pure: the time and the chance come from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reader.domain.errors import ParleyError
from reader.domain.feed import ParsedFeed, Visit
from reader.domain.fetching import FetchError, Response, Trouble
from reader.ingest.freshness import fresh_for
from reader.ingest.schedule import LONGEST, after_failure, after_success, moved, outside

_NOT_A_FEED = "Open the address in a browser: it may have moved, or be a page now."

_PATIENCE = 1
"""Failures after which a person may still ask again at once; from then on they wait as the schedule does."""


def stamp(moment: datetime) -> str:
    """A moment in UTC as it is kept."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def forbidden(visit: Visit, now: datetime) -> str | None:
    """Why a feed is not asked now though a person would like it, or None."""
    if visit.gone:
        return "it is gone for good, as its server said (410)"
    if visit.not_before > stamp(now):
        why = f"after {visit.failures} failures" if visit.failures else "as its server asks"
        return f"it is left alone until {visit.not_before.replace('T', ' ').removesuffix('Z')} UTC, {why}"
    return None


def advice(error: ParleyError) -> str:
    """What to do about a failure."""
    return (error.advice if isinstance(error, FetchError) else None) or _NOT_A_FEED


def succeeded(
    visit: Visit,
    response: Response,
    *,
    now: datetime,
    jitter: float,
    dates: Sequence[str],
    parsed: ParsedFeed | None = None,
    body_hash: str | None = None,
    fresh: int = 0,
) -> tuple[Visit, str | None]:
    """The visit after an answer, and the address to fetch from now on where that changed. ``parsed`` is None where
    nothing was read because nothing had changed; ``dates`` are those of the feed's newest items."""
    said = (
        visit
        if parsed is None
        else replace(visit, ttl=parsed.ttl, skip_hours=parsed.skip_hours, skip_days=parsed.skip_days)
    )
    moved_to, moved_visits, readdress = moved(visit, response.permanent)
    next_try = after_success(
        visit,
        now=now,
        headers=response.headers,
        ttl=said.ttl,
        skip_hours=said.skip_hours,
        skip_days=said.skip_days,
        new_times=dates,
        jitter=jitter,
    )
    after = replace(
        said,
        tried=stamp(now),
        succeeded=stamp(now),
        status=response.status,
        error=None,
        advice=None,
        failures=0,
        next_try=next_try,
        not_before=_left_alone(response.headers, said, now),
        etag=_kept(response.headers, "etag", visit.etag, response.status),
        last_modified=_kept(response.headers, "last-modified", visit.last_modified, response.status),
        body_hash=body_hash or visit.body_hash,
        moved_to=moved_to,
        moved_visits=moved_visits,
        gone=False,
        fresh=fresh,
    )
    return after, readdress


def failed(
    visit: Visit, error: ParleyError, *, now: datetime, jitter: float, status: int | None = None
) -> tuple[Visit, str | None]:
    """The visit after a failure, and the address to fetch from now on where that changed; ``status`` is that of an
    answer that came but could not be read."""
    trouble = error.trouble if isinstance(error, FetchError) else Trouble.BROKEN
    retry_after = error.retry_after if isinstance(error, FetchError) else None
    permanent = error.permanent if isinstance(error, FetchError) else None
    moved_to, moved_visits, readdress = (
        moved(visit, permanent) if permanent else (visit.moved_to, visit.moved_visits, None)
    )
    next_try = after_failure(visit, now=now, trouble=trouble, retry_after=retry_after, jitter=jitter)
    failures = visit.failures + 1
    waits = stamp(now + timedelta(seconds=retry_after)) if retry_after else ""
    after = replace(
        visit,
        tried=stamp(now),
        status=error.status if isinstance(error, FetchError) else status,
        error=str(error),
        advice=advice(error),
        failures=failures,
        next_try=next_try,
        not_before=max(waits, next_try if failures > _PATIENCE and trouble is not Trouble.GONE else ""),
        moved_to=moved_to,
        moved_visits=moved_visits,
        gone=trouble is Trouble.GONE,
        fresh=0,
    )
    return after, readdress


def _left_alone(headers: Mapping[str, str], said: Visit, now: datetime) -> str:
    """Until when server and feed ask to be left alone; "" where they do not."""
    asked = max(fresh_for(headers, now), timedelta(minutes=max(said.ttl or 0, 0)))
    until = outside(now + min(asked, LONGEST), said.skip_hours, said.skip_days)
    return stamp(until) if until > now else ""


def _kept(headers: Mapping[str, str], name: str, before: str | None, status: int) -> str | None:
    """A validator: the answer's own; a 304 may leave out what has not changed."""
    return headers.get(name) or (before if status == 304 else None)
