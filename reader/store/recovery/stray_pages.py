"""Rows on the pages of a damaged file that nothing leads to any more: what pointed at them is what is damaged.

SQLite's file format, as far as leaves of tables go: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

_LEAF = 0x0D
_HEADER_BYTES = 100
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_BYTES = 64 * 1024**2


class StrayPages:
    """The file of a library, page by page; close it. What makes no sense is passed over."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as handle:
            self._data = mmap(handle.fileno(), 0, access=ACCESS_READ)
        size = int.from_bytes(self._data[16:18], "big")
        self._size = 65536 if size == 1 else size
        self._usable = self._size - self._data[20]
        self._count = len(self._data) // self._size

    def close(self) -> None:
        """Let go of the file."""
        self._data.close()

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """Number and values of every row on a leaf of a table that is in use; a row's number is None among its values
        where it is one of its columns."""
        unused = self._unused()
        for number in range(self._count):
            if number not in unused:
                yield from self._leaf(number)

    def _page(self, number: int) -> bytes:
        return self._data[number * self._size : (number + 1) * self._size]

    def _unused(self) -> set[int]:
        """Pages on the list of free ones, which may still have what was deleted."""
        found = set[int]()
        trunk = int.from_bytes(self._data[32:36], "big")
        while 0 < trunk <= self._count and trunk - 1 not in found:
            found.add(trunk - 1)
            page = self._page(trunk - 1)
            trunk, most = struct.unpack_from(">II", page)
            for at in range(min(most, self._size // 4 - 2)):
                found.add(int.from_bytes(page[8 + 4 * at : 12 + 4 * at], "big") - 1)
        return found

    def _leaf(self, number: int) -> Iterator[tuple[int, list[Any]]]:
        page, start = self._page(number), _HEADER_BYTES if number == 0 else 0
        if page[start] != _LEAF:
            return
        cells = int.from_bytes(page[start + 3 : start + 5], "big")
        for n in range(min(cells, self._size // 4)):
            at = int.from_bytes(page[start + 8 + 2 * n : start + 10 + 2 * n], "big")
            with suppress(IndexError, ValueError, struct.error):
                length, at = _varint(page, at)
                rowid, at = _varint(page, at)
                yield rowid, _values(self._payload(page, at, length))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        if length > _MOST_BYTES:
            raise ValueError("too long")
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (self._usable - 4)
            here = here if here <= most else least
        parts, left = [page[at : at + here]], length - here
        following = int.from_bytes(page[at + here : at + here + 4], "big") if left else 0
        while left > 0:
            if not 0 < following <= self._count:
                raise ValueError("leads nowhere")
            further = self._page(following - 1)
            following = int.from_bytes(further[:4], "big")
            parts.append(further[4 : 4 + min(left, self._usable - 4)])
            left -= len(parts[-1])
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    raise ValueError("no number")


def _values(payload: bytes) -> list[Any]:
    """The values of a record. Raises ValueError, IndexError, struct.error where it is none."""
    end, at = _varint(payload, 0)
    kinds, values, body = list[int](), list[Any](), end
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    for kind in kinds:
        if kind in (0, 8, 9):
            values.append({0: None, 8: 0, 9: 1}[kind])
        elif kind in _WIDTHS:
            values.append(int.from_bytes(payload[body : body + _WIDTHS[kind]], "big", signed=True))
            body += _WIDTHS[kind]
        elif kind == 7:
            values.append(struct.unpack_from(">d", payload, body)[0])
            body += 8
        elif kind >= 12:
            width = (kind - 12) // 2
            raw = payload[body : body + width]
            values.append(raw.decode("utf-8") if kind % 2 else raw)
            body += width
        else:
            raise ValueError("no such kind")
    if at != end or body != len(payload):
        raise ValueError("not of that length")
    return values
