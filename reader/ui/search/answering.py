"""Answering what was typed: it is understood and searched for in one question, on the thread that only searches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reader.domain.errors import QueryError
from reader.domain.scope import Scope

if TYPE_CHECKING:
    from reader.domain.query.terms import Query
    from reader.store.library import Library


def answered(library: Library, asked: Scope, today: date, *, newest: bool, typing: bool = False) -> Scope:
    """``asked`` with what its text means now and what is found. Everything where its text asks for nothing.

    While somebody is ``typing``, what is unfinished is taken as far as it goes; and a last word found nowhere as the
    beginning of one, which ``text`` then says with a star. Raises QueryError, LibraryError.
    """
    from reader.domain.query.asked import asks_of_stories
    from reader.ingest.understanding import understood

    query = understood(asked.text, today, unfinished=typing)
    if query.root is None:
        return Scope()
    found = library.search.find(query, newest=newest, kept=asked.kept)
    if asks_of_stories(query):
        found = replace(found, unseen=library.stories.count_waiting())
    if typing and not found.ids and (begun := begun_word(asked.text, today)) is not None:
        more = library.search.find(begun, newest=newest, kept=asked.kept)
        if more.ids:
            return replace(asked, text=f"{asked.text}*", query=begun, found=more)
    return replace(asked, query=query, found=found)


def begun_word(text: str, today: date) -> Query | None:
    """The query in which the last word or name may go on; None where there is none, or what is typed has ended."""
    from reader.ingest.understanding import understood

    if not text or not text[-1].isalnum():
        return None
    try:
        return understood(f"{text}*", today, unfinished=True)
    except QueryError:
        return None
