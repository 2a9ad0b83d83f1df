"""From the name a person gives to a party: of the text, of the gazetteers, or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.analysis.revision.names import Names
from reader.analysis.revision.workbench import Workbench
from reader.domain.actor import ActorKind, Party
from reader.languages.loader import languages
from reader.languages.pack import load_pack
from reader.languages.words import slug

if TYPE_CHECKING:
    from reader.languages.gazetteer import Entry, Gazetteer
    from reader.languages.pack import Pack

_KINDS = {ActorKind.STATE: "state", ActorKind.PERSON: "person"}


def find_party(name: str, bench: Workbench, names: Names, pack: Pack) -> Party:
    """The party a name or an id stands for.

    In this order: an id; a party or an actor of the text; a name that the gazetteer of a language knows, the text's
    own first; a state's code in small letters; else a new party of that name.
    """
    known = bench.parties.get(name) or _by_id(name, pack)
    if known is not None:
        return known
    key = names.key(name)
    for party in bench.parties.values():
        if names.key(party.name) == key:
            return party
    for id in names.find(key):
        own = bench.actors[id].party
        if own is not None and own in bench.parties:
            return bench.parties[own]
    entry = find_entry(name, names, pack)
    known = _by_id(entry.party if entry is not None and entry.party else name.upper(), pack)
    return known or Party(slug(name) or name, name, "organisation")


def find_entry(name: str, names: Names, pack: Pack) -> Entry | None:
    """What the gazetteer of any language knows by that name, with its article or without; the pack's own first."""
    for words in dict.fromkeys((name, " ".join(names.key(name)))):
        entry = next((entry for gazetteer in _gazetteers(pack) if (entry := gazetteer.named(words))), None)
        if entry is not None:
            return entry
    return None


def own_party(name: str, kind: ActorKind, taken: dict[str, Party]) -> Party:
    """The party of somebody who speaks for nobody else: by the surname, or the whole name where that is taken."""
    full = slug(name) or name
    last = full.rpartition("-")[2] if kind is ActorKind.PERSON else full
    return Party(full if last in taken else last, name, _KINDS.get(kind, "organisation"))


def _by_id(id: str, pack: Pack) -> Party | None:
    """The party with that id, named in the text's language where its pack knows it."""
    return next((party for gazetteer in _gazetteers(pack) if (party := gazetteer.parties.get(id))), None)


def _gazetteers(pack: Pack) -> Iterator[Gazetteer]:
    yield pack.gazetteer
    for code in languages():
        if code != pack.code:
            yield load_pack(code).gazetteer
