"""What stories are made from, and what is made of it, between the library and those who place."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.signature import Signature


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits for its place, where ``anew`` though nothing of it changed. ``source`` is what it names
    itself, ``engine_key`` is of the analysis of its text (None: there is none), ``key`` and ``day`` of the signature
    that is kept (None: none is). ``hidden`` where it was deleted, ``cleaned`` where only its text was removed."""

    id: int
    dated: str
    anew: int
    title: str
    source: str | None
    language: str
    text_hash: str
    hidden: bool
    cleaned: bool
    engine_key: str | None
    key: str | None
    day: float | None


@dataclass(frozen=True, slots=True)
class Unsigned:
    """What a signature is made of; ``body`` is the analysis as it is kept."""

    id: int
    key: str
    title: str
    text: str
    language: str
    body: bytes | str


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was made, with ids and names of the text's parties; ``key`` as in ``Unsigned``."""

    key: str
    signature: Signature
    parties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """How like two articles are, as seen from ``article_id``."""

    article_id: int
    other_id: int
    value: float
    copied: float


@dataclass(frozen=True, slots=True)
class Fact:
    """What a story's row is made of, of each of its articles. ``key`` is its signature's, ``outlet`` its source, or the
    id of its feed."""

    id: int
    day: float
    key: str
    dated: str
    title: str
    outlet: str | int
    language: str
    unread: bool
    parties: tuple[tuple[str, str], ...]

    @property
    def when(self) -> tuple[float, str, int]:
        """Earlier articles come first; of those of one moment always the same, in whatever order they came in."""
        return (self.day, self.key, self.id)


@dataclass(frozen=True, slots=True)
class Member:
    """A row of ``story_member``."""

    article_id: int
    story_id: int
    likest: int | None
    copy_of: int | None
    by_hand: bool
    central: float
    reason: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of ``story``. ``bond`` is how alike its parts are at least that came together by likeness."""

    id: int
    title_of: int
    first: str
    last: str
    articles: int
    copies: int
    unread: int
    bond: float
    sources: tuple[str | int, ...]
    languages: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
