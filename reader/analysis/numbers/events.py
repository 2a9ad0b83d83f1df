"""What happens to the things a number counts ("tués", "arrested"), by the words around the number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import EventForm, Grammar
from reader.analysis.numbers.phrases import Match, Word, all_words, words_after, words_before
from reader.analysis.text.parsed import Parsed, Token
from reader.domain.span import Span
from reader.languages.number_rules import Event

_CLAUSE_END = frozenset(',;:.!?()—–"«»')
_NEAR = 6
_ASIDE = 80  # code points


class EventMatch(NamedTuple):
    """An event and where the text says it. ``noun``: the counted noun names it; ``owned``: its subject owns the things;
    ``said`` is the participle as the text has it, "" where the event stands before the number."""

    rule: Event
    span: Span
    noun: bool
    owned: bool
    said: str

    @property
    def name(self) -> str:
        return self.rule.name

    def label(self, feminine: bool) -> str:
        """The event's form to stand after the noun."""
        if self.said:
            return self.said
        return self.rule.labels[-1 if feminine else 0]

    def inside(self, span: Span) -> bool:
        """Whether the event's words lie in the span."""
        return span[0] <= self.span[0] and self.span[1] <= span[1]


def find_event(
    parsed: Parsed, grammar: Grammar, draft: Draft, after: int, noun: Token | None, floor: int
) -> EventMatch | None:
    """The event of a number: its own noun, else a participle right after, else a verb before it, else one after it. A
    noun that says who they are ("12 protesters were arrested") counts only where nothing else happens to them.

    ``after`` is the index of the token behind the counted ``noun``, ``floor`` where the number before ends.
    """
    at = parsed.tokens[after].start if after < len(parsed.tokens) else len(parsed.text)
    inner = [w for w in words_after(parsed.normal, draft.end) if w.end <= at]
    nouns = grammar.event_nouns.within(inner)
    if not nouns:
        return _around(parsed, grammar, draft, at, noun, floor)
    start, end = nouns[-1].start, nouns[-1].end
    happened = None
    if parsed.normal[start:end].lower() in grammar.noun_kinds:
        happened = _around(parsed, grammar, draft, at, noun, floor)
    return happened or EventMatch(nouns[-1].value, (start, end), True, False, "")


def _around(
    parsed: Parsed, grammar: Grammar, draft: Draft, at: int, noun: Token | None, floor: int
) -> EventMatch | None:
    """The event that the words around a number tell; ``at`` is where what it counts ends."""
    behind = _clause(_past_aside(parsed.normal, grammar, min(at, len(parsed.text))))
    if behind and (close := grammar.events_after.first(behind)):
        return _said(parsed, grammar, close.value, (close.start, close.end))
    before = find_before(parsed, grammar, draft, floor)
    if before is not None and _applies(before, noun):
        return before
    for at_word, word in enumerate(behind[:_NEAR]):
        if word.text in grammar.rules.counting.breaks:
            break
        found = grammar.events_after.first(behind, at_word)
        named = at_word > 0 and behind[at_word - 1].text in grammar.rules.counting.determiners
        if found and not named:
            return _said(parsed, grammar, found.value, (found.start, found.end))
    return None


def _applies(event: EventMatch, noun: Token | None) -> bool:
    return not event.owned or noun is None or not event.rule.owned or noun.norm in event.rule.owned


def _said(parsed: Parsed, grammar: Grammar, rule: Event, span: Span) -> EventMatch:
    """In the text's own word, unless that word would not agree with the noun."""
    words = " ".join(parsed.slice(span).lower().split())
    agrees = len(rule.labels) == 1 or words.endswith(grammar.rules.counting.plural_endings)
    return EventMatch(rule, span, False, False, words if agrees and " " not in words else "")


def find_before(parsed: Parsed, grammar: Grammar, draft: Draft, floor: int) -> EventMatch | None:
    """The event of the last verb before a number in its clause, unless the words between tell that it is another's:
    "killed in two attacks", "one was killed and two were hurt"."""
    words = [word for word in words_before(parsed.normal, draft.start) if word.start >= floor]
    for at in range(len(words) - 1, -1, -1):
        if words[at].text in _CLAUSE_END:
            words = words[at + 1 :]
            break
    found = grammar.events_before.within(words[-_NEAR:])
    if not found:
        return None
    last, rules = found[-1], grammar.rules
    between = [word.text for word in words if word.start >= last.end]
    if any(word in rules.counting.bars for word in between) or (between and set(between) <= set(rules.ranges.and_)):
        return None
    form: EventForm = last.value
    return EventMatch(form.rule, (last.start, last.end), False, form.owned, "")


def find_total(parsed: Parsed, grammar: Grammar, draft: Draft, floor: int) -> EventMatch | None:
    """The event that a total counts: "the death toll from the blast rose to 49", "put at 12 the number of injured"."""
    counting = grammar.rules.counting
    after = words_after(parsed.normal, draft.end)
    while after and after[0].text in counting.determiners:
        after = after[1:]
    close = grammar.totals.first(after)
    if close is not None:
        return _total(close)
    sentence = parsed.token_at(draft.core[0])
    if sentence is None:
        return None
    start = max(floor, parsed.sentences[sentence.sentence].span[0])
    words = all_words(parsed.normal, start, draft.start)
    if not words or words[-1].text not in counting.reaching:
        return None
    found = grammar.totals.within(words)
    return _total(found[-1]) if found else None


def _total(found: Match[Event]) -> EventMatch:
    return EventMatch(found.value, (found.start, found.end), True, False, "")


def _past_aside(normal: str, grammar: Grammar, at: int) -> Sequence[Word]:
    """The words behind a noun, without an aside that counts some of the same: "12 people, including a child, …"."""
    words = words_after(normal, at)
    if len(words) < 2 or words[0].text != "," or grammar.part_words.first(words, 1) is None:
        return words
    stops = [mark for sign in ",.;" if (mark := normal.find(sign, words[1].start, at + _ASIDE)) >= 0]
    end = min(stops, default=-1)
    return words_after(normal, end + 1) if end >= 0 and normal[end] == "," else words


def _clause(words: Sequence[Word]) -> Sequence[Word]:
    for at, word in enumerate(words):
        if word.text in _CLAUSE_END or word.text[0].isdigit():
            return words[:at]
    return words
