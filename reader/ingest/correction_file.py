"""Corrections as JSON Lines, one object a line: for a copy, or for another library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec

from reader.domain.anchor import Anchor
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.errors import CorrectionError
from reader.domain.plain_text import clean_line

_FORMAT: Literal["parley.correction/1"] = "parley.correction/1"
_LONGEST_NAME = 300


class _Anchor(msgspec.Struct, forbid_unknown_fields=True):
    exact: str
    prefix: str
    suffix: str
    start: Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
    text_hash: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class _Line(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    format: Literal["parley.correction/1"]
    kind: CorrectionKind
    made: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    actor: Annotated[str, msgspec.Meta(max_length=_LONGEST_NAME)] | None = None
    value: Annotated[str, msgspec.Meta(max_length=_LONGEST_NAME)] | None = None
    anchor: _Anchor | None = None
    undone: bool = False


def to_lines(corrections: Iterable[Correction]) -> Iterator[str]:
    """Each correction as a line, without its number in the library."""
    for c in corrections:
        a = c.anchor
        anchor = None if a is None else _Anchor(a.exact, a.prefix, a.suffix, a.start, a.text_hash)
        line = _Line(_FORMAT, c.kind, c.made, c.actor, c.value, anchor, c.undone)
        yield msgspec.json.encode(line).decode("utf-8")


def from_lines(data: bytes, name: str) -> list[Correction]:
    """The corrections of a file called ``name``; empty lines are passed over.

    Raises CorrectionError naming the first line that is not a correction: all of the file is used, or nothing.
    """
    found = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_correction(msgspec.json.decode(line, type=_Line)))
        except (msgspec.MsgspecError, UnicodeDecodeError, CorrectionError) as error:
            reason = str(error).rstrip(".")
            raise CorrectionError(f"{name}, line {number}, is not a correction: {reason}.", subject=name) from error
    return found


def _correction(line: _Line) -> Correction:
    anchor = line.anchor
    return Correction(
        line.kind,
        None if anchor is None else Anchor(anchor.exact, anchor.prefix, anchor.suffix, anchor.start, anchor.text_hash),
        None if line.actor is None else clean_line(line.actor),
        None if line.value is None else clean_line(line.value),
        line.made,
        undone=line.undone,
    )
