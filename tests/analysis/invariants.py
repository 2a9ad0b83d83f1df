"""What holds of every analysis, whatever the text."""

from __future__ import annotations

import re

from reader.domain.analysis import Analysis
from reader.domain.span import Span, contains, overlaps

# Digits that are part of a name ("G7", "F-16", "11-Septembre"), or of a group that is ("1 200EREVAN"), are no numbers.
_DIGITS = re.compile(r"(?<![\w-])(?<!\w[.,])\d++(?:[\s.,]\d++)*+(?!\w)(?!-\D)")


def assert_sound(text: str, analysis: Analysis) -> None:
    """Spans lie in the text, ids are known, contents do not cross, no number in digits is lost."""
    _statements(text, analysis)
    _actors(text, analysis)
    _quantities(text, analysis)
    _comparison(analysis)


def _inside(text: str, span: Span) -> bool:
    return 0 <= span[0] < span[1] <= len(text)


def _statements(text: str, analysis: Analysis) -> None:
    known = {s.id: s for s in analysis.statements}
    actors, parties = {a.id for a in analysis.actors}, {p.id for p in analysis.parties}
    assert len(known) == len(analysis.statements)
    for s in analysis.statements:
        assert s.content
        assert list(s.content) == sorted(s.content)
        for span in (*s.content, *filter(None, (s.source, s.cue))):
            assert _inside(text, span)
            assert text[slice(*span)].strip() == text[slice(*span)]
        assert all(not overlaps(a, b) for a, b in zip(s.content, s.content[1:], strict=False))
        assert s.content == (s.cue,) or not (s.cue and any(overlaps(s.cue, span) for span in s.content))
        assert 0 <= s.confidence <= 1
        assert s.parent is None or (s.parent in known and s.parent != s.id)
        assert set(s.speakers) <= actors
        assert {*s.parties, *s.targets} <= parties
        for id in s.quantities:
            quantity = analysis.quantity(id)
            assert quantity
            assert any(contains(span, quantity.span) for span in s.content)
    tops = [s for s in analysis.statements if s.parent is None]
    for n, a in enumerate(tops):
        for b in tops[n + 1 :]:
            assert not any(overlaps(x, y) for x in a.content for y in b.content)


def _actors(text: str, analysis: Analysis) -> None:
    parties = {p.id for p in analysis.parties}
    assert len({a.id for a in analysis.actors}) == len(analysis.actors)
    assert len(parties) == len(analysis.parties)
    for actor in analysis.actors:
        assert actor.name
        assert actor.mentions
        assert list(actor.mentions) == sorted(set(actor.mentions))
        assert all(_inside(text, span) for span in actor.mentions)
        assert actor.party is None or actor.party in parties


def _quantities(text: str, analysis: Analysis) -> None:
    end = 0
    for quantity in analysis.quantities:
        assert _inside(text, quantity.span)
        assert quantity.span[0] >= end
        end = quantity.span[1]
        assert text[slice(*quantity.span)] == quantity.text
        assert quantity.counted_span is None or _inside(text, quantity.counted_span)
    for digits in _DIGITS.finditer(text):
        for part in re.finditer(r"\d+", digits.group()):
            span = (digits.start() + part.start(), digits.start() + part.end())
            assert any(contains(q.span, span) for q in analysis.quantities), digits


def _comparison(analysis: Analysis) -> None:
    statements = {s.id for s in analysis.statements}
    quantities = {q.id for q in analysis.quantities}
    for exchange in analysis.comparison.exchanges:
        assert set(exchange.statements) <= statements
        assert exchange.rule
    for figure in analysis.comparison.figures:
        assert {row.quantity for row in figure.rows} <= quantities
        assert {row.statement for row in figure.rows} <= {None, *statements}
    assert set(analysis.comparison.unheard) <= {p.id for p in analysis.parties}
