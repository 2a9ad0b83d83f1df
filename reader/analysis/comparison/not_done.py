"""What somebody says was not done, without a verb of denying: "had not fired on any town", "hid nothing"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.comparison.deed_phrases import DeedPhrases, deed_phrases, next_word
from reader.analysis.comparison.deeds import Deed, first_sentence
from reader.analysis.comparison.wording import carries_meaning, stem
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word

_NEAR = 8  # words between a negation and its second part
_NOUNS = 4  # words in which a light verb's noun follows


@dataclass(frozen=True, slots=True)
class Denied:
    """What a statement says was not done. ``anything``: it denies any part in what is only pointed at."""

    deeds: tuple[Deed, ...] = ()
    anything: bool = False


def denied(grammar: Grammar, normal: str) -> Denied:
    """What the first sentence of what was said denies."""
    words, phrases = first_sentence(normal), deed_phrases(grammar)
    told = [w for w in words if w.text[0].isalpha()]
    for at in range(len(told)):
        match = phrases.disclaiming.first(told, at)
        if match is not None:
            return Denied(anything=_only_points(phrases, [w for w in told if w.start >= match.end]))
    found: list[Deed] = []
    for at in range(len(words)):
        if (match := phrases.existence.first(words, at)) is not None:
            found += _of_existence(phrases, words, next_word(words, match.end))
        if (match := phrases.nots.first(words, at)) is not None:
            found += _behind(phrases, words, at, next_word(words, match.end))
        elif (match := phrases.nones.first(words, at)) is not None:
            found += _of_none(phrases, words, at, next_word(words, match.end))
    return Denied(tuple(found))


def _only_points(phrases: DeedPhrases, rest: Sequence[Word]) -> bool:
    """Whether nothing of its own follows: "nothing to do with it"."""
    pointed = phrases.pointing.first(rest)
    left = [w for w in rest if pointed is None or w.start >= pointed.end]
    return not any(carries_meaning(phrases.grammar, w.text) or w.text[0].isdigit() for w in left)


def _behind(phrases: DeedPhrases, words: Sequence[Word], at: int, after: int) -> list[Deed]:
    """The deed behind a negation: "had not fired", "n'avoir tiré aucun obus"."""
    rules = phrases.rules.denials
    if at and words[at - 1].text in phrases.unreal and words[at - 1].text not in rules.bars and not rules.pairs:
        return []
    if rules.pairs and not any(w.text in rules.pairs for w in (*_clause(phrases, words, after), *words[:at])):
        return []
    return _deed(phrases, words, phrases.past_helpers(words, after))


def _of_none(phrases: DeedPhrases, words: Sequence[Word], at: int, after: int) -> list[Deed]:
    """The deed of which nobody or nothing is the object or, in the passive, the subject: "hid nothing", "no shell was
    fired"."""
    before = [w for w in words[:at] if w.text not in phrases.helpers]
    if len(before) > 1 and not carries_meaning(phrases.grammar, before[-1].text):
        before = before[:-1]
    if before and carries_meaning(phrases.grammar, before[-1].text):
        if not phrases.unreal.isdisjoint(w.text for w in words[:at]):
            return []
        place = before[-1].start
        return _told(phrases, words, next(n for n, w in enumerate(words) if w.start == place))
    clause = _clause(phrases, words, after)
    helped = next((n for n in range(len(clause)) if phrases.helpers.first(clause, n)), None)
    if helped is None:
        return []
    return _deed(phrases, words, phrases.past_helpers(words, after + helped))


def _deed(phrases: DeedPhrases, words: Sequence[Word], at: int) -> list[Deed]:
    """The deed that the word at a place tells, unless it is wished, feared or to come."""
    rules = phrases.rules.denials
    if at >= len(words) or words[at].text in phrases.unreal or not words[at].text[0].isalpha():
        return []
    if rules.unreal_endings and words[at].text.endswith(rules.unreal_endings):
        return []
    if (light := phrases.light_verbs.first(words, at)) is not None:
        behind, place = next_word(words, light.end), words[at].start
        return [Deed(m.value, "", place, done=False) for m in phrases.deeds.within(words[behind : behind + _NOUNS])]
    return _told(phrases, words, at)


def _told(phrases: DeedPhrases, words: Sequence[Word], at: int) -> list[Deed]:
    """What the verb at a place tells of, with the deeds that it includes."""
    place, text = words[at].start, words[at].text
    named, wider = phrases.deeds.first(words, at), phrases.wider.first(words, at)
    verb = stem(phrases.grammar, text) if carries_meaning(phrases.grammar, text) else ""
    whole = _is_whole(phrases, words, at, max((m.end for m in (named, wider) if m), default=words[at].end))
    found = [Deed(kind, "", place, done=False, vague=True, whole=whole) for kind in (wider.value if wider else ())]
    if named or verb:
        kind = named.value if named else ""
        vague = not kind or kind in phrases.rules.denials.common
        found.append(Deed(kind, verb, place, done=False, vague=vague, whole=whole))
    return found


def _is_whole(phrases: DeedPhrases, words: Sequence[Word], at: int, end: int) -> bool:
    """Whether nothing is named beside a verb, or all that the speaker has: "paid nobody", "none of our tanks"."""
    if any(phrases.own_none.first(words, n) for n in range(at)):
        return True
    beside = (*words[:at], *_clause(phrases, words, next_word(words, end)))
    return not any(
        carries_meaning(phrases.grammar, w.text) and w.text not in phrases.helpers and not _is_none(phrases, w)
        for w in beside
    )


def _is_none(phrases: DeedPhrases, word: Word) -> bool:
    return word.text in phrases.nones or word.text in phrases.rules.denials.pairs


def _of_existence(phrases: DeedPhrases, words: Sequence[Word], after: int) -> list[Deed]:
    """The deed of which there was none: "there was no cover-up"."""
    if after >= len(words) or not _is_none(phrases, words[after]):
        return []
    return [Deed(m.value, "", m.start, done=False) for m in phrases.deeds.within(words[after : after + _NOUNS])[:1]]


def _clause(phrases: DeedPhrases, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words from a place on to the end of their clause, some at most."""
    bars = phrases.rules.denials.bars
    end = next((n for n in range(at, len(words)) if words[n].text in bars or words[n].text == ","), len(words))
    return words[at : min(end, at + _NEAR)]
