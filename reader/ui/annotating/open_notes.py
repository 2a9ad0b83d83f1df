"""The highlights and notes of the open article, each with the place it has in the text that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.annotation import Annotation
from reader.domain.article import Article
from reader.domain.span import Span
from reader.ui.annotating.subject import Subject, subject_of_key

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A note that was begun and not kept: ``at`` is where the words are that it is on, where they are found."""

    subject: Subject
    body: str
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class OpenNotes:
    """``placed`` in the order of the text; ``whole`` on the article as a whole; ``orphaned`` are those whose words
    are not in this text any more."""

    article_id: int | None = None
    text_hash: str = ""
    placed: tuple[tuple[Span, Annotation], ...] = ()
    whole: tuple[Annotation, ...] = ()
    orphaned: tuple[Annotation, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()

    def is_of(self, article: Article) -> bool:
        """True where these are the places in that text."""
        return (self.article_id, self.text_hash) == (article.id, article.text_hash)

    @property
    def all(self) -> tuple[Annotation, ...]:
        """Every one of them."""
        return (*self.whole, *(note for _, note in self.placed), *self.orphaned)

    def note(self, id: int | None) -> Annotation | None:
        """The one with that id."""
        return next((note for note in self.all if note.id == id), None)

    def span(self, id: int | None) -> Span | None:
        """Where the one with that id stands."""
        return next((span for span, note in self.placed if note.id == id), None)

    def on(self, span: Span) -> Annotation | None:
        """The newest on exactly these words."""
        return next((note for s, note in reversed(self.placed) if s == span), None)

    def around(self, span: Span) -> Annotation | None:
        """The shortest that holds a whole span; of several the newest."""
        holding = [(s, note) for s, note in self.placed if s[0] <= span[0] and span[1] <= s[1]]
        return min(holding, key=lambda item: (item[0][1] - item[0][0], -(item[1].id or 0)))[1] if holding else None

    @property
    def told(self) -> str:
        """How many there are, in a few words: "3 highlights · 1 note"; empty where there is none."""
        found = [*self.whole, *(note for _, note in self.placed)]
        notes = sum(bool(note.body) for note in found)
        lost = len(self.orphaned)
        parts = (
            counted(len(found) - notes, "highlight"),
            counted(notes, "note"),
            f"{counted(lost, 'note')} lost {'its' if lost == 1 else 'their'} place" if lost else "",
            f"{counted(len(self.unfinished), 'note')} unfinished" if self.unfinished else "",
        )
        return " · ".join(part for part in parts if part)


def counted(number: int, word: str) -> str:
    """ "3 notes", "1 note"; nothing for none."""
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def read_notes(library: Library, article: Article) -> OpenNotes:
    """The annotations of an article, placed in its text as it is given."""
    notes = library.annotations.of(article.id)
    drafts = [(subject_of_key(draft.subject), draft.body) for draft in library.drafts.all()]
    drafts = [(subject, body) for subject, body in drafts if subject and subject.article_id == article.id]
    if not notes and not drafts:
        return OpenNotes(article.id, article.text_hash)
    from reader.domain.anchoring import find_anchor
    from reader.ingest.annotations.placing import placed

    found = placed(library, article)
    there = [(known.span, known.annotation) for known in found if known.span is not None]
    by_uri = {note.uri: span for span, note in there}
    unfinished = []
    for subject, body in drafts:
        assert subject is not None
        at = by_uri.get(subject.uri)
        if subject.anchor is not None:
            at = find_anchor(subject.anchor, article.text, article.text_hash)
        unfinished.append(Unfinished(subject, body, at))
    return OpenNotes(
        article.id,
        article.text_hash,
        tuple(there),
        tuple(note for note in notes if note.anchor is None),
        tuple(known.annotation for known in found if known.orphaned),
        tuple(unfinished),
    )
