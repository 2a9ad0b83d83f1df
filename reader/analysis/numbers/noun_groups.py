"""The noun group next to a number: "soldats" in "49 de ses soldats", "rail workers" in "300 rail workers"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, words_after, words_before
from reader.analysis.text.parsed import Parsed, Token
from reader.domain.quantity import QuantityKind

NOUNS = frozenset({"NOUN", "PROPN", "X", "SYM"})
_INNER = NOUNS | {"ADJ"}
_LONGEST = 6
_SHORTEST = 2  # letters
_POSSESSIVE = frozenset({"'s", "'"})
_QUOTES = frozenset("\"'«»()[")


class Group(NamedTuple):
    """A noun next to a number: tokens ``first`` up to ``last`` with their noun at ``head``; ``whole`` starts where the
    group's determiner does ("ses soldats")."""

    first: int
    last: int
    head: int
    whole: int


def find_group(parsed: Parsed, grammar: Grammar, draft: Draft, at: int, bound: int) -> Group | None:
    """The noun group after a number, its link ("de ses") left out; None where no noun follows."""
    tokens, rules = parsed.tokens, grammar.rules.counting
    end = bisect_left(tokens, bound, lo=at, hi=min(at + 12, len(tokens)), key=lambda token: token.start)
    whole = at
    linked = False
    while at < end and tokens[at].text in _QUOTES:
        at += 1
    if at < end and tokens[at].norm in rules.links:
        at, linked = at + 1, True
        whole = at
    elif draft.kind is QuantityKind.PERCENT or (draft.fraction and not _is_determined(grammar, tokens, at, end)):
        return None
    while (linked or draft.fraction) and _is_determined(grammar, tokens, at, end):
        at += 1
    while at < end and tokens[at].text in _QUOTES:
        at += 1
    if draft.kind is QuantityKind.PERCENT and at < end and grammar.units.first(words_in(tokens, at, at + 2)):
        return None  # "12 % d'une année sur l'autre"
    some = linked or draft.fraction or draft.kind is QuantityKind.PERCENT or draft.value == 1
    if rules.noun_last and at + 1 < end and _undergone(grammar, tokens[at], tokens[at + 1]):
        group = _nouns(grammar, tokens, at + 1, end, whole, some=some)
        return group._replace(first=at) if group is not None else None
    return _nouns(grammar, tokens, at, end, whole, some=some)


def _undergone(grammar: Grammar, token: Token, following: Token) -> bool:
    """Whether an adjective before a noun says what happened to what is counted: "1,200 dead fish"."""
    said = (
        token.pos == "ADJ" and token.norm in grammar.stops and bool(grammar.event_words.first(words_in((token,), 0, 1)))
    )
    return said and following.pos == "NOUN" and grammar.is_plural(following.norm)


def _is_determined(grammar: Grammar, tokens: tuple[Token, ...], at: int, end: int) -> bool:
    rules = grammar.rules.counting
    return at < end and tokens[at].norm in (*rules.determiners, *rules.possessives)


def number_of(parsed: Parsed, grammar: Grammar, draft: Draft, at: int, bound: int) -> Group | None:
    """The noun in "put at 49 the number of soldiers" or "the number of soldiers killed is 49"."""
    tokens = parsed.tokens
    if draft.kind is not QuantityKind.CARDINAL:
        return None
    phrase = grammar.number_of.first(words_after(parsed.normal, draft.end))
    if phrase is None:
        said = grammar.number_of.within(words_before(parsed.normal, draft.start))
        phrase, bound = (said[-1], draft.start) if said else (None, bound)
    if phrase is None:
        return None
    first = bisect_left(tokens, phrase.end, key=lambda token: token.start)
    while _is_determined(grammar, tokens, first, len(tokens)):
        first += 1
    return _nouns(grammar, tokens, first, bisect_left(tokens, bound, lo=first, key=lambda token: token.start), first)


def noun_before(parsed: Parsed, grammar: Grammar, draft: Draft) -> Group | None:
    """The noun whose number follows a verb such as "were": "les manifestants étaient 9 000"."""
    words = words_before(parsed.normal, draft.start)
    if len(words) < 2 or words[-1].text not in grammar.rules.counting.be or not grammar.is_plural(words[-2].text):
        return None
    at = bisect_left(parsed.tokens, words[-2].start, key=lambda token: token.start)
    return _nouns(grammar, parsed.tokens, at, at + 1, at)


def _nouns(
    grammar: Grammar, tokens: tuple[Token, ...], at: int, end: int, whole: int, *, some: bool = False
) -> Group | None:
    """``some``: part of a whole is counted, which can be one thing ("half the town")."""
    rules = grammar.rules.counting
    run: list[int] = []
    while at < end and len(run) < _LONGEST and (fits(grammar, tokens[at]) or _hyphened(tokens, at, end)):
        if run and tokens[at].start > tokens[at - 1].end + 1:
            break
        run.append(at)
        at += 1
    if at < end and run and tokens[at].norm in _POSSESSIVE:
        return None
    adjectives = [i for i in run if tokens[i].norm in rules.adjectives]
    if not run or all(tokens[i].norm in grammar.not_nouns for i in run):
        return None
    if rules.noun_last:
        return _last_noun(grammar, tokens, run, whole, some)
    head = next((i for i in run if i not in adjectives and tokens[i].pos not in ("ADJ", "NUM")), run[-1])
    if tokens[head].pos not in (*_INNER, ""):
        return None
    last = head + 1
    opens_age = grammar.age_before.first(words_in(tokens, last, last + 2))  # "enfants âgés de"
    if last in run and opens_age is None and tokens[last].pos == "ADJ" and not tokens[last].norm.endswith("'"):
        last += 1
    return Group(run[0], last, head, min(whole, run[0]))


def words_in(tokens: tuple[Token, ...], first: int, last: int) -> list[Word]:
    """Tokens as words, to look phrases up in."""
    return [Word(token.norm, token.start, token.end) for token in tokens[first:last]]


def _hyphened(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    """Whether a token is a hyphen inside a word, or the word before one: "air-defence", "non-union"."""
    if tokens[at].text == "-":
        return 0 < at < end - 1 and tokens[at - 1].end == tokens[at].start and tokens[at + 1].start == tokens[at].end
    glued = at + 1 < end and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end
    return tokens[at].text[:1].isalpha() and glued


def _last_noun(grammar: Grammar, tokens: tuple[Token, ...], run: list[int], whole: int, some: bool) -> Group | None:
    nouns = [i for i in run if tokens[i].pos in NOUNS] or [i for i in run if not tokens[i].pos]
    if not nouns:
        return None
    plural = [i for i in nouns if tokens[i].norm[:1].islower() and grammar.is_plural(tokens[i].norm)]
    light = not tokens[nouns[0]].pos
    if not plural and not some:
        return None
    heads = plural or nouns
    head = heads[0] if light else heads[-1]
    return Group(run[0], head + 1, head, min(whole, run[0]))


def fits(grammar: Grammar, token: Token) -> bool:
    """Whether a token can be part of the noun group."""
    if (
        not token.text[:1].isalpha()
        or len(token.text) < _SHORTEST
        or token.norm in grammar.stops
        or token.norm.endswith("'")
    ):
        return False
    if token.norm in grammar.not_nouns and token.norm not in grammar.rules.counting.adjectives:
        return False
    if token.pos == "VERB":  # "displaced people", "working days"
        return "VerbForm=Part" in token.morph and grammar.rules.counting.noun_last
    return token.pos in (*_INNER, "", "NUM") or token.norm in grammar.rules.counting.adjectives
