"""actors.toml: the words by which a language names people and organisations and points back at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from reader.languages.inflection import inflect
from reader.languages.loader import read_toml
from reader.languages.state_bodies import StateBodies, StateWords
from reader.languages.words import Word, keys_of, word_key

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
STATE_TYPES = frozenset({"government", "force", "court", "prosecution", "agency"})

_BODIES = ("association", "company", "media")


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
    of_town: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = {}
    offices_of_groups: dict[str, tuple[str, ...]] = {}
    collectives: Collectives = Collectives()
    pronouns: dict[str, str] = {}
    possessives: dict[str, str] = {}
    given_names: Genders = Genders()
    story: Story = Story()


@dataclass(frozen=True, slots=True)
class Noun:
    """A word or phrase of one of the lists: which list, its base form, the form's gender and number."""

    kind: str
    base: str
    gender: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a pronoun tells of whom it stands for; ``about`` is "person", "thing", or empty; ``nearest`` where it is
    whoever was named last."""

    gender: str | None
    number: str | None
    about: str
    first: bool = False
    nearest: bool = False


class Phrases:
    """Phrases of several words, looked up at a place in a text; the longest wins."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}

    def add(self, phrase: str, noun: Noun) -> None:
        keys = keys_of(phrase)
        if keys:
            self._by_first.setdefault(keys[0], []).append((keys, noun))

    def sort(self) -> None:
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def has(self, key: str) -> bool:
        """True for the key of a phrase of one word."""
        return any(keys == (key,) for keys, _ in self._by_first.get(key, ()))

    def match(self, words: Sequence[Word], at: int, stop: int) -> tuple[Noun, int] | None:
        """The longest phrase that begins at ``words[at]`` before ``words[stop]``, and its count of words."""
        for keys, noun in self._by_first.get(words[at].key, ()):
            count = len(keys)
            if at + count <= stop and all(words[at + k].key == keys[k] for k in range(1, count)):
                return noun, count
        return None


class ActorRules:
    """The file's lists, ready to look up by ``Word.key``."""

    def __init__(self, file: ActorFile, inflection: Mapping[str, tuple[str, ...]]) -> None:
        self.capital_nouns = file.capital_nouns
        self.definite = _keys(file.definite)
        self.indefinite = _keys(file.indefinite)
        self.demonstrative = _keys(file.demonstrative)
        self.documents = _phrases({"document": file.documents}, inflection)
        self.issued_by = _keys(file.issued_by)
        self.beyond_states = _keys(form.text for word in file.beyond_states for form in inflect(word, inflection))
        self.company_endings = _keys(file.company_endings)
        self.adjectives_follow = file.adjectives_follow
        self.connectors = _keys(file.connectors)
        self.affiliation = _keys(file.affiliation)
        self.particles = _keys(file.particles)
        self.breaks = _keys(file.breaks)
        self.conjunctions = _keys(file.conjunctions)
        self.locative = _keys(file.locative)
        self.directions = _phrases({"direction": file.directions}, {})
        self.places = _phrases({"place": file.places}, inflection)
        self.genitive = _keys(file.genitive)
        self.openers = _keys(file.openers)
        self.calendar = _keys(file.calendar)
        self.ignored = _keys(file.ignored) | self.calendar
        self.ignored_acronyms = frozenset(file.ignored_acronyms)
        self.election = _keys(file.story.election)
        self.defence = _keys(file.story.defence)
        self.titles = _genders(file.titles)
        self.given_names = _genders(file.given_names)
        self.pronouns = {word_key(w): _reference(marks) for w, marks in file.pronouns.items()}
        self.possessives = {word_key(w): _reference(marks) for w, marks in file.possessives.items()}
        self.dual = _keys(file.collectives.dual)
        lists = file.collectives
        self.roles = _phrases(
            {
                "state": file.roles.state,
                "elected": file.roles.elected,
                "official": file.roles.official,
                "leading": file.roles.leading,
                "other": file.roles.other,
                "counsel": file.roles.counsel,
                "private": file.roles.private,
            },
            inflection,
        )
        self.apart = _phrases({"apart": file.roles.apart}, inflection)
        self.heads = _phrases({str(kind): nouns for kind, nouns in file.heads.items()}, inflection)
        self.state_bodies = StateBodies(
            file.state_bodies, file.local_bodies, self.connectors | self.definite, inflection
        )
        self.state_words = StateWords(file.state_endings, file.demonym_endings)
        self.descriptions: dict[str, Phrases] = {
            kind: _phrases({str(kind): nouns}, inflection) for kind, nouns in file.descriptions.items()
        }
        self.describing = frozenset(
            word_key(form.text)
            for kind, nouns in file.descriptions.items()
            if kind not in ("person", "state")
            for noun in nouns
            for form in inflect(noun, inflection)
        )
        self.own_sides = _keys(form.text for noun in file.own_sides for form in inflect(noun, inflection))
        self.general = _keys(form.text for noun in file.general for form in inflect(noun, inflection))
        self.of_town = _phrases({"of_town": file.of_town}, inflection)
        self.rivals = _phrases({"rival": file.rivals}, inflection)
        # Nouns that only introduce a name: "the charity X", "l'ONG X".
        self.bodies = _phrases({k: n for k, n in file.descriptions.items() if k in _BODIES}, inflection)
        self.groups = _phrases(file.groups, {})
        self.offices_of_groups = _phrases(file.offices_of_groups, inflection)
        self.group_names = {id: forms[0] for id, forms in file.groups.items() if forms}
        self.pairs = _phrases(
            {"state": lists.state, "side": lists.side, "person": lists.person, "organisation": lists.organisation},
            inflection,
        )
        self.sides = _phrases({"side": lists.sides}, {})


def read_actor_rules(path: Path, inflection: Mapping[str, tuple[str, ...]]) -> ActorRules:
    """The rules of one actors.toml. Raises PackError naming file and key."""
    return ActorRules(read_toml(path, ActorFile), inflection)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word_key(w) for w in words)


def _genders(lists: Genders) -> dict[str, str | None]:
    known: dict[str, str | None] = {word_key(w): None for w in lists.either}
    known.update({word_key(w): "Masc" for w in lists.masculine})
    for word in lists.feminine:
        known[word_key(word)] = None if known.get(word_key(word)) == "Masc" else "Fem"
    return known


def _reference(marks: str) -> Reference:
    words = set(marks.split())
    gender = next((g for g in ("Masc", "Fem") if g in words), None)
    number = next((n for n in ("Sing", "Plur") if n in words), None)
    return Reference(
        gender, number, next((a for a in ("person", "thing") if a in words), ""), "first" in words, "nearest" in words
    )


def _phrases(lists: Mapping[str, tuple[str, ...]], inflection: Mapping[str, tuple[str, ...]]) -> Phrases:
    phrases = Phrases()
    for kind, nouns in lists.items():
        for noun in nouns:
            base = noun.split("/")[0] or noun.strip("/").split("/")[0]
            for form in inflect(noun, inflection) if inflection or "/" in noun else inflect(noun, {"": ("",)}):
                phrases.add(form.text, Noun(kind, base, form.gender, form.number))
    phrases.sort()
    return phrases
