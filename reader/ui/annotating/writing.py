"""One note being written: its draft, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reader.domain.annotation import About, Annotation, clean_body
from reader.domain.plain_text import clean_text
from reader.ui.annotating.subject import Subject

if TYPE_CHECKING:
    from reader.store.library import Library


class Ending(Enum):
    """How writing ended."""

    KEPT = "kept"
    REMOVED = "removed"
    """The note was emptied, and nothing is left of the annotation."""

    BARE = "bare"
    """The note was emptied; its words stay highlighted."""

    PUT_AWAY = "put away"
    THROWN_AWAY = "thrown away"
    NOTHING = "nothing"
    """Nothing was written, or changed."""


def ending_words(how: Ending, *, undo: str, tab: str) -> str:
    """What is said of it; ``undo`` and ``tab`` are the keys that take it back, and that show drafts in the panel."""
    return {
        Ending.KEPT: f"The note is kept. {undo} takes it back.",
        Ending.REMOVED: f"The empty note is removed. {undo} brings it back.",
        Ending.BARE: f"The empty note is removed, the highlight stays. {undo} brings it back.",
        Ending.PUT_AWAY: f"Put away, not kept yet: it waits among the notes in the panel ({tab}).",
        Ending.THROWN_AWAY: "What was not kept is thrown away.",
        Ending.NOTHING: "",
    }[how]


@dataclass(frozen=True, slots=True)
class Ended:
    """How writing ended, and the annotation that was kept."""

    how: Ending
    annotation: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """What is there to write on: the subject, the note as it was kept last, and as a draft, or None."""

    subject: Subject
    kept: str = ""
    draft: str | None = None


def begin(library: Library, subject: Subject) -> Begun:
    """What there is of a note. What its subject was may be gone: then it is on the article as a whole."""
    known = library.annotations.by_uri(subject.uri) if subject.uri else None
    draft = library.drafts.get(subject.key)
    if known is not None:
        subject = Subject.of(known)
    kept = clean_text(known.body) if known is not None else ""
    draft = clean_text(draft) if draft is not None else None
    return Begun(subject, kept, None if draft == kept else draft)


def keep_draft(library: Library, begun: Begun, body: str) -> bool:
    """Keep what is written so far; what says no more than the note says is no draft. False where it is none."""
    if clean_body(body) == begun.kept or not body.strip():
        # Nothing is written for nothing: the library may be read-only.
        if library.drafts.get(begun.subject.key) is not None:
            library.drafts.drop(begun.subject.key)
        return False
    library.drafts.keep(begun.subject.key, body)
    return True


def keep(library: Library, begun: Begun, body: str) -> Ended:
    """Make the note what is written; its draft is no longer needed. Raises AnnotationError."""
    body = clean_body(body)
    with library.transaction():
        ended = _kept(library, begun.subject, body)
        library.drafts.drop(begun.subject.key)
    return ended


def throw_away(library: Library, begun: Begun) -> Ended:
    """Leave the note as it was kept last."""
    library.drafts.drop(begun.subject.key)
    return Ended(Ending.THROWN_AWAY)


def _kept(library: Library, subject: Subject, body: str) -> Ended:
    notes = library.annotations
    known = notes.by_uri(subject.uri) if subject.uri else None
    if known is None or known.id is None:
        if not body.strip():
            return Ended(Ending.NOTHING)
        about = subject.about if subject.anchor is not None else About.ARTICLE
        colour = subject.colour if subject.anchor is not None else None
        return Ended(Ending.KEPT, notes.add(Annotation(subject.article_id, about, subject.anchor, body, colour)))
    if body == known.body:
        return Ended(Ending.NOTHING, known)
    if body:
        return Ended(Ending.KEPT, notes.change(known.id, body=body))
    if known.colour is not None:
        return Ended(Ending.BARE, notes.change(known.id, body=""))
    return Ended(Ending.REMOVED, notes.remove(known.id))
