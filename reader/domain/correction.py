"""Corrections: what a person says of an analysis. Data of the user's own; no analysis ever changes one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.anchor import Anchor, anchor_of
from reader.domain.errors import CorrectionError
from reader.domain.plain_text import clean_line
from reader.domain.span import Span
from reader.domain.statement import Statement


class CorrectionKind(StrEnum):
    """What a person can say: who speaks, that nobody does, whose side somebody is on, that two names are one actor."""

    SPEAKER = "speaker"
    PARTY = "party"
    NOT_STATEMENT = "not_statement"
    SAME_ACTOR = "same_actor"

    @property
    def of_statement(self) -> bool:
        """True where it is about one statement of one text, False where about an actor in every text."""
        return self in (CorrectionKind.SPEAKER, CorrectionKind.NOT_STATEMENT)


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing a person said.

    | kind | ``anchor`` | ``actor`` | ``value`` |
    |---|---|---|---|
    | speaker | the statement's words | who speaks | - |
    | not_statement | the statement's words | - | - |
    | party | - | whose party | name or id of the party |
    | same_actor | - | one name | the other name |

    ``made`` is ISO 8601 in UTC and ``id`` the library's number; "" and None until it is stored. ``undone`` ones are
    kept and not applied. Raises CorrectionError where a part that the kind needs is missing.
    """

    kind: CorrectionKind
    anchor: Anchor | None = None
    actor: str | None = None
    value: str | None = None
    made: str = ""
    id: int | None = None
    undone: bool = False

    def __post_init__(self) -> None:
        needed = _PARTS[self.kind]
        for name, part in (("anchor", self.anchor), ("actor", self.actor), ("value", self.value)):
            if name in needed and (part is None or (isinstance(part, str) and not part.strip())):
                raise CorrectionError(f"A correction of kind {self.kind} needs {_TOLD[name]}.", subject=name)
            if name not in needed and part is not None:
                raise CorrectionError(f"A correction of kind {self.kind} has no {name}.", subject=name)
        if self.anchor is not None and (not self.anchor.exact or self.anchor.start < 0):
            raise CorrectionError("A correction of a statement needs the words it is about.", subject="anchor")

    @property
    def said(self) -> Correction:
        """What was said and when, apart from where it is stored: two corrections that share it are one."""
        return replace(self, id=None, undone=False)


_PARTS = {
    CorrectionKind.SPEAKER: ("anchor", "actor"),
    CorrectionKind.NOT_STATEMENT: ("anchor",),
    CorrectionKind.PARTY: ("actor", "value"),
    CorrectionKind.SAME_ACTOR: ("actor", "value"),
}
_TOLD = {"anchor": "the place it is about", "actor": "a name", "value": "a second name"}


def speaker_correction(text: str, statement: Statement, name: str) -> Correction:
    """Whoever ``name`` names makes this statement of ``text``. Raises CorrectionError for an empty name."""
    return Correction(CorrectionKind.SPEAKER, anchor_of(text, extent(statement)), clean_line(name))


def not_statement(text: str, statement: Statement) -> Correction:
    """What was taken for this statement of ``text`` is none."""
    return Correction(CorrectionKind.NOT_STATEMENT, anchor_of(text, extent(statement)))


def party_correction(actor: str, party: str) -> Correction:
    """The actor of that name belongs to that party, by name or id. Raises CorrectionError for an empty name."""
    return Correction(CorrectionKind.PARTY, None, clean_line(actor), clean_line(party))


def same_actor(one: str, other: str) -> Correction:
    """Both names name one actor. Raises CorrectionError for an empty name."""
    return Correction(CorrectionKind.SAME_ACTOR, None, clean_line(one), clean_line(other))


def extent(statement: Statement) -> Span:
    """All of a statement's content, with what stands between its spans."""
    return (statement.content[0][0], statement.content[-1][1])


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those not undone, in the order they were made: where two contradict each other the later one counts."""
    return tuple(c for c in corrections if not c.undone)
