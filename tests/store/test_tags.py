"""Tags: one name however it is written, renamed, merged, removed, and every change taken back."""

from __future__ import annotations

import pytest

from reader.domain.article import Draft
from reader.domain.colour import Colour
from reader.domain.errors import NotFoundError, TagError
from reader.domain.tag import LONGEST
from reader.store.library import Library


@pytest.fixture
def library(empty_library: Library) -> Library:
    """A library of four articles, ids 1 to 4."""
    for n in range(4):
        empty_library.add(Draft(f"Text {n}.", f"Title {n}", published=f"2026-03-0{n + 1}"))
    return empty_library


def tagged(library: Library) -> dict[str, list[int]]:
    """The articles of each tag, by its name."""
    return {tag.name: library.tags.articles(tag.id) for tag in library.tags.all()}


def undone(library: Library) -> str:
    """What is taken back, in words."""
    deed = library.deeds.undo()
    assert deed is not None
    return deed.label


def test_a_tag_is_one_whatever_its_case_but_not_its_accents(library: Library) -> None:
    assert library.tags.put([1, 2], ["  Mer\x1b[31m  Noire ", "mer noire"]) == 2
    assert library.tags.put([3], ["MER NOIRE", "mér noire"]) == 1
    assert tagged(library) == {"Mer Noire": [3, 2, 1], "mér noire": [3]}
    assert [tag.name for tag in library.tags.of(3)] == ["Mer Noire", "mér noire"]
    assert library.tags.among([1, 3]) == {1: 2, 2: 1}
    assert library.tags.put([3], ["mer Noire"]) == 0


def test_counts_leave_out_what_was_deleted(library: Library) -> None:
    library.tags.put([1, 2, 3], ["sea"])
    library.set_read(1, True)
    library.delete(2)
    (tag,) = library.tags.all()
    assert (tag.articles, tag.unread) == (2, 1)
    assert library.tags.articles(tag.id) == [3, 1]
    assert library.tags.named("SEA") == tag


def test_a_tag_nobody_uses_any_more_stays_until_it_is_removed(library: Library) -> None:
    library.tags.put([1], ["sea"])
    assert library.tags.take([1, 2], ["Sea"]) == 1
    assert tagged(library) == {"sea": []}
    assert library.tags.remove(1) == 0
    assert tagged(library) == {}
    for _ in range(3):
        undone(library)
    assert tagged(library) == {}
    for _ in range(2):
        library.deeds.redo()
    assert tagged(library) == {"sea": []}


def test_several_tags_given_and_taken_are_one_deed(library: Library) -> None:
    library.tags.put([1, 2], ["sea", "war"])
    assert library.tags.change([1, 2, 3], put=["fog"], take=["war"]) == 3
    assert tagged(library) == {"fog": [3, 2, 1], "sea": [2, 1], "war": []}
    assert undone(library) == "tagged 3 articles “fog”, not “war”"
    assert tagged(library) == {"sea": [2, 1], "war": [2, 1]}
    assert undone(library) == "tagged 2 articles “sea”, “war”"
    assert tagged(library) == {}


def test_renaming_keeps_the_articles_and_to_another_name_merges(library: Library) -> None:
    library.tags.put([1, 2], ["sea"])
    library.tags.put([2, 3], ["ocean"])
    library.tags.colour(1, Colour.BLUE)
    assert library.tags.rename(1, "Sea").colour is Colour.BLUE
    assert tagged(library) == {"ocean": [3, 2], "Sea": [2, 1]}
    assert library.tags.rename(1, "OCEAN").name == "ocean"
    assert tagged(library) == {"ocean": [3, 2, 1]}
    assert undone(library) == "merged the tag “Sea” into “ocean”"
    assert tagged(library) == {"ocean": [3, 2], "Sea": [2, 1]}
    assert library.tags.get(1).colour is Colour.BLUE
    assert undone(library) == "renamed the tag “sea” to “Sea”"
    assert undone(library) == "coloured the tag “sea” blue"
    assert library.tags.get(1).colour is None
    assert [library.deeds.redo() is not None for _ in range(4)] == [True, True, True, False]
    assert tagged(library) == {"ocean": [3, 2, 1]}


def test_removing_a_tag_is_taken_back_with_its_articles_and_colour(library: Library) -> None:
    library.tags.put([1, 3], ["sea"])
    library.tags.colour(1, Colour.PINK)
    library.tags.colour(1, None)
    assert library.tags.remove(1) == 2
    undone(library)
    assert undone(library) == "took the colour from the tag “sea”"
    (tag,) = library.tags.all()
    assert (tag.id, tag.colour, tagged(library)) == (1, Colour.PINK, {"sea": [3, 1]})


def test_what_is_not_there_and_what_is_no_name(library: Library) -> None:
    for name in ("", " \t", "\x1b\x07", "x" * (LONGEST + 1)):
        with pytest.raises(TagError):
            library.tags.put([1], ["good", name])
    for ids in ([9], [1, 2**70], [1, -(2**70)]):
        with pytest.raises(NotFoundError):
            library.tags.put(ids, ["sea"])
    with pytest.raises(NotFoundError):
        library.tags.take([1], ["sea"])
    for change in (library.tags.get, library.tags.remove, lambda id: library.tags.rename(id, "x")):
        with pytest.raises(NotFoundError):
            change(7)
    assert library.tags.all() == []
    assert library.deeds.undo() is None
