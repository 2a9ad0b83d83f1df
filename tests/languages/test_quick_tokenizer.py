"""The pipelines as loaded here against the same models loaded as spaCy loads them."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.text.normal import normalise
from reader.languages.models import load_model
from reader.languages.pack import load_pack
from reader.languages.quick_tokenizer import QuickTokenizer

TESTS = Path(__file__).parent.parent
STARTS = ("faux", "bas", "basses", "Grand", "grand'", "sous", "vice", "ex", "Saint", "l'", "arc", "co", "New", "x", "")
ENDS = ("mère", "préfet", "en-ciel", "de-l'air", "la-Vallée", "York", "uni", "Unis", "il", "12", "É", "")


def sentences(language: str) -> list[str]:
    cases = [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted((TESTS / "cases" / language).glob("*.toml"))]
    texts = [case["text"] for file in cases for case in file.get("case", ())]
    stories = [p.read_text(encoding="utf-8") for p in sorted((TESTS.parent / "seeds" / "stories").glob("*.txt"))]
    undivided = load_pack(language).meta.undivided
    lines = [line for text in [*texts, *stories] for line in normalise(text).splitlines() if line]
    return [line for line in lines if not any(word in line.lower() for word in undivided)]


def everything(doc: Any) -> list[tuple[Any, ...]]:
    """What the rules read of each token; they read nothing of white space."""
    words = (t for t in doc if not t.is_space)
    # A foreign word that a model takes for white space is a word of no class to the rules.
    return [
        (t.idx, t.text, t.pos_.replace("SPACE", "X"), t.dep_, t.head.i, str(t.morph), t.ent_iob_, t.ent_type_)
        for t in words
    ]


@pytest.fixture(scope="module", params=["fr", "en"])
def pair(request: pytest.FixtureRequest) -> tuple[str, Any, Any]:
    """A language, its pipeline as this program loads it, and as spaCy does."""
    import spacy

    pack = load_pack(request.param)
    return request.param, load_model(pack), spacy.load(pack.meta.model_name, exclude=["lemmatizer", "senter"])


def test_texts_are_cut_and_parsed_as_by_the_model_as_it_comes(pair: tuple[str, Any, Any]) -> None:
    language, ours, plain = pair
    assert isinstance(ours.tokenizer, QuickTokenizer)
    texts = sentences(language)
    assert len(texts) > 100
    for text in texts:
        assert [t.text for t in ours.make_doc(text)] == [t.text for t in plain.make_doc(text)]
    for mine, theirs in zip(ours.pipe(texts[::9]), plain.pipe(texts[::9]), strict=True):
        assert everything(mine) == everything(theirs)


def test_odd_words_are_cut_as_by_the_model_as_it_comes(pair: tuple[str, Any, Any]) -> None:
    _, ours, plain = pair
    for start, mark, end in itertools.product(STARTS, ("-", "–", "'", "-sur-", "-aux-"), ENDS):
        word = f"« {start}{mark}{end}. »"
        assert [t.text for t in ours.make_doc(word)] == [t.text for t in plain.make_doc(word)]


def test_what_a_pack_says_is_one_word_is_one(french_model: Any) -> None:
    words = [t.text for t in french_model.make_doc("L'état-major et les États-majors, dans un chef-lieu.")]
    assert words == ["L'", "état-major", "et", "les", "États-majors", ",", "dans", "un", "chef-lieu", "."]


def test_the_long_pattern_of_the_french_model_is_short(french_model: Any) -> None:
    assert 0 < len(french_model.tokenizer.token_match.__self__.pattern) < 50_000
