"""What can be said of the story an article is in, or of an article that is in none: the lines of a menu. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content

from reader.domain.plain_text import clean_line
from reader.domain.story import Story, StoryMember
from reader.ui.row_text import fit
from reader.ui.stories.times import day_span

SHORT = 56
"""Cells of a title in a line or a sentence."""

NOWHERE = "It is in no story: no other article is known to tell of the same event."


class Ask(StrEnum):
    """The lines; each has a key of its own."""

    OPEN = "open"
    FOLLOW = "follow"
    MUTE = "mute"
    RENAME = "rename"
    OUT = "out"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Line:
    """``more`` where something is asked before it is done."""

    ask: Ask
    words: str
    aside: str = ""
    more: bool = False


@dataclass(frozen=True)
class About:
    """An article, and the story it is in (None: in none); ``whole`` where nothing is said of the article itself."""

    article_id: int
    title: str
    story: Story | None
    whole: bool = False

    @property
    def name(self) -> str:
        """What to call the story, or the article where there is none, in a sentence."""
        return short(self.story.row.shown if self.story is not None else self.title)

    @property
    def member(self) -> StoryMember | None:
        """The article as the story has it; None where it is about the story only."""
        members = self.story.members if self.story is not None and not self.whole else ()
        return next((member for member in members if member.article_id == self.article_id), None)

    @property
    def head(self) -> Content:
        """What the story is called and how large it is; why the article is in it."""
        if self.story is None:
            return Content.assemble((clean_line(self.title), "bold"), "\n", NOWHERE)
        row = self.story.row
        facts = f"{row.articles} articles · {_outlets(len(row.sources))} · {day_span(row.first, row.last)}"
        head = Content.assemble((short(row.shown, 120), "bold"), "\n", clean_line(facts))
        member = self.member
        if member is None or not member.reason:
            return head
        return head + Content(f"\nWhy this article is here: {clean_line(member.reason)}")

    def lines(self) -> Iterator[Line]:
        """What can be said, in order."""
        if self.story is None:
            yield Line(Ask.JOIN, "It belongs to a story", more=True)
            return
        row, member = self.story.row, self.member
        yield Line(Ask.OPEN, "Open the story")
        yield Line(Ask.FOLLOW, "Do not follow it any more" if row.followed else "Follow it")
        mute = "Do not mute it any more" if row.muted else "Mute it"
        yield Line(Ask.MUTE, mute, "" if row.muted else "out of the lists")
        yield Line(Ask.RENAME, "Give it a name", more=True)
        if member is not None:
            yield Line(Ask.OUT, "This article is not of this story", short(member.title, 24))
        if len(self.story.members) > 2:
            yield Line(Ask.SPLIT, "Some of its articles are a story of their own", more=True)
        yield Line(Ask.JOIN, "It is one with another story", more=True)


def short(words: str, cells: int = SHORT) -> str:
    """Words on one line, cut where they are too long."""
    return fit(clean_line(words), cells).rstrip()


def _outlets(count: int) -> str:
    return f"{count} outlet{'' if count == 1 else 's'}"
