"""What each outlet of a story gives: whom it lets speak, whom it leaves out, whom it cites."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.analysis.story_board.citations import Citations
from reader.analysis.story_board.hearing import Hearing
from reader.analysis.story_board.parts import Outlet
from reader.analysis.story_board.said import Telling
from reader.analysis.story_board.unheard import Recognised


def make_outlets(tellings: Sequence[Telling], hearing: Hearing, recognised: Recognised) -> tuple[Outlet, ...]:
    """The outlets, those with most articles first, else those that came first. Nobody is said to be left out, or heard
    in one alone, who might not be recognised elsewhere."""
    by_name: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_name[telling.piece.source.outlet].append(telling)
    citations = Citations(list(by_name))
    quoted = _quoted(hearing)
    heard = {party: {name for name, counts in quoted.items() if party in counts} for party in hearing.heard}
    order = sorted(by_name, key=lambda name: -len(by_name[name]))
    return tuple(
        _outlet(name, by_name[name], quoted.get(name, Counter()), heard, citations, recognised) for name in order
    )


def _quoted(hearing: Hearing) -> Mapping[str, Counter[str]]:
    """For each outlet how many statements of each party it carries; one that several of its articles have counts
    once."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in hearing.top:
        told = {
            (said.piece.source.outlet, party)
            for said in one.members
            if said.heard
            for party in said.parties
            if party not in hearing.media
        }
        for outlet, party in told:
            found[outlet][party] += 1
    return found


def _outlet(
    name: str,
    tellings: Sequence[Telling],
    quoted: Counter[str],
    heard: Mapping[str, Iterable[str]],
    citations: Citations,
    recognised: Recognised,
) -> Outlet:
    articles = tuple(telling.piece.source.article_id for telling in tellings)
    unheard = (party for party, outlets in heard.items() if outlets and name not in outlets)
    alone = (party for party, outlets in heard.items() if set(outlets) == {name})
    several = len({outlet for outlets in heard.values() for outlet in outlets}) > 1
    return Outlet(
        name=name,
        languages=tuple(dict.fromkeys(telling.piece.source.language for telling in tellings)),
        articles=articles,
        quoted=tuple(sorted(quoted.items(), key=lambda one: (-one[1], one[0]))),
        unheard=recognised.among(unheard, articles),
        alone=recognised.among(alone if several else ()),
        cites=tuple(citation for telling in tellings for citation in citations.of(telling)),
        agencies=tuple(dict.fromkeys(t.piece.source.agency for t in tellings if t.piece.source.agency)),
    )
