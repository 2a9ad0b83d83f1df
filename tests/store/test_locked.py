"""Every method of a library while another program writes in it: it answers, or says in one sentence that it cannot."""

from __future__ import annotations

import inspect
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from sample import sample_analysis

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.colour import Colour
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.entry import identity
from reader.domain.errors import LibraryError, ParleyError
from reader.domain.feed import FeedItem, FullText, ParsedFeed, Visit
from reader.domain.intent import New
from reader.domain.query.terms import Field, Query, Text
from reader.domain.scope import EVERYTHING, Found
from reader.domain.signature import Signature
from reader.domain.story import StoryRow
from reader.domain.watch import WatchKind
from reader.store import open_file
from reader.store.cleanup import Wish
from reader.store.entries import Origin
from reader.store.library import Library
from reader.store.parts import Parts
from reader.store.stories.placed import Link, Member, Signed

TEXT = "The ferry was late, said the captain."
NOTE = Annotation(1, About.TEXT, anchor_of(TEXT, (4, 9)), "A note.", Colour.GREEN)
ITEM = FeedItem("A title", "Some text.", url="https://bay.example/1", guid="1")
CORRECTION = Correction(CorrectionKind.SAME_ACTOR, actor="Mary Quill", value="M. Quill")

SIGNED = Signed("1 x", Signature("en", {}, {}), ())
MEMBER = Member(2, 1, None, None, True, 0.0, "You put it here.")

BY_NAME: dict[str, Any] = {
    "table": "status",
    "values": {"bookmarked": 1},
    "change": ("status", 1, {"bookmarked": 0}, {"bookmarked": 1}),
    "changes": [("status", 1, {"bookmarked": 0}, {"bookmarked": 1})],
    "identities": [identity(ITEM)],
    "engine_key": lambda language: "an engine",
    "intents": [New(ITEM, identity(ITEM))],
    "analyses": [],
    "parent": None,
    "into": 2,
    "story": 1,
    "other": 2,
    "links": [Link(1, 3, 0.5, 0.0)],
    "was": [],
    "members": [MEMBER],
    "stories": [],
}
BY_TYPE: dict[str, Any] = {
    "int": 1,
    "float": 1.0,
    "Signed": SIGNED,
    "WatchKind": WatchKind.FIGURES,
    "int | None": 1,
    "int | str": 1,
    "str": "x",
    "str | None": "x",
    "bool": True,
    "Iterable[int]": [1],
    "Sequence[int]": [1],
    "Sequence[str]": ["word"],
    "StoryRow": StoryRow(1, "T", "", (), ("fr",), 2, 0, 1, 0, (), "2022-09-14", "2022-09-14", "2022-09-14"),
    "Collection[int]": [1],
    "Mapping[int, str]": {1: "x"},
    "Iterable[str]": ["x"],
    "Draft": Draft("Other text.", "Other"),
    "Analysis": sample_analysis(),
    "Scope": EVERYTHING,
    "Scope | Iterable[int]": [1],
    "Correction": CORRECTION,
    "Iterable[Correction]": [CORRECTION],
    "Sequence[Correction]": [CORRECTION],
    "Feed": None,  # put in by the test
    "ParsedFeed": ParsedFeed("A title", items=(ITEM,)),
    "Visit": Visit(),
    "FullText": FullText.ALWAYS,
    "FeedItem": ITEM,
    "Annotation": NOTE,
    "Colour | None": Colour.BLUE,
    "Origin": Origin(1, "Bay"),
    "Query": Query(Text("ferry")),
    "Field | Where": Field.SOURCE,
    "Wish": Wish(larger_than=0),
    "Callable[[], bool]": lambda: False,
    "Callable[[Text], Iterable[int]]": lambda _: [1],
    "Found": Found(()),
}
NOT_ASKED = frozenset({"open", "open_to_read", "close"})


def parts(library: Library) -> dict[str, object]:
    made = inspect.getmembers(Parts, lambda member: isinstance(member, cached_property))
    return {"library": library, **{name: getattr(library, name) for name, _ in made}}


def calls(library: Library) -> Iterator[tuple[str, Callable[[], object]]]:
    for name, part in parts(library).items():
        for method, function in inspect.getmembers(type(part), callable):
            if not method.startswith("_") and method not in NOT_ASKED:
                yield f"{name}.{method}", lambda p=part, m=method, f=function: call(library, getattr(p, m), f)


def call(library: Library, method: Callable[..., Any], function: Callable[..., Any]) -> object:
    positional, named = [], {}
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        if parameter.name in BY_NAME:
            value = BY_NAME[parameter.name]
        elif parameter.default is not parameter.empty:
            continue
        elif parameter.annotation == "Feed":
            value = library.feeds.get(1)
        else:
            assert parameter.annotation in BY_TYPE, f"say in BY_TYPE what to call {function.__qualname__} with"
            value = BY_TYPE[parameter.annotation]
        if parameter.kind is parameter.VAR_KEYWORD:
            named.update(value)
        elif parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = value
        else:
            positional.append(value)
    result = method(*positional, **named)
    if isinstance(result, AbstractContextManager):
        with result:
            library.set_setting("a", "b")
        return None
    return list(result) if isinstance(result, Iterator) else result


@pytest.fixture
def busy(empty_library: Library, library_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library with one of everything, in which another connection is writing."""
    monkeypatch.setattr(open_file, "PATIENT_SECONDS", 0.0)
    monkeypatch.setattr(open_file, "BUSY_SECONDS", 0.0)
    library = empty_library
    library.add(Draft(TEXT, "A late ferry", source="Bay", language="en"))
    folder = library.folders.add("Coast")
    library.feeds.subscribe("https://bay.example/feed.xml", name="Bay", folder=folder)
    library.add(Draft("The ferry sank.", "Alone", language="en"))
    library.add(Draft("The ferry was late again.", "Later", language="en"))
    library._db.execute("INSERT INTO story VALUES (1, 1, '2026', '2026', 2, 0, 2, 0.5, '[]', '[]', '[]')")
    for id in (1, 3):
        library.placings.sign(id, 0.0, SIGNED)
        library._db.execute("INSERT INTO story_member VALUES (?, 1, NULL, NULL, 0, 0.0, '')", (id,))
    library.watches.add("Ferries", WatchKind.STATEMENTS, "ferry")
    library.annotations.add(NOTE)
    library.tags.put([1], ["sea", "x"])
    library.searches.add("Ferries", "ferry")
    library.corrections.add(CORRECTION)
    library.set_bookmarked(1, True)
    library.deeds.undo()
    library._db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(library_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE tally SET value = value")
        yield library


def test_every_method_answers_or_says_that_it_cannot(busy: Library) -> None:
    before = list(busy._db.iterdump())
    answered, refused, wrong = [], [], []
    for name, ask in calls(busy):
        try:
            ask()
            answered.append(name)
        except LibraryError as error:
            sentence = str(error)
            assert "in use by another program" in sentence, f"{name}: {sentence}"
            assert sentence.count("\n") == 0
            refused.append(name)
        except ParleyError as error:
            wrong.append(f"{name}: {error}")
        except sqlite3.Error as error:
            wrong.append(f"{name}: {type(error).__name__}: {error}")
        assert not busy._db.in_transaction, name
    assert wrong == []
    assert {"library.rows", "library.article", "feeds.all", "annotations.of", "search.find", "stories.rows"} <= set(
        answered
    )
    assert {"library.set_read", "feeds.subscribe", "annotations.add", "tags.put", "stories.follow"} <= set(refused)
    assert list(busy._db.iterdump()) == before
