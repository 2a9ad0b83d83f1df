"""What a note on the story screen is about: the words of the chosen statement or number, else the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About
from reader.domain.colour import Colour
from reader.domain.span import Span
from reader.ui.annotating.open_notes import read_notes
from reader.ui.annotating.subject import Subject

if TYPE_CHECKING:
    from reader.analysis.story_board.parts import StoryBoard
    from reader.store.library import Library
    from reader.ui.stories.story_place import StoryPlace


def words_at(board: StoryBoard, place: StoryPlace) -> Span | None:
    """The span, in its article's text, of the statement a place is about, else of what stands at the place; None where
    the article as a whole is meant."""
    carriers = board.carriers.get(place.said or "", ())
    own = (carrier.span for carrier in carriers if carrier.article_id == place.article_id)
    return next(own, place.span)


def subject_at(library: Library, board: StoryBoard, place: StoryPlace, colour: Colour) -> Subject:
    """What a note there is about: the annotation on exactly these words, where there is one, else the words, to be
    highlighted in ``colour``; the article as a whole where no words are meant, or its text is another by now.

    Raises NotFoundError, LibraryError.
    """
    article = library.article(place.article_id)
    notes = read_notes(library, article)
    span = words_at(board, place)
    told = next((text.text for text in board.texts if text.article_id == article.id), None)
    if span is None or told != article.text:
        return Subject.of(notes.whole[-1]) if notes.whole else Subject(article.id)
    if (known := notes.on(span)) is not None:
        return Subject.of(known)
    return Subject(article.id, about=About.STATEMENT, anchor=anchor_of(article.text, span), colour=colour)
