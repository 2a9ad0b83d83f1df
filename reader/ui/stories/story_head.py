"""The two lines above a story: what it is called, who tells it, and when."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from reader.domain.plain_text import clean_line
from reader.domain.story import Story
from reader.ui.panel.words import plain
from reader.ui.row_text import fit
from reader.ui.stories.story_rows import FOLLOWED, MUTED, count_words
from reader.ui.stories.times import day_span


class StoryHead(Widget):
    """Nothing until it is told a story; ``key`` opens the earlier one."""

    def __init__(self, key: str = "<") -> None:
        super().__init__()
        self._key = key
        self._story: Story | None = None
        self._hint = ""

    def show(self, story: Story) -> None:
        """Tell of a story."""
        self._story = story
        self.refresh()

    def hint(self, words: str) -> None:
        """Say at the right which of the parties are in sight."""
        self._hint = words
        self.refresh()

    def render(self) -> Content:
        """The name, and under it the facts."""
        if self._story is None:
            return Content("")
        width = max(self.size.width, 1)
        return self._heading(self._story, width) + "\n" + self._facts(self._story, width)

    def _heading(self, story: Story, width: int) -> Content:
        row = story.row
        signs = "".join((f"{FOLLOWED} " if row.followed else "", f"{MUTED} " if row.muted else ""))
        hint = self._hint if cell_len(self._hint) + 20 <= width else ""
        room = max(width - cell_len(hint) - 2, 1)
        name = Content.assemble((signs, "$accent"), plain(row.shown or "(no title)", "bold"))
        if row.name and row.title:
            name = name.append(Content.styled(f" — {clean_line(row.title)}", "$quiet"))
        name = name.truncate(room, ellipsis=True)
        return name + Content(" " * max(width - name.cell_length - cell_len(hint), 0)) + Content.styled(hint, "$quiet")

    def _facts(self, story: Story, width: int) -> Content:
        row = story.row
        outlets = [clean_line(name) for name in row.sources]
        unread = f"{row.unread:,} unread" if row.unread else "all read"
        fixed = [" ".join(row.languages), day_span(row.first, row.last), count_words(row), unread]
        earlier = ""
        if story.earlier is not None:
            earlier = f"earlier: {clean_line(story.earlier.title)} ({self._key} opens it)"
        taken = sum(cell_len(part) + 3 for part in fixed) + (min(cell_len(earlier), width // 3) + 3 if earlier else 0)
        told = " · ".join(part for part in (_outlets(outlets, max(width - taken, 16)), *fixed) if part)
        left = width - cell_len(told) - 3
        if earlier and left > 12:
            told = f"{told} · {_shorter(earlier, self._key, left)}"
        return Content.styled(fit(told, width).rstrip(), "$quiet")


def _outlets(names: list[str], room: int) -> str:
    for count in range(len(names), 0, -1):
        more = len(names) - count
        words = ", ".join(names[:count]) + (f" +{more}" if more else "")
        if cell_len(words) <= room:
            return words
    return f"{len(names)} outlet{'' if len(names) == 1 else 's'}" if names else "no outlet named"


def _shorter(words: str, key: str, room: int) -> str:
    """The title cut, so that the key is always told."""
    if cell_len(words) <= room:
        return words
    end = f" ({key} opens it)"
    return (
        fit(words.removesuffix(end), room - cell_len(end)).rstrip() + end
        if room > cell_len(end) + 12
        else f"{key}: earlier"
    )
