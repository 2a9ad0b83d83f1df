"""What is alike: the same in both directions, alone or through the index, and whatever came first."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import Any

import pytest
from signed_stories import Signed, sign_text

from reader.analysis.stories.likeness import KEPT, LIMITS, likeness
from reader.analysis.stories.nearby import Nearby

_SAMPLE = 60


def _kept(articles: list[Signed], near: Nearby) -> dict[tuple[int, int], Any]:
    return {
        (number, other): how
        for number, one in enumerate(articles)
        for other, how in near.near(number, one.day, one.signature)
    }


def test_likeness_is_the_same_in_both_directions(signed: list[Signed]) -> None:
    some = random.Random(1).sample(signed, _SAMPLE)
    for one in some:
        for other in some:
            apart = one.day - other.day
            assert likeness(one.signature, other.signature, apart) == likeness(other.signature, one.signature, -apart)


def test_the_index_finds_what_each_pair_alone_says(signed: list[Signed]) -> None:
    near = Nearby()
    for number, one in enumerate(signed):
        near.add(number, one.day, one.signature)
    alone = {}
    for number, one in enumerate(signed):
        for other, two in enumerate(signed):
            how = likeness(one.signature, two.signature, one.day - two.day)
            if number != other and how.value >= KEPT:
                alone[(number, other)] = how
    assert _kept(signed, near) == alone
    assert alone


def test_the_index_knows_no_order_and_forgets(signed: list[Signed]) -> None:
    straight, shuffled = Nearby(), Nearby()
    for number, one in enumerate(signed):
        straight.add(number, one.day, one.signature)
    order = list(range(len(signed)))
    random.Random(2).shuffle(order)
    for number in order:  # each of them wrong first, and with others that go again
        shuffled.add(number, 0.0, signed[0].signature)
        shuffled.add(-1 - number, signed[number].day, signed[number].signature)
        shuffled.add(number, signed[number].day, signed[number].signature)
    for number in order:
        shuffled.remove(-1 - number)
    shuffled.remove(10**9)
    assert len(shuffled) == len(signed)
    assert 0 in shuffled
    assert -1 not in shuffled
    assert _kept(signed, shuffled) == _kept(signed, straight)


def test_nothing_is_like_what_is_too_far_in_time(signed: list[Signed]) -> None:
    one = signed[0].signature
    near = Nearby()
    near.add(1, 100.0, one)
    assert [id for id, _ in near.near(2, 100.0 + LIMITS.days, one)] == [1]
    assert near.near(2, 100.01 + LIMITS.days, one) == []
    assert likeness(one, one, LIMITS.days + 0.01).value == 0


def test_a_text_is_like_itself_and_says_what_it_shares() -> None:
    one = sign_text("Soldiers of Tekesh fired 340 shells at Batken on Monday, the governor Aibek Moldaliev said.")
    how = likeness(one, one, 0.0)
    assert how.value > 0.99
    assert {"Tekesh", "Batken", "Moldaliev"} <= set(how.shared)


def test_regions_of_a_language_are_one_language() -> None:
    text = "Soldiers of Tekesh fired 340 shells at Batken on Monday, the governor Aibek Moldaliev said."
    assert sign_text(text, "en-GB") == sign_text(text, "en_us") == sign_text(text, "en")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", ""),
        ("", "\n\n \t"),
        ("", "Word"),
        ("", "?!… — 🙂 ."),
        ("", "\x00\x1b[31m\x9b\u202e\ud800 a"),
        ("", "the of and"),
        ("1", "7 7 7 2024"),
        ("x" * 5_000, "y" * 200_000),
        ("", "Ankara tremor " * 15_000),
    ],
)
def test_whatever_a_text_is_it_can_be_signed_and_compared(title: str, text: str) -> None:
    from reader.analysis.engine import analyse
    from reader.analysis.stories.signature import sign
    from reader.languages.pack import load_pack

    other = sign_text("A tremor struck Ankara in 2023, killing 14 people.")
    for language in ("fr", "en", "zz"):
        pack = load_pack(language)
        odd = sign(title, text, analyse(text[:2_000], pack, None), pack)
        assert 0 <= likeness(odd, other, 0.0).value <= 1
        assert likeness(odd, other, 0.0) == likeness(other, odd, 0.0)
        near = Nearby()
        near.add(1, 0.0, odd)
        assert all(how.value >= KEPT for _, how in near.near(2, 0.0, other))
        assert len(odd.weights) == len(odd.sounds) == len(odd.words)


_TEXT = "Douchanbé accuse les forces kirghizes d’avoir tué 14 soldats à Kök-Boulak. Moscou propose sa médiation. "
_PROGRAM = """
import json
from dataclasses import asdict
from reader.analysis.engine import analyse
from reader.analysis.stories.signature import sign
from reader.languages.pack import load_pack
text, pack = {text!r}, load_pack("fr")
print(json.dumps(asdict(sign("Un titre", text, analyse(text, pack, None), pack)), default=bytes.hex))
"""


def test_another_process_signs_alike() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM.format(text=_TEXT * 4)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
    assert "Boulak" in made.pop()


def test_what_a_screen_loads_brings_no_word_lists() -> None:
    program = (
        "import sys; import reader.analysis.stories.nearby, reader.analysis.stories.grouping,"
        "reader.analysis.stories.reasons; print([m for m in ('wordfreq','rensa','spacy','numpy','babel',"
        "'snowballstemmer') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "fr",
            "Le groupe Valmetal supprime 2 300 postes à Charmoy, a dit Paul Ternet.",
            "À Charmoy, Valmetal menace 2 300 postes, selon Paul Ternet.",
        ),
        (
            "en",
            "Valmetal will cut 2 300 posts in Charmoy, Paul Ternet said.",
            "In Charmoy 2 300 posts at Valmetal are at risk, according to Paul Ternet.",
        ),
    ],
)
def test_a_bare_number_is_not_told_as_a_word_they_share(language: str, one: str, other: str) -> None:
    shared = likeness(sign_text(one, language), sign_text(other, language), 0.0).shared
    assert {"Charmoy", "Valmetal"} <= set(shared)
    assert not [word for word in shared if word.isdigit()]
