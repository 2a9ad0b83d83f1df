"""The line of keys at the foot of the reading screen: in each pane the most useful of them, as many as there is room
for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

HELP = "help"
"""What is always there, behind the others."""

LIST = (
    *("list.down", "list.open", "region.next", "unread.next", "bookmark", "tag", "find", "feeds", "compare"),
    *("undo", "list.select", "export", "mark.many", "note", "notes", "search", "refresh", "delete", "mark", "theme"),
)
FOUND = (
    *("list.down", "list.open", "back", "find", "search.keep", "search.statements", "search.order", "unread.next"),
    *("region.next", "bookmark", "tag", "feeds", "compare", "undo", "list.select", "export", "mark.many"),
)
SELECTING = ("list.down", "list.pick", "mark", "bookmark", "tag", "delete", "back", "list.select", "mark.many", "undo")
ARTICLE = (
    *("hit.next", "hit.clear"),
    *("article.select", "highlight", "article.note", "statement.next", "compare", "find", "region.next"),
    *("undo", "bookmark", "tag", "scope", "export", "unread.next", "notes", "links", "feeds", "zen", "legend"),
    *("story.menu", "search"),
)
PICKING = (
    *("pick.word_next", "pick.line_next", "pick.sentence", "pick.paragraph", "pick.yellow", "article.note"),
    *("pick.end", "copy", "pick.anew", "pick.swap"),
)
PANEL = (
    *("panel.down", "panel.open", "region.next", "note", "panel.note_remove", "panel.note_copy", "highlight"),
    *("correct", "compare", "scope", "panel.notes", "undo", "export", "panel.parties", "panel.figures", "panel.actors"),
    *("panel.answer", "panel.translate", "story.menu", "find", "copy", "notes", "feeds", "legend"),
)
NOTES = (
    *("notes.open", "notes.edit", "notes.filter", "notes.yellow", "notes.kind", "notes.remove", "notes.close"),
    *("notes.export", "notes.copy", "notes.recolour", "undo"),
)
STORIES = (
    *("stories.down", "stories.open", "stories.next", "stories.narrow", "stories.which", "stories.follow"),
    *("stories.mute", "stories.menu", "stories.back", "stories.rename", "stories.bookmark", "stories.tag"),
    *("stories.read", "undo"),
)
TELLING = (
    *("telling.open", "telling.tab_next", "telling.down", "telling.party_next", "telling.next", "telling.menu"),
    *("telling.back", "telling.earlier", "telling.note", "telling.copy", "telling.search", "telling.mark_all"),
    *("telling.follow", "undo"),
)
TELLING_LIST = (
    *("telling.open", "telling.tab_next", "telling.down", "telling.next", "telling.menu", "telling.back"),
    *("telling.earlier", "telling.note", "telling.copy", "telling.watch", "telling.search", "telling.mark"),
    *("telling.mark_all", "telling.follow", "undo"),
)
TELLING_CHANGES = (*TELLING_LIST[:3], "telling.difference", *TELLING_LIST[3:])
TELLING_ARTICLES = (
    *("telling.open", "telling.down", "telling.pick", "telling.mark", "telling.bookmark", "telling.difference"),
    *("telling.split", "telling.leave_out", "telling.tab_next", "telling.next", "telling.back", "telling.tag"),
    *("telling.note", "telling.browser", "telling.menu", "telling.search", "undo"),
)
"""Ids of actions, the most useful first."""

OF_THE_CHOSEN = frozenset(
    {
        *("telling.open", "telling.down", "telling.difference", "telling.note", "telling.copy", "telling.mark"),
        *("telling.pick", "telling.bookmark", "telling.tag", "telling.browser", "telling.leave_out"),
    }
)
"""Those that are about what is chosen among what is told of a story."""


Words = tuple[str, str, str, str, bool, str]
"""Of a key that is told: itself, how it is shown, what it does in words, its action, whether it is off, its tooltip."""


@runtime_checkable
class TellsKeys(Protocol):
    """A widget that says which of the keys that work while it has the focus are worth telling."""

    @property
    def told_keys(self) -> tuple[str, ...]:
        """Ids of actions, the most useful first."""
        ...


@runtime_checkable
class NamesKeys(Protocol):
    """A screen on which some keys do now this, now that."""

    @property
    def key_names(self) -> Mapping[str, str]:
        """What to call actions now, by their ids, where it is not what the registry calls them."""
        ...


class KeyFooter(Footer):
    """A footer that never breaks off in the middle of a word. Where the focus is on nothing that ``TellsKeys``, it
    tells what the registry marks for the footer."""

    _width = 0

    def compose(self) -> ComposeResult:
        """The keys there is room for."""
        if self._bindings_ready:
            yield from map(self._made, self._fitting())

    async def recompose(self) -> None:
        """Tell other keys. Those told already are written anew: with each change of the focus that costs a tenth of
        new widgets."""
        if not self._bindings_ready or not self.is_attached:
            return
        told = self._fitting()
        keys = list(self.query_children(FooterKey))
        for key, active in zip(keys, told, strict=False):
            _rewrite(key, self._words(active))
        with self.app.batch_update():
            await self.remove_children(keys[len(told) :])
            await self.mount_all(map(self._made, told[len(keys) :]))

    def _fitting(self) -> list[ActiveBinding]:
        self._width = self.app.size.width
        return fitting(list(self._told()), self._width)

    def _made(self, active: ActiveBinding) -> FooterKey:
        key, shown, description, action, disabled, tip = self._words(active)
        return FooterKey(key, shown, description, action, disabled, tip).data_bind(compact=Footer.compact)

    def _words(self, active: ActiveBinding) -> Words:
        _, binding, enabled, tooltip = active
        shown = self.app.get_key_display(binding)
        return binding.key, shown, binding.description, binding.action, not enabled, tooltip or binding.description

    def _told(self) -> Iterator[ActiveBinding]:
        """Keys that work now, the most useful first, how to find the others last."""
        active: dict[str, ActiveBinding] = {}
        names = self.screen.key_names if isinstance(self.screen, NamesKeys) else {}
        for working in self.screen.active_bindings.values():
            id = working.binding.id or working.binding.action
            if id in names:
                working = working._replace(binding=replace(working.binding, description=names[id]))
            active.setdefault(id, working)
        focused = self.screen.focused
        teller = next((n for n in focused.ancestors_with_self if isinstance(n, TellsKeys)), None) if focused else None
        ids = teller.told_keys if teller else [id for id, working in active.items() if working.binding.show]
        yield from (active[id] for id in ids if id in active and id != HELP)
        if HELP in active:
            yield active[HELP]

    def on_resize(self, event: events.Resize) -> None:
        """More keys, or fewer."""
        if self._bindings_ready and self._width != self.app.size.width:
            self.call_after_refresh(self.recompose)


def _rewrite(shown: FooterKey, words: Words) -> None:
    if words == (shown.key, shown.key_display, shown.description, shown.action, shown._disabled, shown.tooltip):
        return
    shown.key, shown.key_display, shown.description, shown.action, shown._disabled, shown.tooltip = words
    shown.set_class(shown._disabled, "-disabled")
    shown.refresh(layout=True)


def fitting(told: list[ActiveBinding], width: int) -> list[ActiveBinding]:
    """Those that fit into a line with a cell between them, the first before the others; the last one always."""
    if not told:
        return []
    *others, last = told
    room = width - _cells(last)
    shown = []
    for working in others:
        if (cells := _cells(working) + 1) <= room:
            shown.append(working)
            room -= cells
    return [*shown, last]


def _cells(working: ActiveBinding) -> int:
    binding = working.binding
    return cell_len(binding.key_display or binding.key) + 1 + cell_len(binding.description)
