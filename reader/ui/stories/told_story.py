"""What the panel knows of the story an open article belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.story_board.parts import StoryBoard
from reader.domain.story import Story
from reader.ui.stories.times import day_span


@dataclass(frozen=True)
class ToldStory:
    """A story as it was last read. ``language`` is that of the reader, ``waiting`` how many of its articles are not
    analysed yet and so not on the board."""

    story: Story
    board: StoryBoard
    language: str
    waiting: int = 0

    @property
    def articles(self) -> frozenset[int]:
        """The ids of its articles."""
        return frozenset(member.article_id for member in self.story.members)

    @property
    def heading(self) -> str:
        """ "This story · 5 articles · 13–15 Sep 2022"."""
        row = self.story.row
        told = f"{row.articles} article{'' if row.articles == 1 else 's'}"
        return " · ".join(part for part in ("This story", told, day_span(row.first, row.last)) if part)

    @property
    def line(self) -> str:
        """What is to be known before trusting what is shown; mostly nothing."""
        if not self.waiting:
            return ""
        is_are, its = ("is", "article") if self.waiting == 1 else ("are", "articles")
        return f"{self.waiting} of its {its} {is_are} not analysed yet."

    def lacking(self, article: int, key: str) -> str:
        """What the story has that an article lacks, and the ``key`` that shows it; what there is where it lacks
        nothing."""
        beyond = self.board.beyond.get(article)
        if beyond is not None and beyond.sentences:
            return f"{beyond.sentences[0].rstrip('.')} · {key} shows the story"
        others = self.story.row.articles - 1
        return f"{others} other article{'' if others == 1 else 's'} of this story · {key} shows it"
