"""The English words the panel and the command line put on acts, links, verdicts and hedges."""

from __future__ import annotations

from reader.analysis.comparison.figure_verdicts import NARRATOR as NARRATOR
from reader.domain.comparison import ExchangeKind, Verdict
from reader.domain.statement import Act, Statement

UNATTRIBUTED = "unattributed"

ACTS: dict[Act, tuple[str, str]] = {
    Act.DECLARE: ("declared", "declare"),
    Act.ACCUSE: ("accused", "accuse"),
    Act.DENY: ("denied", "deny"),
    Act.CONFIRM: ("confirmed", "confirm"),
    Act.ADMIT: ("admitted", "admit"),
    Act.PROMISE: ("promised", "promise"),
    Act.THREATEN: ("threatened", "threaten"),
    Act.WARN: ("warned", "warn"),
    Act.URGE: ("urged", "urge"),
    Act.DEMAND: ("demanded", "demand"),
    Act.OFFER: ("offered", "offer"),
    Act.ASK: ("asked", "ask"),
    Act.PRAISE: ("praised", "praise"),
    Act.CRITICISE: ("criticised", "criticise"),
    Act.DECLINE: ("declined", "decline"),
    Act.OTHER: ("said", "say"),
}
"""Each act in the past, which fits one speaker and many, and in its base form."""

VERDICTS: dict[Verdict, str] = {
    Verdict.AGREE: "agree",
    Verdict.DIFFER: "differ",
    Verdict.NOT_COMPARABLE: "not comparable",
    Verdict.SINGLE: "one speaker",
}

FIRST: dict[ExchangeKind, str] = {
    ExchangeKind.MUTUAL_ACCUSATION: "accused in turn by",
    ExchangeKind.DENIAL: "denied by",
    ExchangeKind.ANSWER: "answered by",
    ExchangeKind.REFUSAL: "declined by",
    ExchangeKind.CONFIRMATION: "confirmed by",
    ExchangeKind.CONTRADICTION: "another number from",
}
"""What the statement that came first says of the one that answers it."""

ANSWERING: dict[ExchangeKind, str] = {
    ExchangeKind.MUTUAL_ACCUSATION: "accused in turn by",
    ExchangeKind.DENIAL: "denied the charge of",
    ExchangeKind.ANSWER: "answered",
    ExchangeKind.REFUSAL: "in reply to",
    ExchangeKind.CONFIRMATION: "confirmed",
    ExchangeKind.CONTRADICTION: "another number than",
}
"""What the answering statement says of the one it answers."""

ALONE = "each accuses the other"
"""A statement that is an exchange by itself: it tells that its speakers accuse one another."""

ROWS: tuple[tuple[str, str, frozenset[Act]], ...] = (
    ("charges", "charges", frozenset({Act.ACCUSE, Act.DENY, Act.CRITICISE, Act.ADMIT})),
    ("appeals", "appeals", frozenset({Act.ASK, Act.OFFER, Act.DECLINE})),
    ("calls", "calls", frozenset({Act.URGE, Act.DEMAND, Act.WARN, Act.THREATEN})),
    ("statements", "statements", frozenset({Act.DECLARE, Act.CONFIRM, Act.PROMISE, Act.PRAISE, Act.OTHER})),
)
"""The rows of the comparison for statements that answer nothing: kind, label, acts. Every act is in one of them."""

FIGURES_ROW = ("figures", "figures")
EXCHANGE_ROWS: dict[ExchangeKind, str] = {
    ExchangeKind.MUTUAL_ACCUSATION: "charges",
    ExchangeKind.DENIAL: "charges",
    ExchangeKind.ANSWER: "appeals",
    ExchangeKind.REFUSAL: "appeals",
    ExchangeKind.CONFIRMATION: "statements",
    ExchangeKind.CONTRADICTION: "figures",
}


def act_label(statement: Statement) -> str:
    """ "accused", "did not confirm": what the speaker did, negation included."""
    return act_words(statement.act, negated=statement.negated)


def act_words(act: Act, *, negated: bool) -> str:
    """The same of an act by itself."""
    past, base = ACTS[act]
    return f"did not {base}" if negated else past
