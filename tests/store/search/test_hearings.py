"""Who is heard in each story is kept as what its articles tell, whatever happens to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories_to_search import Said, Story, analysis_of, fill_row, store

from reader.domain.article import Draft
from reader.ingest.telling_analyses import tell_all, tell_analyses
from reader.ingest.understanding import understood
from reader.store.derived import empty_index, recount, wrong_counts, wrong_index
from reader.store.derived_hearing import regather, regather_some, wrong_hearing, wrongly_heard
from reader.store.library import Library
from reader.store.search import walking
from reader.store.search.names import MARK

ANNA, TEP, DOUBTED = Said("Anna Quill", "Bay", "Cape"), Said("Vardan Tep", "Cape"), Said("Ada", "Bay", confidence=0.1)
SPEAKING = ((ANNA,), (TEP,), (ANNA, TEP), (DOUBTED,), ())


def articles(library: Library, *said: tuple[Said, ...]) -> None:
    store(library, [Story("A day", "Words of a day", said=one) for one in said])


def parts(*texts: str) -> set[str]:
    """Parties, each with its id, and speakers in texts of them."""
    return {part.strip() for text in texts for part in text.split(MARK) if part.strip()}


def scanned(library: Library) -> dict[int, tuple[set[str], set[str]]]:
    """Who speaks, and which parties there are, by story or lone article."""
    stories = dict(library._ask("SELECT article_id, story_id FROM story_member"))
    there: dict[int, tuple[set[str], set[str]]] = {}
    for id, parties in library._ask("SELECT article_id, parties FROM told"):
        there.setdefault(stories.get(id, id), (set(), set()))[1].update(parts(parties))
    for id, parties, speakers in library._ask("SELECT id >> 14, parties, speakers FROM statement"):
        there[stories.get(id, id)][0].update(parts(parties, speakers))
    return there


def kept(library: Library) -> dict[int, tuple[set[str], set[str]]]:
    """The same, as it is kept."""
    rows = library._ask("SELECT id, sure, likely, doubtful, named FROM hearing")
    return {id: (parts(*heard), parts(named)) for id, *heard, named in rows}


def found(library: Library, typed: str) -> set[int]:
    return set(library.search.find(understood(typed, date(2026, 3, 20))).ids)


def put_together(library: Library, *ids: int) -> None:
    """These are a story, and each that is left of another stays in it where it is not alone."""
    rest = dict(library._ask("SELECT article_id, story_id FROM story_member"))
    groups = [set(ids), *({id for id in rest if rest[id] == story} - set(ids) for story in set(rest.values()))]
    stories = {id: min(group) for group in groups if len(group) > 1 for id in group}
    library._db.execute("DELETE FROM story")
    for id in rest.keys() - stories.keys():
        library._db.execute("DELETE FROM story_member WHERE article_id = ?", (id,))
    for id, story in stories.items():
        library._db.execute("UPDATE story_member SET story_id = ? WHERE article_id = ?", (story, id))
        if id not in rest:
            fill_row(library, "story_member", article_id=id, story_id=story)
    for story in set(stories.values()):
        fill_row(library, "story", id=story, title_of=story)


def untell(library: Library, *ids: int) -> None:
    for id in ids:
        library._db.execute("DELETE FROM statement WHERE id >> 14 = ?", (id,))
        library._db.execute("DELETE FROM told WHERE article_id = ?", (id,))


def tell_again(library: Library, *ids: int) -> None:
    library._db.executemany("INSERT OR IGNORE INTO untold SELECT id FROM article WHERE id = ?", ((id,) for id in ids))


def purge(library: Library, *ids: int) -> None:
    put_together(library, ids[0])
    library._db.execute("DELETE FROM article WHERE id = ?", (ids[0],))


def gather(library: Library, *_: int) -> None:
    tell_all(library)


DEEDS: tuple[Callable[..., None], ...] = (put_together, put_together, untell, tell_again, purge, gather)
ids = st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True)


@settings(max_examples=30)
@given(
    said=st.lists(st.sampled_from(SPEAKING), min_size=6, max_size=6),
    deeds=st.lists(st.tuples(st.sampled_from(DEEDS), ids), max_size=12),
)
def test_it_is_what_the_articles_tell(
    said: list[tuple[Said, ...]], deeds: list[tuple[Callable[..., None], list[int]]]
) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "l.db") as library:
        articles(library, *said)
        there = {id for (id,) in library._ask("SELECT id FROM article")}
        for deed, asked in deeds:
            if chosen := [id for id in asked if id in there]:
                deed(library, *chosen)
                there -= {chosen[0]} if deed is purge else set()
        tell_all(library)
        assert kept(library) == scanned(library)
        assert not wrong_index(library._db, "heard", thorough=True)
        assert not wrong_hearing(library._db)
        assert not library.told.is_waiting()


def test_a_story_that_began_long_ago_is_found_with_its_newest(empty_library: Library) -> None:
    articles(empty_library, (ANNA,), (TEP,))
    empty_library._db.execute("UPDATE sqlite_sequence SET seq = 90000 WHERE name = 'article'")
    far = empty_library.add(Draft("Nobody says anything.", "Far", language="en")).id
    empty_library.save_analysis(empty_library.article(far).text_hash, analysis_of(Story("", "Nobody")))
    put_together(empty_library, 1, far)
    tell_all(empty_library)
    for few in (walking.FEW, -4):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(walking, "FEW", few)
            assert found(empty_library, "heard:quill") == {1, far}
            assert found(empty_library, "unheard:cape") == {1, far}
            assert found(empty_library, "-heard:quill") == {2}
            assert found(empty_library, "heard:quill unheard:cape -is:read") == {1, far}
    assert found(empty_library, "heard:quill unheard:bay") == set()


def test_what_waits_is_gathered_in_steps(empty_library: Library) -> None:
    articles(empty_library, *[(ANNA,)] * 5)
    with empty_library.transaction():
        regather(empty_library._db)
    assert found(empty_library, "heard:quill") == set()
    assert (tell_analyses(empty_library, 1), len(kept(empty_library))) == (4, 4)
    assert (tell_analyses(empty_library, 1), len(kept(empty_library))) == (1, 5)
    assert tell_analyses(empty_library, 1) == 0


@pytest.mark.parametrize("harm", ["DELETE FROM hearing WHERE id = 1", "UPDATE hearing SET id = 7 WHERE id = 1"])
def test_what_is_missing_is_found_and_gathered_anew(empty_library: Library, harm: str) -> None:
    articles(empty_library, (ANNA,), (TEP,), (DOUBTED,))
    put_together(empty_library, 1, 2)
    tell_all(empty_library)
    there = kept(empty_library)
    empty_library._db.execute(harm)
    assert "who is heard in stories is kept wrongly, or not kept" in wrong_counts(empty_library._db)
    with empty_library.transaction():
        regather(empty_library._db)
    assert not wrong_hearing(empty_library._db)
    tell_all(empty_library)
    assert not wrong_hearing(empty_library._db)
    assert kept(empty_library) == there


@pytest.mark.parametrize("harm", ["UPDATE hearing SET sure = '', named = 'x' WHERE id = 1", "DELETE FROM hearing"])
def test_what_is_wrong_is_found_and_gathered_anew(empty_library: Library, harm: str) -> None:
    articles(empty_library, (ANNA,), (TEP,), (DOUBTED,))
    tell_all(empty_library)
    db, there = empty_library._db, kept(empty_library)
    assert wrongly_heard(db) == []
    empty_library._db.execute(harm)
    assert found(empty_library, "heard:quill") == set()
    assert wrongly_heard(db)[0] == 1
    assert wrong_counts(db, thorough=True) == ["who is heard in stories is kept wrongly, or not kept"]
    with empty_library.transaction():
        recount(db, thorough=True)
    assert wrong_counts(db, thorough=True) == []  # as it waits
    tell_all(empty_library)
    assert (kept(empty_library), wrong_counts(db, thorough=True)) == (there, [])
    assert found(empty_library, "heard:quill") == {1}


def test_a_row_of_nobody_goes_and_what_waits_is_not_wrong(empty_library: Library) -> None:
    articles(empty_library, (ANNA,), (TEP,))
    db = empty_library._db
    db.execute("UPDATE hearing SET sure = ''")
    db.execute("INSERT INTO hearing VALUES (9, '', '', '', '')")
    db.execute("INSERT INTO regather VALUES (2)")
    assert wrongly_heard(db) == [1, 9]
    with empty_library.transaction():
        recount(db, thorough=True)
        regather_some(db, wrongly_heard(db))
    tell_all(empty_library)
    assert kept(empty_library) == scanned(empty_library)
    assert wrongly_heard(db) == []


def test_an_index_made_anew_has_everybody(empty_library: Library) -> None:
    articles(empty_library, (ANNA,), (TEP,))
    for index in ("heard", "named"):
        with empty_library.transaction():
            empty_index(empty_library._db, index)
        tell_all(empty_library)
        assert found(empty_library, "heard:quill") == {1}
        assert kept(empty_library) == scanned(empty_library)
