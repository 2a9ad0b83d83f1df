"""The user's highlights and notes. Every change can be undone; nothing else ever changes or removes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import EllipsisType

from reader.domain.anchor import Anchor
from reader.domain.annotation import About, Annotation, AnnotationRow, clean_body
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError, NotFoundError
from reader.store.annotation_rows import FROM, ROW, SELECT, columns, condition, made, row_of
from reader.store.clock import now
from reader.store.deeds import Change, UndoablePart

_LABEL_WIDTH = 40


class Annotations(UndoablePart):
    """Every method may raise LibraryError; the changing ones do in a read-only library."""

    # Asking

    def get(self, id: int) -> Annotation:
        """The annotation with that id. Raises NotFoundError."""
        # SQLite's integers have 64 bits; a larger number cannot be an id.
        rows = self._ask(f"SELECT {SELECT} FROM annotation n WHERE n.id = ?", id) if abs(id) < 2**63 else []
        if not rows:
            raise NotFoundError(f"The library has no note or highlight {id}.", subject=str(id))
        return made(rows[0])

    def of(self, article_id: int) -> list[Annotation]:
        """Those of an article: first those on it as a whole, then in the order their words stood; deleted or not."""
        sql = f"SELECT {SELECT} FROM annotation n WHERE n.article_id = ? ORDER BY n.start, n.id"
        return [made(row) for row in self._ask(sql, article_id)]

    def all(
        self,
        limit: int = 500,
        *,
        after: int | None = None,
        words: str = "",
        colour: Colour | None = None,
        notes: bool | None = None,
        article: int | None = None,
    ) -> list[AnnotationRow]:
        """Annotations of all articles, the newest first, those of deleted articles too.

        ``after`` is the id of the last one of the page before. ``words`` are all in the note or in the words it is on,
        the last of them perhaps only begun; ``notes``: only those with a note, or with False only bare highlights.
        """
        where, values = condition(words, colour, notes, article)
        if after is not None:
            where += " AND (n.created, n.id) < (SELECT created, id FROM annotation WHERE id = ?)"
            values.append(after)
        sql = f"SELECT {ROW} {FROM} WHERE {where} ORDER BY n.created DESC, n.id DESC LIMIT ?"
        return [row_of(row) for row in self._ask(sql, *values, limit)]

    def count(
        self,
        *,
        words: str = "",
        colour: Colour | None = None,
        notes: bool | None = None,
        article: int | None = None,
    ) -> int:
        """How many ``all`` would give."""
        where, values = condition(words, colour, notes, article)
        ((number,),) = self._ask(f"SELECT count(*) FROM annotation n WHERE {where}", *values)
        return int(number)

    def counts(self, article_ids: Iterable[int], *, notes: bool = False) -> dict[int, int]:
        """How many each of these articles has, by article id, or how many ``notes``; those without any are left out."""
        marks = ", ".join(str(int(id)) for id in article_ids)
        where = f"article_id IN ({marks})" + (" AND body <> ''" if notes else "")
        sql = f"SELECT article_id, count(*) FROM annotation WHERE {where} GROUP BY article_id"
        return dict(self._ask(sql))

    def by_uri(self, uri: str) -> Annotation | None:
        """The annotation of that name, or None."""
        rows = self._ask(f"SELECT {SELECT} FROM annotation n WHERE n.uri = ?", uri)
        return made(rows[0]) if rows else None

    def text_marked(self, annotation: Annotation) -> str | None:
        """The text an annotation was made in, where that is a version or the other text of its article; or None."""
        if annotation.anchor is None:
            return None
        sql = (
            "SELECT text FROM version WHERE article_id = ?1 AND text_hash = ?2 UNION ALL "
            "SELECT text FROM alternate WHERE article_id = ?1 AND text_hash = ?2 LIMIT 1"
        )
        rows = self._ask(sql, annotation.article_id, annotation.anchor.text_hash)
        return rows[0][0] if rows else None

    # What the user does

    def add(self, annotation: Annotation) -> Annotation:
        """Keep a new one and give it with its id, name and times; those it has already stay as they are.

        Raises AnnotationError where there is neither a note nor a colour, NotFoundError where there is no such article.
        """
        with self._transaction():
            title = self._title(annotation.article_id)
            change, kept = self.put(annotation)
            label = f"wrote a note on {title}" if kept.body else f"highlighted {_words(kept) or title}"
            self._deeds.note("annotation", label, [change])
            return kept

    def put(self, annotation: Annotation) -> tuple[Change, Annotation]:
        """As ``add``, as part of a larger deed."""
        from uuid import uuid4  # late: opening a library does not wait for it

        moment = now()
        kept = replace(
            annotation,
            body=clean_body(annotation.body),
            uri=annotation.uri or f"urn:uuid:{uuid4()}",
            created=annotation.created or moment,
            modified=annotation.modified or annotation.created or moment,
            id=None,
        )
        _check(kept)
        change = self._deeds.insert("annotation", **columns(kept))
        return change, replace(kept, id=int(change[1]))

    def change(
        self,
        id: int,
        *,
        body: str | None = None,
        colour: Colour | EllipsisType | None = ...,
        anchor: Anchor | EllipsisType = ...,
    ) -> Annotation:
        """Change the note (None: as it is), the colour (None: no colour) or the words it is on.

        Raises NotFoundError, and AnnotationError where neither note nor colour would be left.
        """
        with self._transaction():
            was = self.get(id)
            becomes = replace(
                was,
                body=was.body if body is None else clean_body(body),
                colour=was.colour if colour is ... else colour,
                anchor=was.anchor if anchor is ... else anchor,
                about=About.TEXT if was.anchor is None and anchor is not ... else was.about,
            )
            if becomes == was:
                return was
            _check(becomes)
            becomes = replace(becomes, modified=max(now(), was.modified))
            self._deeds.note(
                "annotation", _changed(was, becomes), [self._deeds.update("annotation", id, **columns(becomes))]
            )
            return becomes

    def remove(self, id: int) -> Annotation:
        """Remove one and give it as it was; undone, it is there again with its id and name. Raises NotFoundError."""
        with self._transaction():
            was = self.get(id)
            title = self._title(was.article_id)
            label = f"removed a note on {title}" if was.body else f"removed a highlight: {_words(was) or title}"
            self._deeds.note("annotation", label, [self._deeds.delete("annotation", id)])
            return was

    def _title(self, article_id: int) -> str:
        rows = self._ask("SELECT title FROM article WHERE id = ?", article_id)
        if not rows:
            raise NotFoundError(f"The library has no article {article_id}.", subject=str(article_id))
        return f"“{_short(rows[0][0])}”"


def _check(annotation: Annotation) -> None:
    if not annotation.body and annotation.colour is None:
        raise AnnotationError("There is nothing to keep: write a note, or choose a colour for a highlight.")
    if annotation.anchor is None and not annotation.body:
        raise AnnotationError("An article as a whole cannot be highlighted; write a note on it.")


def _changed(was: Annotation, becomes: Annotation) -> str:
    if was.body != becomes.body:
        return "changed a note" if was.body and becomes.body else f"{'wrote' if becomes.body else 'removed'} a note"
    return "moved a highlight" if was.anchor != becomes.anchor else f"made a highlight {becomes.colour or 'colourless'}"


def _words(annotation: Annotation) -> str:
    return f"“{_short(annotation.anchor.exact)}”" if annotation.anchor is not None else ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LABEL_WIDTH else line[: _LABEL_WIDTH - 1].rstrip() + "…"
