"""What ``parley export`` was asked for, and which articles that means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from reader.domain.scope import Scope
from reader.feeds.file_bytes import shown_name
from reader.store.library import Library

FORMS = {
    "opml": (),
    "notes": ("markdown", "csv", "json-ld"),
    "articles": ("markdown", "text"),
    "comparison": ("markdown", "html"),
    "library": (),
}
"""What can be given out, and the forms of each, the first where none is asked for."""

_PAGE = 500
_EVERY = 10_000_000


@dataclass(frozen=True, slots=True)
class ExportWish:
    """``what`` is a key of ``FORMS`` and ``form`` one of its forms, "" where it has none. ``file`` is None for the
    terminal or pipe, ``directory`` where a file an article goes, over what is there only with ``replace``. The others
    say which articles."""

    what: str
    form: str
    ids: tuple[int, ...] = ()
    file: str | None = None
    directory: str | None = None
    replace: bool = False
    feed: str | None = None
    folder: str | None = None
    tag: str | None = None
    search: str | None = None
    bookmarked: bool = False

    @property
    def choices(self) -> list[str]:
        """The options by which articles are chosen, as they were typed."""
        named = ("feed", "folder", "tag", "search")
        chosen = [f"--{name}" for name in named if getattr(self, name) is not None]
        return ["ID", *chosen][not self.ids :] + (["--bookmarked"] if self.bookmarked else [])


def wished(asked: Sequence[str], forms: Sequence[str], **rest: object) -> ExportWish:
    """The wish of a command line: exactly one thing, in a form it has. Raises click.UsageError."""
    if len(asked) != 1:
        every = ", ".join(f"--{what}" for what in FORMS)
        together = f"{' and '.join(f'--{what}' for what in asked)} cannot be used together." if asked else ""
        raise click.UsageError(together or f"Say what to export: one of {every}.")
    (what,) = asked
    if wrong := [form for form in forms if form not in FORMS[what]]:
        raise click.UsageError(f"--{wrong[0]} does not go with --{what}.")
    if len(forms) > 1:
        raise click.UsageError(f"--{forms[0]} and --{forms[1]} cannot be used together.")
    wish = ExportWish(what, forms[0] if forms else next(iter(FORMS[what]), ""), **rest)  # type: ignore[arg-type]
    _check(wish)
    return wish


def _check(wish: ExportWish) -> None:
    choices = wish.choices
    if len(choices) > 1:
        raise click.UsageError(f"{choices[0]} and {choices[1]} cannot be used together.")
    if choices and wish.what not in ("articles", "notes", "comparison"):
        raise click.UsageError(f"{choices[0]} does not go with --{wish.what}.")
    if not choices and wish.what in ("articles", "comparison"):
        raise click.UsageError("Say which articles: ids, or --feed, --folder, --tag, --search or --bookmarked.")
    if wish.directory is not None and wish.what not in ("articles", "notes"):
        raise click.UsageError(f"--directory does not go with --{wish.what}.")
    if wish.directory is not None and wish.file is not None:
        raise click.UsageError("--output and --directory cannot be used together.")
    if wish.directory is not None and not wish.replace and _holds_something(wish.directory):
        raise click.UsageError(
            f"{shown_name(wish.directory)} is not empty: --replace writes into it, over files of the same names."
        )


def _holds_something(directory: str) -> bool:
    try:
        return any(Path(directory).iterdir())
    except (OSError, ValueError):
        # Whoever writes into it says what is wrong with it.
        return False


def chosen_ids(library: Library, wish: ExportWish) -> Iterator[int]:
    """The ids of the articles a wish names, in that order or newest first. Raises ParleyError.

    Those named by their ids are looked for before anything is written.
    """
    if wish.ids:
        return iter([library.article(id).id for id in wish.ids])
    if wish.tag is not None:
        return iter(_tagged(library, wish.tag))
    if wish.search is not None or wish.bookmarked:
        return iter(_found(library, wish.search))
    return _listed(library, _scope(library, wish))


def _listed(library: Library, scope: Scope) -> Iterator[int]:
    after = None
    while page := library.rows(_PAGE, after=after, scope=scope):
        yield from (row.id for row in page)
        after = page[-1].id


def _scope(library: Library, wish: ExportWish) -> Scope:
    from reader.cli.feed_words import find_feed
    from reader.cli.folder_words import find_folder

    if wish.feed is not None:
        return Scope(feed=find_feed(library, wish.feed, given_up=True).id)
    return Scope(folder=find_folder(library, wish.folder or ""))


def _tagged(library: Library, name: str) -> list[int]:
    from reader.domain.errors import NotFoundError
    from reader.domain.plain_text import clean_line

    tag = library.tags.named(name)
    if tag is None:
        raise NotFoundError(f"There is no tag {clean_line(name)}; list them with: parley tags", subject=name)
    return library.tags.articles(tag.id)


def _found(library: Library, words: str | None) -> tuple[int, ...]:
    from reader.domain.query.terms import Facet, Field, Is, Query

    query = Query(Facet(Field.IS, Is.BOOKMARKED))
    if words is not None:
        from reader.ingest.telling_analyses import tell_all
        from reader.ingest.understanding import understood

        query = understood(words, date.today())
        while library.index.fill():
            pass
        tell_all(library)
    return library.search.find(query, newest=True, limit=_EVERY).ids
