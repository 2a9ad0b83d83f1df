"""The registry of actions in the command palette."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.ui.actions import ACTIONS, Action, Region
from reader.ui.reading_screen import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.app import ParleyApp

PLACES = (Region.EVERYWHERE, Region.READING, Region.LIST, Region.ARTICLE, Region.PANEL)
"""Where an action may come from: not from a screen laid over the reading screen, which has keys of its own."""


class ActionCommands(Provider):
    """Every action worth looking up, run where it belongs."""

    def _actions(self) -> Iterator[Action]:
        return (action for action in ACTIONS if action.palette and action.region in PLACES)

    async def discover(self) -> Hits:
        """All of them, while nothing is typed."""
        for action in self._actions():
            yield DiscoveryHit(action.tip, partial(self._run, action), help=self._keys(action))

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for action in self._actions():
            if (score := matcher.match(action.tip)) > 0:
                yield Hit(score, matcher.highlight(action.tip), partial(self._run, action), help=self._keys(action))

    def _keys(self, action: Action) -> str:
        return action.keys_shown(cast("ParleyApp", self.app).rebound)

    async def _run(self, action: Action) -> None:
        screen = next(s for s in reversed(self.app.screen_stack) if isinstance(s, ReadingScreen))
        target = {
            Region.EVERYWHERE: self.app,
            Region.LIST: screen.list,
            Region.ARTICLE: screen.view,
            Region.PANEL: screen.panel,
        }
        await self.app.run_action(action.run, default_namespace=target.get(action.region, screen))
