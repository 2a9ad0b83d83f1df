"""People brought in by their office and named later: "The captain apologized. ... Marit Halvorsen told the inquiry"."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Noun

_LEAD = 2  # sentences in which somebody may be brought in
_SOON = 2  # sentences until the name


def give_later_names(reading: Reading, drafts: list[Draft], by_word: dict[int, Mention]) -> None:
    """Give the one office that begins a text without a holder to the first person named after it, who holds none and
    has not been named before."""
    filled = [k for k, (first, last) in enumerate(reading.bounds) if first < last]
    people = [d for d in drafts if d.person]
    for number in filled[:_LEAD]:
        first, last = reading.bounds[number]
        named = any((m := by_word.get(k)) is not None and m.kind is ActorKind.PERSON for k in range(first, last))
        offices = _offices(reading, first, last, by_word)
        if named or len(offices) != 1:
            if named:
                return
            continue
        after = next((d for d in people if d.first >= last), None)
        soon = filled[filled.index(number) + 1 :][:_SOON]
        if after is None or after.roles or reading.sentence[after.first] not in soon or people[0] is not after:
            return
        noun = offices[0]
        if noun.gender is None or after.gender in (None, noun.gender):
            after.roles.add(noun.base)
            after.later.add(noun.base)
            after.gender = after.gender or noun.gender
        return


def _offices(reading: Reading, first: int, last: int, by_word: dict[int, Mention]) -> list[Noun]:
    """The definite offices in the singular that begin the sentence."""
    found: list[Noun] = []
    for k in range(first, min(last, first + 4)):
        role = reading.rules.roles.match(reading.words, k, last)
        definite = k > first and reading.words[k - 1].key in reading.rules.definite
        if role and definite and k not in by_word and role[0].number != "Plur":
            found.append(role[0])
    return found
