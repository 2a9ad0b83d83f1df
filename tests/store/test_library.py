"""What the library keeps, gives back, and counts."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.errors import NotFoundError
from reader.store.analysis_json import unpacked
from reader.store.library import Library
from reader.store.records import Added, Counts

FULL = Draft(
    text="Deux lignes.\n\nEt « l’autre ».\n",
    title="Un titre",
    source="AP",
    author="A. Auteur",
    place="Erevan",
    published="2022-09-14",
    language="fr",
    url="https://example.org/a",
    origin="a.txt",
    example=True,
)


def fill(library: Library, dates: list[str | None]) -> list[int]:
    return [library.add(Draft(f"Text {n}.", f"T{n}", published=date)).id for n, date in enumerate(dates)]


def test_an_article_comes_back_as_it_was_added(empty_library: Library) -> None:
    article = empty_library.article(empty_library.add(FULL).id)
    assert {k: v for k, v in asdict(article).items() if k in asdict(FULL)} == asdict(FULL)
    assert article.text_hash == FULL.text_hash
    assert (article.read, article.position) == (False, 0)


def test_the_same_text_is_stored_once(empty_library: Library) -> None:
    first = empty_library.add(FULL)
    again = empty_library.add(replace(FULL, title="Another title", source="Reuters"))
    assert (first.new, again) == (True, Added(first.id, new=False))
    assert empty_library.article(first.id).title == FULL.title
    assert empty_library.counts() == Counts(1, 1)


def test_rows_are_newest_first_and_undated_ones_count_from_when_they_came(empty_library: Library) -> None:
    fill(empty_library, ["2022-01-01", "2024-05-01T08:00:00Z", None, "2024-05-01"])
    assert [row.title for row in empty_library.rows()] == ["T2", "T1", "T3", "T0"]


def test_pages_by_offset_and_after_an_article_are_the_same_list(empty_library: Library) -> None:
    fill(empty_library, ["2022-01-01", "2022-01-01", "2023-01-01", "2021-01-01", "2022-01-01"])
    whole = empty_library.rows()
    by_offset = [row for at in (0, 2, 4) for row in empty_library.rows(2, at)]
    by_key, after = [], None
    while page := empty_library.rows(2, after=after):
        by_key.extend(page)
        after = page[-1].id
    assert by_offset == by_key == whole


def test_a_page_is_read_from_the_index_at_any_depth(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, ["2022-01-01"])
    plan: list[str] = []
    connection = sqlite3.connect(library_path)
    statements: list[str] = []
    empty_library._db.set_trace_callback(statements.append)
    empty_library.rows(10, after=1)
    empty_library._db.set_trace_callback(None)
    for sql in statements:
        plan += [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    connection.close()
    # What is sorted is the page, by rows of which the index alone gave date and number.
    assert any("SEARCH a USING COVERING INDEX article_newest" in step for step in plan)
    assert [step for step in plan if "TEMP B-TREE" in step] == plan[-1:]


def test_counts_follow_reading_and_removing(empty_library: Library, library_path: Path) -> None:
    one, two, three = fill(empty_library, ["2022-01-01"] * 3)
    empty_library.set_read(one, True)
    empty_library.set_read(one, True)
    empty_library.set_read(two, True)
    assert empty_library.counts() == Counts(3, 1)
    empty_library.set_read(two, False)
    empty_library.set_position(three, 5)
    assert empty_library.counts() == Counts(3, 2)
    connection = sqlite3.connect(library_path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("DELETE FROM article WHERE id = ?", (one,))
    connection.commit()
    connection.close()
    assert empty_library.counts() == Counts(2, 2)


def test_read_state_and_position_stay_apart(empty_library: Library) -> None:
    (id,) = fill(empty_library, [None])
    empty_library.set_position(id, 40)
    empty_library.set_read(id, True)
    empty_library.set_position(id, 41)
    article = empty_library.article(id)
    assert (article.read, article.position) == (True, 41)
    assert empty_library.rows()[0].read


@pytest.mark.parametrize("id", [7, -1, 0, 2**70])
def test_an_unknown_article_is_named(empty_library: Library, id: int) -> None:
    with pytest.raises(NotFoundError, match=f"no article {id}"):
        empty_library.article(id)


def test_status_of_an_unknown_article_is_refused(empty_library: Library) -> None:
    with pytest.raises(NotFoundError):
        empty_library.set_read(9, True)
    assert empty_library.counts() == Counts(0, 0)


def test_a_transaction_keeps_all_or_nothing(empty_library: Library) -> None:
    def add_and_fail() -> None:
        with empty_library.transaction():
            empty_library.add(FULL)
            empty_library.set_setting("k", "v")
            raise KeyError

    with pytest.raises(KeyError):
        add_and_fail()
    assert empty_library.counts() == Counts(0, 0)
    assert empty_library.setting("k") is None


def test_settings_are_kept_and_replaced(empty_library: Library, library_path: Path) -> None:
    empty_library.set_setting("theme", "dark")
    empty_library.set_setting("theme", "light")
    empty_library.close()
    with Library.open(library_path) as again:
        assert again.setting("theme") == "light"


def test_an_analysis_comes_back_equal(empty_library: Library, hand_made: Analysis) -> None:
    empty_library.save_analysis("h", hand_made)
    stored = empty_library.analysis("h")
    assert stored is not None
    assert stored.analysis == hand_made
    assert stored.engine_key == hand_made.engine.key
    assert empty_library.analysis("other") is None


def test_a_newer_analysis_takes_the_place_of_the_older(empty_library: Library, hand_made: Analysis) -> None:
    newer = replace(hand_made, engine=replace(hand_made.engine, pack="fr 2"), note=None)
    for analysis in (hand_made, newer, newer):
        empty_library.save_analysis("h", analysis)
    stored = empty_library.analysis("h")
    assert stored is not None
    assert stored.analysis == newer


def test_an_analysis_in_an_unknown_shape_counts_as_none(
    empty_library: Library, library_path: Path, hand_made: Analysis
) -> None:
    empty_library.save_analysis("h", hand_made)
    connection = sqlite3.connect(library_path)
    connection.execute("UPDATE analysis SET body = '{\"language\": 3}'")
    connection.commit()
    connection.close()
    assert empty_library.analysis("h") is None


def test_an_analysis_from_before_corrections_is_read(
    empty_library: Library, library_path: Path, hand_made: Analysis
) -> None:
    empty_library.save_analysis("h", hand_made)
    connection = sqlite3.connect(library_path)
    body = unpacked(connection.execute("SELECT body FROM analysis").fetchone()[0])
    assert ',"corrected":false' in body
    connection.execute("UPDATE analysis SET body = ?", (body.replace(',"corrected":false', ""),))
    connection.commit()
    connection.close()
    stored = empty_library.analysis("h")
    assert stored is not None
    assert stored.analysis == hand_made


def test_pending_are_the_articles_the_present_engine_has_not_seen(empty_library: Library, hand_made: Analysis) -> None:
    old, new, other = (
        empty_library.add(Draft(f"{n}", n, published=date, language=language)).id
        for n, date, language in (("a", "2021-01-01", "fr"), ("b", "2023-01-01", "fr"), ("c", "2022-01-01", "en"))
    )
    keys = {"fr": hand_made.engine.key, "en": "en 1"}
    assert empty_library.pending(keys.__getitem__) == [new, other, old]
    empty_library.save_analysis(empty_library.article(new).text_hash, hand_made)
    assert empty_library.pending(keys.__getitem__) == [other, old]
    assert empty_library.pending(keys.__getitem__, limit=1) == [other]
    assert empty_library.pending(lambda language: f"{language} 2") == [new, other, old]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), title=st.text(max_size=20))
def test_any_text_is_kept_to_the_letter(empty_library: Library, text: str, title: str) -> None:
    draft = Draft(text, title.encode("utf-8", "replace").decode())
    article = empty_library.article(empty_library.add(draft).id)
    assert article.text == text
