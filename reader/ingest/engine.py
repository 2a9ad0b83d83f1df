"""Choose pack and model for a language and run the analysis; heavy imports wait until a text is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.errors import AnalysisError, ModelMissingError, ParleyError
from reader.domain.layout import prose

if TYPE_CHECKING:
    from reader.store.library import Library

_TOLD_WITH_IT = 4  # articles: one that waited longer than the newest is taken in sometime too


def engine_key(language: str) -> str:
    """What an analysis of that language made here and now would be keyed by. Loads no model."""
    from reader.languages.models import model_version
    from reader.languages.pack import load_pack

    pack = load_pack(language)
    model = model_version(pack)
    return _key(Engine(model, f"{pack.meta.code} {pack.meta.version}", Level.FULL if model else Level.LIGHT))


def keep_analysis(library: Library, text_hash: str, analysis: Analysis) -> None:
    """Store an analysis this installation made just now, so that searches find it too; a read-only library keeps
    nothing."""
    if not library.read_only:
        from reader.ingest.telling_analyses import tell_analyses

        library.save_analysis(text_hash, analysis, _key(analysis.engine))
        tell_analyses(library, _TOLD_WITH_IT)


def _key(engine: Engine) -> str:
    from reader.ingest.rules_digest import rules_digest

    return replace(engine, pack=f"{engine.pack}+{rules_digest()}").key


def analyse_text(text: str, language: str) -> Analysis:
    """The analysis of a text with everything installed for its language; ``note`` says where that is not all.

    Raises AnalysisError where the analysis itself fails, so that a defect in it costs one text, not a whole run.
    """
    from reader.analysis.engine import analyse
    from reader.languages.models import load_model
    from reader.languages.pack import load_pack

    pack = load_pack(language)
    missing = None
    try:
        nlp = load_model(pack)
    except ModelMissingError as error:
        nlp, missing = None, str(error)
    try:
        analysis = analyse(prose(text), pack, nlp)
    except ParleyError:
        raise
    except Exception as error:
        raise AnalysisError(f"The analysis of this text failed ({type(error).__name__}: {error}).") from error
    notes = [note for note in (analysis.note, missing) if note]
    return replace(analysis, language=language, note=" ".join(notes) or None)
