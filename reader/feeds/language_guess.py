"""The language of a text, offline. Imports py3langid, which takes half a second and 100 MB, only where the text's small
words leave a doubt."""

from __future__ import annotations

from functools import cache
from typing import Any

from reader.feeds.function_words import language_by_words

UNDECIDED = "und"
_SAMPLE = 20_000
_LEAST_CONFIDENCE = 0.5
_NO_LANGUAGE = "zxx"


def guess_language(text: str) -> str:
    """The ISO 639 code of the language a text is written in, "und" where that is not sure."""
    if (plain := language_by_words(text)) is not None:
        return plain
    sample = text[:_SAMPLE]
    if not any(c.isalpha() for c in sample):
        return UNDECIDED
    code, confidence = _identifier().classify(sample)
    return code if confidence >= _LEAST_CONFIDENCE and code != _NO_LANGUAGE else UNDECIDED


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
