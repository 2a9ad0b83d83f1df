"""Choosing the articles that are a story of their own."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.story import Story
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.words import ASIDE, clean_line, plain
from reader.ui.stories.menu import StoryDialog
from reader.ui.stories.times import stamp

PICKED, LEFT = "☒", "☐"


class PartingDialog(StoryDialog[tuple[int, ...]]):
    """Ends with the ids of the articles that were picked, at least one and not all; ``first`` is the one to begin
    with."""

    def __init__(self, story: Story, first: int) -> None:
        super().__init__(
            "Which articles are a story of their own?", "Space picks · Enter does it · Esc goes back", _one
        )
        self._members = story.members
        self._picked: set[int] = set()
        self._first = first

    def compose_foot(self) -> ComposeResult:
        yield Static(id="correction-foot", markup=False)

    def on_mount(self) -> None:
        self._fill()
        self.list.focus()
        self.call_after_refresh(self.list.choose, str(self._first))

    def _fill(self) -> None:
        self.list.set_blocks(list(self._blocks()))
        self.query_one("#correction-foot", Static).update(Content(self._told))

    @property
    def _told(self) -> str:
        picked, rest = len(self._picked), len(self._members) - len(self._picked)
        if not picked:
            return "Pick at least one."
        if not rest:
            return "Not all of them: one at least stays."
        apart = "1 article leaves the story" if picked == 1 else f"{picked} articles become a story of their own"
        return f"{apart}, {rest} stay{'s' if rest == 1 else ''}."

    def _blocks(self) -> Iterator[Block]:
        for member in self._members:
            sign = PICKED if member.article_id in self._picked else LEFT
            told = " · ".join(part for part in (clean_line(member.source or ""), stamp(member.dated)) if part)
            label = Content.styled(sign, "bold")
            title = Paragraph(plain(member.title), limit=2, label=label, label_width=2)
            yield Block(str(member.article_id), (title, Paragraph(Content.styled(told, ASIDE), indent=2)), gap=0)

    def action_pick(self) -> None:
        """Pick the chosen article, or leave it with the others; then on to the next."""
        if (chosen := self.list.chosen_id) is not None:
            self._picked ^= {int(chosen)}
            self._fill()
            self.list.move(1)

    def action_choose(self) -> None:
        """Answer with what is picked."""
        if 0 < len(self._picked) < len(self._members):
            self.dismiss(tuple(sorted(self._picked)))

    @on(BlockList.Opened)
    def _clicked_twice(self, message: BlockList.Opened) -> None:
        message.stop()
        message.prevent_default()
        self.action_pick()


def _one(id: str) -> tuple[int, ...]:
    return (int(id),)
