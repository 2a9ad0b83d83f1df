"""States that no list knows, told by what is theirs: "Valmorra ... the Valmorran government, Valmorran officials"."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of

_NAMES = frozenset({ActorKind.ORGANISATION, ActorKind.PLACE})
_OFFICES = frozenset({"state", "official"})


def owner_of(reading: Reading, draft: Draft) -> str:
    """The word of a body's name that says whose it is, "" where the body is called by no other word, or by a state that
    is known."""
    if draft.mentions[0].party or draft.mentions[0].entry is not None:
        return ""
    return reading.rules.state_bodies.owned(keys_of(draft.name))[1]


def is_of_unknown(reading: Reading, draft: Draft) -> bool:
    """Whether a body is called by a word for what is of a state that no list knows: "Valmorran government"."""
    return draft.of_state and bool(reading.rules.state_words.demonyms(owner_of(reading, draft)))


def unknown_state(reading: Reading, draft: Draft, drafts: list[Draft]) -> str | None:
    """The party of the state that a body, or what stands before an office, is said to be of; None where the text names
    no such state, or several."""
    owner = owner_of(reading, draft) if draft.of_state else _before_office(reading, draft)
    if not owner:
        return None
    words = reading.rules.state_words
    stems = words.demonyms(owner)
    found = {
        keys[0]
        for other in drafts
        if other is not draft and other.kind in _NAMES and other.mentions[0].entry is None
        if len(keys := keys_of(other.name)) == 1 and (keys[0] == owner or stems & words.names(keys[0]))
    }
    states = found - {owner} or found  # what is named after its people is no other state
    return states.pop() if len(states) == 1 else None


def _before_office(reading: Reading, draft: Draft) -> str:
    """The one word of a name that stands before an office: "Valmorran officials"."""
    keys = keys_of(draft.name)
    if draft.kind is not ActorKind.ORGANISATION or len(keys) != 1 or draft.mentions[0].entry is not None:
        return ""
    for mention in draft.mentions:
        k = mention.last
        if k < reading.last_of(mention.first) and reading.gap(k) == " ":
            role = reading.rules.roles.match(reading.words, k, reading.last_of(k))
            if role is not None and role[0].kind in _OFFICES:
                return keys[0]
    return ""
