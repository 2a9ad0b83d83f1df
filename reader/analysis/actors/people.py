"""People under all their names: full name, surname, initial, first name."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of


class People:
    """People by their names, so that a surname finds its full name."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._states: set[str] | None = None
        self._full: dict[tuple[str, ...], Draft] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Draft]]] = {}
        self._by_first: dict[str, list[Draft]] = {}

    def find(self, mention: Mention) -> Draft | None:
        """The person already known whom a mention names: in full, by an initial, by surname or by first name."""
        keys = _name_keys(self._reading, mention)
        if keys in self._full:
            return self._full[keys]
        longer = [(known, draft) for known, draft in self._by_last.get(keys[-1], ()) if len(known) > 1]
        if len(keys) > 1:
            for known, draft in longer:
                if _fits(keys[0], known[0]) or (len(keys) < len(known) and known[-len(keys) :] == keys):
                    return draft
            return None
        same = [draft for _, draft in longer if _gender_fits(mention, draft)] or [draft for _, draft in longer]
        return next(iter(same or self._by_first.get(keys[0], [])), None)

    def add(self, mention: Mention) -> Draft:
        """A new person; a surname alone may be a well-known person's whose state the text names."""
        keys = _name_keys(self._reading, mention)
        draft = Draft(mention.name, ActorKind.PERSON, "person", gender=mention.gender)
        entry = mention.entry
        if entry is None and len(keys) == 1:
            entry = self._reading.gazetteer.surnames.get(keys[0])
            if entry is not None and entry.home not in self._named():
                entry = None
            if entry is not None:
                draft.name = entry.name
        if entry is not None and entry.use is Use.PERSON:
            mention.entry = entry
            draft.party = entry.party
            keys = keys_of(entry.name)
            draft.gender = self._reading.rules.given_names.get(keys[0])
        if len(keys) > 2 and draft.gender is None:
            draft.gender = self._reading.rules.given_names.get(keys[1])  # "Lee Michael Verdi"
        self._full.setdefault(keys, draft)
        self._by_last.setdefault(keys[-1], []).append((keys, draft))
        if len(keys) > 1:
            self._by_first.setdefault(keys[0], []).append(draft)
        return draft

    def _named(self) -> set[str]:
        """The states the text names by name, demonym, capital or seat."""
        if self._states is None:
            known = self._reading.known.values()
            self._states = {e.home for e, _, _ in known if e.home and e.use is not Use.PERSON}
        return self._states


def _name_keys(reading: Reading, mention: Mention) -> tuple[str, ...]:
    return tuple(reading.words[k].key for k in range(mention.first, mention.last))


def _fits(a: str, b: str) -> bool:
    """True where two first names may be one: equal, or one the other's initial or short form."""
    return a == b or (len(a) <= 2 and b.startswith(a[:1])) or (len(b) <= 2 and a.startswith(b[:1]))


def _gender_fits(mention: Mention, draft: Draft) -> bool:
    return mention.gender is None or draft.gender is None or mention.gender == draft.gender
