"""What somebody says was done: the opposite of what they are accused of having done, or of not having done."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.comparison.deed_phrases import DeedPhrases, deed_phrases
from reader.analysis.comparison.deeds import Deed, first_sentence
from reader.analysis.comparison.wording import carries_meaning
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word


def told_done(grammar: Grammar, normal: str) -> tuple[Deed, ...]:
    """The deeds that the first sentence of what was said tells as done, and as not done those whose contrary it tells:
    "had been published" of hiding. Only what has a helping verb of the past is known to have been."""
    words, phrases = first_sentence(normal), deed_phrases(grammar)
    found: list[Deed] = []
    for at, word in enumerate(words):
        if not _was(phrases, words, at):
            continue
        if (named := phrases.deeds.first(words, at)) is not None:
            found.append(Deed(named.value, "", word.start, vague=True))
        if (contrary := phrases.contrary.first(words, at)) is not None:
            found += [Deed(kind, "", word.start, done=False, vague=True) for kind in contrary.value]
    return tuple(found)


def _was(phrases: DeedPhrases, words: Sequence[Word], at: int) -> bool:
    """Whether a helping verb stands before a word, and nothing by which it is denied, wished or to come."""
    rules = phrases.rules.denials
    before = at
    while before and words[before - 1].text in phrases.helpers and phrases.nots.last(words[:before]) is None:
        before -= 1
    helping = {word.text for word in words[before:at]}
    if helping.isdisjoint(rules.auxiliaries) or not helping.isdisjoint(rules.pairs):
        return False
    last = words[:before]
    if last and helping.isdisjoint(rules.passives) and carries_meaning(phrases.grammar, last[-1].text):
        return False  # somebody else may have done it
    return not last or not (
        last[-1].text in phrases.unreal
        or last[-1].text in rules.bars
        or phrases.nots.last(last)
        or phrases.nones.last(last)
        or any(word.text in rules.pairs or phrases.nones.last([word]) for word in last[-3:])
    )
