"""Searches kept under a name, and taking back what was done with them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import NotFoundError, SavedSearchError
from reader.domain.saved_search import LONGEST, SavedSearch
from reader.store.library import Library


@pytest.fixture
def three(empty_library: Library) -> Library:
    for name in ("War", "Paix", "Élections"):
        empty_library.searches.add(name, name.lower())
    return empty_library


def names(library: Library) -> list[str]:
    return [search.name for search in library.searches.all()]


def undone(library: Library) -> str:
    deed = library.deeds.undo()
    assert deed is not None
    return deed.label


def test_kept_in_order_and_found_by_name(three: Library) -> None:
    assert names(three) == ["War", "Paix", "Élections"]
    found = three.searches.named("ELECTIONS")
    assert found is not None
    assert three.searches.get(found.id) == found
    assert (found.name, found.query) == ("Élections", "élections")
    assert three.searches.named("peace") is None


def test_what_is_kept_is_one_clean_line(empty_library: Library) -> None:
    kept = empty_library.searches.add("  my\x1b[31m \n search ", "a\n\x07b")
    assert (kept.name, kept.query) == ("my search", "a b")


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        (" \n", "x", "needs a name"),
        ("x" * (LONGEST + 1), "x", "at most 100 letters"),
        ("elections", "x", "“Élections” already"),
        ("new", "\x1b[2J", "nothing to search for"),
        ("new", "x" * 2001, "2,001"),
    ],
)
def test_refused(three: Library, name: str, query: str, said: str) -> None:
    with pytest.raises(SavedSearchError, match=said):
        three.searches.add(name, query)
    assert len(three.searches.all()) == 3


def test_a_search_may_keep_its_own_name_in_other_letters(three: Library) -> None:
    war = three.searches.all()[0]
    assert three.searches.rename(war.id, "WAR").name == "WAR"
    with pytest.raises(SavedSearchError, match="already"):
        three.searches.rename(war.id, "paix")


def test_every_change_is_taken_back_and_made_again(three: Library) -> None:
    war, paix, _ = before = three.searches.all()
    three.searches.rename(war.id, "Guerre")
    three.searches.edit(war.id, "guerre OR war")
    three.searches.change(paix.id, name="Peace", query="peace")
    three.searches.move(war.id, 2)
    three.searches.remove(paix.id)
    after = three.searches.all()
    assert [(one.name, one.query) for one in after] == [("Élections", "élections"), ("Guerre", "guerre OR war")]
    assert [undone(three) for _ in range(5)] == [
        "removed the search “Peace”",
        "moved the search “Guerre”",
        "renamed the search “Paix” to “Peace”",
        "changed the search “Guerre”",
        "renamed the search “War” to “Guerre”",
    ]
    assert three.searches.all() == before
    for _ in range(5):
        three.deeds.redo()
    assert three.searches.all() == after
    for _ in range(8):
        three.deeds.undo()
    assert three.searches.all() == []


def test_nothing_changed_is_nothing_to_take_back(three: Library) -> None:
    last = three.searches.all()[-1]
    three.searches.rename(last.id, last.name)
    three.searches.move(last.id, 99)
    assert undone(three) == "saved the search “Élections”"


@pytest.mark.parametrize("id", [99, -1, 2**70])
def test_a_search_that_is_not_there(three: Library, id: int) -> None:
    for deed in (three.searches.get, three.searches.remove, lambda one: three.searches.move(one, 0)):
        with pytest.raises(NotFoundError, match=f"no saved search {id}"):
            deed(id)


@settings(max_examples=25)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 5)), max_size=6))
def test_moving_is_as_in_a_list(moves: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        expected: list[SavedSearch] = [library.searches.add(name, name) for name in "abcd"]
        for which, place in moves:
            moved = expected.pop(which)
            library.searches.move(moved.id, place)
            expected.insert(min(max(place, 0), 3), moved)
        assert library.searches.all() == expected
