"""The articles of a story as they are cited: numbered, oldest first, with all that tells one text from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.story_board.parts import Carrier, StoryBoard, StoryText
from reader.domain.plain_text import clean_line
from reader.domain.story import StoryMember
from reader.ingest.exporting.story_dates import when


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited. ``number`` counts from 1; ``copy_of`` is the number of the article whose text it
    repeats. ``text`` is None where it is not analysed, and then nothing of it is quoted."""

    number: int
    member: StoryMember
    outlet: str
    copy_of: int | None
    agency: str
    text: StoryText | None

    @property
    def id(self) -> int:
        """The article's id in the library."""
        return self.member.article_id

    @property
    def title(self) -> str:
        """Its headline, never empty."""
        return clean_line(self.member.title) or "Untitled"

    @property
    def author(self) -> str:
        """Who wrote it, "" where nobody says."""
        return clean_line(self.member.author or "")

    @property
    def about(self) -> str:
        """Outlet, author and time, on one line."""
        return " · ".join(part for part in (self.outlet, self.author, when(self.member.dated)) if part)


@dataclass(frozen=True, slots=True)
class Cited:
    """Where something stands: in which article, at which code points of its text, first and last, counted from 1.
    ``exact`` where the words there are those that are shown, but for case, accents and spaces."""

    source: Source
    place: str
    exact: bool = True

    @property
    def line(self) -> str:
        """ "AP, 14 Sep 2022, 10:20 UTC"."""
        return f"{self.source.outlet}, {when(self.source.member.dated)}"


class Sources:
    """The sources of a story, and places in them."""

    def __init__(self, members: Sequence[StoryMember], board: StoryBoard) -> None:
        texts = {text.article_id: text for text in board.texts}
        numbers = {member.article_id: number for number, member in enumerate(members, 1)}
        self.all = tuple(_source(member, texts.get(member.article_id), numbers) for member in members)
        self._by_id = {source.id: source for source in self.all}

    def of(self, article_id: int) -> Source | None:
        """The article with that id, None where it is not in the story."""
        return self._by_id.get(article_id)

    def cited(self, carrier: Carrier) -> Cited | None:
        """Where a carrier is, None where its article is not in the story."""
        source = self._by_id.get(carrier.article_id)
        return Cited(source, f"{carrier.span[0] + 1}–{carrier.span[1]}") if source is not None else None

    def all_cited(self, carriers: Sequence[Carrier]) -> tuple[Cited, ...]:
        """The same for several, in their order."""
        return tuple(cited for carrier in carriers if (cited := self.cited(carrier)) is not None)


def elsewhere(cited: Sequence[Cited]) -> Iterator[tuple[str, tuple[Cited, ...]]]:
    """Where a statement stands besides the first place, with what to say of that: the same words, or nearly."""
    for exact, label in ((True, "The same words in"), (False, "Nearly the same words in")):
        if there := tuple(each for each in cited[1:] if each.exact is exact):
            yield label, there


def _source(member: StoryMember, text: StoryText | None, numbers: Mapping[int, int]) -> Source:
    outlet = (text.outlet if text is not None else member.source) or ""
    agency = (text.agency if text is not None else member.agency) or ""
    copy_of = numbers.get(member.copy_of) if member.copy_of is not None else None
    return Source(
        numbers[member.article_id], member, clean_line(outlet) or "unnamed", copy_of, clean_line(agency), text
    )


def outlets(cited: Sequence[Cited]) -> tuple[str, ...]:
    """The names of the outlets, each once, in order."""
    return tuple(dict.fromkeys(each.source.outlet for each in cited))
