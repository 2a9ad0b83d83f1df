"""Who is seen to speak: the subjects of reporting verbs, found before anything is known of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.text.parsed import Parsed, Token
from reader.languages.cue_lexicon import lexicon

if TYPE_CHECKING:
    from reader.languages.cue_rules import CueRules
    from reader.languages.pack import Pack

_JOINED = ("conj", "appos", "flat", "flat:name", "flat:foreign")


def speaking_tokens(parsed: Parsed, rules: CueRules) -> frozenset[int]:
    """Indices of the tokens that head subjects of reporting verbs, and of names that a phrase such as "selon" or
    "according to" introduces. Empty without a tree."""
    verbs, openers = lexicon(rules).forms, _openers(rules)
    found: set[int] = set()
    for token in parsed.tokens:
        if token.norm in verbs and token.pos in ("VERB", "AUX"):
            for subject in _subjects(parsed, token):
                _take(parsed, subject, found)
        elif token.pos and token.norm in openers:
            source = _after(parsed, token, openers[token.norm])
            if source is not None:
                _take(parsed, source, found)
    return frozenset(found)


def answering_tokens(parsed: Parsed, pack: Pack) -> frozenset[int]:
    """Indices of verbs that report an answer or a denial."""
    verbs = lexicon(pack.cues).forms
    replies = [phrase.split() for phrase in pack.numbers.comparing.replies]
    found: set[int] = set()
    for token in parsed.tokens:
        denies = any(sense.group.act == "deny" for sense, _ in verbs.get(token.norm, ()))
        if (denies and token.pos in ("VERB", "AUX")) or any(
            phrase[0] == token.norm and [t.norm for t in parsed.tokens[token.i : token.i + len(phrase)]] == phrase
            for phrase in replies
        ):
            found.add(token.i)
    return frozenset(found)


def _openers(rules: CueRules) -> dict[str, tuple[tuple[str, ...], ...]]:
    made: dict[str, tuple[tuple[str, ...], ...]] | None = rules.__dict__.get("_openers")
    if made is None:
        made = {}
        for group in rules.prepositions:
            for phrase in group.words if not (group.initial or group.heads) else ():
                first, *rest = phrase.split()
                made[first] = (*made.get(first, ()), tuple(rest))
        rules.__dict__["_openers"] = made
    return made


def _after(parsed: Parsed, token: Token, tails: tuple[tuple[str, ...], ...]) -> int | None:
    """The noun or name behind a phrase that begins with ``token``."""
    tokens = parsed.tokens
    for tail in sorted(tails, key=len, reverse=True):
        at = token.i + 1
        if tuple(t.norm for t in tokens[at : at + len(tail)]) != tail:
            continue
        at += len(tail)
        while at < len(tokens) and tokens[at].pos == "DET" and tokens[at].sentence == token.sentence:
            at += 1
        return at if at < len(tokens) and tokens[at].sentence == token.sentence else None
    return None


def _subjects(parsed: Parsed, verb: Token) -> list[int]:
    """The subjects of a verb: its own, else those of the verb it is joined to."""
    tokens, at = parsed.tokens, verb
    for _ in range(3):
        own = [c for c in parsed.children[at.i] if tokens[c].dep == "nsubj"]
        if own:
            return own
        if any(tokens[c].dep.startswith("nsubj") for c in parsed.children[at.i]):
            return []
        if _incised(parsed, at):  # ", a affirmé lundi le ministère": parsers take an inverted subject for an object
            return [c for c in parsed.children[at.i] if tokens[c].dep == "obj" and c > at.i]
        if at.dep not in ("conj", "aux"):
            return []
        at = tokens[at.head]
    return []


def _incised(parsed: Parsed, verb: Token) -> bool:
    """True for a verb that with its auxiliaries stands right behind a comma or a closing quotation mark."""
    helpers = [c for c in parsed.children[verb.i] if parsed.tokens[c].dep.startswith("aux") and c < verb.i]
    before = min([verb.i, *helpers]) - 1
    return before > 0 and parsed.tokens[before].norm in (",", '"', "»")


def _take(parsed: Parsed, head: int, found: set[int]) -> None:
    stack = [head]
    while stack:
        at = stack.pop()
        if at not in found:
            found.add(at)
            stack += [c for c in parsed.children[at] if parsed.tokens[c].dep in _JOINED]
