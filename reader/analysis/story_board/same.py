"""Statements that several articles carry, each once: the same words by the same speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.story_board.cuts import Cuts
from reader.analysis.story_board.joined import Joined
from reader.analysis.story_board.kept import kept
from reader.analysis.story_board.said import Said
from reader.analysis.text.normal import normalise
from reader.domain.folding import fold
from reader.domain.statement import Act

_PLAIN = frozenset({Act.DECLARE, Act.OTHER, Act.CONFIRM, Act.WARN})
_WISHES = frozenset({Act.ASK, Act.DEMAND, Act.URGE})
_BRIEF = 3  # words: so few say something else where they are aimed at somebody else


@dataclass(eq=False)
class Shared:
    """A statement with everybody that carries it. ``shown`` is the longest of them; ``all`` in order of time, the one
    that was first heard first, each article once; ``members`` those that one article has twice too."""

    shown: Said
    all: tuple[Said, ...]
    members: tuple[Said, ...]

    @kept
    def first(self) -> Said:
        """Where it was first heard."""
        return self.all[0]

    @kept
    def id(self) -> str:
        return self.shown.id


def share(every: Sequence[Said]) -> list[Shared]:
    """The statements, those that are the same once, in the order in which they were first heard."""
    together = Joined(len(every))
    for ids in _alike(every):
        for others, at in _compatible(every, ids):
            together.join((others, at))
    longest: dict[int, int] = {}
    different = [ids[0] for ids in together.all()]
    for shorter, longer in Cuts([every[at] for at in different]).pairs():
        one, other = different[shorter], different[longer]
        if _class(every[one]) == _class(every[other]) and _one_voice(every[one], every[other]):
            known = longest.get(one)
            if known is None or len(every[other].words) > len(every[known].words):
                longest[one] = other
    for shorter, longer in longest.items():
        together.join((shorter, longer))
    groups = ([every[at] for at in ids] for ids in together.all())
    return sorted(map(_shared, groups), key=lambda shared: (shared.first.order, shared.id))


def leaders(shared: Iterable[Shared]) -> Mapping[str, Shared]:
    """For each statement's id that of whoever is shown for it."""
    return {said.id: one for one in shared for said in one.members}


def _alike(every: Sequence[Said]) -> Iterable[list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, said in enumerate(every):
        if said.words:
            found[said.piece.language, _class(said), said.words].append(at)
    return (ids for ids in found.values() if len(ids) > 1)


def _compatible(every: Sequence[Said], ids: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of one voice among statements of the same words."""
    by_voice: dict[object, int] = {}
    for at in ids:
        said = every[at]
        for voice in _voices(said):
            if voice in by_voice:
                yield by_voice[voice], at
            by_voice.setdefault(voice, at)


def _voices(said: Said) -> list[object]:
    """What tells that two statements of the same words have one speaker. A few words must be aimed at the same."""
    aimed = said.targets if len(said.words) <= _BRIEF else ()
    if said.parties:
        return [("parties", said.parties, aimed)]
    if said.speakers:
        return [("speakers", said.speakers, aimed)]
    source = said.own.source
    text = said.piece.source.text
    return [("source", fold(normalise(text[source[0] : source[1]])) if source else "", aimed)]


def _one_voice(one: Said, other: Said) -> bool:
    return _voices(one)[0] == _voices(other)[0]


def _class(said: Said) -> tuple[object, ...]:
    act = said.own.act
    kind = "plain" if act in _PLAIN else "wish" if act in _WISHES else act.value
    return kind, said.own.negated


def _shared(group: list[Said]) -> Shared:
    group = sorted(group, key=lambda said: said.order)
    shown = max(group, key=lambda said: (len(said.words), said.own.parent is None))
    once: dict[int, Said] = {}
    for said in group:
        once.setdefault(said.piece.source.article_id, said)
    return Shared(shown, tuple(once.values()), tuple(group))
