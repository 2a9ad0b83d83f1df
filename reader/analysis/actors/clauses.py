"""The main clauses of a sentence: who or what each is about, and what else it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.analysis.actors.reading import Reading
from reader.analysis.text.parsed import Token

_MAIN = ("root", "conj", "parataxis")
# What hangs on a clause with a verb of its own is another's matter: "said the firm had lied".
_OWN_VERB = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis", "conj")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that hangs on no other: its verb and its subject."""

    verb: Token
    subject: Token


def main_clauses(reading: Reading, first: int, last: int, quoted: Callable[[int], bool]) -> list[Clause]:
    """The main clauses of words ``first`` to ``last`` whose subjects are not quoted, in order."""
    tokens = reading.parsed.tokens
    found: list[Clause] = []
    for k in range(first, last):
        subject = reading.tokens[k]
        if subject is None or not subject.dep.startswith("nsubj") or quoted(k):
            continue
        verb = tokens[subject.head]
        if _is_main(reading, verb) and subject.norm not in reading.rules.breaks:
            found.append(Clause(verb, subject))
    return found or _opening(reading, first, last, quoted)


def _opening(reading: Reading, first: int, last: int, quoted: Callable[[int], bool]) -> list[Clause]:
    """The noun that opens a sentence in which a tree finds no subject: "La société X dément", read as an adverb."""
    tokens = [t for k in range(first, last) if (t := reading.tokens[k]) is not None and not quoted(k)]
    inside = {t.i for t in tokens}
    if any(
        (t.dep.startswith(("nsubj", "csubj")) and t.head in inside) or t.feature("VerbForm") == "Fin" for t in tokens
    ):
        return []
    noun = next((t for t in tokens if t.pos not in ("DET", "ADJ")), None)
    return [Clause(noun, noun)] if noun is not None and noun.pos in ("NOUN", "PROPN") else []


def _is_main(reading: Reading, verb: Token) -> bool:
    for _ in range(4):
        if verb.dep == "root":
            return True
        if verb.dep not in _MAIN:
            return False
        verb = reading.parsed.tokens[verb.head]
    return False


def within(reading: Reading, clause: Clause) -> Iterator[Token]:
    """The nouns of a clause outside its subject and outside whatever has a verb of its own."""
    tokens, children = reading.parsed.tokens, reading.parsed.children
    stack = [c for c in children[clause.verb.i] if c != clause.subject.i]
    while stack:
        token = tokens[stack.pop()]
        verbal = token.pos in ("VERB", "AUX")
        if token.dep.startswith("nsubj") or (token.dep in _OWN_VERB and (verbal or token.dep != "conj")):
            continue
        if token.pos in ("NOUN", "PROPN"):
            yield token
        stack += children[token.i]


def phrase_around(reading: Reading, token: Token, k: int) -> tuple[int, int]:
    """The words of the noun phrase that word ``k`` heads: what it governs, up to the next comma."""
    below = [t for t in reading.parsed.subtree(token.i) if t.sentence == token.sentence]
    first, last = reading.inside((min(t.start for t in below), max(t.end for t in below)))
    first, last = min(first, k), max(last, k + 1)
    while any(reading.gap(x).strip(" -'") for x in range(first + 1, k + 1)):
        first += 1
    for x in range(k + 1, last):
        if reading.gap(x).strip(" -'"):
            return first, x
    return first, last
