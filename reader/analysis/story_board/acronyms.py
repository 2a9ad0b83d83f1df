"""Bodies that one article calls by an acronym alone and another explains: "DGAC", "civil aviation authority (DGAC)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.story_board.named import Named

_SHORTEST, _LONGEST = 2, 8  # letters


def join_acronyms(actors: Sequence[Named]) -> Mapping[tuple[int, str], str]:
    """Tell bodies by an acronym which other articles explain, and put them on one side. Gives what each text's own
    party of theirs is in the story. An acronym that stands for two names in one language tells nobody."""
    long: dict[str, list[Named]] = defaultdict(list)
    short: dict[str, list[Named]] = defaultdict(list)
    for named in actors:
        if not named.is_body:
            continue
        if len(named.words) > 1:
            for acronym in _explained(named):
                long[acronym].append(named)
        elif _is_acronym(named.actor.name):
            short[named.actor.name].append(named)
    found: dict[tuple[int, str], str] = {}
    for acronym, bearers in long.items():
        same = [*bearers, *short.get(acronym, ())]
        if len({named.piece.at for named in same}) > 1 and _is_one(bearers, same):
            found.update(_on_one_side(same, acronym))
    if found:
        for named in actors:
            named.side = found.get((named.piece.at, named.actor.party or ""), named.side)
    return found


def _explained(named: Named) -> Iterator[str]:
    """The acronyms by which a body's own article calls it too."""
    text = named.piece.source.text
    mentions = (text[start:end] for start, end in named.actor.mentions if end - start <= _LONGEST)
    return (mention for mention in dict.fromkeys(mentions) if _is_acronym(mention))


def _is_one(bearers: Sequence[Named], same: Sequence[Named]) -> bool:
    """Whether all can be one body: of one name in each language, known as one, on no two sides but their own."""
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for named in bearers:
        names[named.piece.language].add(named.words)
    sides = {named.side for named in same if named.side and not named.is_party}
    known = {named.known for named in same if named.known}
    return all(len(words) == 1 for words in names.values()) and len(known) < 2 and len(sides) < 2


def _on_one_side(same: Sequence[Named], acronym: str) -> Iterator[tuple[tuple[int, str], str]]:
    """Each text's own party of a body with the one that it is in the story."""
    told = [named.actor.party for named in same if named.actor.party and not named.is_party]
    own = [named.actor.party for named in same if named.actor.party]
    for named in same:
        named.acronym = acronym
        if named.actor.party:
            yield (named.piece.at, named.actor.party), (told or own)[0] or ""


def _is_acronym(name: str) -> bool:
    return _SHORTEST <= len(name) <= _LONGEST and name.isalpha() and name.isupper()
