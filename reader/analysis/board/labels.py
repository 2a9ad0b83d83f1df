"""The English words the panel and the command line put on acts, links, verdicts and hedges."""

from __future__ import annotations

from reader.analysis.comparison.figure_verdicts import NARRATOR as NARRATOR
from reader.domain.comparison import ExchangeKind, Verdict
from reader.domain.statement import Act, Statement

UNATTRIBUTED = "unattributed"

ACTS: dict[Act, tuple[str, str]] = {
    Act.DECLARE: ("declares", "declare"),
    Act.ACCUSE: ("accuses", "accuse"),
    Act.DENY: ("denies", "deny"),
    Act.CONFIRM: ("confirms", "confirm"),
    Act.ADMIT: ("admits", "admit"),
    Act.PROMISE: ("promises", "promise"),
    Act.THREATEN: ("threatens", "threaten"),
    Act.WARN: ("warns", "warn"),
    Act.URGE: ("urges", "urge"),
    Act.DEMAND: ("demands", "demand"),
    Act.OFFER: ("offers", "offer"),
    Act.ASK: ("asks", "ask"),
    Act.PRAISE: ("praises", "praise"),
    Act.CRITICISE: ("criticises", "criticise"),
    Act.DECLINE: ("declines", "decline"),
    Act.OTHER: ("says", "say"),
}
"""Each act in the third person and in its base form."""

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
    ExchangeKind.DENIAL: "denies the charge of",
    ExchangeKind.ANSWER: "answers",
    ExchangeKind.REFUSAL: "in reply to",
    ExchangeKind.CONFIRMATION: "confirms",
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
    """ "accuses", "does not confirm": what the speaker does, negation included."""
    third, base = ACTS[statement.act]
    return f"does not {base}" if statement.negated else third
