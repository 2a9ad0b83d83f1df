"""States that no list knows, across a story's articles: told by a body that is theirs ("the Valmorran government")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.analysis.story_board.joined import Joined
from reader.domain.actor import ActorKind

if TYPE_CHECKING:
    from reader.analysis.story_board.named import Named

_NAMES = frozenset({ActorKind.ORGANISATION, ActorKind.PLACE})


def join_unknown_states(actors: Sequence[Named], single: Sequence[Named]) -> Mapping[tuple[int, str], str]:
    """Put what is of one unknown state on one side: what is called by its name, its bodies, what stands for its people.
    Gives what each text's own party of it is in the story; ``actors`` are told their side and kind; ``single`` are
    those of one word."""
    owners = [named for named in actors if named.body.owner and not named.known]
    if not owners:
        return {}
    stems = frozenset(s for one in owners for s in one.pack.actors.state_words.demonyms(one.body.owner))
    words = {named.body.owner for named in owners}
    alike: dict[tuple[str, str], bool] = {}  # by language and word: whether it may be an owner's
    names: dict[tuple[str, str], list[Named]] = defaultdict(list)  # (language, word)
    for named in single:
        key = (named.piece.language, named.words[0])
        if (told := alike.get(key)) is None:
            states = named.pack.actors.state_words
            told = alike[key] = key[1] in words or not stems.isdisjoint(states.names(key[1]))
        if told and named.kind in _NAMES and not named.known:
            names[key].append(named)
    found: dict[tuple[int, str], str] = {}
    for same in _states(owners, names):
        ids = [named.actor.party for named in same if named.actor.party]
        if not ids:
            continue
        plain = [named.actor.party for named in same if named.kind in _NAMES and named.actor.party == named.words[0]]
        id = (plain or ids)[0] or ""
        for named in same:
            named.side = id
            if named.kind is ActorKind.PLACE:
                named.kind = ActorKind.ORGANISATION
            if named.actor.party:
                found[named.piece.at, named.actor.party] = id
    theirs = {party for _, party in found}
    for named in actors if theirs else ():
        party = named.actor.party
        if party in theirs:
            named.side = found.get((named.piece.at, party), named.side)
    return found


def _states(owners: Sequence[Named], names: Mapping[tuple[str, str], list[Named]]) -> list[list[Named]]:
    """What is of each state, in the order of the texts: an owner's bodies, and the one name in each language that its
    word is the name or made of."""
    every = [*owners, *(named for same in names.values() for named in same)]
    at = {id(named): number for number, named in enumerate(every)}
    groups = Joined(len(every))
    states = set[int]()
    for word, bodies in _by_owner(owners).items():
        of_state = _called(word, bodies[0], names)
        if of_state or len(bodies) > 1:
            groups.join(at[id(named)] for named in [*bodies, *of_state])
            states.add(at[id(bodies[0])])
    roots = {groups.find(one) for one in states}
    found = [[every[one] for one in ids] for ids in groups.all() if groups.find(ids[0]) in roots]
    return [sorted(same, key=lambda named: (named.piece.at, named.actor.mentions)) for same in found]


def _by_owner(owners: Sequence[Named]) -> Mapping[tuple[str, str], list[Named]]:
    found: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in owners:
        found[named.piece.language, named.body.owner].append(named)
    return found


def _called(word: tuple[str, str], body: Named, names: Mapping[tuple[str, str], list[Named]]) -> list[Named]:
    """Whoever is called by the word for a body's owner, or by the name that it is made of; nobody where a language has
    several such names."""
    stems = body.pack.actors.state_words.demonyms(word[1])
    found: dict[str, list[Named]] = defaultdict(list)
    for (language, name), same in names.items():
        made_of = stems & same[0].pack.actors.state_words.names(name)
        if name == word[1] or made_of:
            found[language] += same
    several = any(len({named.words for named in same if named.words[0] != word[1]}) > 1 for same in found.values())
    return [] if several else [named for same in found.values() for named in same]
