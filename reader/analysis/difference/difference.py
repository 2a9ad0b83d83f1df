"""How one version of a text became another: its words, and what that did to its figures and statements."""

from __future__ import annotations

from reader.analysis.difference.figures import figure_changes
from reader.analysis.difference.passages import passages
from reader.analysis.difference.statements import statement_changes
from reader.analysis.difference.touched import Touched
from reader.domain.analysis import Analysis
from reader.domain.difference import Difference


def difference(
    old: str, new: str, old_analysis: Analysis | None = None, new_analysis: Analysis | None = None
) -> Difference:
    """How ``old`` became ``new``. Figures and statements are called out where both texts were analysed.

    Takes time about in proportion to the texts, whatever they hold.
    """
    found = passages(old, new)
    if old_analysis is None or new_analysis is None:
        return Difference(found)
    touched = Touched(found)
    return Difference(
        found,
        figure_changes(old, old_analysis, new, new_analysis, touched),
        statement_changes(old, old_analysis, new, new_analysis, touched),
    )
