"""Small libraries to search in: articles with everything that can be asked of one, stored through the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.colour import Colour
from reader.domain.comparison import Comparison
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act, Endorsement, Mode, Statement
from reader.ingest.telling_analyses import tell_all
from reader.store.library import Library

ENGINE = Engine("a_model 1.0", "xx 1", Level.FULL)


@dataclass(frozen=True)
class Said:
    """A statement: who says what kind of thing against whom, in words of the text from ``at`` to ``end``."""

    speaker: str
    party: str
    target: str = ""
    act: Act = Act.DECLARE
    at: int = 0
    end: int = 1
    confidence: float = 0.9
    numbers: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Story:
    """An article as it is to be stored. ``numbers`` are those nobody says, with what they count."""

    title: str
    text: str
    author: str = ""
    source: str = ""
    dated: str = "2026-03-01"
    language: str = "en"
    read: bool = False
    bookmarked: bool = False
    deleted: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    highlight: int = 0  # so many characters of the text, from its beginning
    said: tuple[Said, ...] = ()
    numbers: tuple[tuple[float, str], ...] = ()
    group: int = 0  # those of one group, where they are two at least, are a story; 0 is none
    followed: bool = False
    called: str = ""  # what the user calls its story
    near: Near | None = None


@dataclass(frozen=True)
class Near:
    """The articles of a story by their ids, the oldest first, which gives it its title."""

    stories: dict[int, Story]

    @property
    def called(self) -> str:
        """What the user calls it: by the oldest that has a name."""
        return next((story.called for story in self.stories.values() if story.called), "")


def told_together(stories: Sequence[Story]) -> list[Story]:
    """Stories as they will be stored, each with those of its group."""
    groups: dict[int, dict[int, Story]] = {}
    for id, story in enumerate(stories, 1):
        groups.setdefault(story.group, {})[id] = story
    near = {group: Near(found) for group, found in groups.items() if group and len(found) > 1}
    return [replace(story, near=near.get(story.group)) for story in stories]


@dataclass
class Stored:
    """Stories by the ids they were given."""

    library: Library
    stories: dict[int, Story] = field(default_factory=dict)


def store(library: Library, stories: Sequence[Story]) -> Stored:
    """Put stories into a library, and all of it into its indexes."""
    stored = Stored(library)
    with library.transaction():
        for number, story in enumerate(stories):
            text = f"{story.text} {number}."  # no two are the same article
            draft = Draft(
                text,
                story.title,
                source=story.source or None,
                author=story.author or None,
                published=story.dated,
                language=story.language,
            )
            id = library.add(draft).id
            stored.stories[id] = story
            library.tags.put([id], story.tags)
            if story.note:
                library.annotations.add(Annotation(id, About.ARTICLE, body=story.note))
            if story.highlight:
                anchor = anchor_of(text, (0, min(story.highlight, len(story.text))))
                library.annotations.add(Annotation(id, About.TEXT, anchor, colour=Colour.GREEN))
            if story.said or story.numbers:
                library.save_analysis(draft.text_hash, analysis_of(story))
            if story.bookmarked:
                library.set_bookmarked(id, True)
            if story.read:
                library.set_read(id, True)
            if story.deleted:
                library.delete(id)
    group(library, told_together(list(stored.stories.values())))
    fill(library)
    return stored


def group(library: Library, stories: Sequence[Story]) -> None:
    """Keep which articles are a story, and how stories are marked."""
    with library.transaction():
        for id, story in enumerate(stories, 1):
            if story.near is not None:
                member(library, id, min(story.near.stories))
            if story.followed or story.called:
                sql = "INSERT INTO story_mark (article_id, followed, name) VALUES (?, ?, ?)"
                library._db.execute(sql, (id, story.followed, story.called))


def member(library: Library, id: int, story: int) -> None:
    """Put an article into the story whose oldest article is given, which it may be itself."""
    if id == story:
        fill_row(library, "story", id=id, title_of=id)
    fill_row(library, "story_member", article_id=id, story_id=story)


def fill_row(library: Library, table: str, **known: object) -> None:
    """Add a row of which only some columns matter."""
    columns = library._db.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
    values = [known.get(name, "[]" if kind == "TEXT" else 0) for name, kind in columns]
    library._db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def fill(library: Library) -> None:
    """Take everything that waits into the indexes."""
    while library.index.fill():
        pass
    tell_all(library)


def analysis_of(story: Story) -> Analysis:
    """The analysis that says what the story does."""
    parties = {
        name: Party(name.casefold(), name, "state") for one in story.said for name in (one.party, one.target) if name
    }
    actors = {
        one.speaker: Actor(f"a-{one.speaker}", one.speaker, ActorKind.PERSON, one.party.casefold(), ())
        for one in story.said
    }
    quantities = [_quantity(story.text, f"q{n}", *number) for n, number in enumerate(story.numbers)]
    statements = list[Statement]()
    for n, one in enumerate(story.said):
        inside = [_quantity(story.text, f"s{n}q{k}", *number) for k, number in enumerate(one.numbers)]
        quantities.extend(inside)
        statements.append(
            Statement(
                f"s{n}",
                None,
                None,
                (_clipped(one, story.text),),
                (actors[one.speaker].id,),
                (parties[one.party].id,),
                (parties[one.target].id,) if one.target else (),
                one.act,
                Mode.DIRECT,
                Endorsement.NEUTRAL,
                False,
                tuple(quantity.id for quantity in inside),
                None,
                "by hand",
                one.confidence,
            )
        )
    return Analysis(
        story.language,
        ENGINE,
        tuple(parties.values()),
        tuple(actors.values()),
        tuple(quantities),
        tuple(statements),
        Comparison((), (), ()),
    )


def _clipped(one: Said, text: str) -> tuple[int, int]:
    end = min(one.end, len(text))
    return min(one.at, end), end


def _quantity(text: str, id: str, value: float, counted: str) -> Quantity:
    """Of what is counted, the text says the first word where it has it."""
    noun = counted.partition(" ")[0]
    at = text.find(noun) if noun else -1
    span = (at, at + len(noun)) if at >= 0 else None
    kind, hedge = QuantityKind.CARDINAL, Hedge.EXACT
    return Quantity(id, (0, 1), str(value), kind, value, None, None, hedge, None, counted or None, span, None)


def titles(stored: Stored, ids: Iterable[int]) -> list[str]:
    """The titles of articles, in order."""
    return [stored.stories[id].title for id in ids]
