"""Why an article is in a story, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.signature import Likeness

_HOURS = 24
_PERCENT = 100
_WORTH_SAYING = 0.2  # of the wording shared


def reason(likeness: Likeness, other_title: str, other_outlet: str, hours_apart: float) -> str:
    """A sentence that says what an article shares with the one of its story that it is most like, and how much of the
    shorter one's wording stands in the other: "Like “Four dead” (The Post), 3 hours apart: both say Tekesh, Batken and
    13,000.\""""
    name = f"“{other_title}”" if other_title else "another article"
    where = f" ({other_outlet})" if other_outlet else ""
    shared = f": both say {_listed(likeness.shared)}" if likeness.shared else ""
    wording = ""
    if likeness.copied >= _WORTH_SAYING:
        wording = f"; {round(likeness.copied * _PERCENT)} % of the wording is the same"
    return f"Like {name}{where}, {_apart(hours_apart)}{shared}{wording}."


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _apart(hours: float) -> str:
    hours = abs(hours)
    if hours < 1:
        return "within the hour"
    number, unit = (round(hours), "hour") if hours < 2 * _HOURS else (round(hours / _HOURS), "day")
    return f"{number} {unit}{'' if number == 1 else 's'} apart"
