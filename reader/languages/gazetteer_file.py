"""The schema of gazetteer.toml: who can be named in a language, one entry a line, forms parted by "|"."""

from __future__ import annotations

import msgspec


class StateLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state, keyed by its ISO 3166 alpha-2 code. ``names`` adds to Unicode CLDR's; the first one is shown.
    ``shared`` are seats whose name other states' bodies have too."""

    names: str = ""
    demonym: str = ""
    capital: str = ""
    seats: str = ""
    shared: str = ""


class RegionLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region with a government of its own, keyed by its ISO 3166-2 code in small letters. The first name is shown."""

    names: str
    demonym: str = ""


class BodyLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body between states or a movement. ``party`` where it speaks for another; ``unnamed`` for a mere noun."""

    names: str
    demonym: str = ""
    party: str = ""
    unnamed: bool = False


class OrganisationLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A political party, union or company. ``members`` are words for one of its people; ``home`` is its state;
    ``shared`` where other states have one of that name."""

    names: str
    type: str = "association"
    members: str = ""
    home: str = ""
    shared: bool = False


class GazetteerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. ``skip`` are CLDR names not to use, ``given`` names that are also people's given names;
    ``places`` under a state's code lie in that state, those under "disputed" in none."""

    skip: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    states: dict[str, StateLine] = {}
    regions: dict[str, RegionLine] = {}
    bodies: dict[str, BodyLine] = {}
    movements: dict[str, BodyLine] = {}
    politics: dict[str, OrganisationLine] = {}
    organisations: dict[str, OrganisationLine] = {}
    media: dict[str, str] = {}
    places: dict[str, str] = {}
    people: dict[str, str] = {}
