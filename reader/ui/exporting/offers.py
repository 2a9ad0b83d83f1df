"""What can be given out while this article is open and this list is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.scope import Scope
from reader.ingest.exporting.articles import Form
from reader.ingest.exporting.parcels import (
    NoteForm,
    article_parcel,
    comparison_parcel,
    folder_parcel,
    library_parcel,
    list_parcel,
    notes_parcel,
    subscriptions_parcel,
)
from reader.store.library import Library
from reader.ui.exporting.menu import Offer

if TYPE_CHECKING:
    from reader.ui.keeping.selecting_list import Selection

MARKDOWN, TEXT, HTML = "Markdown", "plain text", "HTML page"
COMPARISON = f"The comparison {HTML}"
"""The key of the offer that the comparison's screen begins with."""

_ALL_NOTES = "All notes"
NOTES = f"{_ALL_NOTES} {MARKDOWN}"
"""The key of the offer that the notes' screen begins with."""

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Around:
    """Where something is given out from: the open article with its analysis, the list with what is selected of it, and
    how many notes there are of the article, and in all."""

    article: Article | None
    analysis: Analysis | None
    scope: Scope
    selection: Selection | None = None
    notes: int = 0
    all_notes: int = 0


def offers(around: Around) -> Iterator[Offer]:
    """Every offer, what is nearest first. Of a list with a selection only what is selected is given out."""
    article, analysis, scope, selection = around.article, around.analysis, around.scope, around.selection
    if article is not None:
        yield Offer("This article", MARKDOWN, article_parcel(article, Form.MARKDOWN))
        yield Offer("This article", TEXT, article_parcel(article, Form.TEXT))
        if analysis is not None:
            yield Offer("The comparison", MARKDOWN, comparison_parcel(article, analysis, html=False))
            yield Offer("The comparison", HTML, comparison_parcel(article, analysis, html=True))
        if around.notes:
            yield from _notes("Its notes", article, around.notes)

    def ids(library: Library) -> Iterable[int]:
        return selection.ids(library) if selection is not None else listed(library, scope)

    what = "The articles selected" if selection is not None else "The articles of this list"
    title = scope.text or "articles"
    yield Offer(what, MARKDOWN, list_parcel(ids, title, Form.MARKDOWN))
    yield Offer(what, TEXT, list_parcel(ids, title, Form.TEXT))
    yield Offer(what, f"{MARKDOWN}, a file each", folder_parcel(ids, title, Form.MARKDOWN))
    if around.all_notes:
        yield from _notes(_ALL_NOTES, None, around.all_notes)
    yield Offer("The subscriptions", "OPML", subscriptions_parcel())
    yield Offer("The whole library", "JSON Lines", library_parcel())


def _notes(what: str, article: Article | None, count: int) -> Iterator[Offer]:
    for form, name in ((NoteForm.MARKDOWN, MARKDOWN), (NoteForm.JSON_LD, "JSON-LD"), (NoteForm.CSV, "CSV")):
        yield Offer(what, name, notes_parcel(article, form), count)


def listed(library: Library, scope: Scope) -> Iterator[int]:
    """Ids of the articles of a list, in its order."""
    if scope.found is not None:
        yield from scope.found.ids
        return
    after = None
    while page := library.rows(_PAGE, after=after, scope=scope):
        yield from (row.id for row in page)
        after = page[-1].id
