"""What a person put on the articles of a story, as the Articles tab shows it: ★ bookmarked, ¶ notes, ■ tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from reader.domain.story import StoryMember
from reader.ui.annotating.highlights import NOTE
from reader.ui.panel.words import ASIDE, NUMBER, clean_line
from reader.ui.row_text import BOOKMARKED, TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Marks:
    """Names of an article's tags, and how many notes are on it or its words."""

    tags: tuple[str, ...] = ()
    notes: int = 0


UNMARKED = Marks()


def read_marks(library: Library, ids: Sequence[int]) -> dict[int, Marks]:
    """The marks of these articles by id; those without any may be left out. Raises LibraryError."""
    tags, notes = library.tags.names(ids), library.annotations.counts(ids, notes=True)
    return {id: Marks(tags.get(id, ()), notes.get(id, 0)) for id in {*tags, *notes}}


def signs(member: StoryMember, marks: Marks) -> Content:
    """What stands before the title: "★ ¶2 "."""
    bookmarked = f"{BOOKMARKED} " if member.bookmarked else ""
    noted = f"{NOTE}{marks.notes if marks.notes > 1 else ''} " if marks.notes else ""
    return Content.styled(bookmarked + noted, NUMBER)


def tags(marks: Marks) -> Content:
    """What stands before the outlet: "■ sea ■ port · "; nothing where there is no tag."""
    named = " ".join(f"{TAG} {clean_line(name)}" for name in marks.tags)
    return Content.styled(f"{named} · " if named else "", ASIDE)
