"""What a query asks for, with the names in it understood: sides, acts and languages, in whatever language they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.query.fields import field_of
from reader.domain.query.parsing import parse
from reader.domain.query.terms import All, Any, Facet, Field, Not, Query, Term
from reader.domain.query.values import unknown_value


def understood(text: str, today: date, *, unfinished: bool = False) -> Query:
    """The query somebody typed: see ``parse``. Sides are known by their ids in ``keys``, acts and languages by theirs;
    a side nobody knows has no key, its name is looked for as words. Raises QueryError.

    The first side and the first act named take a few tenths of a second, in which language packs are read: not for
    the loop of a screen.
    """
    query = parse(text, today, keys=_keys, unfinished=unfinished)
    return query if query.root is None else Query(_with_bodies(query.root))


def _with_bodies(term: Term) -> Term:
    """The term with all names of the bodies of states that are asked for by one of them."""
    match term:
        case All(terms) | Any(terms):
            return type(term)(tuple(map(_with_bodies, terms)))
        case Not(inner):
            return Not(_with_bodies(inner))
        case Facet(Field.SAYS | Field.HEARD | Field.UNHEARD, value, (), False):
            from reader.ingest.state_body_names import body_named

            body = body_named(value)
            return term if body is None else replace(term, keys=body.states, names=body.names)
    return term


def _keys(field: Field, value: str) -> tuple[str, ...]:
    match field:
        case Field.PARTY | Field.SAYS | Field.TARGET | Field.HEARD | Field.UNHEARD:
            from reader.ingest.party_names import parties_named

            return parties_named(value)
        case Field.ACT:
            from reader.ingest.act_names import acts_named

            acts = acts_named(value)
            if not acts:
                raise unknown_value(field_of(field), value, [name for name, _ in field_of(field).values])
            return acts
        case Field.LANGUAGE:
            return _language(value)
        case _:
            return ()


def _language(value: str) -> tuple[str, ...]:
    from reader.ingest.language_names import language_named, language_names

    code = language_named(value)
    if code is None:
        from reader.domain.query.fields import alike

        meant = alike(value, language_names())
        ask = f'; did you mean "{meant}"?' if meant else "."
        raise QueryError(f'lang: does not know a language "{value}"{ask}', suggestion=meant)
    return (code,)
