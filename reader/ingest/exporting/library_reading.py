"""A library from its JSON Lines again; see ``library_lines``."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import cast

import msgspec

from reader.domain.errors import DocumentError, LibraryFileError
from reader.domain.plain_text import clean_line
from reader.feeds.file_bytes import STANDARD_INPUT, shown_name
from reader.ingest.exporting.article_files import Progress
from reader.ingest.exporting.library_lines import FORMAT, End, Header
from reader.store.files import remove
from reader.store.library import Library
from reader.store.transfer.deed_changes import is_sound
from reader.store.transfer.filling import check_empty, fill
from reader.store.transfer.kinds import ROWS
from reader.store.transfer.made import DeedRow
from reader.store.transfer.row import Row

LONGEST = 256 * 1024 * 1024
"""Bytes a line may have: more than any article with an analysis."""

_GZIP = b"\x1f\x8b"
_OFTEN = 256
_INDEXED = 2_000


def import_library(path: Path, file: str, progress: Progress = lambda done, total: None) -> int:
    """Fill the library at ``path`` from a file (or "-"), compressed or not; what it works out by itself is made again.

    The library must hold no more than the example stories, which go. Everything is taken in, or nothing. Gives how many
    rows. Raises LibraryFileError naming the line, LibraryError, DocumentError.
    """
    fresh = not path.exists()
    check_empty(path)
    try:
        with _opened(file) as source:
            lines = _Lines(source, shown_name(file), progress)
            fill(path, lines.rows(), lines.where)
    except BaseException:
        if fresh:
            remove(path)
        raise
    with Library.open(path) as library:
        articles, indexed = library.counts().articles, 0
        while more := library.index.fill(_INDEXED):
            indexed += more
            progress(min(indexed, articles), articles)
    return lines.count


class _Lines:
    """The lines of a file one by one, and where the last of them stood."""

    def __init__(self, source: _Source, name: str, progress: Progress) -> None:
        self._source = source
        self._name = name
        self._progress = progress
        self._number = 0
        self._decoder = msgspec.json.Decoder(ROWS | End)
        self.count = 0
        """How many rows were read."""

    def where(self) -> str:
        """Which line was read last, for a sentence."""
        return f"{self._name}, line {self._number}"

    def rows(self) -> Iterator[Row]:
        """The rows between the first line and the last. Raises LibraryFileError."""
        self._check_head()
        while (line := self._line()) is not None:
            row = self._decoded(line)
            if isinstance(row, End):
                self._check_end(row)
                return
            if isinstance(row, DeedRow) and not is_sound(row):
                raise self._error("cannot be read: it changes what no deed may change")
            self.count += 1
            if self.count % _OFTEN == 0:
                self._progress(self._source.read, self._source.size)
            yield row
        raise LibraryFileError(f"{self._name} is not whole: its last line is missing.", subject=self._name)

    def _check_head(self) -> None:
        line = self._line()
        try:
            head = msgspec.json.decode(line or b"", type=Header)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise LibraryFileError(
                f"{self._name} is not a library in JSON Lines: its first line is not “{FORMAT}”.", subject=self._name
            ) from None
        if head.format != FORMAT:
            shown = clean_line(head.format)[:60]
            raise self._error(
                f"is of the format “{shown}”, and this version of Parley reads “{FORMAT}”; upgrade Parley"
            )

    def _check_end(self, end: End) -> None:
        if end.rows != self.count:
            raise self._error(f"counts {end.rows} rows, and {self.count} are there")
        if self._line() is not None:
            raise self._error("comes after the last line")

    def _decoded(self, line: bytes) -> Row | End:
        try:
            row: Row | End = self._decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            reason = clean_line(str(error)).rstrip(".")[:200]
            raise self._error(f"cannot be read: {reason}") from error
        return row

    def _line(self) -> bytes | None:
        """The next line that is not empty; None behind the last."""
        while True:
            self._number += 1
            try:
                line = self._source.readline(LONGEST + 1)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise self._error("is where the compressed file breaks off or is damaged") from error
            except OSError as error:
                reason = clean_line(str(error.strerror or error))
                raise DocumentError(f"{self._name} cannot be read: {reason}.", subject=self._name) from error
            if len(line) > LONGEST:
                raise self._error(f"is longer than {LONGEST // 1024 // 1024} MB")
            if not line:
                return None
            if line.strip():
                return line

    def _error(self, what: str) -> LibraryFileError:
        return LibraryFileError(f"{self.where()}, {what}.", subject=self._name)


class _Source:
    """A file's lines, unpacked where it is compressed; ``read`` of ``size`` bytes are taken, both 0 where unknown."""

    def __init__(self, raw: BufferedReader, size: int) -> None:
        self._raw = raw
        self.size = size
        packed = raw.peek(len(_GZIP))[: len(_GZIP)] == _GZIP
        self.readline = gzip.GzipFile(fileobj=raw, mode="rb").readline if packed else raw.readline

    @property
    def read(self) -> int:
        """Bytes of the file taken so far."""
        return self._raw.tell() if self.size else 0


@contextmanager
def _opened(file: str) -> Iterator[_Source]:
    name = shown_name(file)
    if file == STANDARD_INPUT:
        yield _Source(cast(BufferedReader, sys.stdin.buffer), 0)
        return
    try:
        raw = Path(file).open("rb")  # noqa: SIM115
    except FileNotFoundError:
        raise DocumentError(f"There is no file {name}.", subject=file) from None
    except IsADirectoryError:
        raise DocumentError(f"{name} is a directory; name the file in it.", subject=file) from None
    except (OSError, ValueError) as error:
        reason = clean_line(str(getattr(error, "strerror", None) or error))
        raise DocumentError(f"{name} cannot be read: {reason}.", subject=file) from error
    with raw:
        yield _Source(raw, os.fstat(raw.fileno()).st_size)
