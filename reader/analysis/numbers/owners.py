"""Whose the counted things are: by a possessive, an adjective of nationality, or the subject of what happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.events import EventMatch
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.noun_groups import Group
from reader.analysis.text.parsed import Parsed, Token
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast


def group_party(parsed: Parsed, grammar: Grammar, cast: Cast, group: Group) -> str | None:
    """Whose: the one party that the noun with its possessive or its adjective of nationality stands for."""
    tokens = parsed.tokens
    possessives = grammar.rules.counting.possessives
    owned = any(token.norm in possessives for token in tokens[group.whole : group.head])
    last = group.last
    if last < len(tokens) and tokens[last].sentence == tokens[group.head].sentence and tokens[last].text[:1].isalpha():
        last += 1
    parties: tuple[str, ...] = ()
    if owned:
        party = subject_party(parsed, cast, tokens[group.head])
        if party is not None:
            return party
        parties = cast.resolve((tokens[group.whole].start, tokens[group.last - 1].end)).parties
    for end in (group.last, last):
        adjective = _adjective(grammar, tokens, group, end)
        if not parties and adjective is not None:
            found = cast.resolve(adjective).parties
            states = {party.id for party in cast.parties if party.kind == "state"}
            parties = tuple(id for id in found if id in states)
    return parties[0] if len(parties) == 1 else None


def _adjective(grammar: Grammar, tokens: tuple[Token, ...], group: Group, end: int) -> Span | None:
    """The words before or behind the noun that can be an adjective of nationality, up to ``end``; a noun with a
    capital can be one itself ("Français")."""
    if tokens[group.head].text[:1].isupper():
        return tokens[group.head].span
    behind = not grammar.rules.counting.noun_last
    first, last = (group.head + 1, end) if behind else (group.first, group.head)
    if first >= last or not (behind or any(token.text[:1].isupper() for token in tokens[first:last])):
        return None
    return (tokens[first].start, tokens[last - 1].end)


def owner_party(parsed: Parsed, cast: Cast, event: EventMatch, draft: Draft) -> str | None:
    """The party of the event's subject: by the tree, else the last party named before the verb in its clause."""
    verb = parsed.token_at(event.span[0])
    if verb is None:
        return None
    party = subject_party(parsed, cast, verb)
    if party is not None:
        return party
    if any(parsed.tokens[child].pos == "NOUN" for child in _subject_heads(parsed, verb)):
        return None  # somebody the text gives no side
    start = parsed.sentences[verb.sentence].span[0]
    start = max([start, *(parsed.normal.rfind(mark, start, verb.start) + 1 for mark in ";:")])
    named = [party for actor in cast.at((start, verb.start)) if (party := actor.party)]
    return named[-1] if named else None


def subject_party(parsed: Parsed, cast: Cast, token: Token) -> str | None:
    """The one party of the nearest subject above a token in its sentence's tree, a subject it is not part of."""
    inside = {token.i}
    while token.head != token.i:
        for span in _subjects(parsed, token, inside):
            parties = cast.resolve(span).parties
            if len(parties) == 1:
                return parties[0]
        token = parsed.tokens[token.head]
        if token.i in inside:
            break
        inside.add(token.i)
    for span in _subjects(parsed, token, inside):
        parties = cast.resolve(span).parties
        return parties[0] if len(parties) == 1 else None
    return None


def _subject_heads(parsed: Parsed, verb: Token) -> list[int]:
    return [child for child in parsed.children[verb.i] if parsed.tokens[child].dep.startswith("nsubj")]


def _subjects(parsed: Parsed, token: Token, inside: set[int]) -> Iterator[Span]:
    for child in parsed.children[token.i]:
        if parsed.tokens[child].dep.startswith("nsubj") and child not in inside:
            below = list(parsed.subtree(child))
            yield (min(t.start for t in below), max(t.end for t in below))
