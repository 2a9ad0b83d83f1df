"""Where annotations stand in their articles' texts as these are now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.anchoring import find_anchor
from reader.domain.annotation import Annotation, AnnotationRow
from reader.domain.article import Article
from reader.domain.span import Span
from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where its words stand in the article's text; ``span`` is None where they do not."""

    annotation: Annotation
    span: Span | None

    @property
    def orphaned(self) -> bool:
        """True where it is about words that are gone."""
        return self.span is None and self.annotation.anchor is not None


def placed(library: Library, article: Article) -> list[Placed]:
    """An article's annotations in the order of its text: first those on it as a whole, last those whose words are
    gone. Takes long for texts that changed much: ask it of the library's lane. Raises LibraryError."""
    found = [
        Placed(annotation, place(library, annotation, article)) for annotation in library.annotations.of(article.id)
    ]
    return sorted(found, key=_order)


def place(library: Library, annotation: Annotation, article: Article) -> Span | None:
    """Where an annotation's words stand in its article's text; None where they do not, or where it is about none."""
    anchor = annotation.anchor
    if anchor is None:
        return None
    was = None if anchor.text_hash == article.text_hash else library.annotations.text_marked(annotation)
    return find_anchor(anchor, article.text, article.text_hash, was)


def orphans(library: Library, rows: Iterable[AnnotationRow]) -> frozenset[int]:
    """Ids of those annotations of a list whose words are gone. Only texts that changed are looked into; as ``placed``
    for the library's lane."""
    articles: dict[int, Article] = {}
    gone = set()
    for row in rows:
        annotation = row.annotation
        if row.drifted and annotation.id is not None:
            if annotation.article_id not in articles:
                articles[annotation.article_id] = library.article(annotation.article_id)
            if place(library, annotation, articles[annotation.article_id]) is None:
                gone.add(annotation.id)
    return frozenset(gone)


def _order(placed: Placed) -> tuple[int, int, int]:
    annotation = placed.annotation
    rank = 0 if annotation.anchor is None else 2 if placed.span is None else 1
    start = placed.span[0] if placed.span else annotation.anchor.start if annotation.anchor else 0
    return (rank, start, annotation.id or 0)
