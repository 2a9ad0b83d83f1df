"""Bodies of which a state has one, the same in every language, and words for what is of a state that no list knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from reader.languages.inflection import inflect
from reader.languages.words import keys_of, word_key

_SHARED = 4  # letters that a state's name and what is of it have in common
_NAME = 5  # letters of a state's name: shorter ones are like other words


class StateBodies:
    """``state_bodies`` of actors.toml: a body's forms by its key; ``local`` are the keys of those that towns have too.
    Small words ("of the") tell no body from another."""

    def __init__(
        self,
        forms: Mapping[str, tuple[str, ...]],
        local: Iterable[str],
        small: Iterable[str],
        inflection: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._local = frozenset(local)
        self._small = frozenset(small) | {"s"}
        self._keys: dict[tuple[str, ...], str] = {}
        self._shown = {key: names[0].split("/")[0] for key, names in forms.items() if names}
        self._names = dict[str, dict[str, None]]()
        for key, names in forms.items():
            for name in names:
                inflected = inflect(name, inflection)
                # Of several words nobody writes all endings.
                for form in inflected[:1] if " " in name else inflected:
                    self._names.setdefault(key, {})[form.text] = None
                for form in inflected:
                    self._keys.setdefault(self.telling(keys_of(form.text)), key)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all bodies' names: what has none of them is no body."""
        return frozenset(word for keys in self._keys for word in keys)

    @property
    def all(self) -> frozenset[str]:
        """The keys of all bodies that this language has words for."""
        return frozenset(self._shown)

    def telling(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The words of a name that tell which body it is."""
        return tuple(key for key in keys if key not in self._small)

    def key(self, keys: Sequence[str]) -> str:
        """The key of the body that is called by just these words, "" for none."""
        return self._keys.get(self.telling(keys), "")

    def owned(self, keys: Sequence[str]) -> tuple[str, str]:
        """The key of a state's body called by these words but one, and that word: whose body it is. Two empty strings
        for what is no such name."""
        told = self.telling(keys)
        for at, owner in enumerate(told):
            key = self._keys.get(told[:at] + told[at + 1 :], "")
            if key and key not in self._local:
                return key, owner
        return "", ""

    def names(self, key: str) -> tuple[str, ...]:
        """All that a body may be called; nothing where this language has no word for it."""
        return tuple(self._names.get(key, ()))

    def shown(self, key: str) -> str:
        """What a body is called, "" where this language has no word for it."""
        return self._shown.get(key, "")


class StateWords:
    """How names of states end in a language, and words for what is of them: "Norvania", "Norvanian"."""

    def __init__(self, state_endings: Iterable[str], demonym_endings: Iterable[str]) -> None:
        self._states = tuple(state_endings)
        self._demonyms = tuple(word_key(ending) for ending in demonym_endings)

    def names(self, word: str) -> frozenset[str]:
        """What the key of a state's name may be without its ending."""
        return frozenset({word, *_stems(word, self._states)}) if len(word) >= _NAME else frozenset()

    def demonyms(self, word: str) -> frozenset[str]:
        """What the key of a word for what is of a state may be without its ending; none where it is no such word."""
        return frozenset(_stems(word, self._demonyms))


def _stems(word: str, endings: Iterable[str]) -> list[str]:
    return [word[: -len(end)] for end in endings if word.endswith(end) and len(word) - len(end) >= _SHARED]
