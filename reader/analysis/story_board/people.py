"""Which persons of several texts are one, where a name is spelled in two ways or only a surname is given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.analysis.story_board.joined import Joined
from reader.languages.words import keys_of

if TYPE_CHECKING:
    from reader.analysis.story_board.named import Named

_BEFORE = 16  # characters before a name in which a title stands
_VOWELS = re.compile("[aeiou]")
_TELLING = 3  # consonants of a given name that two do not share by chance


def title_of(named: Named) -> str | None:
    """The title before any mention of a person: its gender, "" where it tells none; None without a title."""
    titles, text, found = named.pack.actors.titles, named.piece.source.text, None
    for start, _ in named.actor.mentions:
        before = keys_of(text[max(0, start - _BEFORE) : start])
        if before and before[-1] in titles:
            found = found or titles[before[-1]] or ""
    return found


def join_spellings(actors: Sequence[Named], groups: Joined) -> None:
    """Join full names of two languages whose surnames sound alike and whose given names have their consonants in
    common, on one side, where a language has one such name only."""
    found: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
    for at, named in enumerate(actors):
        if named.is_person and len(named.sounds) == len(named.words) == 2:
            bones = _VOWELS.sub("", named.sounds[0])
            if len(bones) >= _TELLING:
                found[bones, named.sounds[1], named.side].append(at)
    for ids in found.values():
        names: dict[str, set[int]] = defaultdict(set)
        for at in ids:
            names[actors[at].piece.language].add(groups.find(at))
        if len(names) > 1 and all(len(roots) == 1 for roots in names.values()):
            groups.join(ids)


def join_surnames(actors: Sequence[Named], groups: Joined) -> None:
    """Join a bare surname with the one full name that ends so, in its own spelling or as another language writes it;
    bare surnames with one another where no full name has them."""
    full: dict[str, set[int]] = defaultdict(set)
    sounding: dict[str, set[int]] = defaultdict(set)
    bare: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for at, named in enumerate(actors):
        if named.is_person and len(named.words) > 1:
            full[named.words[-1]].add(at)
            if named.sounds:
                sounding[named.sounds[-1]].add(at)
    for at, named in enumerate(actors):
        if not named.is_person or len(named.words) != 1:
            continue
        bearers = full.get(named.words[0]) or {
            other
            for other in sounding.get("".join(named.sounds), ())
            if actors[other].piece.language != named.piece.language
        }
        roots = {groups.find(other) for other in bearers}
        if not roots:
            bare["".join(named.sounds) or named.words[0], named.side].append(at)
        elif len(roots) == 1 and _fits(named, [actors[other] for other in bearers]):
            groups.join([at, *roots])
    for ids in bare.values():
        if len(ids) > 1 and len({gender for at in ids if (gender := title_of(actors[at]))}) < 2:
            groups.join(ids)


def _fits(named: Named, bearers: Sequence[Named]) -> bool:
    """Whether side and gender of a surname are those of whom it may be."""
    if named.side is not None and not any(other.side in (None, named.side) for other in bearers):
        return False
    gender = title_of(named)
    given = {other.pack.actors.given_names.get(other.words[0]) for other in bearers} - {None}
    return not gender or not given or gender in given
