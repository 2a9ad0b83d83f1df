"""Libraries to measure with: articles of 400 words in French and English in turn, with what their analyses found.

Words are drawn as in ``feed_corpus``: the n-th one about 1/n times. The same number of articles is the same library.
Analyses are made up: five parties of eight in every article, six statements of them, five numbers. Eight articles in
ten are read, one in a hundred is bookmarked, tagged, or both; a thousand carry a highlight or a note.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from feed_corpus import Corpus
from library_stories import put_into_stories

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.article import hash_text
from reader.domain.colour import Colour
from reader.domain.comparison import Comparison
from reader.domain.entry import identity
from reader.domain.feed import FeedItem
from reader.domain.intent import New
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act, Endorsement, Mode, Statement
from reader.ingest.engine import engine_key
from reader.store.entries import Origin
from reader.store.library import Library

FEEDS, FOLDERS, WORDS, BATCH = 200, 20, 400, 1_000
NEWEST = datetime(2026, 11, 1, tzinfo=UTC)
EVERY = timedelta(minutes=7)
PARTIES = (
    ("am", "Arménie", "Armenia"),
    ("az", "Azerbaïdjan", "Azerbaijan"),
    ("ru", "Russie", "Russia"),
    ("fr", "France", "France"),
    ("us", "États-Unis", "United States"),
    ("un", "ONU", "UN"),
    ("eu", "Union européenne", "European Union"),
    ("cgt", "CGT", "CGT"),
)
SEARCHES = ("says:Armenia", "tag:t1", "is:bookmarked", "source:Paper", "number:>900 counts:soldiers")
"""What the saved searches ask."""
_ENGINE = Engine(None, "made up", Level.LIGHT)


class Articles:
    """Articles by number from 0, the oldest first: the same ones every time, however many there are."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._corpus = Corpus()

    def item(self, number: int) -> FeedItem:
        """The article as its feed brings it."""
        chance = random.Random(number)
        language = ("fr", "en")[number % 2]
        words = self._corpus.draw(chance, language, WORDS + 8)
        title, body = " ".join(words[:8]).capitalize(), words[8:]
        sentences = [" ".join(body[at : at + 20]).capitalize() + "." for at in range(0, WORDS, 20)]
        text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
        when = NEWEST - EVERY * (self._of - number)
        address = f"https://news{number % FEEDS}.example/{number}"
        return FeedItem(
            title=title,
            text=text,
            guid=address,
            url=address,
            author=" ".join(words[:2]).title(),
            published=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            language=language,
        )

    def analysis(self, item: FeedItem, number: int) -> Analysis:
        """An analysis of it, made up."""
        return made_up(item, number)


def made_up(item: FeedItem, number: int, parties: Sequence[tuple[str, str, str]] = PARTIES) -> Analysis:
    """An analysis of an article, five of ``parties`` in it."""
    chance = random.Random(-number - 1)
    english = item.language == "en"
    chosen = chance.sample(parties, 5)
    named = tuple(Party(id, en if english else fr, "state") for id, fr, en in chosen)
    starts = [at for at, sign in enumerate(item.text) if sign == "." and at + 60 < len(item.text)]
    actors = tuple(
        Actor(f"a{at}", party.name, ActorKind.STATE, party.id, ((starts[at] + 2, starts[at] + 8),))
        for at, party in enumerate(named)
    )
    quantities, statements = [], []
    for at in range(5):
        start = starts[at + 2] + 2
        value = float(int(10 ** chance.uniform(0.5, 6)))
        counted = chance.choice(("soldiers", "people", "euros") if english else ("soldats", "personnes", "euros"))
        span = (start, start + 4)
        quantities.append(
            Quantity(
                *(f"q{at}", span, item.text[slice(*span)], QuantityKind.CARDINAL, value, value, value, Hedge.EXACT),
                *(None, counted, (start + 5, start + 12), None),
            )
        )
    for at in range(6):
        who, whom = chance.sample(range(5), 2)
        start = starts[at + 1] + 2
        statements.append(
            Statement(
                *(f"s{at}", (start, start + 8), (start + 9, start + 15), ((start + 16, start + 70),)),
                *((actors[who].id,), (named[who].id,), (named[whom].id,) if at % 2 else ()),
                *(chance.choice(list(Act)), Mode.INDIRECT, Endorsement.NEUTRAL, False),
                *((f"q{at}",) if at < 5 else (), None, "made-up", 0.9),
            )
        )
    return Analysis(
        item.language or "", _ENGINE, named, actors, tuple(quantities), tuple(statements), Comparison((), (), ())
    )


class Items(Protocol):
    """Articles by number."""

    def item(self, number: int) -> FeedItem:
        """The article as its feed brings it."""

    def analysis(self, item: FeedItem, number: int) -> Analysis:
        """An analysis of it, made up."""


def build(path: Path, articles: int, all_of_them: Items | None = None) -> None:
    """Make the library of so many articles at ``path``, as refreshing, analysing and reading would have made it; with
    stories made up, unless its articles are given."""
    path.unlink(missing_ok=True)
    with Library.open(path) as library:
        feeds = _subscribe(library)
        for first in range(0, articles, BATCH):
            numbers = range(first, min(first + BATCH, articles))
            add_analysed(library, feeds, all_of_them or Articles(articles), numbers)
        if all_of_them is None:
            put_into_stories(library)
        _read(library, articles)
        library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def add_analysed(library: Library, feeds: Sequence[int], all_of_them: Items, numbers: Sequence[int]) -> list[int]:
    """Take in new articles with their analyses; gives their ids."""
    from reader.ingest.telling_analyses import tell_analyses

    items = [all_of_them.item(number) for number in numbers]
    ids = add(library, feeds, items)
    with library.transaction(durable=False):
        for number, item in zip(numbers, items, strict=True):
            library.save_analysis(
                hash_text(item.text), all_of_them.analysis(item, number), engine_key(item.language or "")
            )
    while tell_analyses(library, BATCH):
        pass
    return ids


def count_as_analysed(path: Path) -> None:
    """Have the analyses of a library made at another time count as the present engine's, and its articles as placed in
    stories: no model shall run."""
    with Library.open(path) as library, library.transaction(durable=False):
        for language in ("fr", "en"):
            key = engine_key(language)
            library._db.execute(
                "UPDATE analysis SET engine_key = ? WHERE engine_key <> ? AND engine_key LIKE ?",
                (key, key, f"{language} %"),
            )
            library._db.execute("INSERT OR REPLACE INTO analysed_by VALUES (?, ?)", (language, key))
        for waiting in ("unanalysed", "unplaced"):
            library._db.execute(f"DELETE FROM {waiting}")


def add(library: Library, feeds: Sequence[int], items: Sequence[FeedItem]) -> list[int]:
    """Take in new articles as a refresh does, the full-text index too; gives their ids."""
    ids: list[int] = []
    with library.transaction(durable=False):
        for feed in feeds:
            fresh = [item for item in items if int(item.guid.rpartition("/")[2]) % FEEDS == feed - feeds[0]]
            origin = Origin(feed, f"Paper {feed % 10}")
            ids += library.entries.save(
                origin, [New(item, identity(item)) for item in fresh], "2026-11-01T00:00:00Z"
            ).new
    while library.index.fill():
        pass
    return ids


def _subscribe(library: Library) -> list[int]:
    folders = [library.folders.add(f"Folder {number}") for number in range(FOLDERS)]
    feeds = [
        library.feeds.subscribe(f"https://news{n}.example/feed", name=f"News {n}", folder=folders[n % FOLDERS]).id
        for n in range(FEEDS)
    ]
    for number, query in enumerate(SEARCHES):
        library.searches.add(f"Search {number}", query)
    return feeds


def _read(library: Library, articles: int) -> None:
    """What a person did with it."""
    chance = random.Random(articles)
    ids = [id for (id,) in library._db.execute("SELECT id FROM article ORDER BY id")]
    for first in range(0, articles, 10 * BATCH):
        piece = ids[first : first + 10 * BATCH]
        library.marking.mark([id for id in piece if chance.random() < 0.8], True)
    some = chance.sample(ids, max(articles // 100, 1))
    for tag in ("t1", "t2", "t3"):
        library.tags.put(some[:: 1 + int(tag[1])], [tag])
    with library.transaction(durable=False):
        for id in some[::2]:
            library.set_bookmarked(id, True)
    for id in some[:1000]:
        article = library.article(id)
        anchor = anchor_of(article.text, (50, 90))
        library.annotations.add(Annotation(id, About.TEXT, anchor, "Worth a look." * (id % 2), Colour.YELLOW))
