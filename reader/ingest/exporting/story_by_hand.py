"""What a person changed of a story by hand, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reader.domain.correction import Correction
from reader.domain.plain_text import clean_line
from reader.domain.story import Story, StoryWish, StoryWishKind
from reader.ingest.exporting.compared import by_hand
from reader.ingest.exporting.story_sources import Source

TitleOf = Callable[[int], str]
"""The headline of an article, which may have left the story."""

_MOST = 6


def story_by_hand(
    story: Story, sources: Iterable[Source], corrections: Iterable[Correction], title_of: TitleOf
) -> Iterator[str]:
    """Its name, which articles were put in or taken out, and what was corrected in the articles' analyses, which
    ``corrections`` are laid over already."""
    if name := clean_line(story.row.name):
        yield f"The story was named “{name}”; its most central headline is “{clean_line(story.row.title)}”."
    members = {member.article_id for member in story.members}
    for wish in story.wishes:
        yield from _wish(wish, members, title_of)
    every = tuple(corrections)
    where: dict[str, list[str]] = {}
    for source in sources:
        if (text := source.text) is not None:
            for told in by_hand(text.text, text.text_hash, text.analysis, every):
                where.setdefault(told, []).append(f"[{source.number}]")
    yield from (f"{told} {' '.join(numbers)}" for told, numbers in where.items())


def _wish(wish: StoryWish, members: set[int], title_of: TitleOf) -> Iterator[str]:
    """Nothing for a wish that a later one overruled: it has no part in the story as it is."""
    ids = tuple(dict.fromkeys((*wish.articles, *wish.others)))
    inside = [id for id in ids if id in members]
    outside = [id for id in ids if id not in members]
    if wish.kind is StoryWishKind.TOGETHER and len(inside) > 1:
        yield f"Put together as one story: {_titles(inside, title_of)}."
    elif wish.kind is StoryWishKind.APART and inside and outside:
        yield f"Taken out as not this story: {_titles(outside, title_of)}."


def _titles(ids: list[int], title_of: TitleOf) -> str:
    named = ", ".join(f"“{clean_line(title_of(id)) or 'Untitled'}”" for id in ids[:_MOST])
    left = len(ids) - _MOST
    return f"{named} and {left} other{'' if left == 1 else 's'}" if left > 0 else named
