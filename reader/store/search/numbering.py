"""Ids of statements and quantities: the article's id, a number that rises in the order of the text, how sure it is."""

from __future__ import annotations

from reader.domain.confidence import Strictness

BITS = 14
"""How many bits of an id come after the article's."""

MOST = 1 << (BITS - 2)
"""How many statements, or quantities, of one article can have an id; a longer text's last ones are not searched."""

GRADES = 3
"""The bits of an id that say how sure a statement is."""

STRETCH = 12
"""Articles whose ids differ in so many last bits alone are a stretch: see ``schema_stretches``."""

_GRADE = {Strictness.WIDE: 0, Strictness.NORMAL: 1, Strictness.STRICT: 2}
_FLOORS = sorted(((level.floor, grade) for level, grade in _GRADE.items()), reverse=True)


def number(article_id: int, place: int, grade: int = 0) -> int:
    """The id of an article's statement or quantity at a place, from 0 on."""
    return (article_id << BITS) | (place << 2) | grade


def grade(confidence: float) -> int:
    """The strictest level that still shows a statement, as the number its id holds."""
    return next(grade for floor, grade in _FLOORS if confidence >= floor)


def least(level: Strictness) -> int:
    """The least grade that is shown."""
    return _GRADE[level]


def article_of(id: int) -> int:
    """Whose statement or quantity it is."""
    return id >> BITS


def first_of(article_id: int) -> int:
    """The least id a statement of that article can have."""
    return article_id << BITS


def last_of(article_id: int) -> int:
    """The greatest id a statement of that article can have."""
    return ((article_id + 1) << BITS) - 1
