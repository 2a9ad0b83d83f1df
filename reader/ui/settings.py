"""What the screen remembers from one run to the next, in the library's settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.confidence import Strictness
from reader.ui.highlight import Shown

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

_HIDDEN, _OPEN, _PAUSED = "ui.hidden", "ui.open", "ui.paused"


@dataclass(frozen=True, slots=True)
class Settings:
    """The kinds of highlight switched on, the article last open, whether articles that are not open are left without
    analysis, and how sure a statement must be to be shown."""

    shown: frozenset[Shown]
    open_id: int | None
    paused: bool
    strictness: Strictness


async def load_settings(desk: Desk) -> Settings:
    """What was remembered; whatever cannot be understood is as on a first start."""
    hidden = set((await desk.setting(_HIDDEN) or "").split(","))
    open_id = await desk.setting(_OPEN) or ""
    return Settings(
        shown=frozenset(kind for kind in Shown if kind.value not in hidden),
        open_id=int(open_id) if open_id.isascii() and open_id.isdigit() else None,
        paused=await desk.setting(_PAUSED) == "1",
        strictness=await desk.strictness(),
    )


async def save_shown(desk: Desk, shown: frozenset[Shown]) -> None:
    """Remember which highlights are off, so that kinds added later start switched on."""
    await desk.set_setting(_HIDDEN, ",".join(kind.value for kind in Shown if kind not in shown))


async def save_open(desk: Desk, id: int) -> None:
    """Remember the article that is open."""
    await desk.set_setting(_OPEN, str(id))


async def save_paused(desk: Desk, paused: bool) -> None:
    """Remember whether articles that are not open are left alone."""
    await desk.set_setting(_PAUSED, "1" if paused else "0")
