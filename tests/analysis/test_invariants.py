"""Texts put together from real sentences, broken pieces of them and odd characters: what always holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invariants import assert_sound

from reader.analysis.engine import analyse
from reader.analysis.text.parse import parse
from reader.domain.analysis import Analysis
from reader.ingest.engine import analyse_text
from reader.languages.loader import languages
from reader.languages.models import load_model
from reader.languages.pack import load_pack

TESTS = Path(__file__).parent.parent
STORIES = {p.stem: p.read_text(encoding="utf-8") for p in sorted((TESTS.parent / "seeds" / "stories").glob("*.txt"))}
CASES = [
    case["text"]
    for path in sorted((TESTS / "cases").glob("[ef]*/*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", ())
]
LINES = [line for text in (*STORIES.values(), *CASES) for line in text.splitlines() if line.strip()]
MARKS = [*"«»“”\"’'‘()—;.…?", " – ", ": ", ", ", "\u00a0", "\u202f", "\u2009"]
ODD = ["\t", "\r", "\x00", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud7ff", "e\u0301", "ﬁ", "ß", "İ"]
ODD += ["🤷🏽\u200d♀\ufe0f", "\U0001f1eb\U0001f1f7", "שלום", "مرحبا", "北京"]
NUMBERS = [
    "49",
    "1 200",
    "6\u202f600",
    "6,600",
    "2,5 millions",
    "20 à 30",
    "$5",
    "3-1",
    "14h30",
    "2:30",
    "007",
    "٣٤",
    "²",
]
NUMBERS += ["10%", "1er", "3rd"]
GAPS = ["", " ", " ", " ", "\n", "\n\n", "\u00a0"]

pieces = (
    st.sampled_from(LINES)
    | st.builds(lambda line, a, b: line[min(a, b) : max(a, b)], st.sampled_from(LINES), *[st.integers(0, 300)] * 2)
    | st.sampled_from([*MARKS, *ODD, *NUMBERS])
    | st.text(max_size=5)
)
texts = st.lists(st.tuples(pieces, st.sampled_from(GAPS)), max_size=8).map(lambda p: "".join(a + b for a, b in p))

WHOLE = """
import json, sys
import msgspec
from reader.ingest.engine import analyse_text
for text, language in json.load(sys.stdin):
    print(msgspec.json.encode(analyse_text(text, language)).decode())
"""


def full(text: str, language: str) -> Analysis:
    pack = load_pack(language)
    return analyse(text, pack, load_model(pack))


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=80)
@given(text=texts)
@example(text="« Et personne ne viendra », dit-il.EREVAN, Arménie (AP) – L’Arménie et l’Iran se sont accusés.")
@example(text="«The fire started in a boiler room, according to the fire service.")
def test_any_text_gives_a_sound_analysis(language: str, text: str) -> None:
    assert_sound(text, full(text, language))


@pytest.mark.parametrize("language", languages())
@settings(max_examples=50)
@given(text=texts)
def test_so_does_an_analysis_without_a_model(language: str, text: str) -> None:
    assert_sound(text, analyse(text, load_pack(language), None))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("language", languages())
def test_every_story_is_sound_in_every_language(story: str, language: str) -> None:
    assert_sound(STORIES[story], full(STORIES[story], language))


def test_a_process_of_its_own_gives_the_same_again() -> None:
    """Not by chance: sets are ordered by hashes, and those differ between processes."""
    work = [(text, language) for text in STORIES.values() for language in languages()]
    work += [("\n\n".join(CASES[at : at + 12]), "fr" if at % 24 else "en") for at in range(0, len(CASES), 60)]
    here = [msgspec.json.encode(analyse_text(*item)).decode() for item in work]
    assert here == [msgspec.json.encode(analyse_text(*item)).decode() for item in work]
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WHOLE],
        input=json.dumps(work),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout.splitlines() == here


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sentence_is_read_alike_alone_and_among_others(language: str) -> None:
    pack = load_pack(language)
    nlp = load_model(pack)
    text = "\n\n".join(LINES[:120:2])
    together = parse(text, pack, nlp)
    for block in together.blocks[::6]:
        alone = parse(text[slice(*block.span)], pack, nlp)
        first = together.tokens_in(block.span)
        assert [(t.text, t.pos, t.dep, t.head, t.morph, t.ent) for t in alone.tokens] == [
            (t.text, t.pos, t.dep, t.head - first[0].i, t.morph, t.ent) for t in first
        ]
