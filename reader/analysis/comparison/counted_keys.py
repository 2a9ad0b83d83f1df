"""What a number counts in a form that is the same whatever the wording, and where packs tell it, the language."""

from __future__ import annotations

from typing import NamedTuple

from reader.analysis.comparison.wording import carries_meaning
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import words_after
from reader.domain.quantity import Quantity, QuantityKind

_SHARE = "share"


class CountKey(NamedTuple):
    """``kind`` or currency; ``event`` what happened to the things counted; ``noun`` what they are. Both are "" where
    the phrase does not say; ``event`` has one name in every language."""

    kind: str
    event: str
    noun: str


def count_key(grammar: Grammar, quantity: Quantity, among: str = "") -> CountKey:
    """What a quantity counts, whatever the wording: kind or currency, event, class of the noun, which is that of
    ``among`` where the number has none of its own."""
    events, rest = _parts(grammar, quantity)
    return CountKey(_kind(quantity), events[0][0] if events else "", noun_of(grammar, rest) or noun_of(grammar, among))


def shared_key(grammar: Grammar, quantity: Quantity, among: str = "") -> tuple[CountKey, bool]:
    """The key of a quantity with the noun's name in all languages, and True; with the noun itself and False, where the
    pack has no such name for it."""
    events, rest = _parts(grammar, quantity)
    rest = rest if noun_of(grammar, rest) else among
    kind = _noun_kind(grammar, rest)
    noun = kind or noun_of(grammar, rest)
    return CountKey(_kind(quantity), events[0][0] if events else "", noun), bool(kind) or not noun


def _noun_kind(grammar: Grammar, phrase: str) -> str:
    """The name that all languages have for the noun of a phrase, "" where the pack has none: that of "bus" is none for
    "bus stops"."""
    words = [word for word in words_after(phrase, 0) if word.text[0].isalpha()]
    found = grammar.noun_kinds.within(words)
    if not found:
        return ""
    if grammar.rules.counting.noun_last:
        last = max(found, key=lambda match: (match.end, -match.start))
        return last.value if not any(w.start >= last.end and _means(grammar, w.text) for w in words) else ""
    first = found[0]
    return first.value if not any(w.end <= first.start and _means(grammar, w.text) for w in words) else ""


def _means(grammar: Grammar, word: str) -> bool:
    return word not in grammar.adjectives and carries_meaning(grammar, word)


def end_of_counted(quantity: Quantity) -> int:
    """Where a number and what is said of what it counts end."""
    return max((quantity.span[1], *(span[1] for span in quantity.counted_at)))


def among_whom(grammar: Grammar, normal: str, end: int) -> str:
    """Those of whom a number that ends so counts some, "" where it is not said: "35 hurt among the marchers"."""
    words = words_after(normal, end)
    link = grammar.among.first(words)
    behind = [word for word in words if link is not None and word.start >= link.end]
    stop = next((n for n, w in enumerate(behind) if w.text in grammar.stops or not w.text[0].isalpha()), len(behind))
    return " ".join(word.text for word in behind[:stop])


def _parts(grammar: Grammar, quantity: Quantity) -> tuple[list[tuple[str, int, int]], str]:
    """The events in what is counted, and the phrase without them. Those to whom something else happened are a noun:
    "prisoners freed"."""
    rest = (quantity.counted or "").lower()
    events = events_in(grammar, rest)
    if len(events) > 1:
        events = [event for event in events[:-1] if rest[event[1] : event[2]] not in grammar.noun_kinds] + events[-1:]
    for _, start, end in reversed(events):
        rest = rest[:start] + rest[end:]
    return events, rest


def _kind(quantity: Quantity) -> str:
    if quantity.kind is QuantityKind.CARDINAL and quantity.value is not None and 0 < quantity.value < 1:
        return _SHARE
    return (quantity.unit if quantity.kind is QuantityKind.MONEY else quantity.kind.value) or ""


def events_in(grammar: Grammar, counted: str) -> list[tuple[str, int, int]]:
    """The events named in a counted phrase, with where their words stand in it."""
    words = words_after(counted.lower(), 0)
    found = grammar.event_words.within(words)
    return [(match.value, match.start, match.end) for match in found]


def noun_of(grammar: Grammar, words: str) -> str:
    """The class of the noun in a phrase, "" where there is none: the pack's group of it, else its singular."""
    found = grammar.noun_classes.within(words_after(words, 0))
    if found:
        return found[-1].value
    plain = [w.text for w in words_after(words, 0) if w.text[0].isalpha() and w.text not in grammar.adjectives]
    if not plain:
        return ""
    noun = plain[-1] if grammar.rules.counting.noun_last else plain[0]
    for ending in grammar.rules.counting.plural_endings:
        if noun.endswith(ending):
            return noun[: -len(ending)]
    return noun
