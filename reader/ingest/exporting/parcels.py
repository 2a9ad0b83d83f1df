"""What the app can give out: each thing with its file’s name, its words for the clipboard, and how it is written.

A parcel is made on the loop and opened on another thread, with a library of that thread's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.ingest.exporting.article_files import Progress, write_article_files, write_articles
from reader.ingest.exporting.articles import Form, article_words, joined
from reader.ingest.exporting.compared import compare_article
from reader.ingest.exporting.comparison_html import comparisons_html
from reader.ingest.exporting.comparison_markdown import comparison_markdown
from reader.ingest.exporting.file_names import slug
from reader.ingest.exporting.whole_files import write_whole
from reader.store.library import Library

Ids = Callable[[Library], Iterable[int]]
"""Ids of articles, in the order they are given out."""


@dataclass(frozen=True)
class Parcel:
    """``name`` is that of the file, or of the folder where ``is_folder``. ``words`` go to the clipboard, None where
    nothing can. ``write`` puts everything to a path, whole or not at all, and gives what was written, in a few
    words. Both may raise ParleyError, and ``write`` what the progress it tells raises."""

    name: str
    words: Callable[[Library], str] | None
    write: Callable[[Library, Path, Progress], str]
    is_folder: bool = False


def of_words(name: str, words: Callable[[Library], str], what: str) -> Parcel:
    """A parcel of words, with a line end at the end of the file."""

    def write(library: Library, path: Path, progress: Progress) -> str:
        write_whole(path, f"{words(library).removesuffix(chr(10))}\n".encode())
        return what

    return Parcel(name, words, write)


def article_parcel(article: Article, form: Form) -> Parcel:
    """One article."""
    return of_words(f"{slug(article.title)}.{form}", lambda _: article_words(article, form), "the article")


def comparison_parcel(article: Article, analysis: Analysis, *, html: bool) -> Parcel:
    """Who says what in an article, as it is analysed and corrected now."""

    def words(library: Library) -> str:
        compared = compare_article(article, analysis, library.corrections.all())
        return comparisons_html([compared]) if html else comparison_markdown(compared)

    return of_words(f"{slug(article.title)}-compared.{'html' if html else 'md'}", words, "the comparison")


def story_parcel(id: int, title: str, *, html: bool) -> Parcel:
    """A briefing on the story an article is in, as it is when the parcel is made up."""

    def words(library: Library) -> str:
        from reader.ingest.exporting.story_html import briefing_html
        from reader.ingest.exporting.story_markdown import briefing_markdown
        from reader.ingest.exporting.story_opened import told_story

        told = told_story(library, id)
        return briefing_html(told) if html else briefing_markdown(told)

    return of_words(f"{slug(title, 'story')}-briefing.{'html' if html else 'md'}", words, "the briefing")


def list_parcel(ids: Ids, title: str, form: Form) -> Parcel:
    """Articles one after another."""

    def write(library: Library, path: Path, progress: Progress) -> str:
        return _articles(write_articles(library, ids(library), path, form, progress))

    def words(library: Library) -> str:
        return "".join(joined(map(library.article, ids(library)), form))

    return Parcel(f"{slug(title, 'articles')}.{form}", words, write)


def folder_parcel(ids: Ids, title: str, form: Form) -> Parcel:
    """A folder with a file an article."""

    def write(library: Library, path: Path, progress: Progress) -> str:
        return _articles(write_article_files(library, ids(library), path, form, progress))

    return Parcel(slug(title, "articles"), None, write, is_folder=True)


class NoteForm(StrEnum):
    """How notes are written; the value is the ending of their file."""

    MARKDOWN = "md"
    JSON_LD = "jsonld"
    CSV = "csv"


def notes_parcel(article: Article | None, form: NoteForm) -> Parcel:
    """The notes and highlights of an article, or of all."""

    def words(library: Library) -> str:
        from reader.ingest.annotations import giving_out

        write = {
            NoteForm.MARKDOWN: giving_out.notes_markdown,
            NoteForm.JSON_LD: giving_out.notes_json_ld,
            NoteForm.CSV: giving_out.notes_csv,
        }[form]
        return write(library, None if article is None else [article.id])

    name = "notes" if article is None else f"{slug(article.title)}-notes"
    return of_words(f"{name}.{form}", words, "the notes")


def subscriptions_parcel() -> Parcel:
    """The subscriptions as OPML."""

    def words(library: Library) -> str:
        from reader.ingest.subscriptions_file import export_opml

        return export_opml(library).decode()

    return of_words("subscriptions.opml", words, "the subscriptions")


def library_parcel() -> Parcel:
    """The whole library as JSON Lines, compressed."""

    def write(library: Library, path: Path, progress: Progress) -> str:
        from reader.ingest.exporting.library_lines import export_library

        export_library(library.path, path, progress)
        return "the library"

    return Parcel("parley-library.jsonl.gz", None, write)


def _articles(count: int) -> str:
    return f"{count} article{'' if count == 1 else 's'}"
