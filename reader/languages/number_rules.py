"""``numbers.toml``: how a language writes, hedges, measures and counts.

Every form is written in lower case with plain apostrophes, as texts are compared; a form that ends in an apostrophe
("plus d'") stands directly before its word. Month and weekday names are written as the language writes them: where that
is with a capital, only the capital counts ("May", not "may").
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from reader.domain.quantity import Hedge
from reader.languages.denial_rules import Denials
from reader.languages.set_aside_rules import SetAside

Forms: TypeAlias = tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Base of the file's tables."""


class Digits(Rule, frozen=True):
    """``thousands``: characters that may stand between groups of three digits; ``decimal``: those before decimals."""

    thousands: Forms
    decimal: str


class Spelled(Rule, frozen=True):
    """Numbers in words.

    ``library`` is the language code the text2num library knows it by ("" where it does not); ``words`` may stand in a
    spelled number, ``one`` are its words for 1, which are articles unless a number word or a hedge says otherwise;
    ``unsure`` are words that are a number only before a noun. ``joiners`` maps a word that joins two number words
    to those it may stand between; ``skip`` are phrases that hold a number word and no number; ``half`` adds a half to
    what stands before it ("and a half").
    """

    library: str = ""
    words: Forms = ()
    one: Forms = ()
    unsure: Forms = ()
    joiners: dict[str, Joiner] = {}
    skip: Forms = ()
    half: Forms = ()
    ordinals: dict[str, int] = {}
    ordinal_endings: Forms = ()


class Joiner(Rule, frozen=True):
    """Which number words a joining word may follow and precede; empty means any."""

    before: Forms = ()
    after: Forms = ()


class Scale(Rule, frozen=True):
    """A word that multiplies: "million", "centaine", "dozen", "bn".

    ``about`` marks collectives that are approximate with an article or a number ("une centaine"); ``bare`` those that
    are a number without any ("cent"); ``abbreviation`` those that only follow digits, ``money`` those of them that need
    a currency next to them ("$5m"); ``needs_of`` those that count only before one of ``scale_links`` ("scores of").
    """

    value: int
    one: Forms = ()
    many: Forms = ()
    about: bool = False
    bare: bool = False
    abbreviation: bool = False
    money: bool = False
    needs_of: bool = False


class Fraction(Rule, frozen=True):
    """A part of a whole: ``phrases`` ("la moitié") that count only before one of ``fraction_links`` ("de")."""

    value: float
    phrases: Forms


class HedgeForms(Rule, frozen=True):
    """``before`` and ``after`` the number, inside its span; ``outside``: words before it that are not in the span."""

    before: Forms = ()
    after: Forms = ()
    outside: Forms = ()


class Ranges(Rule, frozen=True):
    """``between`` opens a range joined by ``and``; ``from`` opens one joined by ``to`` and may be missing.

    ``changes`` are words before the first number that make "from 20 to 30" a change, not a range, unless one of
    ``words`` stands directly before it ("ranging from").
    """

    between: Forms = ()
    and_: Forms = msgspec.field(default=(), name="and")
    to: Forms = ()
    from_: Forms = msgspec.field(default=(), name="from")
    changes: Forms = ()
    words: Forms = ()


class Unit(Rule, frozen=True):
    """A unit of measure, currency or time: ``name`` is what a quantity's ``unit`` says.

    ``before`` and ``after`` are signs and words next to the number; those in ``after`` may follow one of
    ``scale_links`` ("millions de dollars"); those in ``after_scale`` only follow words such as "millions".
    """

    name: str
    after: Forms = ()
    before: Forms = ()
    after_scale: Forms = ()


class Ages(Rule, frozen=True):
    """``before`` ("âgé de") and ``after`` ("-year-old") make a number of years an age; ``persons`` are nouns that do
    with one of ``links`` between ("un homme de 45 ans"); ``bare``: a number alone between commas after a name is an
    age in this language ("Ann Lee, 45, said"); ``groups`` are words before a range or a bound in years that name people
    of that age ("les 18-24 ans", "les plus de 65 ans"); ``said`` make years an age where nothing goes on behind them
    ("elle avait 34 ans")."""

    before: Forms = ()
    after: Forms = ()
    persons: Forms = ()
    links: Forms = ()
    bare: bool = False
    groups: Forms = ()
    said: Forms = ()


class Dates(Rule, frozen=True):
    """Months, weekdays and how they make dates.

    ``patterns`` are templates of {day} {month} {year} {weekday} {period}; ``periods`` are words such as "premier
    semestre"; ``before_year`` words directly before four digits that make them a year; ``decades`` regular
    endings ("s" in 1990s).
    """

    months: Forms = ()
    weekdays: Forms = ()
    periods: Forms = ()
    patterns: Forms = ()
    before_year: Forms = ()
    decade_endings: Forms = ()
    before_decade: Forms = ()


class Times(Rule, frozen=True):
    """``patterns`` are templates of {h} {m}; ``after_preposition`` count only behind one of ``prepositions``;
    hours with minutes behind one of ``lasting`` are a duration ("en 2 h 37")."""

    patterns: Forms = ()
    after_preposition: Forms = ()
    prepositions: Forms = ()
    lasting: Forms = ()


class Counting(Rule, frozen=True):
    """How the noun that is counted is found next to its number.

    ``links`` join number and noun ("49 de ses soldats"), ``determiners`` and ``possessives`` may stand between;
    ``adjectives`` stand before the noun, ``stops`` are words that end the search, ``noun_last`` tells that adjectives
    come first, so that the last word of the group is its noun; ``plurals`` are irregular plurals and ``plural_endings``
    regular ones, ``not_nouns`` look like nouns and are none; ``number_of`` introduces a noun away from its number
    ("le nombre de"); ``definite`` words before a small number tell that it only refers ("les deux pays"); ``breaks``
    end the search for what happened; ``persons`` is counted where nothing else is. ``masculine_endings`` are endings of
    nouns that models take for feminine and are not, ``feminine_endings`` tell gender where there is no model. ``bars``
    between a verb and a number tell that the verb counts something else ("killed in two attacks"); ``others`` stand for
    people or things named before ("two others"); ``be`` are verbs between a noun and its number ("ils étaient 300");
    ``reaching`` are words directly before the number of a total ("the toll rose to 12"); ``factors`` behind a number
    tell that it multiplies ("twenty times").
    """

    links: Forms = ()
    determiners: Forms = ()
    possessives: Forms = ()
    adjectives: Forms = ()
    stops: Forms = ()
    breaks: Forms = ()
    noun_last: bool = False
    plurals: Forms = ()
    plural_endings: Forms = ()
    not_nouns: Forms = ()
    number_of: Forms = ()
    definite: Forms = ()
    persons: Forms = ()
    masculine_endings: Forms = ()
    feminine_endings: Forms = ()
    bars: Forms = ()
    others: Forms = ()
    be: Forms = ()
    reaching: Forms = ()
    factors: Forms = ()


class Event(Rule, frozen=True):
    """Something that happens to what is counted ("tués").

    ``labels`` name it behind the noun where figures are told apart (masculine and feminine where the language has
    both); no article says so, and they are not shown. ``after`` are
    participles and phrases that follow the noun, ``before`` verbs and nouns that come before the number, ``nouns``
    count the event itself ("morts"). ``by_owner`` are words whose subject owns what is counted ("a perdu").
    ``owned`` are the only nouns these words apply to, where there are any ("perdu 12 soldats", not "12 sièges").
    ``people`` tells that it happens to people, so that a number without a noun counts them. ``totals`` are nouns whose
    number counts them ("death toll"). ``passing``: it ends again, so that there may be fewer later ("missing").
    """

    name: str
    labels: Forms
    after: Forms = ()
    before: Forms = ()
    nouns: Forms = ()
    by_owner: Forms = ()
    owned: Forms = ()
    totals: Forms = ()
    people: bool = False
    passing: bool = False


class Comparing(Rule, frozen=True):
    """``same`` are groups of nouns that count the same thing; ``all_words`` tell that a number counts all of it,
    ``part_words`` that it counts a part; ``replies`` are words in a cue that tell an answer ("a répondu");
    ``answered`` are the nouns for what is answered, by its act ("offer", "la demande"), ``pointers`` words that open a
    phrase for what was just said ("this offer"), ``denying`` phrases that call it untrue ("that is false"),
    ``opening_denials`` those that do where they open what is said ("Pure invention"). Two
    statements are compared by their longer words, less the ``plain_words`` that say nothing of their subject and each
    word's longest of ``word_endings``. ``place_words`` come before the name of a place ("à Lille"), its articles among
    them. ``kinds`` maps a name that is the same in every language to the nouns for it here, for numbers of articles in
    several languages to be lined up. ``reversing`` are words beside the negations that turn a sentence round.
    ``running`` are events and kinds of which more become known with each hour.
    ``since`` come before the date from which a number counts, ``over`` before the years it counts; ``then`` tell that a
    number is of the time that the sentence before names; ``ages_ago`` tell that it counts since long before the event
    ("since the start of the war"). ``among`` come before those of whom a number counts some ("35 hurt among the
    marchers"). ``deeds`` maps what somebody does, by a name that is the same in every language, to the forms of its
    verbs and nouns; ``wider`` maps it to what includes it ("paid nobody" of a bribe), ``contrary`` to what was done if
    it was not ("declared" of hiding); ``denials`` tell that it was not done, ``set_aside`` that nobody claims a
    number."""

    same: tuple[Forms, ...] = ()
    all_words: Forms = ()
    part_words: Forms = ()
    replies: Forms = ()
    answered: dict[str, Forms] = {}
    pointers: Forms = ()
    denying: Forms = ()
    opening_denials: Forms = ()
    plain_words: Forms = ()
    word_endings: Forms = ()
    place_words: Forms = ()
    kinds: dict[str, Forms] = {}
    reversing: Forms = ()
    running: Forms = ()
    since: Forms = ()
    over: Forms = ()
    then: Forms = ()
    ages_ago: Forms = ()
    among: Forms = ()
    deeds: dict[str, Forms] = {}
    wider: dict[str, Forms] = {}
    contrary: dict[str, Forms] = {}
    denials: Denials = Denials()
    set_aside: SetAside = SetAside()


class NumberRules(Rule, frozen=True):
    """One language's numbers.

    ``during`` are hedges that mean something else before a length of time ("over three years"), unless one of
    ``before_during`` stands in front ("for over three years"). ``ratios`` are words between two numbers that make a
    share ("one in five").
    """

    digits: Digits
    spelled: Spelled = Spelled()
    scales: tuple[Scale, ...] = ()
    scale_links: Forms = ()
    scale_articles: Forms = ()
    vague: Forms = ()
    fractions: tuple[Fraction, ...] = ()
    fraction_links: Forms = ()
    hedges: dict[Hedge, HedgeForms] = {}
    hedge_gap: Forms = ()
    during: Forms = ()
    before_during: Forms = ()
    ratios: Forms = ()
    ranges: Ranges = Ranges()
    percent: Forms = ()
    currencies: tuple[Unit, ...] = ()
    measures: tuple[Unit, ...] = ()
    durations: tuple[Unit, ...] = ()
    ages: Ages = Ages()
    dates: Dates = Dates()
    times: Times = Times()
    score_words: Forms = ()
    labels: Forms = ()
    counting: Counting = Counting()
    events: tuple[Event, ...] = ()
    comparing: Comparing = Comparing()
