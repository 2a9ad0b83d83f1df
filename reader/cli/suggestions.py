"""What shell completion offers for an article."""

from __future__ import annotations

from itertools import islice

import click
from click.shell_completion import CompletionItem

_MOST = 50


def suggest_ids(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the newest articles that start with what is typed, with their titles; files where there are none."""
    from reader.cli.session import Session
    from reader.domain.errors import ParleyError
    from reader.ingest.location import default_library_path
    from reader.store.library import Library

    root = ctx.find_root()
    session = ctx.find_object(Session)
    path = root.params.get("named") or (session.path if session else default_library_path())
    if not typed or typed.isdigit():
        try:
            if path.is_file():
                with Library.open(path) as library:
                    rows = (row for row in library.rows(500) if str(row.id).startswith(typed))
                    found = [CompletionItem(str(row.id), help=row.title) for row in islice(rows, _MOST)]
                if found:
                    return found
        except ParleyError:
            pass
    return [CompletionItem(typed, type="file")]
