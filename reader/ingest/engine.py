"""Choose pack and model for a language and run the analysis; heavy imports wait until a text is there."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.errors import ModelMissingError
from reader.languages.pack import FALLBACK, load_pack


def engine_key(language: str) -> str:
    """What an analysis of that language made here and now would be keyed by. Loads no model."""
    from importlib.metadata import PackageNotFoundError, version

    meta = load_pack(language).meta
    model = None
    if meta.model:
        try:
            model = f"{meta.model_name} {version(meta.model)}"
        except PackageNotFoundError:
            model = None
    return Engine(model, f"{meta.code} {meta.version}", Level.FULL if model else Level.LIGHT).key


def analyse_text(text: str, language: str) -> Analysis:
    """The analysis of a text with everything installed for its language; ``note`` says where that is not much."""
    from reader.analysis.engine import analyse
    from reader.languages.models import load_model

    pack = load_pack(language)
    nlp, note = None, None
    if pack.code == FALLBACK:
        note = f"There are no rules for the language {language!r}: only names, numbers and quotations were looked for."
    elif not pack.meta.model:
        note = f"There is no language model for {pack.meta.name}: the analysis is light."
    else:
        try:
            nlp = load_model(pack)
        except ModelMissingError as error:
            note = f"{error} Until then the analysis is light: names, numbers and quotations."
    analysis = analyse(text, pack, nlp)
    return replace(analysis, note=" ".join(n for n in (note, analysis.note) if n)) if note else analysis
