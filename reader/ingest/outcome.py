"""What a refresh tells: how each feed fared, one after the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one feed fared: ``new`` and ``changed`` articles; or ``skipped``, why it was not asked; or ``error`` and
    ``advice``, one sentence each. ``status`` is the HTTP status (None where no answer came)."""

    feed_id: int
    name: str
    address: str
    new: int = 0
    changed: int = 0
    status: int | None = None
    skipped: str | None = None
    error: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A refresh moved on: ``done`` of ``total`` feeds, the last of them with this outcome (None at the start)."""

    done: int
    total: int
    outcome: Outcome | None = None
