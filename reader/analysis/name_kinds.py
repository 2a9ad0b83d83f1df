"""What a run of capitals names: a person, an organisation, a place, or nobody."""

from __future__ import annotations

from reader.analysis.name_clues import (
    head_before,
    holds,
    led,
    locative_before,
    opens_sentence,
    role_after,
    role_before,
)
from reader.analysis.reading import Reading
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


def classify(reading: Reading, first: int, last: int) -> tuple[ActorKind | None, str | None, str]:
    """What a run of capitals names, the person's gender where it shows, and what descriptions may point at it."""
    rules, words = reading.rules, reading.words
    text = words[first].text
    given = words[first].key in rules.given_names
    gender = rules.given_names.get(words[first].key)
    if first > 0 and reading.joined(first) and words[first - 1].key in rules.titles:
        title = rules.titles[words[first - 1].key]
        return ActorKind.PERSON, title or gender, "person"
    single = last - first == 1
    if single and (text in rules.ignored_acronyms or words[first].key in rules.ignored):
        return None, None, ""
    if single and words[first].key in rules.openers and opens_sentence(reading, first) is False and not given:
        return None, None, ""
    if single and rules.heads.match(words, first, last) is not None:
        return None, None, ""
    hints = [_HINTS.get(reading.ent(k)) for k in range(first, last)]
    hint = max(set(hints), key=lambda h: (hints.count(h), h or "")) if any(hints) else None
    if hint is None and any(hints):
        hint = next(h for h in hints if h)
    before = head_before(reading, first)
    if before and hint is not ActorKind.PERSON:
        return ActorKind.ORGANISATION, None, before
    if holds(reading, first, "elected") and hint is ActorKind.PERSON and not given:
        return ActorKind.PLACE, None, "place"  # "the mayor of Fernham"
    if (led(reading, first) or holds(reading, first, "leading")) and not (given and not single):
        return ActorKind.ORGANISATION, None, "company"
    person_like = given or not single or hint in (None, ActorKind.PERSON)
    if role_before(reading, first) and person_like and not (single and text.isupper()):
        return ActorKind.PERSON, gender, "person"
    if role_after(reading, last) and not (single and text.isupper()):
        return ActorKind.PERSON, gender, "person"
    if given and not single and hint in (None, ActorKind.PERSON, ActorKind.ORGANISATION):
        return ActorKind.PERSON, gender, "person"
    if locative_before(reading, first) and hint in (None, ActorKind.PLACE) and not (text.isupper() and len(text) > 1):
        return (ActorKind.PLACE, None, "place") if hint or not opens_sentence(reading, first) else (None, None, "")
    if hint is ActorKind.PERSON:
        if single and text.isupper() and len(text) > 1:
            return ActorKind.ORGANISATION, None, "company"
        return ActorKind.PERSON, gender, "person"
    if single and text.isupper() and 2 <= len(text) <= 7 and text.isalpha():
        return (ActorKind.ORGANISATION, None, "") if hint or not reading.parsed.sentences else (None, None, "")
    if hint is ActorKind.PLACE:
        token = reading.tokens[first]
        acts = token is not None and token.dep.startswith("nsubj")
        return (ActorKind.ORGANISATION, None, "") if acts else (ActorKind.PLACE, None, "place")
    if hint is not None:
        return hint, None, "people" if hint is ActorKind.GROUP else ""
    return None, None, ""
