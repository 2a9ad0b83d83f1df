"""Numbers as they are written, in digits, in words or in both, with the values they stand for."""

from __future__ import annotations

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.parts import Part, find_parts
from reader.analysis.numbers.phrases import words_after, words_before
from reader.analysis.numbers.ratios import joins_ratio
from reader.domain.quantity import Hedge, QuantityKind
from reader.domain.span import Span


def find_numbers(normal: str, grammar: Grammar, taken: list[Span]) -> list[Draft]:
    """The numbers outside the ``taken`` spans, in order of place: values with their scale words, no hedge or unit."""
    parts = list(find_parts(normal, grammar, taken))
    found: list[Draft] = []
    at = 0
    while at < len(parts):
        draft, at = _combine(normal, grammar, parts, at)
        if draft is not None:
            found.append(draft)
    return found


def _combine(normal: str, grammar: Grammar, parts: list[Part], at: int) -> tuple[Draft | None, int]:
    part = parts[at]
    if part.what == "ordinal":
        return Draft(part.start, part.end, part.value, kind=QuantityKind.ORDINAL), at + 1
    if part.what == "scale":
        return _lone_scale(normal, grammar, parts, at)
    if part.what == "spelled" and _unsure(normal, part, grammar):
        return None, at + 1
    if part.what == "loose" and not _whole(normal, grammar, part):
        return None, at + 1
    if part.what == "one" and not _counts_one(normal, grammar, part, parts[at + 1] if at + 1 < len(parts) else None):
        return None, at + 1
    draft = Draft(
        part.start, part.end, part.value, digits=part.what == "digits", fraction=part.what in ("fraction", "loose")
    )
    half = None if draft.fraction else grammar.half.first(words_after(normal, draft.end))
    if half and draft.value is not None:
        draft.value, draft.end = draft.value + 0.5, half.end
    at = _multiply(normal, grammar, parts, at + 1, draft)
    draft.core = (draft.start, draft.end)
    return draft, at


def _multiply(normal: str, grammar: Grammar, parts: list[Part], at: int, draft: Draft) -> int:
    """Take in the scale words that follow, and the smaller number after them ("two million five hundred")."""
    scale = _abbreviation(normal, grammar, draft) if draft.digits else None
    if scale is not None and draft.value is not None:
        end, value = scale
        draft.value, draft.end, draft.scaled = draft.value * value, end, True
        return at
    while at < len(parts) and (form := parts[at].scale) and _adjacent(normal, grammar, draft, parts[at]):
        if draft.value is None:
            break
        draft.value = round(draft.value * form.rule.value, 6)
        draft.end, draft.scaled, draft.fraction = parts[at].end, True, False
        if form.rule.about:
            draft.hedge = Hedge.ABOUT
        at += 1
    half = grammar.half.first(words_after(normal, draft.end)) if draft.scaled else None
    if half and draft.value is not None:
        draft.value, draft.end = draft.value + (parts[at - 1].value or 0.0) / 2, half.end
    return at


def _abbreviation(normal: str, grammar: Grammar, draft: Draft) -> tuple[int, float] | None:
    """A short scale such as bn right after digits, with a currency's sign where it needs one ("$5m", "5 M€")."""
    words = words_after(normal, draft.end)
    if not words or words[0].start - draft.end > 1:
        return None
    form = grammar.scales.get(words[0].text)
    if form is None or not form.rule.abbreviation:
        return None
    money = grammar.currency_before.last(words_before(normal, draft.start)) or (
        grammar.units.first(words, 1) if len(words) > 1 and words[1].start == words[0].end else None
    )
    counts = len(words) > 1 and words[1].text not in grammar.stops and grammar.is_plural(words[1].text)
    if form.rule.money and not money and not counts:  # "$5m" and "5m doses", but not a wall of 5m
        return None
    return words[0].end, float(form.rule.value)


def _adjacent(normal: str, grammar: Grammar, draft: Draft, part: Part) -> bool:
    between = normal[draft.end : part.start]
    if between in (" ", "-"):
        return True
    words = between.lower().split()
    if draft.fraction:
        return all(word in grammar.scale_articles or word in grammar.scale_links for word in words)
    return draft.scaled and len(words) == 1 and words[0] in grammar.scale_links


def _lone_scale(normal: str, grammar: Grammar, parts: list[Part], at: int) -> tuple[Draft | None, int]:
    """A scale word without a number: "une centaine" is about 100, "des dizaines de milliers" at least 20,000."""
    part = parts[at]
    form = part.scale
    assert form is not None
    before = words_before(normal, part.start)
    if form.rule.needs_of and not grammar.scale_links.first(words_after(normal, part.end)):
        return None, at + 1
    vague = grammar.vague.last(before)
    article = grammar.scale_articles.last(before)
    draft = Draft(part.start, part.end, part.value, scaled=True)
    if vague or form.many:
        draft.value, draft.low, draft.hedge = None, 2.0 * form.rule.value, Hedge.AT_LEAST
        draft.start = vague.start if vague else part.start
    elif article:
        draft.start = article.start
        draft.hedge = Hedge.ABOUT if form.rule.about else Hedge.EXACT
    elif not form.rule.bare:
        return None, at + 1
    half = grammar.half.first(words_after(normal, draft.end)) if draft.value else None
    if half and draft.value:
        draft.value, draft.end = draft.value * 1.5, half.end
    at += 1
    while at < len(parts) and (more := parts[at].scale) and _adjacent(normal, grammar, draft, parts[at]):
        if draft.low is not None:
            draft.low *= more.rule.value
        if draft.value is not None:
            draft.value *= more.rule.value
        draft.end = parts[at].end
        at += 1
    draft.core = (draft.start, draft.end)
    return draft, at


def _whole(normal: str, grammar: Grammar, part: Part) -> bool:
    """Whether a fraction without its whole is one: hedged ("plus d'un tiers"), or itself counted ("deux tiers")."""
    opening = normal[part.start : part.end].lower().replace("-", " ").split()
    counted = any(word in grammar.rules.spelled.words for word in opening)
    return counted or grammar.hedges_before.last(words_before(normal, part.start)) is not None


def _counts_one(normal: str, grammar: Grammar, part: Part, following: Part | None) -> bool:
    """Whether a word for 1 is more than an article: hedged ("plus d'un an"), or the start of a range ("one or two")."""
    after = words_after(normal, part.end)
    counts = following is not None and following.what in ("digits", "spelled")
    if following and counts and joins_ratio(normal, part.end, following.start, grammar):
        return True
    if following and normal[part.end : following.start].strip().lower() in grammar.rules.ranges.to:
        return following.what == "spelled"
    behind = grammar.hedges_after.first(after)
    if behind and " " in normal[behind.start : behind.end]:  # "one or more", but not "un maximum"
        return True
    hedge = grammar.hedges_before.last(words_before(normal, part.start))
    if hedge is None:
        return False
    return hedge.value in (Hedge.AT_LEAST, Hedge.MORE_THAN) or grammar.units.first(after) is not None


def _unsure(normal: str, part: Part, grammar: Grammar) -> bool:
    """A word that is a number only before a noun it can count ("neuf", nine or new)."""
    if normal[part.start : part.end].lower() not in grammar.rules.spelled.unsure:
        return False
    words = words_after(normal, part.end)
    return not words or not words[0].text[0].isalpha() or words[0].text in grammar.stops
