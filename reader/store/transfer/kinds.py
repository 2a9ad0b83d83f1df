"""Every kind of row there is, in the order they are given out."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple, get_type_hints

from reader.store.transfer import arrived, made
from reader.store.transfer.row import Json, PackedJson, Row, from_json, from_packed_json, to_json, to_packed_json


class Kind(NamedTuple):
    """A kind of row, its table, and the key its rows are in order of."""

    row: type[Row]
    table: str
    key: str = "id"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, in the order of the row's fields."""
        return self.row.__struct_fields__


KINDS = (
    Kind(made.SettingRow, "setting", "key"),
    Kind(arrived.FeedRow, "feed"),
    Kind(arrived.AddressRow, "feed_address", "address"),
    Kind(arrived.FolderRow, "folder"),
    Kind(arrived.PlacementRow, "placement"),
    Kind(arrived.VisitRow, "visit", "feed_id"),
    Kind(arrived.ArticleRow, "article"),
    Kind(arrived.VersionRow, "version"),
    Kind(arrived.AlternateRow, "alternate", "article_id"),
    Kind(arrived.EntryRow, "entry"),
    Kind(made.StatusRow, "status", "article_id"),
    Kind(made.TagRow, "tag"),
    Kind(made.TaggingRow, "tagging"),
    Kind(made.AnnotationRow, "annotation"),
    Kind(made.DraftRow, "draft", "subject"),
    Kind(made.SearchRow, "saved_search"),
    Kind(made.MarkRow, "story_mark", "article_id"),
    Kind(made.WishRow, "story_wish"),
    Kind(made.WatchRow, "watch"),
    Kind(made.CorrectionRow, "correction"),
    Kind(made.DeedRow, "deed"),
    Kind(arrived.AnalysisRow, "analysis"),
    Kind(arrived.SignatureRow, "signature", "article_id"),
    Kind(made.SequenceRow, "sqlite_sequence", "name"),
)

ROWS: Any = functools.reduce(operator.or_, (kind.row for kind in KINDS))
"""Any of them, for a decoder."""

OF = {kind.row: kind for kind in KINDS}


_OUT: dict[Any, Callable[[Any], Any]] = {bool: bool, Json: to_json, PackedJson: to_packed_json}
_IN: dict[Any, Callable[[Any], Any]] = {Json: from_json, PackedJson: from_packed_json}


def row_maker(kind: Kind) -> Callable[[tuple[Any, ...]], Row]:
    """Makes rows of a kind from what SQLite gives."""
    row, ways = kind.row, _ways(kind, _OUT)

    def made_row(values: tuple[Any, ...]) -> Row:
        fields = list(values)
        for at, way in ways:
            fields[at] = way(fields[at])
        return row(*fields)

    return made_row if ways else lambda values: row(*values)


def value_maker(kind: Kind) -> Callable[[Row], tuple[Any, ...]]:
    """Makes what SQLite takes from rows of a kind."""
    fields, ways = attrgetter(*kind.columns), _ways(kind, _IN)

    def made_values(row: Row) -> tuple[Any, ...]:
        values = list(fields(row))
        for at, way in ways:
            values[at] = way(values[at])
        return tuple(values)

    return made_values if ways else fields


def _ways(kind: Kind, known: dict[Any, Callable[[Any], Any]]) -> list[tuple[int, Callable[[Any], Any]]]:
    """The columns that are otherwise in SQLite than in a row, and how they are turned."""
    hints = get_type_hints(kind.row, include_extras=True)
    return [(at, known[hints[name]]) for at, name in enumerate(kind.columns) if hints[name] in known]
