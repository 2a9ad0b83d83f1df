"""A whole library as JSON Lines, ``parley.library/1``: a header, a line for each row, and a last line that counts them.

Every line is an object whose ``type`` says what it is; see ``reader.store.transfer`` for their fields. What a library
works out by itself, such as its full-text index, is not among them. The same library gives the same bytes.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from reader.ingest.exporting.article_files import Progress
from reader.ingest.exporting.whole_files import whole_file
from reader.store.transfer.reading import Snapshot

FORMAT = "parley.library/1"
ENDING = ".gz"
"""What the name of a compressed file ends in."""

_OFTEN = 256


class Header(msgspec.Struct, tag_field="type", tag="library"):
    """The first line. A reader that does not know the format stops here."""

    format: str


class End(msgspec.Struct, tag_field="type", tag="end", forbid_unknown_fields=True):
    """The last line: how many rows there are before it."""

    rows: int


def export_library(path: Path, file: str | Path, progress: Progress = lambda done, total: None) -> int:
    """Write the library at ``path`` into a file, compressed where its name ends in ".gz". Gives how many rows.

    The file is written as a whole or not at all. Raises LibraryError, DocumentError, and what ``progress`` raises.
    """
    with whole_file(file) as out:
        if not str(file).lower().endswith(ENDING):
            return write_library(path, out, progress)
        # Neither time nor name, so that the same library gives the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=6) as packed:
            return write_library(path, cast(BinaryIO, packed), progress)


def write_library(path: Path, out: BinaryIO, progress: Progress = lambda done, total: None) -> int:
    """Write the library's lines as they are read: however many there are, few are in memory. Gives how many rows."""
    encoder = msgspec.json.Encoder()
    rows = 0
    with Snapshot(path) as library:
        out.write(encoder.encode(Header(FORMAT)) + b"\n")
        for row in library.rows():
            out.write(encoder.encode(row) + b"\n")
            rows += 1
            if rows % _OFTEN == 0:
                progress(rows, library.total)
        out.write(encoder.encode(End(rows)) + b"\n")
    return rows
