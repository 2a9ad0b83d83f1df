"""What goes with an office named beside a person: the side, body or common noun that completes it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.actor_rules import Noun

_ANY = frozenset({"company", "association", "school"})
_INSTITUTIONS = frozenset({"government", "force", "prosecution"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office named beside a person: the noun, and the words ``first`` to ``last`` of its noun phrase."""

    noun: Noun
    at: int
    first: int
    last: int


def group_beside(reading: Reading, office: Office) -> str | None:
    """The side without a name that an office is completed with: "le chef de l'opposition"."""
    for k in range(office.at + 1, office.last):
        group = reading.rules.groups.match(reading.words, k, office.last)
        if (
            group
            and not reading.words[k].capital
            and reading.words[k - 1].key in reading.rules.definite | reading.rules.genitive
        ):
            return group[0].kind
    return None


def institution_beside(reading: Reading, office: Office) -> str | None:
    """What kind of state body an office is completed with, where it is not named: "le porte-parole du gouvernement"."""
    small = reading.rules.definite | reading.rules.genitive
    for k in range(max(office.first, office.at - 2), office.last):
        head = reading.rules.heads.match(reading.words, k, office.last)
        inside = head is not None and k <= office.at <= k + head[1]  # "police inspector", "army spokesman"
        if head and head[0].kind in _INSTITUTIONS and (inside or reading.words[k - 1].key in small):
            return head[0].kind
    return None


def institution_before(reading: Reading, at: int, by_word: dict[int, Mention], kind: str) -> Mention | None:
    """The body of that kind of a state named last before word ``at``."""
    for k in range(at - 1, -1, -1):
        mention = by_word.get(k)
        if mention is not None and mention.type == kind and mention.of_state:
            return mention
    return None


def described(reading: Reading, office: Office) -> frozenset[str] | None:
    """What the common noun beside an office describes: "le directeur de l'entreprise"; None where there is none."""
    for k in (*range(office.at - 1, office.first - 1, -1), *range(office.at + 1, office.last)):
        kinds = [
            type_
            for type_, nouns in reading.rules.descriptions.items()
            if type_ != "person" and nouns.match(reading.words, k, office.last)
        ]
        if kinds:
            return frozenset(kinds)
    return None


def completed(reading: Reading, office: Office) -> bool:
    """True where a complement follows the office."""
    role = reading.rules.roles.match(reading.words, office.at, reading.last_of(office.at))
    after = office.at + (role[1] if role else 1)
    return after < office.last and reading.words[after].key in reading.rules.genitive


def possessed(reading: Reading, office: Office) -> bool:
    return office.at > 0 and reading.words[office.at - 1].key in reading.rules.possessives


def resolvable(reading: Reading, office: Office) -> bool:
    """True for a possessive before an office, where a tree helps to find whose it is: "its", "son"."""
    return possessed(reading, office) and reading.parsed.level is Level.FULL


def titled(reading: Reading, office: Office) -> bool:
    """True for an office that leads a body which nothing beside it tells, where a tree helps to find it:
    "chairman Anna Verdi", "le directeur"."""
    if office.noun.kind != "leading" or possessed(reading, office) or reading.parsed.level is not Level.FULL:
        return False
    role = reading.rules.roles.match(reading.words, office.at, reading.last_of(office.at))
    if any(reading.words[k].capital for k in range(office.at + (role[1] if role else 1), office.last)):
        return False  # "chairman and treasurer at Norvex"
    return described(reading, office) is None and not completed(reading, office)


def further(reading: Reading, k: int, last: int, person: Mention, by_word: dict[int, Mention]) -> bool:
    """True where an organisation follows the state in an office's complement."""
    return any(
        (m := by_word.get(x)) is not None and m is not person and m.kind is ActorKind.ORGANISATION
        for x in range(k + 1, last)
    )


def just_before(
    reading: Reading, at: int, by_word: dict[int, Mention], types: frozenset[str] | None, nearest: bool = False
) -> Mention | None:
    """The last organisation (of these types) named before word ``at``, at most a paragraph or so away; with
    ``nearest`` none where a state is named after it."""
    for k in range(at - 1, max(-1, at - 80), -1):
        mention = by_word.get(k)
        if nearest and mention is not None and mention.kind in (ActorKind.STATE, ActorKind.GOVERNMENT):
            return None
        if mention is None or mention.kind is not ActorKind.ORGANISATION or mention.type == "media":
            continue
        if types is None or mention.type in types or (not mention.type and types & _ANY):
            return mention
    return None
