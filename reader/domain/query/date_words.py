"""The words days are named with, in English and French, folded."""

from __future__ import annotations

from enum import Enum, auto


class Unit(Enum):
    """A stretch of days."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


def _numbered(lines: str, first: int) -> dict[str, int]:
    """Every word of each line to the line's number."""
    return {word: i for i, line in enumerate(lines.strip().splitlines(), first) for word in line.split()}


MONTHS = _numbered(
    """
    january jan janvier janv
    february feb fevrier fevr fev
    march mar mars
    april apr avril avr
    may mai
    june jun juin
    july jul juillet juil
    august aug aout
    september sept sep septembre
    october oct octobre
    november nov novembre
    december dec decembre
    """,
    1,
)
WEEKDAYS = _numbered(
    """
    monday mon lundi lun
    tuesday tue tues mardi
    wednesday wed mercredi mer
    thursday thu thurs jeudi jeu
    friday fri vendredi ven
    saturday sat samedi sam
    sunday sun dimanche dim
    """,
    0,
)
UNITS = {
    **dict.fromkeys(("day", "days", "jour", "jours"), Unit.DAY),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), Unit.WEEK),
    **dict.fromkeys(("month", "months", "mois"), Unit.MONTH),
    **dict.fromkeys(("year", "years", "an", "ans", "annee", "annees"), Unit.YEAR),
}
COUNTS = {
    **_numbered(
        """
        one a an un une
        two deux
        three trois
        four quatre
        five cinq
        six
        seven sept
        eight huit
        nine neuf
        ten dix
        """,
        1,
    ),
    "twelve": 12,
    "douze": 12,
    "quinze": 15,
}
DAYS = {"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1, "avant-hier": 2}
"""Names of days to how many days back they lie."""

LAST = frozenset(("last", "past", "previous", "dernier", "derniere", "passe", "passee"))
THIS = frozenset(("this", "current", "ce", "cet", "cette"))
AGO = "ago"

_SKIPPED = frozenset(("the", "of", "in", "on", "since", "le", "la", "de", "du", "en", "depuis", "au"))

KNOWN = frozenset((*MONTHS, *WEEKDAYS, *UNITS, *COUNTS, *DAYS, *LAST, *THIS, AGO, *_SKIPPED, "il", "y"))
"""Every word a date is made of, folded."""


def skipped(text: str) -> list[str]:
    """The words of a folded text but for those that say nothing; ``il y a`` is said as ``ago`` is, at the front."""
    text = text.removeprefix("depuis ").replace("il y a ", f"{AGO} ")
    words = [word.removeprefix("l'").rstrip(".") for word in text.split()]
    return [word for word in words if word not in _SKIPPED and word]
