"""The news agency that a text credits as its source.

Agencies stand at the beginning ("EREVAN, Arménie (AP) –"), in brackets that end a paragraph ("(Reporting by Reuters)",
"(AFP)"), or in a line of their own near either end ("Avec AFP", "© AP", "Le Soir, avec Belga"). One only named in
running text ("told Reuters") is no source of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.languages.credit_rules import CreditRules
    from reader.languages.pack import Pack

_ENDS = 3  # lines at the beginning and at the end in which a credit may stand alone
_LONGEST_LINE = 120  # characters
_LONGEST_PLACE = 60


def credited(text: str, pack: Pack) -> str | None:
    """The agency's name, or None where the text names none as its source."""
    found = _finder(pack.credits)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_ENDS]:
        if match := found.dateline.match(line):
            return found.agency(match["agency"])
    for line in (*lines[-_ENDS:][::-1], *lines[:_ENDS]):
        if len(line) <= _LONGEST_LINE and (match := found.alone.fullmatch(line) or found.outlet.fullmatch(line)):
            return found.agency(match["agency"])
    for line in reversed(lines):
        if match := found.brackets.search(line[-_LONGEST_LINE:]) or found.after.search(line[-_LONGEST_LINE:]):
            return found.agency(match["agency"])
    return None


def agency_named(source: str, pack: Pack) -> str | None:
    """The agency that an outlet is itself ("Agence France-Presse"), or None."""
    return _finder(pack.credits).names.get(source.strip())


class _Finder:
    """Patterns made of a pack's rules."""

    def __init__(self, rules: CreditRules) -> None:
        self.names = dict(rules.names)
        one = _any(self.names)
        opener = f"(?i:{_any(rules.openers)})[ \\u00a0\\u202f:]*" if rules.openers else "(?!)"
        several = f"(?P<agency>{one})(?:(?:[ ]?[/,&+-][ ]?|[ ](?i:{_any(rules.joiners)})[ ])\\w[\\w.-]*)*"
        marks = '[—–\\-«“"(\\[©]*[ ]?'
        place = rf"[A-ZÀ-ÞŠŽ][^().!?\n]{{0,{_LONGEST_PLACE}}}?[ ,]\s?"
        self.dateline = re.compile(rf"(?:{place})?[(\[]?(?P<agency>{one})(?:/[\w. ]+)?[)\]]?\s*(?:\.?[-–—]+|:)(?:\s|$)")
        self.alone = re.compile(rf"{marks}(?:{opener})*{several}[)\]]?[ ]?[.]?")
        self.outlet = re.compile(rf"[\w][^\n.!?:;]*?[ ,](?:{opener}){several}[)\]]?[.]?")
        self.brackets = re.compile(rf"(?:^|[.!?…»”\"][ \u00a0]?)[(\[]©?[ ]?(?:{opener})*{several}[)\]][.]?\s*$")
        self.after = re.compile(rf"(?P<agency>{one})[^.\n]*[ ](?:{_any(rules.after)})[.]?$" if rules.after else "(?!)")

    def agency(self, name: str) -> str:
        return self.names[name]


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=16)
def _finder(rules: CreditRules) -> _Finder:
    return _Finder(rules)
