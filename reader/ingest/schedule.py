"""When a feed is asked next. Pure: the time and the chance come from outside.

Times are ISO 8601 in UTC ("2026-03-01T12:00:00Z"); ``jitter`` is a random number in [0, 1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from reader.domain.feed import Visit
from reader.domain.fetching import Trouble
from reader.ingest.freshness import fresh_for

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=24)
FIRST_RETRY = timedelta(minutes=10)
LONGEST_WAIT = timedelta(days=7)
"""However long a server asks to be left alone."""

NEVER = "9999-12-31T00:00:00Z"
"""``next_try`` of a feed whose server said that it is gone; it sorts behind every real time."""

VISITS_TO_MOVE = 3
_UNKNOWN = timedelta(hours=1)
_ITEMS_LOOKED_AT = 12
_SPREAD = 0.1


def after_success(
    visit: Visit,
    *,
    now: datetime,
    headers: Mapping[str, str],
    ttl: int | None,
    skip_hours: frozenset[int],
    skip_days: frozenset[int],
    new_times: Sequence[str],
    jitter: float,
) -> str:
    """When to ask again after an answer, be it 304.

    A quarter of the median gap between the ``new_times`` (publication times of the newest items, in any order), from
    ``SHORTEST`` to ``LONGEST``; longer for a feed that has been silent for longer than that. Not before the
    ``headers`` (lower-case names) or ``ttl`` (minutes) allow, each for a day at most, and not in ``skip_hours`` (UTC)
    or on ``skip_days`` (0 is Monday). Never later than ``LONGEST_WAIT``.
    """
    wanted = _interval(new_times, now)
    asked = (fresh_for(headers, now), timedelta(minutes=min(max(ttl or 0, 0), 24 * 60)))
    wait = max(wanted, *(min(each, LONGEST) for each in asked))
    moment = now + min(wait * (1 + _SPREAD * jitter), LONGEST_WAIT)
    return _written(min(outside(moment, skip_hours, skip_days), now + LONGEST_WAIT))


def after_failure(visit: Visit, *, now: datetime, trouble: Trouble, retry_after: float | None, jitter: float) -> str:
    """When to ask again after a failure; ``visit.failures`` counts those before this one.

    ``FIRST_RETRY``, doubled with each failure up to ``LONGEST``, with up to half as much again by chance; not before
    ``retry_after`` (seconds), which is believed up to ``LONGEST_WAIT``. ``NEVER`` for a feed that is gone.
    """
    if trouble is Trouble.GONE:
        return NEVER
    doubled = FIRST_RETRY * 2 ** min(max(visit.failures, 0), 16)
    wait = min(doubled, LONGEST) * (1 + 0.5 * jitter)
    asked = timedelta(seconds=min(max(retry_after or 0.0, 0.0), LONGEST_WAIT.total_seconds()))
    # Whoever was told the same time must not all come back in the same second.
    later = asked + FIRST_RETRY * (0.5 * jitter) if asked else asked
    return _written(now + min(max(wait, later), LONGEST_WAIT))


def is_due(visit: Visit, now: datetime) -> bool:
    """Whether the time has come; never for a feed that is gone. A ``next_try`` that is no time counts as past."""
    if visit.gone:
        return False
    moment = _read(visit.next_try)
    return moment is None or moment <= now


def moved(
    visit: Visit, permanent: str | None, visits_needed: int = VISITS_TO_MOVE
) -> tuple[str | None, int, str | None]:
    """What becomes of ``visit.moved_to`` and ``visit.moved_visits``, and the address to store from now on, or None.

    ``permanent`` is where permanent redirects alone led on this visit. One server's mistake must not move a feed: the
    same target is needed on ``visits_needed`` visits in a row.
    """
    if not permanent:
        return None, 0, None
    visits = visit.moved_visits + 1 if visit.moved_to == permanent else 1
    return (None, 0, permanent) if visits >= visits_needed else (permanent, visits, None)


def _interval(times: Sequence[str], now: datetime) -> timedelta:
    known = sorted((m for m in map(_read, times) if m is not None and m <= now), reverse=True)[:_ITEMS_LOOKED_AT]
    if not known:
        return _UNKNOWN
    silent = now - known[0]
    gaps = [newer - older for newer, older in pairwise(known)]
    usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps)) if gaps else silent
    # Silent for longer than usual: the next item is not near. Half a usual gap of silence means nothing.
    return min(max(usual / 4, silent / 8, SHORTEST), LONGEST)


def outside(moment: datetime, hours: frozenset[int], days: frozenset[int]) -> datetime:
    """The first time from ``moment`` on that is in none of these; ``moment`` where they leave none in a week."""
    later = moment
    for _ in range(7 * 24 + 1):
        if later.weekday() not in days and later.hour not in hours:
            return later
        later = later.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment


def _read(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    """To the second, and never earlier than ``moment``."""
    whole = moment.astimezone(UTC).replace(microsecond=0)
    return (whole + timedelta(seconds=1) if whole < moment else whole).strftime("%Y-%m-%dT%H:%M:%SZ")
