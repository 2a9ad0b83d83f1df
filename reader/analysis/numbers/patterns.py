"""The regular expressions that find numbers, dates, years and times, made from a pack's number rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from reader.languages.number_rules import Forms, NumberRules

YEAR = r"(?:1\d|20)\d\d"
_NEVER = r"(?!)"


class Patterns:
    """The expressions of ``rules``, each compiled when it is first asked for."""

    def __init__(self, rules: NumberRules) -> None:
        self.rules = rules

    @cached_property
    def scan(self) -> re.Pattern[str]:
        return scan_pattern(self.rules)

    @cached_property
    def dates(self) -> re.Pattern[str]:
        return date_pattern(self.rules)

    @cached_property
    def years(self) -> re.Pattern[str]:
        return year_pattern(self.rules)

    @cached_property
    def times(self) -> re.Pattern[str]:
        return time_pattern(self.rules)


def scan_pattern(rules: NumberRules) -> re.Pattern[str]:
    """Every part of a number, by name; ``loose`` is a fraction without a whole, ``skip`` no number at all."""
    spelled, scales = rules.spelled, [form for s in rules.scales if not s.abbreviation for form in (*s.one, *s.many)]
    fractions = [phrase for fraction in rules.fractions for phrase in fraction.phrases]
    number = _any(spelled.words)
    one = _any(spelled.one)
    joiner = _any(spelled.joiners)
    follow = _any(rules.fraction_links)
    article = _any(rules.scale_articles)
    words = "|".join(
        (
            rf"(?P<skip>{_any(spelled.skip)})",
            rf"(?P<fraction>{_any(fractions)})(?= +{follow}(?:(?<=')|(?!\w))| +{article} +{_any(scales)}\b)",
            rf"(?P<loose>{_any(fractions)})",
            rf"(?P<ordinal>{_any(spelled.ordinals)})",
            rf"(?P<spelled>(?:{one}[ -](?={number}\b))?{number}(?:[ -](?:{joiner}[ -])?(?:{number}|{one})\b){{0,14}})",
            rf"(?P<scale>{_any(scales)})",
            rf"(?P<one>{one})",
        )
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|(?<![\w])(?P<digits>{_digits(rules)})", re.IGNORECASE)


def _digits(rules: NumberRules) -> str:
    separators = "".join(re.escape(c) for c in rules.digits.thousands)
    decimal = "".join(re.escape(c) for c in rules.digits.decimal)
    grouped = rf"\d{{1,3}}(?P<sep>[{separators}])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)(?:[{decimal}]\d+)?"
    return rf"{grouped}|\d+(?:[{decimal}]\d+)?"


def date_pattern(rules: NumberRules) -> re.Pattern[str]:
    """Dates that say more than a year, after the pack's templates, and dates in digits."""
    dates, endings = rules.dates, _any(rules.spelled.ordinal_endings)
    parts = {
        "day": rf"(?:0?[1-9]|[12]\d|3[01])(?:{endings}\b)?",
        "month": _names(dates.months),
        "year": YEAR,
        "weekday": _names(dates.weekdays),
        "period": rf"(?i:{_any(dates.periods)})",
    }
    forms = [_template(p, parts) for p in sorted(dates.patterns, key=len, reverse=True)]
    forms += [
        r"\d{4}-\d\d-\d\d",
        r"\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)",
        rf"{YEAR}(?:[-–/](?:{YEAR}|\d\d)| [-–] {YEAR})",
    ]
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(forms)})(?!\w|[.,/]\d)")


def year_pattern(rules: NumberRules) -> re.Pattern[str]:
    """Four digits that may be a year, and decades."""
    decade = _any(rules.dates.decade_endings)
    before = _any(rules.dates.before_decade)
    decades = rf"{YEAR}{decade}|'?\d0{decade}|{before} +(?:{YEAR}|\d0)"
    after = r"(?!\w|[.,]\d| \d{3}(?!\d)| ?%)"
    return re.compile(rf"(?<![\w.,$€£])(?:(?P<decade>{decades})|(?P<year>{YEAR})){after}", re.IGNORECASE)


def time_pattern(rules: NumberRules) -> re.Pattern[str]:
    """Times of day; those named ``short`` count only behind a preposition."""
    parts = {"h": r"(?:[01]?\d|2[0-4])", "m": r"[0-5]\d"}
    order = sorted(rules.times.patterns, key=len, reverse=True)
    whole = "|".join(_template(p, parts) for p in order) or _NEVER
    short = "|".join(_template(p, parts) for p in rules.times.after_preposition) or _NEVER
    return re.compile(rf"(?<![\w.,:])(?:{whole}|(?P<short>{short}))(?!\w|[:]\d)", re.IGNORECASE)


def _any(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest first; nothing where there are none."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(re.escape(f).replace(chr(92) + ' ', ' +') for f in ordered)})" if ordered else _NEVER


def _names(forms: Forms) -> str:
    """Names where a small first letter in the pack may be a capital in the text, but not the other way round."""
    if not forms:
        return _NEVER
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    firsts = [f"[{form[0]}{form[0].upper()}]" if form[0].islower() else form[0] for form in ordered]
    return f"(?:{'|'.join(first + re.escape(form[1:]) for first, form in zip(firsts, ordered, strict=True))})"


def _template(pattern: str, parts: dict[str, str]) -> str:
    """A regular expression for a template such as "{day} {month}"; a space stands for one or more."""
    pieces = re.split(r"\{(\w+)\}", pattern)
    done = [parts[p] if at % 2 else re.escape(p).replace("\\ ", " +") for at, p in enumerate(pieces)]
    return "".join(done)
