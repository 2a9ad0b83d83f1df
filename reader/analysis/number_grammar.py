"""A language's number rules made ready to scan with: regular expressions for numbers and dates, phrase tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.analysis.number_phrases import Phrases, flags
from reader.domain.quantity import Hedge, QuantityKind
from reader.languages.number_rules import Event, Forms, NumberRules, Scale

YEAR = r"(?:1\d|20)\d\d"
_NEVER = r"(?!)"


class ScaleForm(NamedTuple):
    """A form of a scale word, and whether it is its plural."""

    rule: Scale
    many: bool


class UnitForm(NamedTuple):
    """What a unit's form says: the kind of quantity, the unit's name, how many letters it is written with."""

    kind: QuantityKind
    name: str
    letters: int


class EventForm(NamedTuple):
    """A form that tells an event before the number; ``owned`` where its subject owns what is counted."""

    rule: Event
    owned: bool


class Grammar:
    """``rules`` compiled. Made once for each pack, see ``grammar_of``."""

    def __init__(self, rules: NumberRules) -> None:
        self.rules = rules
        self.scales = {form: ScaleForm(s, False) for s in rules.scales for form in s.one}
        self.scales |= {form: ScaleForm(s, True) for s in rules.scales for form in s.many}
        self.fractions = {phrase: f.value for f in rules.fractions for phrase in f.phrases}
        self.scale_links = flags(rules.scale_links)
        self.scale_articles = flags(rules.scale_articles)
        self.vague = flags(rules.vague)
        self.one = flags(rules.spelled.one)
        self.half = flags(rules.spelled.half)
        self.labels = flags(rules.labels)
        self.score_words = flags(rules.score_words)
        self.adjectives = frozenset(rules.counting.adjectives)
        self.definite = flags(rules.counting.definite)
        self.number_of = flags(rules.counting.number_of)
        self.stops = frozenset(rules.counting.stops)
        self.plurals = frozenset(rules.counting.plurals)
        self.not_nouns = frozenset(rules.counting.not_nouns)

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like a plural noun, by its form alone."""
        if word in self.not_nouns:
            return False
        return word in self.plurals or word.endswith(self.rules.counting.plural_endings)

    @cached_property
    def scan(self) -> re.Pattern[str]:
        """Every part of a number, by name; ``loose`` is a fraction without a whole, ``skip`` no number at all."""
        spelled, scales = self.rules.spelled, [f for f, s in self.scales.items() if not s.rule.abbreviation]
        number = _any(spelled.words)
        one = _any(spelled.one)
        joiner = _any(spelled.joiners)
        follow = _any(self.rules.fraction_links)
        article = _any(self.rules.scale_articles)
        words = "|".join(
            (
                rf"(?P<skip>{_any(spelled.skip)})",
                rf"(?P<fraction>{_any(self.fractions)})(?= +{follow}(?:(?<=')|(?!\w))| +{article} +{_any(scales)}\b)",
                rf"(?P<loose>{_any(self.fractions)})",
                rf"(?P<ordinal>{_any(spelled.ordinals)})",
                rf"(?P<spelled>(?:{one}[ -](?={number}\b))?{number}(?:[ -](?:{joiner}[ -])?(?:{number}|{one})\b)*)",
                rf"(?P<scale>{_any(scales)})",
                rf"(?P<one>{one})",
            )
        )
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)|(?<![\w])(?P<digits>{self._digits})", re.IGNORECASE)

    @property
    def _digits(self) -> str:
        separators = "".join(re.escape(c) for c in self.rules.digits.thousands)
        decimal = "".join(re.escape(c) for c in self.rules.digits.decimal)
        grouped = rf"\d{{1,3}}(?P<sep>[{separators}])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)(?:[{decimal}]\d+)?"
        return rf"{grouped}|\d+(?:[{decimal}]\d+)?"

    @cached_property
    def dates(self) -> re.Pattern[str]:
        """Dates that say more than a year, after the pack's templates, and dates in digits."""
        dates, endings = self.rules.dates, _any(self.rules.spelled.ordinal_endings)
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

    @cached_property
    def years(self) -> re.Pattern[str]:
        """Four digits that may be a year, and decades."""
        decade = _any(self.rules.dates.decade_endings)
        before = _any(self.rules.dates.before_decade)
        decades = rf"{YEAR}{decade}|'?\d0{decade}|{before} +(?:{YEAR}|\d0)"
        after = r"(?!\w|[.,]\d| \d{3}(?!\d)| ?%)"
        return re.compile(rf"(?<![\w.,$€£])(?:(?P<decade>{decades})|(?P<year>{YEAR})){after}", re.IGNORECASE)

    @cached_property
    def before_year(self) -> Phrases[bool]:
        return flags(self.rules.dates.before_year)

    @cached_property
    def times(self) -> re.Pattern[str]:
        """Times of day; those named ``short`` count only behind a preposition."""
        parts = {"h": r"(?:[01]?\d|2[0-4])", "m": r"[0-5]\d"}
        order = sorted(self.rules.times.patterns, key=len, reverse=True)
        whole = "|".join(_template(p, parts) for p in order) or _NEVER
        short = "|".join(_template(p, parts) for p in self.rules.times.after_preposition) or _NEVER
        return re.compile(rf"(?<![\w.,:])(?:{whole}|(?P<short>{short}))(?!\w|[:]\d)", re.IGNORECASE)

    @cached_property
    def time_prepositions(self) -> Phrases[bool]:
        return flags(self.rules.times.prepositions)

    @cached_property
    def hedges_before(self) -> Phrases[Hedge]:
        return Phrases((form, hedge) for hedge, forms in self.rules.hedges.items() for form in forms.before)

    @cached_property
    def hedges_outside(self) -> Phrases[Hedge]:
        return Phrases((form, hedge) for hedge, forms in self.rules.hedges.items() for form in forms.outside)

    @cached_property
    def hedges_after(self) -> Phrases[Hedge]:
        return Phrases((form, hedge) for hedge, forms in self.rules.hedges.items() for form in forms.after)

    @cached_property
    def hedge_gap(self) -> Phrases[bool]:
        return flags(self.rules.hedge_gap)

    @cached_property
    def range_openers(self) -> Phrases[bool]:
        """True for "between", False for "from"."""
        ranges = self.rules.ranges
        return Phrases([(f, True) for f in ranges.between] + [(f, False) for f in ranges.from_])

    @cached_property
    def range_words(self) -> Phrases[bool]:
        return flags(self.rules.ranges.words)

    @cached_property
    def changes(self) -> Phrases[bool]:
        return flags(self.rules.ranges.changes)

    @cached_property
    def units(self) -> Phrases[UnitForm]:
        """Signs and words after a number."""
        rules, kind = self.rules, QuantityKind
        forms = [(form, UnitForm(kind.PERCENT, "%", len(form))) for form in rules.percent]
        for of, units in (
            (kind.MONEY, rules.currencies),
            (kind.MEASURE, rules.measures),
            (kind.DURATION, rules.durations),
        ):
            forms += [(form, UnitForm(of, unit.name, len(form))) for unit in units for form in unit.after]
        return Phrases(forms)

    @cached_property
    def currency_before(self) -> Phrases[str]:
        return Phrases((form, unit.name) for unit in self.rules.currencies for form in unit.before)

    @cached_property
    def age_before(self) -> Phrases[bool]:
        """Phrases that open an age, persons with their link among them."""
        ages = self.rules.ages
        persons = [f"{person} {link}" for person in ages.persons for link in ages.links]
        return flags([*ages.before, *persons])

    @cached_property
    def age_after(self) -> Phrases[bool]:
        return flags(self.rules.ages.after)

    @cached_property
    def event_nouns(self) -> Phrases[Event]:
        return Phrases((form, event) for event in self.rules.events for form in event.nouns)

    @cached_property
    def events_after(self) -> Phrases[Event]:
        return Phrases((form, event) for event in self.rules.events for form in event.after)

    @cached_property
    def events_before(self) -> Phrases[EventForm]:
        events = self.rules.events
        owned = [(form, EventForm(event, True)) for event in events for form in event.by_owner]
        return Phrases(owned + [(form, EventForm(event, False)) for event in events for form in event.before])

    @cached_property
    def event_words(self) -> Phrases[str]:
        """Every form that names an event in a counted phrase, with the event's name."""
        events = self.rules.events
        return Phrases((form, e.name) for e in events for form in (*e.nouns, *e.labels, *e.after))

    @cached_property
    def noun_classes(self) -> Phrases[str]:
        """Nouns that count the same thing, with the first noun of their group."""
        return Phrases((noun, group[0]) for group in self.rules.comparing.same for noun in group)

    @cached_property
    def all_words(self) -> Phrases[bool]:
        return flags(self.rules.comparing.all_words)

    @cached_property
    def part_words(self) -> Phrases[bool]:
        return flags(self.rules.comparing.part_words)


@lru_cache(maxsize=16)
def grammar_of(rules: NumberRules) -> Grammar:
    """The compiled grammar of a pack's number rules."""
    return Grammar(rules)


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
