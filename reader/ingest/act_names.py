"""Acts by any of the words that do them: accuse, accuses, accusing, accuser, accusation."""

from __future__ import annotations

from functools import cache

from reader.domain.folding import fold
from reader.domain.statement import Act
from reader.languages.cue_lexicon import lexicon
from reader.languages.loader import languages
from reader.languages.pack import load_pack


def acts_named(word: str) -> tuple[str, ...]:
    """Names of the acts a word can stand for, in any language there is a pack for; empty where it is none."""
    act = fold(word).strip()
    if act in set(Act):
        return (act,)
    return tuple(sorted({act for code in languages() for act in _words(code).get(fold(word), ())}))


@cache
def _words(code: str) -> dict[str, frozenset[str]]:
    """A language's words for acts, folded."""
    rules = load_pack(code).cues
    found: dict[str, set[str]] = {}
    for form, senses in lexicon(rules).forms.items():
        plain = [sense for sense, _ in senses if not (sense.tail or sense.reflexive or sense.group.negated)]
        for sense in plain:
            found.setdefault(fold(form), set()).add(sense.group.act)
    for group in rules.nouns:
        for noun in group.words:
            found.setdefault(fold(noun), set()).add(group.act)
    return {word: frozenset(acts) for word, acts in found.items()}
