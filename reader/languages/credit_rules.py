"""The schema of credits.toml: news agencies, and how a text says that it comes from one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from reader.languages.loader import read_toml


class _CreditFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``agencies`` maps what an agency is called here to its other names; ``openers`` stand before a name that is a
    credit ("avec"), ``joiners`` between two ("et"), ``after`` behind one ("contributed to this report")."""

    agencies: dict[str, tuple[str, ...]] = {}
    openers: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class CreditRules(msgspec.Struct, frozen=True):
    """The rules of a language, with the agencies that all know. ``names`` pairs every name with the agency it is of."""

    names: tuple[tuple[str, str], ...]
    openers: tuple[str, ...]
    joiners: tuple[str, ...]
    after: tuple[str, ...]


def read_credit_rules(path: Path, common: Path) -> CreditRules:
    """The rules of a file, with the agencies of the one that all languages have in common added."""
    own, all_know = read_toml(path, _CreditFile), read_toml(common, _CreditFile)
    named: dict[str, str] = {}
    for agencies in (all_know.agencies, own.agencies):
        named |= {name: agency for agency, names in agencies.items() for name in (agency, *names)}
    return CreditRules(tuple(sorted(named.items())), own.openers, own.joiners, own.after)
