"""Whom each article lets speak: the statements that are not quoted inside another party's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from reader.analysis.story_board.same import Shared


class Hearing:
    """``top`` are the statements that at least one article does not quote inside another party's, in order of time.
    Newspapers, stations and agencies (``media``) are not heard: they report."""

    def __init__(self, shared: Sequence[Shared], media: frozenset[str]) -> None:
        self.every = tuple(shared)
        self.media = media
        self.top = tuple(one for one in shared if any(said.heard for said in one.members))

    @cached_property
    def heard(self) -> Mapping[str, frozenset[int]]:
        """For each party that speaks the ids of the articles it speaks in, those that speak in most first."""
        found: dict[str, set[int]] = defaultdict(set)
        for one in self.top:
            for said in one.members:
                if said.heard:
                    for party in said.parties:
                        found[party].add(said.piece.source.article_id)
        for party in self.media:
            found.pop(party, None)
        order = sorted(found, key=lambda party: (-len(found[party]), party))
        return {party: frozenset(found[party]) for party in order}

    @cached_property
    def by_article(self) -> Mapping[int, tuple[Shared, ...]]:
        """For each article's id the statements it carries."""
        found: dict[int, list[Shared]] = defaultdict(list)
        for one in self.every:
            for said in one.all:
                found[said.piece.source.article_id].append(one)
        return {id: tuple(ones) for id, ones in found.items()}
