"""Terms as expressions of SQLite's full text, every word of them quoted: nothing typed is syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from reader.domain.folding import words
from reader.domain.query.terms import All, Any, Facet, Field, Not, Term, Text, Where
from reader.store.search.names import MARK, key

Leaf: TypeAlias = Callable[[Term], str | None]
"""The expression of a term that has no terms in it, or None where another index is asked."""

_NOWHERE = dict.fromkeys(range(0xD800, 0xE000), " ") | {0: " ", ord('"'): " "}
_SPEAKING = "{parties speakers} : "
_GRADES = ("doubtful", "likely", "sure")
_COLUMNS = {Where.ANYWHERE: "", Where.TITLE: "title : ", Where.AUTHOR: "author : "}


def quoted(typed: str, *, prefix: bool = False) -> str:
    """The words of ``typed``, one after the other, as a phrase; with ``prefix`` the last of them may go on, unless it
    is a single letter or digit: nearly everything has a word that begins so."""
    last = words(typed)[-1:] if prefix else ()
    goes_on = last != () and (len(last[0]) > 1 or not last[0].isascii())
    return f'"{typed.translate(_NOWHERE)}"' + (" *" if goes_on else "")


def has_words(typed: str) -> bool:
    """False for signs alone, which no index knows."""
    return bool(words(typed))


def of_text(term: Term) -> str | None:
    """For ``search``: words, and the source's."""
    match term:
        case Text(typed, where, prefix):
            return _COLUMNS[where] + quoted(typed, prefix=prefix)
        case Facet(Field.SOURCE, value, _, prefix):
            return f"source : {quoted(value, prefix=prefix)}"
    return None


def in_title(term: Term) -> str | None:
    """For ``search``: words that are asked for, in the title alone; what is asked for elsewhere is not expressed."""
    if isinstance(term, Text) and term.where is not Where.AUTHOR:
        return f"title : {quoted(term.words, prefix=term.prefix)}"
    return None


def of_told(term: Term) -> str | None:
    """For ``named``: actors and parties of an article."""
    match term:
        case Facet(Field.ACTOR, _, keys, _, names) if names:
            called = f"actors : {_either(map(_called, names))}"
            return f"(parties : {_any_key(keys)}) AND ({called})" if keys else called
        case Facet(Field.ACTOR, value, _, prefix):
            return f"actors : {quoted(value, prefix=prefix)}"
        case Facet(Field.PARTY, value, keys, prefix):
            return f"parties : {_any_key(keys) if keys else quoted(value, prefix=prefix)}"
    return None


def of_statement(term: Term) -> str | None:
    """For ``said``: who says what sort of thing to whom."""
    match term:
        case Facet(Field.SAYS, _, keys, _, names) if names:
            called = _either(map(_called, names))
            return f"(parties : {_any_key(keys)}) AND (speakers : {called})" if keys else _SPEAKING + called
        case Facet(Field.SAYS, value, keys, prefix):
            return f"parties : {_any_key(keys)}" if keys else _SPEAKING + quoted(value, prefix=prefix)
        case Facet(Field.TARGET, value, keys, prefix):
            return f"targets : {_any_key(keys) if keys else quoted(value, prefix=prefix)}"
        case Facet(Field.ACT, value, keys):
            return f"act : {_either(quoted(name) for name in keys or (value,))}"
    return None


def in_hearing(who: Facet, least: int) -> tuple[str, str]:
    """For ``heard``: who is heard in statements at ``least`` so sure (see ``numbering``); who is a party there."""
    there = _any_key(who.keys) if who.keys else quoted(who.value, prefix=who.prefix)
    return f"{{{' '.join(_GRADES[least:])}}} : {there}", f"named : {there}"


def in_statement(term: Term) -> str | None:
    """For ``said``: as ``of_statement``, and the statement's own words."""
    if isinstance(term, Text) and term.where is Where.ANYWHERE:
        return f"words : {quoted(term.words, prefix=term.prefix)}"
    return of_statement(term)


def expression(term: Term, leaf: Leaf) -> str | None:
    """One expression for a whole tree; None where it has a term that ``leaf`` does not express, or denies anything: of
    an article with several rows that would be said of each row."""

    def expressed(one: Term) -> str | None:
        return expression(one, leaf)

    match term:
        case Any(terms):
            return _joined(" OR ", [expressed(one) for one in terms])
        case All(terms):
            return _joined(" AND ", [expressed(one) for one in terms])
        case Not():
            return None
        case _:
            found = leaf(term)
            return None if found is None else f"({found})"


def together(by: str, said: Sequence[str]) -> str:
    """One expression of one or more, with ``by`` between them."""
    return f"({by.join(f'({one})' for one in said)})" if len(said) > 1 else said[0]


def _joined(by: str, parts: list[str | None]) -> str | None:
    expressed = [part for part in parts if part is not None]
    if not parts or len(expressed) < len(parts):
        return None
    return f"({by.join(expressed)})" if len(expressed) > 1 else expressed[0]


def _called(name: str) -> str:
    """A name of a body, within which a word may tell whose it is: "ministère russe de la Défense"."""
    first, _, rest = name.partition(" ")
    if not has_words(first) or not has_words(rest):
        return quoted(name)
    # The end of a name and the beginning of the next one stand as near.
    apart = _either((quoted(f"{rest} {MARK} {first}"), quoted(f"{first} {MARK} {rest}")))
    return f"(NEAR({quoted(first)} {quoted(rest)}, 1) NOT {apart})"


def _any_key(keys: Iterable[str]) -> str:
    return _either(quoted(key(one)) for one in keys)


def _either(phrases: Iterable[str]) -> str:
    return f"({' OR '.join(phrases)})"
