"""Stories: articles about one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.found_statement import FoundParty


class StoryWishKind(StrEnum):
    """What a person says of articles: they are about one event, or they are not."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class StoryWish:
    """What a person said of articles; of two that contradict each other the later one counts.

    Together: all of ``articles`` and ``others`` are about one event. Apart: none of ``articles`` is about the same
    event as any of ``others``. ``id`` is the library's number and ``made`` ISO 8601 in UTC.
    """

    kind: StoryWishKind
    articles: tuple[int, ...]
    others: tuple[int, ...] = ()
    made: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What a list shows of a story. ``id`` is the lowest id of its articles, so that a story that grows keeps it; every
    id of an article in it names the story as well.

    ``title`` is the headline that tells most of what its articles share, ``name`` what the user calls it ("" where
    nothing); ``sources`` and ``languages`` without repetitions, those with most articles first; ``parties`` those named
    most, first. ``articles`` counts all, ``copies`` those that only repeat another's text, ``unread`` those not read,
    ``new`` those of them that came in since the story was last looked at (all where it never was). ``first`` and
    ``last`` are the dates of its oldest and newest article, ISO 8601 in UTC.
    """

    id: int
    title: str
    name: str
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    articles: int
    copies: int
    unread: int
    new: int
    parties: tuple[FoundParty, ...]
    first: str
    last: str
    followed: bool = False
    muted: bool = False

    @property
    def shown(self) -> str:
        """What it is called: the user's name for it, else its title."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class StoryMember:
    """An article of a story, with what it is cited by.

    ``reason`` is a sentence that says why it is here, ``like`` the article of the story it is most like (None where it
    is there by hand alone). ``copy_of`` is the earliest article whose text it repeats, ``agency`` the news agency it
    credits. ``by_hand`` where the user put it here.
    """

    article_id: int
    title: str
    source: str | None
    author: str | None
    language: str
    dated: str
    url: str | None
    text_hash: str
    read: bool
    bookmarked: bool
    reason: str
    like: int | None = None
    copy_of: int | None = None
    agency: str | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class EarlierStory:
    """A story that ended before another began and is about the same: an earlier flare-up. ``reason`` is a sentence."""

    id: int
    title: str
    last: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its articles, oldest first, and what the user said of them by hand, in the order it was said."""

    row: StoryRow
    members: tuple[StoryMember, ...]
    wishes: tuple[StoryWish, ...] = ()
    earlier: EarlierStory | None = None


class Stories(StrEnum):
    """Which stories a list shows, those with the newest article first; the muted ones only where they are asked for."""

    ALL = "all"
    FOLLOWED = "followed"
    UNREAD = "unread"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """How many stories there are (muted ones not counted), how many with something unread, how many are followed, and
    how many followed ones have something new."""

    all: int = 0
    unread: int = 0
    followed: int = 0
    followed_new: int = 0
