"""What a file of cases may say, and the check that what it quotes is in its text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from reader.domain.actor import ActorKind
from reader.domain.comparison import ExchangeKind, Verdict
from reader.domain.quantity import Hedge, QuantityKind
from reader.domain.statement import Act, Endorsement, Mode


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of what a case expects: a field that is not written is not compared."""


class Statement(Expected, frozen=True):
    """``source`` and ``cue`` as in the text, "" for none; ``content`` in pieces; ``parties``, ``targets`` are ids."""

    content: tuple[str, ...] | None = None
    source: str | None = None
    cue: str | None = None
    act: Act | None = None
    parties: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    mode: Mode | None = None
    endorsement: Endorsement | None = None
    negated: bool | None = None
    quantities: tuple[str, ...] | None = None


class Quantity(Expected, frozen=True):
    """``text`` is the number with its hedge and unit; the noun after it may follow.

    ``counted`` is what it counts, "" for nothing; ``party`` whose things these are, "" for nobody known.
    """

    text: str
    kind: QuantityKind | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: Hedge | None = None
    unit: str | None = None
    counted: str | None = None
    party: str | None = None


class Actor(Expected, frozen=True):
    """``name`` is one of the actor's names in the text; ``party`` "" for none."""

    name: str
    kind: ActorKind | None = None
    party: str | None = None


class Exchange(Expected, frozen=True):
    """``between`` quotes a piece of the content of each of its statements."""

    kind: ExchangeKind
    between: tuple[str, ...] = ()


class Figure(Expected, frozen=True):
    """Numbers lined up: their texts in order of place; ``why`` is a piece of the verdict's reason."""

    numbers: tuple[str, ...]
    counted: str | None = None
    verdict: Verdict | None = None
    why: str | None = None


class Case(Expected, frozen=True):
    """One text and what the analysis should find in it; ``guards`` tells the wrong answer it guards against.

    ``statements_exactly``, ``quantities_exactly`` and ``exchanges_exactly``: nothing beyond what is listed; ``never``:
    words no source, cue or content may touch; ``light``: without a language model.
    """

    name: str
    guards: str
    text: str
    statement: tuple[Statement, ...] = ()
    quantity: tuple[Quantity, ...] = ()
    actor: tuple[Actor, ...] = ()
    exchange: tuple[Exchange, ...] = ()
    figure: tuple[Figure, ...] = ()
    unheard: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()
    statements_exactly: bool = True
    quantities_exactly: bool = False
    exchanges_exactly: bool = False
    light: bool = False

    def quoted(self) -> list[str]:
        """Every string that must occur in the text."""
        words = [*self.never, *(q.text for q in self.quantity), *(a.name for a in self.actor)]
        for statement in self.statement:
            words += [
                *(statement.content or ()),
                statement.source or "",
                statement.cue or "",
                *(statement.quantities or ()),
            ]
        for exchange in self.exchange:
            words += exchange.between
        for figure in self.figure:
            words += figure.numbers
        return words


class File(Expected, frozen=True):
    """A file of cases."""

    case: tuple[Case, ...]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises ValueError naming the file, and the case with words that its text does not have."""
    where = f"{path.parent.name}/{path.name}"
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{where}: {error}") from error
    for case in file.case:
        missing = [words for words in case.quoted() if words not in case.text]
        if missing:
            raise ValueError(f"{where}, case {case.name!r}: not in its text: {missing}")
    names = [case.name for case in file.case]
    double = {name for name in names if names.count(name) > 1}
    if double:
        raise ValueError(f"{where}: two cases named {sorted(double)}")
    return file.case
