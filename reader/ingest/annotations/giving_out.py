"""The highlights and notes of a library, or of some of its articles, for people and other programs.

``article_ids`` are the articles in the order wanted, None for all that have notes: those annotated last first, the
deleted ones too. Everything may raise LibraryError and NotFoundError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.domain.annotation import AnnotationRow
from reader.domain.csv_cells import csv_lines
from reader.ingest.annotations.json_ld import to_json_ld
from reader.ingest.annotations.markdown import article_notes
from reader.ingest.annotations.placing import orphans, placed
from reader.ingest.annotations.table import FIELDS, record
from reader.ingest.exporting.file_names import Names
from reader.ingest.exporting.whole_files import made_folder, write_whole
from reader.store.library import Library

_EVERY = -1


def rows(library: Library, article_ids: Iterable[int] | None = None) -> list[AnnotationRow]:
    """The annotations, the oldest first."""
    if article_ids is None:
        found = library.annotations.all(_EVERY)
    else:
        found = [row for id in dict.fromkeys(article_ids) for row in library.annotations.all(_EVERY, article=id)]
    return sorted(found, key=lambda row: (row.annotation.created, row.annotation.id or 0))


def count_notes(library: Library, article_ids: Iterable[int] | None = None) -> int:
    """How many highlights and notes there are."""
    if article_ids is None:
        return library.annotations.count()
    return sum(library.annotations.count(article=id) for id in dict.fromkeys(article_ids))


def records(library: Library, found: Iterable[AnnotationRow]) -> Iterator[dict[str, object]]:
    """Each of these annotations as a dict with ``table.FIELDS``."""
    found = list(found)
    gone = orphans(library, found)
    for row in found:
        yield record(row, orphaned=row.annotation.id in gone)


def notes_json_ld(library: Library, article_ids: Iterable[int] | None = None) -> str:
    """As a W3C Annotation Collection in JSON-LD; see ``json_ld``."""
    return to_json_ld(rows(library, article_ids)).decode("utf-8")


def notes_csv(library: Library, article_ids: Iterable[int] | None = None) -> str:
    """As a table with a line of names; no cell is taken for a formula."""
    return "".join(csv_lines(FIELDS, (tuple(told.values()) for told in records(library, rows(library, article_ids)))))


def notes_markdown(library: Library, article_ids: Iterable[int] | None = None) -> str:
    """As one Markdown document, a section an article; of a single article it is its head that stands on top."""
    ids = list(_annotated(library, article_ids))
    if len(ids) == 1:
        return "\n".join(_texts(library, ids))
    return "\n".join(["# Notes and highlights\n", *_texts(library, ids, level=2)])


def write_note_files(library: Library, folder: str | Path, article_ids: Iterable[int] | None = None) -> int:
    """Write a Markdown file an article into a folder, made where it is missing; files of the same names are replaced.

    Gives how many. Raises DocumentError where the folder cannot be made or a file not be written.
    """
    place = made_folder(folder)
    names = Names()
    # By id: an article's file keeps its name when another of that title is annotated later.
    ids = sorted(_annotated(library, article_ids))
    for id, text in zip(ids, _texts(library, ids), strict=True):
        write_whole(place / names.name(library.article(id).title, "md"), text.encode("utf-8", "replace"))
    return len(ids)


def _annotated(library: Library, article_ids: Iterable[int] | None) -> Iterator[int]:
    if article_ids is None:
        yield from dict.fromkeys(row.annotation.article_id for row in library.annotations.all(_EVERY))
        return
    for id in dict.fromkeys(article_ids):
        if library.annotations.count(article=id):
            yield id


def _texts(library: Library, ids: Iterable[int], level: int = 1) -> Iterator[str]:
    for id in ids:
        article = library.article(id)
        yield article_notes(article, placed(library, article), level) + "\n"
