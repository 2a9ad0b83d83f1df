"""Search gives what looking at every article gives, for any query over any library; and so do its statements."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scanning import holds, said
from stories_to_search import Said, Stored, Story, store, told_together

from reader.domain.confidence import SETTING, Strictness
from reader.domain.query.terms import All, Any, Facet, Field, Moment, Not, Number, Query, Term, Text, When, Where
from reader.domain.statement import Act
from reader.store.library import Library
from reader.store.search import stretches, walking

WORDS = ("Arménie", "l’Arménie", "ferry", "harbour", "été", "ETE", "soldats", "the", "d'eau", "49", "№")
NAMES = ("Arménie", "Azerbaijan", "Bay City")
SPEAKERS = ("Anna Quill", "Vardan Tep")
DATES = ("2026-01-01", "2026-02-01T10:00:00Z", "2026-03-01")
NUMBERS = (0.5, 7.0, 49.0, 50.0, 1200.0)
COUNTED = ("soldats", "soldats tués", "")

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)
numbers = st.lists(st.tuples(st.sampled_from(NUMBERS), st.sampled_from(COUNTED)), max_size=2).map(tuple)
saids = st.builds(
    Said,
    speaker=st.sampled_from(SPEAKERS),
    party=st.sampled_from(NAMES),
    target=st.sampled_from(("", *NAMES)),
    act=st.sampled_from((Act.ACCUSE, Act.DENY)),
    at=st.integers(0, 4),
    end=st.integers(5, 30),
    confidence=st.sampled_from((0.1, 0.5, 0.9)),
    numbers=numbers,
)
stories = st.builds(
    Story,
    title=phrases,
    text=st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(" ".join),
    author=st.sampled_from(("", *SPEAKERS)),
    source=st.sampled_from(("", "The Ferry Post", "L’Été")),
    dated=st.sampled_from(DATES),
    language=st.sampled_from(("en", "fr", "fr-CA")),
    read=st.booleans(),
    bookmarked=st.booleans(),
    deleted=st.sampled_from((False, False, False, True)),
    tags=st.lists(st.sampled_from(("sea", "Été")), unique=True, max_size=2).map(tuple),
    note=st.sampled_from(("", "", "A ferry.", "été d’Arménie")),
    highlight=st.sampled_from((0, 0, 7)),
    said=st.lists(saids, max_size=3).map(tuple),
    numbers=numbers,
    group=st.sampled_from((0, 1, 1, 2)),
    followed=st.sampled_from((False, False, True)),
    called=st.sampled_from(("", "", "Été talks", "49")),
)
typed = st.one_of(
    phrases, st.sampled_from(("arm", "fer", "h", "so", "!!!", "“ferry”", 'the" OR "x', "the*", "NEAR(the ferry)"))
)
of_stories: st.SearchStrategy[Term] = st.one_of(
    st.builds(Facet, st.just(Field.IS), st.sampled_from(("story", "followed"))),
    st.builds(
        Facet,
        st.just(Field.STORY),
        st.sampled_from(("ferry", "ete", "1", "3", "49", "talk", "the")),
        st.just(()),
        st.booleans(),
    ),
    st.builds(
        Facet,
        st.sampled_from((Field.HEARD, Field.UNHEARD)),
        st.sampled_from(("armenie", "bay", "bay city", "azerbaijan", "?")),
    ),
)
leaves: st.SearchStrategy[Term] = st.one_of(
    st.builds(Text, typed, st.sampled_from(Where), st.booleans()),
    st.builds(Facet, st.just(Field.SOURCE), st.sampled_from(("ferry post", "ete", "post ferry", "-"))),
    st.builds(Facet, st.just(Field.LANGUAGE), st.sampled_from(("fr", "en", "de"))),
    st.builds(Facet, st.just(Field.TAG), st.sampled_from(("SEA", "ete", "none"))),
    st.builds(Facet, st.just(Field.IS), st.sampled_from(("unread", "read", "bookmarked", "annotated", "changed"))),
    of_stories,
    st.builds(Facet, st.just(Field.HAS), st.sampled_from(("note", "highlight"))),
    st.builds(Facet, st.just(Field.ACTOR), st.sampled_from(("quill", "anna quill", "quill anna"))),
    st.builds(Facet, st.just(Field.PARTY), st.sampled_from(("armenie", "bay", "city bay"))),
    st.builds(Facet, st.sampled_from((Field.SAYS, Field.TARGET)), st.sampled_from(("armenie", "bay city", "tep", "?"))),
    st.builds(Facet, st.just(Field.ACT), st.sampled_from(("accuse", "deny", "urge"))),
    st.builds(Facet, st.just(Field.COUNTS), st.sampled_from(("soldats", "tues", "tues soldats"))),
    st.builds(
        Number,
        st.just(""),
        st.sampled_from((None, 0.5, 7.0, 49.0)),
        st.sampled_from((None, 49.0, 60.0, 2000.0)),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(
        When, st.sampled_from(Moment), st.just(""), st.sampled_from((None, *DATES)), st.sampled_from((None, *DATES))
    ),
)
terms: st.SearchStrategy[Term] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=2, max_size=4).map(tuple)),
        st.builds(Any, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=7,
)
pairs = st.builds(All, st.tuples(leaves, leaves))
of_one = st.builds(
    All,
    st.tuples(
        st.builds(Facet, st.just(Field.SAYS), st.sampled_from(("armenie", "bay"))),
        st.builds(Facet, st.just(Field.ACT), st.sampled_from(("accuse", "deny"))),
    ),
)
of_two = st.builds(All, st.tuples(of_one, st.one_of(of_one, leaves, st.builds(Not, of_one))))
perhaps_denied = st.one_of(of_stories, st.builds(Not, of_stories))
asked_of_stories = st.one_of(
    of_stories,
    st.builds(All, st.lists(perhaps_denied, min_size=2, max_size=4).map(tuple)),
    st.builds(Not, of_stories),
    st.builds(All, st.tuples(of_stories, leaves)),
    st.builds(Any, st.tuples(of_stories, leaves)),
)
queries = st.builds(Query, st.one_of(st.none(), leaves, pairs, of_two, terms, terms))
levels = st.sampled_from(tuple(Strictness))


@pytest.fixture(scope="module")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with nothing in it, to be copied: making one takes longer than all the rest."""
    path = tmp_path_factory.mktemp("new") / "library.db"
    Library.open(path).close()
    return path


@contextmanager
def walked(in_ranges: bool) -> Iterator[None]:
    """Whether nothing counts as few, so that all is walked through in ranges."""
    with pytest.MonkeyPatch.context() as patch:
        if in_ranges:
            patch.setattr(walking, "FEW", 0)
            patch.setattr(walking, "_FIRST_RANGE", 2)
            patch.setattr(walking, "_AS_LONG", 1)
            patch.setattr(walking, "STRETCH", 1)
            patch.setattr(stretches, "STRETCH", 1)
        yield


def stored_in(folder: str, new_library: Path, told: list[Story], level: Strictness) -> Stored:
    path = Path(folder) / "library.db"
    shutil.copy(new_library, path)
    library = Library.open(path)
    library.set_setting(SETTING, level)
    return store(library, told)


def check(library: Library, stored: dict[int, Story], asked: list[Query], level: Strictness) -> None:
    """Ask the library, and look at every story."""
    for query in asked:
        expected = [id for id, story in stored.items() if holds(query, story, level)]
        expected.sort(key=lambda id: (stored[id].dated, id), reverse=True)
        assert list(library.search.find(query, newest=True).ids) == expected
        assert sorted(library.search.find(query).ids) == sorted(expected)
        assert library.search.count(query) == len(expected)
        assert library.search.count(query, unread=True) == sum(not stored[id].read for id in expected)
        some = list(library.search.changes())[:2]
        counted = Counter(id >> walking.STRETCH for id in expected if id >> walking.STRETCH in some)
        assert library.search.counts(query, some) == counted
        assert library.search.snippets(query, expected).keys() == set(expected)


@settings(max_examples=40)
@given(
    told=st.lists(stories, max_size=6),
    asked=st.lists(queries, min_size=8, max_size=20),
    level=levels,
    in_ranges=st.booleans(),
)
def test_a_search_finds_what_a_scan_finds(
    new_library: Path, told: list[Story], asked: list[Query], level: Strictness, in_ranges: bool
) -> None:
    with (
        TemporaryDirectory() as folder,
        stored_in(folder, new_library, told, level).library as library,
        walked(in_ranges),
    ):
        check(library, dict(enumerate(told_together(told), 1)), asked, level)


@settings(max_examples=40)
@given(
    told=st.lists(stories, min_size=3, max_size=7),
    asked=st.lists(st.builds(Query, asked_of_stories), min_size=8, max_size=20),
    level=levels,
    in_ranges=st.booleans(),
)
def test_what_is_asked_of_stories_is_what_a_scan_finds(
    new_library: Path, told: list[Story], asked: list[Query], level: Strictness, in_ranges: bool
) -> None:
    with (
        TemporaryDirectory() as folder,
        stored_in(folder, new_library, told, level).library as library,
        walked(in_ranges),
    ):
        check(library, dict(enumerate(told_together(told), 1)), asked, level)


@settings(max_examples=40)
@given(
    told=st.lists(stories, max_size=5),
    asked=st.lists(queries, min_size=8, max_size=20),
    level=levels,
    in_ranges=st.booleans(),
)
def test_statements_are_those_a_scan_finds(
    new_library: Path, told: list[Story], asked: list[Query], level: Strictness, in_ranges: bool
) -> None:
    with (
        TemporaryDirectory() as folder,
        stored_in(folder, new_library, told, level).library as library,
        walked(in_ranges),
    ):
        stored = dict(enumerate(told_together(told), 1))
        for query in asked:
            expected = [(id, f"s{place}") for id, story in stored.items() for place in said(query, story, level)]
            expected.sort(key=lambda pair: (stored[pair[0]].dated, pair[0]), reverse=True)
            found = library.search.statements(query)
            assert [(one.article_id, one.sid) for one in found.statements] == expected
            for one in found.statements:
                assert one.words == stored[one.article_id].text[one.start :][: len(one.words)]
