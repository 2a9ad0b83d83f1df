"""actors.toml made ready to look words up in: names, offices, descriptions, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.languages.actor_file import ActorFile, Genders
from reader.languages.inflection import inflect
from reader.languages.loader import read_toml
from reader.languages.state_bodies import StateBodies, StateWords
from reader.languages.words import Word, keys_of, word_key

STATE_TYPES = frozenset({"government", "force", "court", "prosecution", "agency"})

_BODIES = ("association", "company", "media")


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
    whoever was named last, ``loose`` where a plural is said of one body too."""

    gender: str | None
    number: str | None
    about: str
    first: bool = False
    nearest: bool = False
    loose: bool = False


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
    """The file's lists, ready to look up by ``Word.key``; those of phrases are made when they are first asked for."""

    def __init__(self, file: ActorFile, inflection: Mapping[str, tuple[str, ...]]) -> None:
        self._file, self._inflection = file, inflection
        self.capital_nouns = file.capital_nouns
        self.definite = _keys(file.definite)
        self.indefinite = _keys(file.indefinite)
        self.demonstrative = _keys(file.demonstrative)
        self.issued_by = _keys(file.issued_by)
        self.beyond_states = _keys(form.text for word in file.beyond_states for form in inflect(word, inflection))
        self.company_endings = _keys(file.company_endings)
        self.road_codes = frozenset(file.road_codes)
        self.things = _keys(form.text for word in file.things for form in inflect(word, inflection))
        self.past = _keys(form.text for word in file.past for form in inflect(word, inflection))
        self.adjectives_follow = file.adjectives_follow
        self.connectors = _keys(file.connectors)
        self.affiliation = _keys(file.affiliation)
        self.particles = _keys(file.particles)
        self.breaks = _keys(file.breaks)
        self.conjunctions = _keys(file.conjunctions)
        self.locative = _keys(file.locative)
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
        self.state_words = StateWords(file.state_endings, file.demonym_endings)
        self.own_sides = _keys(form.text for noun in file.own_sides for form in inflect(noun, inflection))
        self.general = _keys(form.text for noun in file.general for form in inflect(noun, inflection))
        self.group_names = {id: forms[0] for id, forms in file.groups.items() if forms}

    @cached_property
    def documents(self) -> Phrases:
        return self._phrases(document=self._file.documents)

    @cached_property
    def local_bodies(self) -> Phrases:
        return self._phrases(body=self._file.local_bodies)

    @cached_property
    def press(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The keys before and behind the name of a medium."""
        halves = (phrase.partition("*")[::2] for phrase in self._file.press)
        return tuple((keys_of(before), keys_of(behind)) for before, behind in halves)

    @cached_property
    def directions(self) -> Phrases:
        return _phrases({"direction": self._file.directions}, {})

    @cached_property
    def places(self) -> Phrases:
        return self._phrases(place=self._file.places)

    @cached_property
    def roles(self) -> Phrases:
        roles = self._file.roles
        return self._phrases(
            state=roles.state,
            elected=roles.elected,
            official=roles.official,
            leading=roles.leading,
            other=roles.other,
            counsel=roles.counsel,
            private=roles.private,
        )

    @cached_property
    def apart(self) -> Phrases:
        return self._phrases(apart=self._file.roles.apart)

    @cached_property
    def heads(self) -> Phrases:
        return self._phrases(**self._file.heads)

    @cached_property
    def state_bodies(self) -> StateBodies:
        file = self._file
        small = self.connectors | self.definite
        return StateBodies(file.state_bodies, file.local_bodies, small, self._inflection)

    @cached_property
    def descriptions(self) -> dict[str, Phrases]:
        return {kind: self._phrases(**{kind: nouns}) for kind, nouns in self._file.descriptions.items()}

    @cached_property
    def describing(self) -> frozenset[str]:
        return frozenset(
            word_key(form.text)
            for kind, nouns in self._file.descriptions.items()
            if kind not in ("person", "state")
            for noun in nouns
            for form in inflect(noun, self._inflection)
        )

    @cached_property
    def of_town(self) -> Phrases:
        return self._phrases(of_town=self._file.of_town)

    @cached_property
    def of_region(self) -> Phrases:
        return self._phrases(of_region=self._file.of_region)

    @cached_property
    def body_parts(self) -> Phrases:
        return self._phrases(part=self._file.body_parts)

    @cached_property
    def rivals(self) -> Phrases:
        return self._phrases(rival=self._file.rivals)

    @cached_property
    def bodies(self) -> Phrases:
        """Nouns that only introduce a name: "the charity X", "l'ONG X"."""
        return self._phrases(**{k: n for k, n in self._file.descriptions.items() if k in _BODIES})

    @cached_property
    def groups(self) -> Phrases:
        return _phrases(self._file.groups, {})

    @cached_property
    def offices_of_groups(self) -> Phrases:
        return self._phrases(**self._file.offices_of_groups)

    @cached_property
    def heads_of_bodies(self) -> Phrases:
        """Offices by the noun of the body that they are at the head of."""
        return self._phrases(**self._file.heads_of_bodies)

    @cached_property
    def offices_of(self) -> dict[str, Phrases]:
        """Offices that bodies of one sort alone have, by that sort."""
        return {kind: self._phrases(**{kind: nouns}) for kind, nouns in self._file.offices_of.items()}

    @cached_property
    def pairs(self) -> Phrases:
        lists = self._file.collectives
        return self._phrases(state=lists.state, side=lists.side, person=lists.person, organisation=lists.organisation)

    @cached_property
    def sides(self) -> Phrases:
        return _phrases({"side": self._file.collectives.sides}, {})

    def _phrases(self, **lists: tuple[str, ...]) -> Phrases:
        return _phrases(lists, self._inflection)


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
    about = next((a for a in ("person", "thing") if a in words), "")
    return Reference(gender, number, about, "first" in words, "nearest" in words, "loose" in words)


def _phrases(lists: Mapping[str, tuple[str, ...]], inflection: Mapping[str, tuple[str, ...]]) -> Phrases:
    phrases = Phrases()
    for kind, nouns in lists.items():
        for noun in nouns:
            base = noun.split("/")[0] or noun.strip("/").split("/")[0]
            for form in inflect(noun, inflection) if inflection or "/" in noun else inflect(noun, {"": ("",)}):
                phrases.add(form.text, Noun(kind, base, form.gender, form.number))
    phrases.sort()
    return phrases
