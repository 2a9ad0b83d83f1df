"""Which actors of several texts are one, erring on the side of two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from reader.analysis.story_board.joined import Joined
from reader.analysis.story_board.named import Named
from reader.analysis.story_board.people import join_spellings, join_surnames, title_of
from reader.analysis.story_board.unknown_states import join_unknown_states
from reader.domain.actor import ActorKind


def settle(actors: Sequence[Named]) -> Mapping[tuple[int, str], str]:
    """Tell the kinds and sides of actors by what other texts say. Gives what a text's own party is in the story, for
    those of states that no list knows."""
    single = [named for named in actors if len(named.words) == 1]
    surnames = {named.words[-1:] for named in actors if named.kind is ActorKind.PERSON and len(named.words) != 1}
    _settle_kinds(single, {word for last in surnames for word in last})
    return join_unknown_states(actors, single)


def _settle_kinds(actors: Sequence[Named], surnames: set[str]) -> None:
    """A single word that one text has as an organisation is no person in another, where nobody in the story has it for
    a surname and no title stands before it."""
    others = set[str]()
    bare: dict[str, list[Named]] = defaultdict(list)
    for named in actors:
        if named.known:
            continue
        if named.kind is ActorKind.PERSON:
            bare[named.words[0]].append(named)
        elif named.kind is ActorKind.ORGANISATION:
            others.add(named.words[0])
    others -= surnames
    for word, same in bare.items():
        if word in others and all(title_of(named) is None for named in same):
            for named in same:
                named.kind = ActorKind.ORGANISATION


def same_actors(actors: Sequence[Named]) -> list[list[Named]]:
    """The actors, those that are one together: by what the gazetteers call them, by the body of a state that they are,
    by an acronym that is explained, by name, by how a name sounds, and persons by spelling and surname."""
    alike: dict[tuple[object, ...], list[Named]] = {}
    for named in actors:
        where = None if named.known or _tells(named) else named.piece.at
        own = None if named.party is None or named.side is not None else named.party.id
        key = (named.piece.language, named.actor.name, named.kind, named.side, own, named.known, where)
        alike.setdefault(key, []).append(named)
    first = [same[0] for same in alike.values()]
    rest = [same[1:] for same in alike.values()]
    return [
        sorted([first[at] for at in ids] + [n for at in ids for n in rest[at]], key=lambda n: n.piece.at)
        for ids in _join(first)
    ]


def _join(actors: Sequence[Named]) -> list[list[int]]:
    groups = Joined(len(actors))
    for ids in _alike(actors, lambda a: ("known", a.known) if a.known else None):
        groups.join(ids)
    for ids in _alike(actors, lambda a: ("body", a.state_body) if a.state_body else None):
        groups.join(ids)
    for ids in _alike(actors, lambda a: ("acronym", a.acronym) if a.acronym else None):
        groups.join(ids)
    for ids in _alike(actors, lambda a: (a.kind, *a.words) if _tells(a) else None):
        _join_by_side(actors, groups, ids, unknown_too=True)
    for ids in _alike(actors, lambda a: (a.kind, *a.sounds) if _tells(a) and a.sounds else None):
        _join_by_side(actors, groups, ids, unknown_too=False)
    join_spellings(actors, groups)
    join_surnames(actors, groups)
    return groups.all()


def _alike(actors: Sequence[Named], key: Callable[[Named], tuple[str, ...] | None]) -> list[list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for at, named in enumerate(actors):
        if (told := key(named)) is not None:
            found.setdefault(told, []).append(at)
    return [ids for ids in found.values() if len(ids) > 1]


def _tells(named: Named) -> bool:
    """Whether a name says who it is: a person's in one word does not."""
    return len(named.words) > (named.kind is ActorKind.PERSON)


def _join_by_side(actors: Sequence[Named], groups: Joined, ids: list[int], *, unknown_too: bool) -> None:
    """Join those of one side; those whose side nobody knows too, where the others have one side only."""
    by_side: dict[str | None, list[int]] = {}
    for at in ids:
        by_side.setdefault(actors[at].side, []).append(at)
    unknown = by_side.pop(None, [])
    if unknown_too and len(by_side) == 1:
        next(iter(by_side.values())).extend(unknown)
    else:
        groups.join(unknown)
    for same in by_side.values():
        groups.join(same)
