"""Units: percent, money, measures, durations, ages; ordinals and labels that are no counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar, UnitForm
from reader.analysis.numbers.phrases import Match, Word, words_after, words_before
from reader.domain.quantity import Hedge, QuantityKind

_NAME_BEFORE = re.compile(r"[^\W\d_][\w.'-]*, $")
_NAME_IN_SENTENCE = re.compile(r"[\w,;»\"')] (?:[^\W\d_a-zà-ÿ][\w'-]* )*[^\W\d_a-zà-ÿ][\w'-]* $")
_AGE_END = re.compile(r" ?[,).]|$")
_BARE_END = re.compile(r",|\.(?:\s|$)")
_YEARS = "year"
_OLDEST = 115.0
_SIGN = re.compile(r"(?:(?<=\s)|(?<=\()|^)([-+±] ?)$")


def add_units(normal: str, drafts: list[Draft], grammar: Grammar) -> None:
    """Give each number its kind and unit, and take unit words and signs into its span."""
    floor = 0
    for draft in drafts:
        if draft.kind is QuantityKind.CARDINAL:
            _add_unit(normal, draft, grammar, floor)
            if draft.digits:
                _add_sign(normal, draft, floor)
        floor = draft.end


def _add_unit(normal: str, draft: Draft, grammar: Grammar, floor: int) -> None:
    before, after = words_before(normal, draft.start), words_after(normal, draft.end)
    currency = _currency(normal, before, grammar)
    if currency and floor <= currency.start and draft.start - currency.end <= 1 and draft.digits:
        draft.kind, draft.unit, draft.start = QuantityKind.MONEY, currency.value, currency.start
        return
    ending = after[0] if after and after[0].start == draft.end else None
    if draft.digits and ending and ending.text in grammar.rules.spelled.ordinal_endings:
        draft.kind, draft.end = QuantityKind.ORDINAL, ending.end
        return
    unit = _unit_after(normal, draft, grammar)
    aged = grammar.age_before.last(before)
    ending_age = grammar.age_after.first(after) if after else None
    if ending_age and normal[draft.end : draft.end + 1] in ("-", " "):
        draft.kind, draft.unit, draft.end = QuantityKind.AGE, _YEARS, ending_age.end
    elif unit is not None:
        draft.kind, draft.unit, draft.end = unit.value.kind, unit.value.name, unit.end
        named = _after_name(normal, draft) and _AGE_END.match(normal, draft.end) is not None
        if unit.value.name == _YEARS and (aged or named or _said_age(normal, draft, grammar)):
            draft.kind = QuantityKind.AGE
    elif draft.digits and (magnitude := grammar.magnitude_before.last(before)):
        draft.kind, draft.unit = QuantityKind.MEASURE, magnitude.value
    elif aged or _bare_age(normal, draft, grammar):
        draft.kind, draft.unit = QuantityKind.AGE, _YEARS
    elif draft.digits and (_labelled(before, grammar) or _names(normal, draft, after, grammar)):
        draft.kind = QuantityKind.ORDINAL


def _currency(normal: str, before: Sequence[Word], grammar: Grammar) -> Match[str] | None:
    """The sign that ends right before a number, "A$" only where it is one word: not in "a $5 note"."""
    sign = grammar.currency_before.last(before)
    if sign is not None and " " in normal[sign.start : sign.end]:
        return grammar.currency_before.last(before[-1:])
    return sign


def _unit_after(normal: str, draft: Draft, grammar: Grammar) -> Match[UnitForm] | None:
    words = words_after(normal, draft.end)
    if not words or words[0].start - draft.end > 2 or normal[draft.end : draft.end + 1] == "\n":
        return None
    link = grammar.scale_links.first(words) if draft.scaled or draft.low is not None else None
    skip = sum(1 for word in words if link and word.end <= link.end)
    if words[0].text == "-":
        skip = 1
    if draft.fraction and words[0].text in grammar.scale_articles:  # "half an hour"
        skip = 1
    unit = (grammar.units_after_scale.first(words, skip) if draft.scaled else None) or grammar.units.first(words, skip)
    if unit is None and len(words) > skip + 1 and words[skip].text in grammar.adjectives:  # "the two last days"
        unit = grammar.units.first(words, skip + 1)
        return unit if unit and unit.value.kind is QuantityKind.DURATION else None
    if unit is None:
        return None
    glued = unit.start == draft.end or words[0].text != "-"
    short = unit.value.letters == 1 and normal[unit.start].isalpha()
    if not glued or (short and not (draft.digits and not draft.scaled)):
        return unit if not short else None
    return unit


def _add_sign(normal: str, draft: Draft, floor: int) -> None:
    """A minus belongs to the number before a percent sign or a degree, or where it is glued to it inside a line."""
    line = normal.rfind("\n", 0, draft.start) + 1
    sign = _SIGN.search(normal[max(line, draft.start - 4) : draft.start])
    if sign is None or draft.start - len(sign[1]) < floor or draft.hedge is Hedge.BETWEEN:
        return
    apart = sign[1].endswith(" ")
    first = not normal[line : draft.start - len(sign[1])].strip()
    if first or (apart and draft.kind not in (QuantityKind.PERCENT, QuantityKind.MEASURE)):
        return
    if sign[1][0] == "-":
        draft.value = -draft.value if draft.value is not None else None
    draft.start -= len(sign[1])


def _bare_age(normal: str, draft: Draft, grammar: Grammar) -> bool:
    if not grammar.rules.ages.bare or not draft.digits or draft.value is None or not 1 <= draft.value <= _OLDEST:
        return False
    if _after_name(normal, draft):
        return _BARE_END.match(normal, draft.end) is not None
    return _said_age(normal, draft, grammar) and _BARE_END.match(normal, draft.end) is not None


def _said_age(normal: str, draft: Draft, grammar: Grammar) -> bool:
    """Whether words such as "elle avait" stand before an age and nothing goes on behind it ("vingt ans de métier")."""
    if grammar.age_said.last(words_before(normal, draft.start)) is None:
        return False
    return grammar.scale_links.first(words_after(normal, draft.end)) is None


def _after_name(normal: str, draft: Draft) -> bool:
    name = _NAME_BEFORE.search(normal[max(0, draft.start - 40) : draft.start])
    return name is not None and name[0][0].isupper()


def _labelled(before: Sequence[Word], grammar: Grammar) -> bool:
    return grammar.labels.last(before) is not None or (bool(before) and before[-1].text == "#")


def _names(normal: str, draft: Draft, after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the number ends a name ("Apollo 11 was"): a capital inside a sentence, and nothing to count after."""
    name = _NAME_IN_SENTENCE.search(normal[max(0, draft.start - 40) : draft.start])
    if not name:
        return False
    if not after or after[0].start - draft.end > 1:
        return True
    if after[0].text[0].isalpha():
        return after[0].text in grammar.stops
    return after[0].text not in "-–%"
