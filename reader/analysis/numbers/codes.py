"""Numbers that are names of something and count nothing: telephone numbers."""

from __future__ import annotations

import re

from reader.analysis.numbers.draft import Draft
from reader.domain.quantity import QuantityKind
from reader.domain.span import Span, overlaps

_TELEPHONE = re.compile(
    r"(?<![\w.,+])(?<!\d[ .-])(?:"
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}"
    r"|0\d{1,4}(?:[ .-]\d{2,4}){2,4}"
    r"|(?:1-)?(?:\(\d{3}\) |\d{3}[ -])\d{3}-\d{4}"
    r")(?![\w]|[.,-]\d)"
)


def find_codes(normal: str, taken: list[Span]) -> list[Draft]:
    """Telephone numbers outside the ``taken`` spans, as ordinals without a value."""
    return [
        Draft(m.start(), m.end(), kind=QuantityKind.ORDINAL)
        for m in _TELEPHONE.finditer(normal)
        if not any(overlaps(m.span(), span) for span in taken)
    ]
