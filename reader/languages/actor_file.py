"""The schema of actors.toml: the words by which a language names people and organisations and points back at them."""

from __future__ import annotations

from typing import Literal

import msgspec

HeadType = Literal[
    "government",
    "force",
    "court",
    "prosecution",
    "agency",
    "local",
    "union",
    "party",
    "company",
    "association",
    "school",
    "media",
]
DescriptionType = Literal[
    "company",
    "union",
    "association",
    "agency",
    "party",
    "state",
    "media",
    "court",
    "local",
    "school",
    "movement",
    "person",
]


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices by whom their holders speak for; the file explains each list."""

    state: tuple[str, ...] = ()
    elected: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    counsel: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


class Genders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell the gender of the person they go with; ``either`` tells only that it is a person."""

    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


class Collectives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two actors at once: a word of ``dual`` with a noun of a list, or a phrase of ``sides`` alone."""

    dual: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what a story is about, where it changes whom people speak for."""

    election: tuple[str, ...] = ()
    defence: tuple[str, ...] = ()


class ActorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; each list is explained there."""

    capital_nouns: bool = False  # every noun begins with a capital: only words beside them tell names
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    demonstrative: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    issued_by: tuple[str, ...] = ()
    press: tuple[str, ...] = ()
    beyond_states: tuple[str, ...] = ()
    company_endings: tuple[str, ...] = ()
    adjectives_follow: bool = True
    connectors: tuple[str, ...] = ()
    affiliation: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    locative: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    road_codes: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    ignored_acronyms: tuple[str, ...] = ()
    titles: Genders = Genders()
    roles: Roles = Roles()
    heads: dict[HeadType, tuple[str, ...]] = {}
    state_bodies: dict[str, tuple[str, ...]] = {}
    local_bodies: tuple[str, ...] = ()
    state_endings: tuple[str, ...] = ()
    demonym_endings: tuple[str, ...] = ()
    descriptions: dict[DescriptionType, tuple[str, ...]] = {}
    own_sides: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    body_parts: tuple[str, ...] = ()
    of_town: tuple[str, ...] = ()
    of_region: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = {}
    offices_of_groups: dict[str, tuple[str, ...]] = {}
    heads_of_bodies: dict[str, tuple[str, ...]] = {}
    offices_of: dict[DescriptionType, tuple[str, ...]] = {}
    collectives: Collectives = Collectives()
    pronouns: dict[str, str] = {}
    possessives: dict[str, str] = {}
    given_names: Genders = Genders()
    story: Story = Story()
