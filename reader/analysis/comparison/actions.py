"""What is done, by a name that all languages have, or by the verb of one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """``kind`` is its name in every language, "" where the pack has none; ``stem`` the verb without its ending, ""
    where a noun tells it."""

    kind: str
    stem: str

    def is_(self, other: Action, *, one_language: bool) -> bool:
        """Whether both are the same kind of action, or one verb of one language."""
        return (bool(self.kind) and self.kind == other.kind) or (one_language and self.stem == other.stem != "")
