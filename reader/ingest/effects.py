"""What a correction changes in the articles that are stored and analysed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction
from reader.domain.layout import prose
from reader.store.library import Library

MOST = 500  # articles looked through, the newest


@dataclass(frozen=True, slots=True)
class Change:
    """One article whose analysis a correction changes: how it stood, and how it stands."""

    article: Article
    before: Analysis
    after: Analysis

    @property
    def moved(self) -> tuple[str, ...]:
        """Ids of the statements that count for other parties than before, or are there only before or after."""
        was, now = ({s.id: s.parties for s in analysis.statements} for analysis in (self.before, self.after))
        return tuple(id for id in dict.fromkeys((*was, *now)) if was.get(id) != now.get(id))


def changes(
    library: Library, correction: Correction, corrections: Sequence[Correction], article: int | None = None
) -> Iterator[Change]:
    """What ``correction`` changes where the library's ``corrections`` stand: in the newest articles, or in one."""
    from reader.analysis.revision.revision import revise
    from reader.languages.pack import load_pack

    others = [c for c in corrections if c.id != correction.id]
    names = [name for name in (correction.actor, correction.value) if name]
    for one, found in _analysed(library, names, article):
        pack = load_pack(one.language)
        before, after = (
            revise(found, prose(one.text), pack, said, Strictness.WIDE) for said in (others, [*others, correction])
        )
        if before != after:
            yield Change(one, before, after)


def fuller_names(library: Library, surname: str) -> list[str]:
    """Names of actors in the newest articles that end with a single word, in order of the alphabet."""
    from reader.languages.words import keys_of

    last = keys_of(surname)
    if len(last) != 1:
        return []
    actors = {actor.name for _, analysis in _analysed(library, [surname], None) for actor in analysis.actors}
    return sorted(name for name in actors if len(keys_of(name)) > 1 and keys_of(name)[-1:] == last)


def _analysed(library: Library, names: list[str], article: int | None) -> Iterator[tuple[Article, Analysis]]:
    """An article, or the newest ones in whose text one of the names may stand, where their analysis is stored."""
    from reader.languages.words import keys_of

    wanted = {keys[-1] for name in names if (keys := keys_of(name))}
    ids = [row.id for row in library.rows(MOST)] if article is None else [article]
    for one in map(library.article, ids):
        if article is None and not wanted & set(keys_of(one.text)):
            continue
        stored = library.analysis(one.text_hash)
        if stored is not None:
            yield one, stored.analysis
