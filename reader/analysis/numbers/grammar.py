"""A language's number rules made ready to use: patterns to scan with and tables of phrases."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.analysis.numbers.patterns import Patterns
from reader.analysis.numbers.phrases import Phrases, flags
from reader.domain.quantity import Hedge, QuantityKind
from reader.languages.number_rules import Event, NumberRules, Scale


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


class Grammar(Patterns):
    """``rules`` compiled, each part when it is first asked for. Made once for each pack, see ``grammar_of``."""

    def __init__(self, rules: NumberRules) -> None:
        super().__init__(rules)
        self.scales = {form: ScaleForm(s, False) for s in rules.scales for form in s.one}
        self.scales |= {form: ScaleForm(s, True) for s in rules.scales for form in s.many}
        self.fractions = {phrase: f.value for f in rules.fractions for phrase in f.phrases}
        self.scale_links = flags(rules.scale_links)
        self.scale_articles = flags(rules.scale_articles)
        self.vague = flags(rules.vague)
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
    def before_year(self) -> Phrases[bool]:
        return flags(self.rules.dates.before_year)

    @cached_property
    def time_prepositions(self) -> Phrases[bool]:
        return flags(self.rules.times.prepositions)

    @cached_property
    def lasting(self) -> Phrases[bool]:
        return flags(self.rules.times.lasting)

    @cached_property
    def ratios(self) -> Phrases[bool]:
        return flags(self.rules.ratios)

    @cached_property
    def magnitude_before(self) -> Phrases[str]:
        return Phrases((form, unit.name) for unit in self.rules.measures for form in unit.before)

    @cached_property
    def age_said(self) -> Phrases[bool]:
        return flags(self.rules.ages.said)

    @cached_property
    def age_groups(self) -> Phrases[bool]:
        return flags(self.rules.ages.groups)

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
    def units_after_scale(self) -> Phrases[UnitForm]:
        """Units only after words such as "millions"."""
        units = self.rules.currencies
        return Phrases((f, UnitForm(QuantityKind.MONEY, u.name, len(f))) for u in units for f in u.after_scale)

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
    def totals(self) -> Phrases[Event]:
        """Phrases whose number counts what an event befell: "death toll", "number of those" with a participle."""
        events, counting = self.rules.events, self.rules.counting
        named = [(form, event) for event in events for form in event.totals]
        told = [
            (" ".join((opening, *middle, form)), event)
            for event in events
            if event.people
            for opening in counting.number_of
            for middle in ((), *((word,) for word in counting.determiners))
            for form in (*event.after, *event.nouns)
        ]
        return Phrases(named + told)

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
    def passing_events(self) -> frozenset[str]:
        """Events of which there may be fewer later."""
        return frozenset(event.name for event in self.rules.events if event.passing)

    @cached_property
    def noun_classes(self) -> Phrases[str]:
        """Nouns that count the same thing, with the first noun of their group."""
        return Phrases((noun, group[0]) for group in self.rules.comparing.same for noun in group)

    @cached_property
    def noun_kinds(self) -> Phrases[str]:
        """Nouns with the name that all languages have for what they count."""
        return Phrases((noun, kind) for kind, nouns in self.rules.comparing.kinds.items() for noun in nouns)

    @cached_property
    def all_words(self) -> Phrases[bool]:
        return flags(self.rules.comparing.all_words)

    @cached_property
    def replies(self) -> Phrases[bool]:
        return flags(self.rules.comparing.replies)

    @cached_property
    def since(self) -> Phrases[bool]:
        return flags(self.rules.comparing.since)

    @cached_property
    def over(self) -> Phrases[bool]:
        return flags(self.rules.comparing.over)

    @cached_property
    def then(self) -> Phrases[bool]:
        return flags(self.rules.comparing.then)

    @cached_property
    def answered(self) -> dict[str, tuple[str, ...]]:
        """Nouns for what is answered, with the acts they name."""
        acts: dict[str, tuple[str, ...]] = {}
        for act, nouns in self.rules.comparing.answered.items():
            for noun in nouns:
                acts[noun] = (*acts.get(noun, ()), act)
        return acts

    @cached_property
    def place_words(self) -> Phrases[bool]:
        return flags(self.rules.comparing.place_words)

    @cached_property
    def denying(self) -> Phrases[bool]:
        return flags(self.rules.comparing.denying)

    @cached_property
    def opening_denials(self) -> Phrases[bool]:
        return flags(self.rules.comparing.opening_denials)

    @cached_property
    def pointers(self) -> frozenset[str]:
        return frozenset(self.rules.comparing.pointers)

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Words that say nothing of a statement's subject: those given, and those no noun phrase runs over."""
        return frozenset(self.rules.comparing.plain_words) | self.stops

    @cached_property
    def word_endings(self) -> tuple[str, ...]:
        """Endings of words, the longest first."""
        return tuple(sorted(self.rules.comparing.word_endings, key=lambda ending: (-len(ending), ending)))

    @cached_property
    def ages_ago(self) -> Phrases[bool]:
        return flags(self.rules.comparing.ages_ago)

    @cached_property
    def among(self) -> Phrases[bool]:
        return flags(self.rules.comparing.among)

    @cached_property
    def part_words(self) -> Phrases[bool]:
        return flags(self.rules.comparing.part_words)


@lru_cache(maxsize=16)
def grammar_of(rules: NumberRules) -> Grammar:
    """The compiled grammar of a pack's number rules."""
    return Grammar(rules)
