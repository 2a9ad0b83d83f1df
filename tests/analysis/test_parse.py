"""The parsed text: offsets never move, tokens fill sentences, with a model and without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.text.normal import normalise
from reader.analysis.text.parse import parse
from reader.analysis.text.parsed import Parsed
from reader.domain.analysis import Level
from reader.languages.models import load_model
from reader.languages.pack import load_pack

SENTENCES = {
    "fr": "L’armée n’a pas « répondu » ; L’île, à 1 200 km d’ici, attend-t-elle l’aide ?",
    "en": "The army hasn’t “replied”; the island’s mayor, 1,200 km away, can’t wait.",
}


def check(parsed: Parsed) -> None:
    assert len(parsed.normal) == len(parsed.text)
    assert all(parsed.text[t.start : t.end] == t.text for t in parsed.tokens)
    assert all(t.text.strip() == t.text != "" for t in parsed.tokens)
    assert [t.i for t in parsed.tokens] == list(range(len(parsed.tokens)))
    at = 0
    for number, s in enumerate(parsed.sentences):
        assert s.first == at <= s.last
        at = s.last
        for t in parsed.tokens[s.first : s.last]:
            assert t.sentence == number
            assert s.span[0] <= t.start < t.end <= s.span[1]
            assert s.first <= t.head < s.last
    assert at == len(parsed.tokens)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_model_gives_trees(language: str) -> None:
    pack = load_pack(language)
    parsed = parse(SENTENCES[language], pack, load_model(pack))
    check(parsed)
    assert parsed.level is Level.FULL
    assert {"root", "nsubj"} <= {t.dep for t in parsed.tokens}
    assert not {"prep", "pobj", "dobj", "ROOT"} & {t.dep for t in parsed.tokens}


@pytest.mark.parametrize("language", ["fr", "en", "und"])
def test_without_a_model_every_token_is_its_own_head(language: str) -> None:
    parsed = parse(SENTENCES["fr"] + "\n\n" + SENTENCES["en"], load_pack(language), None)
    check(parsed)
    assert parsed.level is Level.LIGHT
    assert all(t.head == t.i and not t.dep for t in parsed.tokens)
    assert all(bool(t.pos) == (language != "und") for t in parsed.tokens)


def test_the_light_tokeniser_cuts_elisions_and_inversions() -> None:
    parsed = parse("Qu’en dit-elle ? L’eau n’a-t-elle pas 2,5 mètres ?", load_pack("fr"), None)
    assert [t.norm for t in parsed.tokens] == [
        "qu'", "en", "dit", "-elle", "?", "l'", "eau", "n'", "a", "-t-elle", "pas", "2,5", "mètres", "?",
    ]  # fmt: skip


def test_the_light_tokeniser_cuts_contractions() -> None:
    parsed = parse("He hasn't met Ann's U.S. friends.", load_pack("en"), None)
    assert [t.norm for t in parsed.tokens] == ["he", "has", "n't", "met", "ann", "'s", "u.s.", "friends", "."]


@given(st.text(max_size=200))
def test_normalisation_keeps_the_length(text: str) -> None:
    assert len(normalise(text)) == len(text)


@settings(max_examples=150)
@given(st.text(alphabet="aBé19 .;:!?,'’\"«»“”()-–—\n\t…", max_size=160), st.sampled_from(["fr", "en", "und"]))
def test_any_text_is_parsed(text: str, language: str) -> None:
    check(parse(text, load_pack(language), None))
