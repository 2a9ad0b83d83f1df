"""Keeping a search among the feeds: its name is asked for, then it is listed under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.saved_search import LONGEST, SavedSearch
from reader.domain.scope import Scope
from reader.ui.feeds.entry import Entry, Field

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.search.results_screen import ResultsScreen


def ask_to_keep(screen: ResultsScreen, scope: Scope) -> None:
    """Ask what to call a search; what was typed, until it is called something else."""

    async def keep(typed: Sequence[str]) -> SavedSearch:
        return await screen.desk.library.ask(partial(_keep, name=typed[0], query=scope.text))

    sentence = "It stands among the feeds, with what is unread of it."
    field = Field("Name", scope.text[:LONGEST])
    screen.app.push_screen(Entry("Keep this search", sentence, [field], keep), partial(_kept, screen, scope))


def _keep(library: Library, name: str, query: str) -> SavedSearch:
    return library.searches.add(name, query)


def _kept(screen: ResultsScreen, scope: Scope, saved: SavedSearch | None) -> None:
    if saved is not None:
        screen.show_kept(replace(scope, saved=saved.id), saved)
