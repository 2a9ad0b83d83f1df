"""Whose own words a text does not give."""

from __future__ import annotations

from reader.domain.statement import Statement


def find_unheard(statements: tuple[Statement, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the parties that statements are aimed at and that make none, in the order of ``parties``.

    What is quoted inside another's statement is not a party's own word; a target that is no known party is left out.
    """
    heard = {party for s in statements if s.parent is None for party in s.parties}
    aimed_at = {party for s in statements for party in s.targets}
    return tuple(party for party in parties if party in aimed_at and party not in heard)
