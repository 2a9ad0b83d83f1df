"""What the kinds of rows are made of."""

from __future__ import annotations

import zlib
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from reader.store.analysis_json import packed, unpacked

LARGEST = 2**63 - 1
"""SQLite's integers have 64 bits."""

Id: TypeAlias = Annotated[int, Meta(ge=1, le=LARGEST)]
Number: TypeAlias = Annotated[int, Meta(ge=-LARGEST, le=LARGEST)]
Hash: TypeAlias = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Json: TypeAlias = msgspec.Raw
"""A column of JSON text. In the row it is that JSON; a text that is none ("" among them) is a JSON string."""

PackedJson: TypeAlias = Annotated[msgspec.Raw, Meta(description="packed")]
"""The same, of a column that holds it packed (see ``store.analysis_json``). What cannot be unpacked is "": it can be
made again."""


class Row(msgspec.Struct, tag_field="type", forbid_unknown_fields=True, omit_defaults=True):
    """A row of a table: its fields are the table's columns, first those that are never NULL."""


def to_json(text: str) -> Json:
    """A column of JSON text as a field."""
    if "\n" not in text and "\r" not in text and text == text.strip() and not text.startswith('"'):
        try:
            msgspec.json.decode(text, type=msgspec.Raw)
        except msgspec.DecodeError:
            pass
        else:
            return msgspec.Raw(text.encode())
    return msgspec.Raw(msgspec.json.encode(text))


def from_json(field: Json) -> str:
    """The column's text again."""
    body = bytes(field)
    return msgspec.json.decode(body, type=str) if body.startswith(b'"') else body.decode()


def to_packed_json(body: str | bytes) -> PackedJson:
    """A column of packed JSON text as a field."""
    try:
        return to_json(unpacked(body))
    except (zlib.error, UnicodeDecodeError):
        return to_json("")


def from_packed_json(field: PackedJson) -> bytes:
    """The column's value again."""
    return packed(from_json(field))
