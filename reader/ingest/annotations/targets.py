"""What an annotation of a file is about: an article by its address or its text, and words in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.domain.anchor import CONTEXT
from reader.domain.plain_text import clean_text
from reader.ingest.annotations.iris import hash_of
from reader.ingest.annotations.json_ld_values import first, several, whole

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Target:
    """``source`` names the article; ``text_hash`` the text the words were marked in, "" where not told. ``exact`` is ""
    where only a position is known, or nothing; ``end`` is 0 where no position is."""

    source: str
    text_hash: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    classes: tuple[str, ...] = ()

    @property
    def quoted(self) -> bool:
        """True where it is about words, not about the article as a whole."""
        return bool(self.exact.strip()) or self.end > self.start


def targets(item: dict[str, Any]) -> list[Target]:
    """What an annotation may be about, those with words first; nothing that has no name."""
    found = [target for value in several(item.get("target")) for target in _targets(value, item, 0) if target.source]
    if not found and isinstance(item.get("uri"), str):
        found = [Target(item["uri"])]
    return sorted(found, key=lambda target: not target.quoted)


def _targets(value: Any, item: dict[str, Any], depth: int) -> Iterator[Target]:
    if isinstance(value, str):
        yield Target(value)
    if not isinstance(value, dict) or depth > _DEEPEST:
        return
    parts = several(value.get("items"))
    for part in parts:
        yield from _targets(part, item, depth + 1)
    if parts:
        return
    source = first(value, "source", "id", "@id")
    if isinstance(source, dict):
        source = first(source, "id", "@id")
    if not isinstance(source, str):
        source = item.get("uri")
    selectors = list(_chained(value.get("selector"), 0))
    quotation = next((s for s in selectors if isinstance(s.get("exact"), str)), {})
    position = next((s for s in selectors if isinstance(s.get("end"), int)), {})
    yield Target(
        source if isinstance(source, str) else "",
        next((known for state in _chained(value.get("state"), 0) for known in _hashes(state)), ""),
        _text(quotation, "exact"),
        _text(quotation, "prefix")[-CONTEXT:],
        _text(quotation, "suffix")[:CONTEXT],
        whole(position.get("start")),
        whole(position.get("end")),
        tuple(word for word in several(value.get("styleClass")) if isinstance(word, str)),
    )


def _chained(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Selectors or states, and what they are refined by."""
    for part in several(value):
        if isinstance(part, dict) and depth <= _DEEPEST:
            yield part
            yield from _chained(part.get("refinedBy"), depth + 1)


def _hashes(state: dict[str, Any]) -> Iterator[str]:
    for copy in several(state.get("cached")):
        known = hash_of(copy) if isinstance(copy, str) else None
        if known is not None:
            yield known


def _text(selector: dict[str, Any], key: str) -> str:
    value = selector.get(key)
    return clean_text(value) if isinstance(value, str) else ""
