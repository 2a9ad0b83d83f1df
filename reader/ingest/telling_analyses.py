"""Let searches know what analyses found, as the user corrected it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.domain.analysis import Analysis
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, CorrectionKind, standing
from reader.domain.errors import ParleyError
from reader.domain.folding import words
from reader.ingest.revising import laid_over
from reader.store.library import Library
from reader.store.search.told import Waiting

BATCH = 50
"""Articles taken in at a time: about as long as nobody notices."""

_LARGE_BATCH = 400  # where nothing else is asked of the library
_GATHERED = 4  # times as many, where it is only told anew who is heard in which story


def tell_analyses(library: Library, most: int = BATCH) -> int:
    """Take up to ``most`` waiting articles' analyses in, the newest first. Gives how many; 0 where none waits any more,
    and in a read-only library.

    All statements are taken in, however doubtful: a search leaves out what the library's setting leaves out.
    """
    if library.read_only or not library.told.is_waiting():
        return 0
    made = library.corrections.all()
    if changed := set(library.told.recorrected()):
        about = [one for one in made if one.id in changed]
        library.told.queue(about, _names(about, made))
    waiting = library.told.waiting(most)
    corrections = standing(made)

    def corrected(one: Waiting) -> Analysis | None:
        stored = library.analysis(one.text_hash)
        if stored is None:
            return None
        try:
            return laid_over(one.text, one.language, stored.analysis, corrections, Strictness.WIDE)
        except ParleyError:
            return stored.analysis  # what was found is better than nothing

    if not waiting:
        return library.told.gather(most * _GATHERED)
    library.told.keep([(one, corrected(one)) for one in waiting])
    return len(waiting)


def tell_all(library: Library, tell: Callable[[int, int], None] | None = None) -> int:
    """Take in everything that waits; ``tell`` hears how many are done, of how many. Gives how many."""
    total, done = library.told.count_waiting(), 0
    while some := tell_analyses(library, _LARGE_BATCH):
        done += some
        total = max(total, done)
        if tell is not None:
            tell(done, total)
    return done


def _names(corrections: Sequence[Correction], made: Sequence[Correction]) -> set[str]:
    """How the names end that corrections are about, and those of whoever was ever said to be the same: with or without
    an article before it, in full or not, a name ends alike."""
    found = {end for one in corrections if one.anchor is None for end in _ends(one)}
    joined = [_ends(one) for one in made if one.kind is CorrectionKind.SAME_ACTOR]
    while more := {end for ends in joined if ends & found for end in ends} - found:
        found |= more
    return found


def _ends(correction: Correction) -> set[str]:
    named = (correction.actor, correction.value if correction.kind is CorrectionKind.SAME_ACTOR else None)
    return {name[-1] for name in (words(one or "") for one in named) if name}
