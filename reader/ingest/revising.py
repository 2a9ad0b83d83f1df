"""Analyses as the user of a library corrected them, and how doubtful they may be."""

from __future__ import annotations

from reader.domain.analysis import Analysis
from reader.domain.confidence import Strictness
from reader.domain.correction import standing
from reader.ingest.engine import AnalysisError
from reader.store.library import Library

_SETTING = "confidence"


def strictness(library: Library) -> Strictness:
    """How sure a statement must be to be shown: the library's setting, ``normal`` where there is none."""
    value = library.setting(_SETTING)
    return Strictness(value) if value in set(Strictness) else Strictness.NORMAL


def set_strictness(library: Library, level: Strictness) -> None:
    """Keep how sure a statement must be. Raises LibraryError."""
    library.set_setting(_SETTING, level)


def revised(
    library: Library, text: str, language: str, analysis: Analysis, level: Strictness | None = None
) -> Analysis:
    """An analysis of a text with the library's corrections laid over it; ``level`` in the place of its setting.

    The same object where nothing changes. Raises AnalysisError where the corrections cannot be laid over it.
    """
    corrections = standing(library.corrections.all())
    level = level or strictness(library)
    if not corrections and all(s.confidence >= level.floor for s in analysis.statements):
        return analysis  # nothing of the analysis needs to be imported to say so
    from reader.analysis.revision.revision import revise
    from reader.languages.pack import load_pack

    try:
        return revise(analysis, text, load_pack(language), corrections, level)
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        raise AnalysisError(f"The corrections could not be laid over this analysis ({told}).") from error
