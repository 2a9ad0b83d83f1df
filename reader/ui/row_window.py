"""The rows of a long list that are in memory: the pages lately looked at, and no more."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

PAGE = 100
"""Rows asked for at a time."""

KEPT = 20
"""Pages kept; enough that scrolling back and forth asks for nothing twice."""


class _Row(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=_Row)
"""A row that an id tells from the others: an article's, a story's."""


class RowWindow(Generic[Row]):
    """Rows by their index in the whole list."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def put(self, page: int, rows: list[Row]) -> None:
        """Take in a page, dropping the one not looked at for longest where there are too many."""
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def get(self, index: int) -> Row | None:
        """The row with that index, or None where its page is not there."""
        page, at = divmod(index, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            return None
        self._pages.move_to_end(page)
        return rows[at] if 0 <= at < len(rows) else None

    def missing(self, first: int, last: int) -> list[int]:
        """The pages to ask for so that rows ``first`` to ``last`` are there."""
        return [page for page in range(max(first, 0) // PAGE, max(last, 0) // PAGE + 1) if page not in self._pages]

    def pages(self) -> dict[int, list[Row]]:
        """The pages that are there, by number."""
        return dict(self._pages)

    def items(self) -> Iterator[tuple[int, Row]]:
        """Every row that is there with its index."""
        for page, rows in self._pages.items():
            yield from enumerate(rows, page * PAGE)

    def index_of(self, id: int) -> int | None:
        """Where the row with that id stands, as far as is known here."""
        return next((index for index, row in self.items() if row.id == id), None)

    def replace(self, row: Row) -> int | None:
        """Put a row in the place of the one with its id; its index, or None where it is not there."""
        index = self.index_of(row.id)
        if index is not None:
            page, at = divmod(index, PAGE)
            self._pages[page] = [*self._pages[page][:at], row, *self._pages[page][at + 1 :]]
        return index

    def clear(self) -> None:
        """Forget everything."""
        self._pages.clear()
