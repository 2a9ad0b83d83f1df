"""What a run of capitals names: a person, an organisation, a place, or nobody."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.actors.name_clues import (
    apposed,
    brings_news,
    explained,
    head_before,
    holds,
    leads_office,
    led,
    locative_before,
    opens_sentence,
    role_after,
    role_before,
)
from reader.analysis.actors.place_clues import direction_before, is_road, place_noun_follows, says_place
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.state_people import of_state, refers_to_person
from reader.domain.actor import ActorKind

# What a model's entity labels hint at.
_HINTS = {
    "PER": ActorKind.PERSON,
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "LOC": ActorKind.PLACE,
    "GPE": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.GROUP,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a run of capitals names: kind (None for nobody), the person's gender where it shows, what descriptions may
    point at it; ``firm`` where words of the text tell, not only a model."""

    kind: ActorKind | None
    gender: str | None = None
    type: str = ""
    firm: bool = False


_NOBODY = Guess(None)


def classify(reading: Reading, first: int, last: int) -> Guess:
    """What words ``first`` to ``last``, a run of capitals, name: first by the words around them, then by the model."""
    rules, words = reading.rules, reading.words
    text = words[first].text
    given = words[first].key in rules.given_names
    gender = rules.given_names.get(words[first].key)
    person = Guess(ActorKind.PERSON, gender, "person", True)
    if first > 0 and reading.joined(first) and words[first - 1].key in rules.titles:
        return Guess(ActorKind.PERSON, rules.titles[words[first - 1].key] or gender, "person", True)
    single = last - first == 1
    acronym = single and _is_acronym(text)
    if single and (text in rules.ignored_acronyms or words[first].key in rules.ignored):
        return _NOBODY
    if single and words[first].key in rules.openers and opens_sentence(reading, first) is False and not given:
        return _NOBODY
    if single and rules.heads.match(words, first, last) is not None:
        return _NOBODY
    if single and is_road(text, rules.road_codes) and not reading.speaks(first, last):
        return Guess(ActorKind.PLACE, None, "place")
    hint = _hint(reading, first, last)
    before = head_before(reading, first)
    if before and (hint is not ActorKind.PERSON or (before == "company" and not given)):
        return Guess(ActorKind.ORGANISATION, None, before, True)
    full_name = given and not single
    sort = explained(reading, first) if not full_name and (single or hint is not ActorKind.PERSON) else ""
    if sort:
        return Guess(ActorKind.ORGANISATION, None, sort, True)
    if not full_name and hint is not ActorKind.PERSON and brings_news(reading, first, last):
        return Guess(ActorKind.ORGANISATION, None, "media", True)
    if not full_name and not acronym and says_place(reading, first, last):
        return Guess(ActorKind.PLACE, None, "place", True)
    if not single and words[last - 1].key in rules.company_endings and not given:
        return Guess(ActorKind.ORGANISATION, None, "company", True)  # "Norvex Homes"
    if holds(reading, first, "elected") and hint in (ActorKind.PERSON, ActorKind.PLACE) and not given:
        return Guess(ActorKind.PLACE, None, "place", True)  # "the mayor of Fernham"
    if single and not acronym and not given and direction_before(reading, first):
        return Guess(ActorKind.PLACE, None, "place") if hint or not opens_sentence(reading, first) else _NOBODY
    if (led(reading, first) or holds(reading, first, "leading")) and not full_name:
        return Guess(ActorKind.ORGANISATION, None, "company", True)
    person_like = given or not single or hint in (None, ActorKind.PERSON)
    if role_before(reading, first) and person_like and not acronym:
        return person
    named_thing = single and first > 0 and words[first - 1].key in rules.definite and reading.gap(first) == " "
    if (role_after(reading, last) or apposed(reading, first, last)) and not acronym and not named_thing:
        return person
    if full_name and hint in (None, ActorKind.PERSON, ActorKind.ORGANISATION):
        return person
    if not single and of_state(reading, first) and refers_to_person(reading, last):
        return person
    common = words[first].key in reading.lower or rules.places.match(words, first, last)
    opens = single and opens_sentence(reading, first) and common  # "County clerk Laura Stone"
    if leads_office(reading, last, hint is not ActorKind.PLACE) and not (full_name or opens):
        return Guess(ActorKind.ORGANISATION, None, "", True)  # "Norvex chief executive Laura Stone"
    return _hinted(reading, first, last, hint)


def _hint(reading: Reading, first: int, last: int) -> ActorKind | None:
    """The kind most words of a run are labelled with by the model."""
    hints = [_HINTS.get(reading.ent(k)) for k in range(first, last)]
    if not any(hints):
        return None
    return max(set(hints), key=lambda h: (hints.count(h), h or "")) or next(h for h in hints if h)


def _hinted(reading: Reading, first: int, last: int, hint: ActorKind | None) -> Guess:
    """What a run names by the model's label, where the words around it do not speak against that."""
    rules, words = reading.rules, reading.words
    text = words[first].text
    single = last - first == 1
    given = words[first].key in rules.given_names
    acronym = single and _is_acronym(text)
    place = Guess(ActorKind.PLACE, None, "place")
    person = Guess(ActorKind.PERSON, rules.given_names.get(words[first].key), "person", not single or given)
    if single and not acronym and not given and place_noun_follows(reading, last):
        return place
    if locative_before(reading, first) and hint in (None, ActorKind.PLACE) and not acronym:
        return place if hint or not opens_sentence(reading, first) else _NOBODY
    if hint is ActorKind.PERSON:
        if acronym:
            return Guess(ActorKind.ORGANISATION, None, "company")
        return person
    if single and text.isupper() and 2 <= len(text) <= 7 and text.isalpha():
        return Guess(ActorKind.ORGANISATION) if hint or not reading.parsed.sentences else _NOBODY
    if hint is ActorKind.PLACE:
        return Guess(ActorKind.ORGANISATION) if reading.speaks(first, last) else place
    if hint is None and single and _acts(reading, first):
        return person if given else Guess(ActorKind.ORGANISATION)
    if hint is None and not single and _beside_person(reading, first, last):
        return person
    return Guess(hint, None, "people" if hint is ActorKind.GROUP else "") if hint else _NOBODY


def _is_acronym(text: str) -> bool:
    """ "RMT", "DfT"."""
    return len(text) > 1 and (text.isupper() or (len(text) <= 4 and text[-1].isupper() and text[0].isupper()))


def _beside_person(reading: Reading, first: int, last: int) -> bool:
    """True where a conjunction joins the run to a person's name: "Bruce Kendall and Ana Ruiz"."""
    words, joins = reading.words, reading.rules.conjunctions
    before = first - 1 > reading.first_of(first) and words[first - 1].key in joins
    if before and reading.gap(first) == " " and _HINTS.get(reading.ent(first - 2)) is ActorKind.PERSON:
        return True
    after = last + 1 < reading.last_of(first) and words[last].key in joins and words[last + 1].capital
    return after and reading.gap(last) == " " and _HINTS.get(reading.ent(last + 1)) is ActorKind.PERSON


def _acts(reading: Reading, i: int) -> bool:
    """True for a word that is a proper noun in the singular and the subject of a reporting verb."""
    token = reading.tokens[i]
    return token is not None and token.pos == "PROPN" and token.feature("Number") != "Plur" and reading.speaks(i, i + 1)
