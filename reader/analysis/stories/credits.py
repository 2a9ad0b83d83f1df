"""The news agency that a text credits as its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def credited(text: str, pack: Pack) -> str | None:
    """The agency's name, or None where the text names none as its source."""
    return None
