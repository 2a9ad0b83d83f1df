"""Analyses as the user of a library corrected them, and how doubtful they may be."""

from __future__ import annotations

from reader.domain.analysis import Analysis
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, standing
from reader.domain.errors import AnalysisError, ParleyError
from reader.domain.layout import prose
from reader.ingest.strictness import strictness
from reader.store.library import Library


def thinned(text: str, language: str, analysis: Analysis, level: Strictness) -> Analysis:
    """An analysis without the statements too doubtful for ``level``; the same object where there are none."""
    return _revised(text, language, analysis, (), level)


def revised(
    library: Library,
    text: str,
    language: str,
    analysis: Analysis,
    *,
    level: Strictness | None = None,
    corrected: bool = True,
) -> Analysis:
    """An analysis of a text with the library's corrections laid over it, unless ``corrected`` is False; ``level`` in
    the place of the library's setting.

    The same object where nothing changes. Raises AnalysisError where the corrections cannot be laid over it.
    """
    corrections = standing(library.corrections.all()) if corrected else ()
    return _revised(text, language, analysis, corrections, level or strictness(library))


def laid_over(
    text: str, language: str, analysis: Analysis, corrections: tuple[Correction, ...], level: Strictness
) -> Analysis:
    """As ``revised``, with the corrections given, which stand; the comparison stays as it was."""
    return _revised(text, language, analysis, corrections, level, compared=False)


def relaid(
    text: str, language: str, analysis: Analysis, corrections: tuple[Correction, ...], level: Strictness
) -> Analysis:
    """As ``laid_over``, and compared again."""
    return _revised(text, language, analysis, corrections, level)


def _revised(
    text: str,
    language: str,
    analysis: Analysis,
    corrections: tuple[Correction, ...],
    level: Strictness,
    *,
    compared: bool = True,
) -> Analysis:
    wider = level is Strictness.WIDE and analysis.doubtful.statements
    if not corrections and not wider and all(s.confidence >= level.floor for s in analysis.statements):
        return analysis  # nothing of the analysis needs to be imported to say so
    from reader.analysis.revision.revision import revise
    from reader.languages.pack import load_pack

    try:
        return revise(analysis, prose(text), load_pack(language), corrections, level, compared=compared)
    except ParleyError:
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        raise AnalysisError(f"The corrections could not be laid over this analysis ({told}).") from error
