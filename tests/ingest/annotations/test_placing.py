"""Annotations are placed in the text as it is now, through every change of it, and told where their words are gone."""

from __future__ import annotations

import pytest

from reader.domain.annotation import About, highlight, note
from reader.domain.article import Article, Draft
from reader.ingest.annotations.placing import orphans, placed
from reader.store.library import Library

TEXT = "The pier was safe, said the master. The union disagreed.\n\nFourteen beams were rotten in March.\n"
NOW = "2026-03-01T00:00:00Z"


@pytest.fixture
def article(empty_library: Library) -> Article:
    return empty_library.article(empty_library.add(Draft(TEXT, "A pier")).id)


def show(library: Library, id: int, text: str) -> Article:
    with library.transaction():
        library.versions.show_page(id, text, "", NOW)
    return library.article(id)


def test_annotations_follow_their_words(empty_library: Library, article: Article) -> None:
    notes = empty_library.annotations
    for words in ("beams were rotten", "The union disagreed"):
        at = TEXT.index(words)
        notes.add(highlight(article, (at, at + len(words))))
    notes.add(note(article, "an old story"))
    notes.add(note(article, "is it?", (0, 17), about=About.STATEMENT))

    def now() -> list[tuple[int | None, str | None, bool]]:
        current = empty_library.article(article.id)
        return [
            (p.annotation.id, current.text[slice(*p.span)] if p.span else None, p.orphaned)
            for p in placed(empty_library, current)
        ]

    here = [(3, None, False), (4, "The pier was safe", False), (2, "The union disagreed", False)]
    assert now() == [*here, (1, "beams were rotten", False)]
    assert orphans(empty_library, notes.all()) == frozenset()
    show(empty_library, article.id, "UPDATED.\n\n" + TEXT.replace("rotten", "badly rotten"))
    assert now() == [*here, (1, "beams were badly rotten", False)]
    assert orphans(empty_library, notes.all()) == frozenset()
    show(empty_library, article.id, TEXT.split("\n")[0])
    assert now() == [*here, (1, None, True)]
    assert orphans(empty_library, notes.all()) == {1}
    show(empty_library, article.id, "Something else.")
    assert now() == [(3, None, False), (4, None, True), (2, None, True), (1, None, True)]
    with empty_library.transaction():
        empty_library.versions.swap(article.id)
    assert now() == [*here, (1, "beams were rotten", False)]
    assert [a.anchor is not None for a in notes.of(article.id)] == [False, True, True, True]


def test_the_earlier_text_tells_places_apart_that_look_alike(empty_library: Library) -> None:
    lines = [f"In the region {n}, {n} people were hurt in shelling, the administration said.\n" for n in (14, 23, 35)]
    article = empty_library.article(empty_library.add(Draft("\n".join(lines), "Shelling")).id)
    at = article.text.index("23 people were hurt")
    empty_library.annotations.add(highlight(article, (at, at + 19)))
    later = show(empty_library, article.id, "\n".join([lines[0], lines[2]]))
    assert [p.orphaned for p in placed(empty_library, later)] == [True]
