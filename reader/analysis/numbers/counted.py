"""What a number counts: the noun next to it, what happened to it, and whose it is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.events import EventMatch, find_event, find_total
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.noun_groups import NOUNS, Group, find_group, fits, noun_before, number_of
from reader.analysis.numbers.owners import group_party, owner_party
from reader.analysis.numbers.phrases import words_after, words_before
from reader.analysis.text.parsed import Parsed, Token
from reader.domain.own_words import joined
from reader.domain.quantity import QuantityKind
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast


_SAME_SIZE = 2000.0  # how many times larger a number can be that counts the same as the one before it
_OWN = 3  # words: "its figure of"
_SIGNS = ("/", "+", "_", "=")


class Earlier(NamedTuple):
    """A number that counted something: its noun group, None where it counts people because of what happened."""

    draft: Draft
    group: Group | None
    event: EventMatch | None


def add_counted(parsed: Parsed, drafts: list[Draft], grammar: Grammar, cast: Cast) -> None:
    """Fill in ``counted``, its places and ``party``. A number without a noun counts what the one before it counted."""
    previous: Earlier | None = None
    for at, draft in enumerate(drafts):
        if draft.kind is QuantityKind.MONEY:
            _name_sum(parsed, grammar, draft)
        if not draft.counts or draft.counted or not parsed.tokens or _is_compound(parsed, draft):
            continue
        if _is_factor(parsed, grammar, draft):
            continue
        first = bisect_left(parsed.tokens, draft.end, key=lambda token: token.start)
        sentence = _sentence(parsed, draft)
        bound = drafts[at + 1].start if at + 1 < len(drafts) else len(parsed.text)
        group = find_group(parsed, grammar, draft, first, bound) or number_of(parsed, grammar, draft, first, bound)
        if group is None and at + 1 < len(drafts) and _is_part_of(parsed, grammar, first, drafts[at + 1]):
            after = bisect_left(parsed.tokens, drafts[at + 1].end, key=lambda token: token.start)
            group = find_group(parsed, grammar, drafts[at + 1], after, len(parsed.text))
        group = group or noun_before(parsed, grammar, draft)
        floor = drafts[at - 1].end if at else 0
        noun = parsed.tokens[group.head] if group else None
        event = find_event(parsed, grammar, draft, group.last if group else first, noun, floor)
        others = first < len(parsed.tokens) and parsed.tokens[first].norm in grammar.rules.counting.others
        if event is None and group is not None and _goes_on(parsed, grammar, previous, draft):
            event = previous.event if previous else None
        total = find_total(parsed, grammar, draft, floor) if group is None and event is None else None
        if total is not None and draft.kind is QuantityKind.CARDINAL:
            _name_persons(grammar, draft, total)
            previous = Earlier(draft, None, None)
            continue
        if group is None and draft.kind is QuantityKind.PERCENT:
            _name_sum(parsed, grammar, draft)
            if draft.counted or previous is None or _sentence(parsed, previous.draft) != sentence:
                continue
        if group is not None:
            first_part = _first_part(parsed, grammar, previous, draft)
            if event is not None and event.said and previous is not None and first_part is not None:
                _name(parsed, grammar, previous.draft, first_part, event)
            _name(parsed, grammar, draft, group, event)
            draft.party = group_party(parsed, grammar, cast, group)
            previous = Earlier(draft, group, event)
        elif (
            previous is not None
            and _could_inherit(parsed, previous.draft, draft)
            and sentence - _sentence(parsed, previous.draft) <= (0 if _is_own(parsed, grammar, draft) else 1)
            and not _is_plain(draft)
            and not _follows_measure(parsed, drafts[at - 1], draft)
        ):
            _inherit(parsed, grammar, draft, previous, event)
        elif (
            event is not None
            and event.rule.people
            and not event.owned
            and not (event.said and _is_plain(draft) and not others)
        ):
            _name_persons(grammar, draft, event)
            previous = Earlier(draft, None, event)
        if event is not None and event.owned and draft.party is None:
            draft.party = owner_party(parsed, cast, event, draft)


def _name_sum(parsed: Parsed, grammar: Grammar, draft: Draft) -> None:
    """What a sum or a share is: the noun it is linked to ("a fine of", "une hausse de")."""
    before = words_before(parsed.normal, draft.start)
    link = grammar.scale_links.last(before)
    if link is None or len(before) < 2:
        return
    token = parsed.token_at(before[-2].start)
    if token is None or not fits(grammar, token) or token.pos not in (*NOUNS, ""):
        return
    first = _whole_noun(parsed, grammar, token)
    draft.counted_span = (first.start, token.end)
    draft.counted = " ".join(parsed.slice(draft.counted_span).split())


def _whole_noun(parsed: Parsed, grammar: Grammar, token: Token) -> Token:
    """Where the noun of a sum begins: "price tag", "chiffre d'affaires"."""
    tokens, at = parsed.tokens, token.i
    if grammar.rules.counting.noun_last:
        return tokens[at - 1] if at and tokens[at - 1].pos == "NOUN" and fits(grammar, tokens[at - 1]) else token
    if at > 1 and tokens[at - 1].norm in grammar.scale_links and tokens[at - 2].pos == "NOUN":
        return tokens[at - 2]
    return token


def _goes_on(parsed: Parsed, grammar: Grammar, previous: Earlier | None, draft: Draft) -> bool:
    """Whether a number goes on what one verb before both tells: "destroyed two bridges and three trains"."""
    if (
        previous is None
        or previous.group is None
        or previous.event is None
        or previous.event.noun
        or previous.event.said
    ):
        return False
    between = parsed.normal[parsed.tokens[previous.group.last - 1].end : draft.start].strip().lower()
    return between in (*grammar.rules.ranges.and_, ",")


def _first_part(parsed: Parsed, grammar: Grammar, previous: Earlier | None, draft: Draft) -> Group | None:
    """The noun before, where it is one subject with this one, so that what is said behind happened to both: "that 40
    miners and three guards were killed"."""
    if previous is None or previous.group is None or previous.event is not None:
        return None
    between = parsed.normal[parsed.tokens[previous.group.last - 1].end : draft.start].strip().lower()
    at = bisect_left(parsed.tokens, previous.draft.start, key=lambda token: token.start)
    before = parsed.tokens[at - 1] if at else None
    opens = before is None or before.sentence != _sentence(parsed, draft) or before.pos in ("SCONJ", "PUNCT", "CCONJ")
    return previous.group if opens and between in grammar.rules.ranges.and_ else None


def _is_factor(parsed: Parsed, grammar: Grammar, draft: Draft) -> bool:
    """Whether a number only multiplies: "vingt fois supérieure", "twenty times the limit"."""
    words = words_after(parsed.normal, draft.end)
    return bool(words) and words[0].text in grammar.rules.counting.factors


def _follows_measure(parsed: Parsed, before: Draft, draft: Draft) -> bool:
    """Whether the number before in the sentence measures: "at 118 kilometres an hour on a road limited to 90"."""
    return before.kind is QuantityKind.MEASURE and _sentence(parsed, before) == _sentence(parsed, draft)


def _is_own(parsed: Parsed, grammar: Grammar, draft: Draft) -> bool:
    """Whether somebody's own number is spoken of, given nobody knows where ("stands by its figure of 26")."""
    words = words_before(parsed.normal, draft.start)[-_OWN:]
    linked = len(words) == _OWN and grammar.scale_links.last(words) is not None
    return linked and words[0].text in grammar.rules.counting.possessives


def _could_inherit(parsed: Parsed, previous: Draft, draft: Draft) -> bool:
    """Whether a number without a noun may count what the one before it did: not where it is part of a code or a time
    ("90e+2"), nor where it is of quite another size."""
    if (
        parsed.normal[max(0, draft.start - 1) : draft.start] in _SIGNS
        or parsed.normal[draft.end : draft.end + 1] in _SIGNS
    ):
        return False
    sizes = [d.value if d.value is not None else d.low if d.low is not None else d.high for d in (previous, draft)]
    if None in sizes or previous.kind is not QuantityKind.CARDINAL:
        return True
    small, large = sorted(abs(size or 0.0) for size in sizes)
    whole = all((size or 0.0).is_integer() for size in sizes)
    return large <= _SAME_SIZE * max(small, 1.0) and (whole or previous.scaled or draft.scaled)


def _sentence(parsed: Parsed, draft: Draft) -> int:
    token = parsed.token_at(draft.core[0])
    return token.sentence if token else 0


def _is_part_of(parsed: Parsed, grammar: Grammar, at: int, whole: Draft) -> bool:
    """Whether a link and another number follow: "35 of 41 drones", "trois des cinq otages"."""
    tokens = parsed.tokens
    linked = at + 1 < len(tokens) and tokens[at].norm in grammar.rules.counting.links
    return linked and tokens[at + 1].start == whole.start


def _is_compound(parsed: Parsed, draft: Draft) -> bool:
    """Whether the number is part of an adjective: "a six-story building"."""
    return parsed.normal[draft.end : draft.end + 1] == "-" and parsed.normal[draft.end + 1 : draft.end + 2].isalpha()


def _is_plain(draft: Draft) -> bool:
    """A small number in words without a noun ("les deux", "neuf sur dix") counts nothing that was said before."""
    return not draft.digits and not draft.scaled and (draft.value or 0) < 20


def _name(parsed: Parsed, grammar: Grammar, draft: Draft, group: Group, event: EventMatch | None) -> None:
    span = _span(parsed, group)
    words = parsed.slice(span)
    draft.counted_span = span
    draft.counted = " ".join(words.split())
    if event is not None and not event.noun and not event.inside(span):
        draft.counted_at = joined(parsed.text, (span, event.span), draft.core)
        draft.counted += f" {event.label(_is_feminine(grammar, parsed.tokens[group.head]))}"


def _name_persons(grammar: Grammar, draft: Draft, event: EventMatch) -> None:
    """People, because of what happened."""
    draft.counted = " ".join([*grammar.rules.counting.persons[:1], event.rule.labels[-1]])
    draft.counted_at = (event.span,)


def _span(parsed: Parsed, group: Group) -> Span:
    return parsed.tokens[group.first].start, parsed.tokens[group.last - 1].end


def _is_feminine(grammar: Grammar, token: Token) -> bool:
    counting = grammar.rules.counting
    if not token.feature("Gender"):
        return bool(counting.feminine_endings) and token.norm.endswith(counting.feminine_endings)
    return token.feature("Gender") == "Fem" and not token.norm.endswith(counting.masculine_endings)


def _inherit(
    parsed: Parsed,
    grammar: Grammar,
    draft: Draft,
    previous: Earlier,
    event: EventMatch | None,
) -> None:
    """Count what the number before counted; an event of its own takes the place of that one's."""
    earlier, group, its_event = previous
    if draft.kind is not earlier.kind:
        return
    if event is not None and event.owned and not _same_event(event, its_event):
        event = None
    if event is None or _same_event(event, its_event):
        draft.counted = earlier.counted
        draft.counted_at = earlier.said_at
        return
    strangers = event.rule.people and (its_event is None or not its_event.rule.people)
    if (
        group is None
        or strangers
        or (event.rule.people and earlier.value == 1)
        or (its_event is not None and its_event.noun)
    ):
        _name_persons(grammar, draft, event)
        return
    span = _span(parsed, group)
    noun = " ".join(parsed.slice(span).split())
    draft.counted_at = joined(parsed.text, (span, event.span), draft.core)
    draft.counted = f"{noun} {event.label(_is_feminine(grammar, parsed.tokens[group.head]))}"


def _same_event(one: EventMatch, other: EventMatch | None) -> bool:
    return other is not None and one.name == other.name
