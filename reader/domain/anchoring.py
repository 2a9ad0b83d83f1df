"""Find the words of an annotation again in a text that changed: where they stood, else by the words and what stood
around them, else roughly. What is not found is orphaned; nothing is ever put on other words.

Likeness is counted in code points, by edit distance. The numbers below were chosen on the safe side: two unrelated
stretches of prose are alike by a quarter to a third.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.anchor import CONTEXT, Anchor
from reader.domain.edit_distance import distances_before, distances_behind
from reader.domain.likely_places import REACH, difference, likely_places, nearest_places
from reader.domain.span import Span, overlaps

_WORDS = 0.7  # of the words themselves must be as they were
_ALL = 0.6  # of the words and what stood around them, taken together: a short quotation needs its neighbours
_SIDE = 0.5  # of what stood on one side at least, where the words were changed: pressed texts repeat themselves
_ALONE = 0.9  # of the words, where nothing is known of what stood around them
_PLACES = 8  # where all is the same that are looked into: in a text of one word there may be very many
_NEIGHBOURS = 24  # code points on either side that must have closed up for the words to have been taken out


def find_anchor(anchor: Anchor, text: str, text_hash: str, was: str | None = None) -> Span | None:
    """Where an anchor's words stand in ``text``, whose hash is ``text_hash``; None where they are gone, or where
    nothing tells which of several places is theirs.

    ``was`` is the text they were marked in, where it is still known: then no place is taken that other words of it
    fit better, which in texts that repeat themselves nothing else can tell.
    """
    if not anchor.exact:
        return None
    if anchor.text_hash == text_hash and text[slice(*anchor.span)] == anchor.exact:
        return anchor.span
    if was is not None and was[slice(*anchor.span)] != anchor.exact:
        was = None
    spans = _unchanged(anchor, text)
    if not spans:
        spans = [] if _taken_out(anchor, text) else _alike(anchor, text, sure=was is not None)
    elif len(spans) == 1 and was is not None and len(_unchanged(anchor, was)) == 1:
        return spans[0]
    return next((span for span in spans if was is None or _came_from(anchor, span, text, was)), None)


def _unchanged(anchor: Anchor, text: str) -> list[Span]:
    """Where the words stand with all that stood around them, the nearest to where they were first. Of several such
    places none, where so little was known around them that the places may have nothing to do with one another."""
    before = len(anchor.prefix)
    quotation = anchor.prefix + anchor.exact + anchor.suffix
    found = nearest_places(quotation, text, max(0, anchor.start - before), _PLACES)
    spans = [(at + before, at + before + len(anchor.exact)) for at in found]
    if len(spans) > 1 and len(quotation) < CONTEXT:
        return [anchor.span] if not anchor.text_hash and anchor.span in spans else []
    return spans


def _taken_out(anchor: Anchor, text: str) -> bool:
    """True where what stood on both sides of the words is there, with nothing in between."""
    before, behind = anchor.prefix[-_NEIGHBOURS:].rstrip(), anchor.suffix[:_NEIGHBOURS].lstrip()
    if len(before) + len(behind) < _NEIGHBOURS:
        return False
    return any(before + gap + behind in text for gap in ("", " ", "\n", "\n\n"))


@dataclass(frozen=True, slots=True)
class _Fit:
    """How far a place is from an anchor: its words, what stands before them, what stands behind."""

    words: int
    before: int
    behind: int

    @property
    def cost(self) -> int:
        return self.words + self.before + self.behind


def _alike(anchor: Anchor, text: str, *, sure: bool) -> list[Span]:
    """Where words like those of the anchor stand, among words like those that stood around them; the likest first.

    None where another place is half as like, unless the earlier text will make ``sure``.
    """
    fits = _fits(anchor, text)
    found = [(span, fit) for span, fit in fits if _close(anchor, span, fit)]
    if found and not sure:
        best, best_fit = found[0]
        if any(fit.cost <= 2 * best_fit.cost and not overlaps(best, span) for span, fit in fits):
            return []
    return [span for span, _ in found]


def _fits(anchor: Anchor, text: str) -> list[tuple[Span, _Fit]]:
    """The likeliest places and how well they fit, the best first, then the nearest to where the words were."""
    fits = {
        place.span: _Fit(difference(anchor.exact, text[slice(*place.span)]), place.before, place.behind)
        for place in likely_places(anchor, text)
    }
    return sorted(fits.items(), key=lambda found: (found[1].cost, abs(found[0][0] - anchor.start)))


def _close(anchor: Anchor, span: Span, fit: _Fit) -> bool:
    """True where a place is near enough to what the anchor says, by the numbers at the top."""
    longer = max(len(anchor.exact), span[1] - span[0])
    around = len(anchor.prefix) + len(anchor.suffix)
    if fit.words > longer * (1 - (_WORDS if around else _ALONE)):
        return False
    if fit.cost > (longer + around) * (1 - _ALL):
        return False
    sides = ((anchor.prefix, fit.before), (anchor.suffix, fit.behind))
    return not fit.words or not around or any(side and far <= len(side) * (1 - _SIDE) for side, far in sides)


def _came_from(anchor: Anchor, span: Span, text: str, was: str) -> bool:
    """True where no other words of the earlier text are as like as the anchor's to those at ``span`` of ``text``, with
    the little and with the lot that stands around them."""
    return all(_fits_best(anchor, span, text, was, reach) for reach in (CONTEXT, REACH))


def _fits_best(anchor: Anchor, span: Span, text: str, was: str, reach: int) -> bool:
    start, end = span
    here = Anchor(text[start:end], text[max(0, start - reach) : start], text[end : end + reach], anchor.start, "")
    begin, stop = anchor.span
    own = _Fit(
        difference(here.exact, anchor.exact),
        distances_before(here.prefix, was[max(0, begin - 2 * reach) : begin])[-1],
        distances_behind(here.suffix, was[stop : stop + 2 * reach])[0],
    )
    return all(fit.cost >= own.cost or overlaps(place, anchor.span) for place, fit in _fits(here, was))
