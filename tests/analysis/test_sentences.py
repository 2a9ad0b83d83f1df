"""Sentences: where they end, and where they must not."""

from __future__ import annotations

import pytest

from reader.analysis.text.parse import parse
from reader.languages.pack import load_pack


def sentences(text: str, language: str = "fr") -> list[str]:
    return [text[s.span[0] : s.span[1]] for s in parse(text, load_pack(language), None).sentences]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["M. Roux est venu.", "Mme. Leroy aussi."]),
        ("fr", ["Oslo a perdu 3 navires ;", "L’Islande en a perdu 5."]),
        ("fr", ["Le port est vide ; le quai aussi."]),
        ("fr", ["« Nous partons. Rien ne nous retient », a-t-il dit.", "Puis il est parti."]),
        ("fr", ["Est-ce la fin ?", "Nul ne le sait…", "À suivre !"]),
        ("en", ["Mr. Reed met J. P. Lund of the U.S. Navy.", "He left at 5 p.m. on Monday."]),
        ("en", ["They met in the U.S.", "The talks failed."]),
        ("en", ["General manager A.J. Smith said so.", "It cost $3.5 million."]),
        ("en", ["“We left. It was over,” she said.", "It rained."]),
        ("en", ["“It was over.”", "He left."]),
    ],
)
def test_sentences_end_where_they_should(language: str, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


def test_no_sentence_runs_over_a_paragraph_or_a_dateline() -> None:
    assert sentences("BREST (AFP) – Le port rouvre.\n\nUn titre\n\nLe quai est vide.") == [
        "BREST (AFP) –",
        "Le port rouvre.",
        "Un titre",
        "Le quai est vide.",
    ]


def test_a_line_without_any_stop_is_cut_for_the_parser() -> None:
    found = sentences("mot " * 2000)
    assert len(found) > 1
    assert max(map(len, found)) <= 1500
