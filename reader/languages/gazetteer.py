"""Known names in one language: states and who speaks for them, bodies, movements, parties, companies, media, places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.domain.actor import ActorKind, Party
from reader.languages.gazetteer_file import BodyLine, GazetteerFile, OrganisationLine, RegionLine
from reader.languages.inflection import inflect
from reader.languages.known_spelling import end_of
from reader.languages.loader import read_toml
from reader.languages.territories import territory_names
from reader.languages.words import Word, keys_of, slug


class Use(StrEnum):
    """In what way a name stands for its entry."""

    NAME = "name"
    CAPITAL = "capital"
    SEAT = "seat"
    DEMONYM = "demonym"
    MEMBER = "member"
    PERSON = "person"


_PEOPLE = (Use.DEMONYM, Use.MEMBER)


class Entry(NamedTuple):
    """What a known name stands for.

    ``key`` is shared by all names of one actor; ``party`` the id of the party it speaks for; ``type`` what
    descriptions ("the company") may point at it with; ``home`` a state the name is evidence of; ``plural`` for a
    demonym in a plural form of its own; ``unnamed`` for a common noun that is a party but no name; ``within`` the state
    a place lies in; ``shared`` for a name that what is of other states has too; ``region`` the party that the
    government of a region speaks for, which goes by this name or demonym.
    """

    key: str
    name: str
    use: Use
    kind: ActorKind
    party: str | None
    type: str
    home: str | None = None
    plural: bool = False
    unnamed: bool = False
    within: str | None = None
    shared: bool = False
    region: str | None = None


class _Form(NamedTuple):
    words: tuple[str, ...]
    text: str
    entry: Entry


class Gazetteer:
    """Names to look up in a text, and parties by id."""

    def __init__(self, file: GazetteerFile, inflection: Mapping[str, tuple[str, ...]], territories: Mapping[str, str]):
        self.given = frozenset(k for name in file.given for k in keys_of(name))
        self.parties: dict[str, Party] = {}
        self.people: dict[str, Entry] = {}
        self.surnames: dict[str, Entry] = {}
        self._affiliations: dict[str, str] = {}
        self._forms: dict[str, list[_Form]] = {}
        for form in self._read(file, inflection, territories):
            known = self._forms.setdefault(form.words[0], [])
            if all(old.text != form.text for old in known):
                known.append(form)
        for known in self._forms.values():
            known.sort(key=lambda form: -len(form.words))

    def match(self, normal: str, words: Sequence[Word], at: int) -> tuple[Entry, int, int] | None:
        """The longest known name that begins at ``words[at]``: its entry, how many words, and where it ends."""
        for form in self._forms.get(words[at].key, ()):
            count = len(form.words)
            if at + count > len(words) or any(words[at + k].key != form.words[k] for k in range(1, count)):
                continue
            end = end_of(normal, words, at, form.text)
            if end is not None:
                return form.entry, count, end
        return None

    def named(self, name: str) -> Entry | None:
        """What a name as a person types it stands for, whatever its case and accents; names before demonyms."""
        keys = keys_of(name)
        forms = [form for form in self._forms.get(keys[0], ()) if form.words == keys] if keys else []
        return min((form.entry for form in forms), key=lambda entry: entry.use in _PEOPLE, default=None)

    def is_state(self, party: str) -> bool:
        """True for the id of a state."""
        known = self.parties.get(party)
        return known is not None and known.kind == "state"

    def is_region(self, party: str) -> bool:
        """True for the id of a region with a government of its own."""
        known = self.parties.get(party)
        return known is not None and known.kind == "region"

    def affiliation(self, key: str) -> str | None:
        """The political party of a well-known person, by the person's key."""
        return self._affiliations.get(key)

    def _read(
        self, file: GazetteerFile, inflection: Mapping[str, tuple[str, ...]], territories: Mapping[str, str]
    ) -> Iterator[_Form]:
        skip = set(file.skip)
        for code, state in file.states.items():
            names = _parts(state.names) + [n for n in (territories.get(code),) if n and n not in skip]
            if not names:
                continue
            shown = names[0]
            self.parties[code] = Party(code, shown, "state")
            yield from _forms(names, Entry(code, shown, Use.NAME, ActorKind.STATE, code, "state", code))
            for seats, shared in ((state.seats, False), (state.shared, True)):
                for seat in _parts(seats):
                    key, use = f"{code}:{slug(seat)}", Use.SEAT
                    entry = Entry(key, seat, use, ActorKind.GOVERNMENT, code, "government", code, shared=shared)
                    yield from _forms([seat], entry)
            for capital in _parts(state.capital):
                yield from _forms([capital], Entry(code, capital, Use.CAPITAL, ActorKind.STATE, code, "state", code))
            yield from self._demonyms(code, shown, state.demonym, Use.DEMONYM, inflection)
        for id, region in file.regions.items():
            yield from self._region(id, region, inflection)
        for kind, lines in (("body", file.bodies), ("movement", file.movements)):
            yield from self._bodies(kind, lines, inflection)
        for kind, named in (("political party", file.politics), ("organisation", file.organisations)):
            yield from self._organisations(kind, named, inflection)
        for id, forms in file.media.items():
            names = _parts(forms)
            self.parties[id] = Party(id, names[0], "organisation")
            yield from _forms(names, Entry(id, names[0], Use.NAME, ActorKind.ORGANISATION, id, "media"))
        others = [n for c, n in territories.items() if c not in file.states and n not in skip]
        for group, names in [*((g, _parts(forms)) for g, forms in file.places.items()), ("", others)]:
            type_ = "disputed" if group == "disputed" else "place"
            within = group if group in file.states else None
            for name in names:
                key = f"place:{slug(name)}"
                yield from _forms([name], Entry(key, name, Use.NAME, ActorKind.PLACE, None, type_, within=within))
        for name, speaks_for in file.people.items():
            yield from self._person(name, speaks_for.split())

    def _region(self, id: str, line: RegionLine, inflection: Mapping[str, tuple[str, ...]]) -> Iterator[_Form]:
        """A region is a place, and a party where its government acts."""
        names, state = _parts(line.names), id.partition("-")[0].upper()
        self.parties[id] = Party(id, names[0], "region")
        for name in names:
            place = Entry(
                f"place:{slug(name)}", name, Use.NAME, ActorKind.PLACE, None, "place", within=state, region=id
            )
            yield from _forms([name], place)
        for form in self._demonyms(id, names[0], line.demonym, Use.DEMONYM, inflection):
            yield form._replace(entry=form.entry._replace(party=None, home=None, region=id))

    def _bodies(
        self, kind: str, lines: Mapping[str, BodyLine], inflection: Mapping[str, tuple[str, ...]]
    ) -> Iterator[_Form]:
        actor_kind = ActorKind.ORGANISATION if kind == "body" else ActorKind.GROUP
        type_ = "association" if kind == "body" else "movement"
        for id, line in lines.items():
            names = _parts(line.names)
            party = line.party or id
            if not line.party:
                self.parties[id] = Party(id, names[0], kind)
            yield from _forms(names, Entry(id, names[0], Use.NAME, actor_kind, party, type_, unnamed=line.unnamed))
            yield from self._demonyms(party, names[0], line.demonym, Use.DEMONYM, inflection)

    def _organisations(
        self, kind: str, lines: Mapping[str, OrganisationLine], inflection: Mapping[str, tuple[str, ...]]
    ) -> Iterator[_Form]:
        for id, line in lines.items():
            names = _parts(line.names)
            self.parties[id] = Party(id, names[0], kind)
            type_ = "party" if kind == "political party" else line.type
            home = line.home or None
            entry = Entry(id, names[0], Use.NAME, ActorKind.ORGANISATION, id, type_, home, shared=line.shared)
            yield from _forms(names, entry)
            for form in self._demonyms(id, names[0], line.members, Use.MEMBER, inflection, home):
                yield _Form(form.words, form.text, form.entry._replace(shared=line.shared))

    def _demonyms(
        self,
        party: str,
        shown: str,
        demonyms: str,
        use: Use,
        inflection: Mapping[str, tuple[str, ...]],
        home: str | None = None,
    ) -> Iterator[_Form]:
        for word in _parts(demonyms):
            for form in inflect(word, inflection):
                plural = form.number == "Plur"
                state = party if use is Use.DEMONYM else home
                entry = Entry(f"{party}:people", form.text, use, ActorKind.GROUP, party, "people", state, plural)
                yield from _forms([form.text], entry)

    def _person(self, name: str, speaks_for: list[str]) -> Iterator[_Form]:
        key = f"person:{slug(name)}"
        entry = Entry(key, name, Use.PERSON, ActorKind.PERSON, speaks_for[-1], "person", speaks_for[-1])
        if len(speaks_for) > 1:
            self._affiliations[key] = speaks_for[0]
        self.people[key] = entry
        self.surnames.setdefault(keys_of(name)[-1], entry)
        yield from _forms([name], entry)


def read_gazetteer(path: Path, code: str, inflection: Mapping[str, tuple[str, ...]]) -> Gazetteer:
    """The gazetteer of a folder, with the names Unicode CLDR gives states and territories in language ``code``.

    Raises PackError naming file and key.
    """
    return Gazetteer(read_toml(path, GazetteerFile), inflection, territory_names(code))


def _parts(forms: str) -> list[str]:
    return [form for form in forms.split("|") if form]


def _forms(names: Sequence[str], entry: Entry) -> Iterator[_Form]:
    for name in names:
        plain = name.replace("’", "'")
        keys = keys_of(plain)
        if keys:
            yield _Form(keys, plain, entry)
        if " & " in plain:
            yield from _forms([plain.replace(" & ", " and ")], entry)
