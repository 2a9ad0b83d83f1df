"""Articles of a library into a file, or into a folder with a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.domain.article import Article
from reader.ingest.exporting.articles import Form, article_words, joined
from reader.ingest.exporting.file_names import Names
from reader.ingest.exporting.whole_files import made_folder, whole_file, write_whole
from reader.store.library import Library

Progress = Callable[[int, int], object]
"""Told how much is done of how much. What it raises ends the work, and nothing half-done stays."""


def write_articles(
    library: Library, ids: Iterable[int], path: str | Path, form: Form, progress: Progress = lambda done, total: None
) -> int:
    """Write articles into one file, in the order of ``ids``; on any error nothing is written. Gives how many.

    Raises DocumentError where the file cannot be written, NotFoundError.
    """
    count = 0

    def counted() -> Iterator[Article]:
        nonlocal count
        for id in every:
            progress(count, len(every))
            yield library.article(id)
            count += 1

    every = list(ids)
    with whole_file(path) as out:
        for part in joined(counted(), form):
            out.write(part.encode("utf-8"))
    return count


def write_article_files(
    library: Library, ids: Iterable[int], folder: str | Path, form: Form, progress: Progress = lambda done, total: None
) -> int:
    """Write a file an article into a folder, made where it is missing; a file of the same name is replaced.

    Gives how many. Raises DocumentError: the folder cannot be made, a file cannot be written; NotFoundError.
    """
    every = list(ids)
    place = made_folder(folder)
    names = Names()
    for at, id in enumerate(every):
        progress(at, len(every))
        article = library.article(id)
        write_whole(place / names.name(article.title, form), f"{article_words(article, form)}\n".encode())
    return len(every)
