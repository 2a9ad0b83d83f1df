"""The tree subscriptions are kept in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder; ``parent`` is None at the top."""

    id: int
    parent: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Placement:
    """A feed in a folder (None: at the top). ``attributes`` are what its outline said that is not ours, as JSON."""

    id: int
    feed_id: int
    folder: int | None
    position: int
    attributes: str = ""
