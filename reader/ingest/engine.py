"""Choose pack and model for a language and run the analysis; heavy imports wait until a text is there."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.errors import ModelMissingError


def engine_key(language: str) -> str:
    """What an analysis of that language made here and now would be keyed by. Loads no model."""
    from reader.languages.models import model_version
    from reader.languages.pack import load_pack

    pack = load_pack(language)
    model = model_version(pack)
    return Engine(model, f"{pack.meta.code} {pack.meta.version}", Level.FULL if model else Level.LIGHT).key


def analyse_text(text: str, language: str) -> Analysis:
    """The analysis of a text with everything installed for its language; ``note`` says where that is not much."""
    from reader.analysis.engine import analyse
    from reader.languages.models import load_model
    from reader.languages.pack import FALLBACK, load_pack

    pack = load_pack(language)
    nlp, note = None, None
    if pack.code == FALLBACK:
        note = f"There are no rules for this language ({language}): only what needs none was looked for."
    elif not pack.meta.model:
        note = f"There is no language model for {pack.meta.name}: names, numbers and quotations only."
    else:
        try:
            nlp = load_model(pack)
        except ModelMissingError as error:
            note = f"Names, numbers and quotations only. {error}"
    analysis = analyse(text, pack, nlp)
    return replace(analysis, note=" ".join(n for n in (note, analysis.note) if n)) if note else analysis
