"""Quotations: marks paired, nested, left open, carried over paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.text.blocks import find_blocks
from reader.analysis.text.normal import normalise
from reader.analysis.text.quotations import find_quotes
from reader.languages.pack import load_pack


def quotes(text: str, language: str = "fr") -> list[tuple[int, str, bool]]:
    rules = load_pack(language).text
    found = find_quotes(text, find_blocks(normalise(text), rules), rules)
    return [(q.depth, text[q.span[0] : q.span[1]], q.closed) for q in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il a dit « oui » puis « non ».", ["« oui »", "« non »"]),
        ("fr", 'Il a dit “oui” puis "non".', ["“oui”", '"non"']),
        ("fr", 'Il a crié " au feu " puis " à l\'aide " avant de partir.', ['" au feu "', '" à l\'aide "']),
        ("en", "She said ‘yes’ and 'no'.", ["‘yes’", "'no'"]),
        ("en", "The workers' union said it's 'time to talk' on Monday.", ["'time to talk'"]),
        ("en", "It's the teachers' rights, they don't say 'tis so.", []),
        ("fr", "L'armée d'Oslo n'a qu'un navire, aujourd'hui.", []),
        ("und", "Sie sagte: „Wir gehen.“ Dann ging sie.", ["„Wir gehen.“"]),
    ],
)
def test_marks_are_paired(language: str, text: str, expected: list[str]) -> None:
    assert quotes(text, language) == [(0, q, True) for q in expected]


def test_a_quotation_inside_a_quotation_is_deeper() -> None:
    assert quotes("« Il m’a dit “non” hier », raconte-t-elle.") == [
        (0, "« Il m’a dit “non” hier »", True),
        (1, "“non”", True),
    ]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“We waited. Nobody came.\n\n“Then it rained,” she said."
    assert quotes(text, "en") == [(0, "“We waited. Nobody came.", False), (0, "“Then it rained,”", True)]


def test_a_paragraph_may_close_what_the_one_before_left_open() -> None:
    text = "« Nous avons attendu.\n\nPersonne n’est venu », a-t-il dit."
    assert quotes(text) == [(0, "« Nous avons attendu.", False), (0, "Personne n’est venu »", True)]


def test_inches_are_no_quotation() -> None:
    assert quotes('The board is 12" wide. It is long.', "en") == []


@given(st.text(alphabet="ab .,«»“”\"'’‘\n", max_size=120), st.sampled_from(["fr", "en", "und"]))
def test_quotations_lie_inside_the_text_and_one_another(text: str, language: str) -> None:
    rules = load_pack(language).text
    blocks = find_blocks(normalise(text), rules)
    found = find_quotes(text, blocks, rules)
    for q in found:
        assert 0 <= q.span[0] <= q.inner[0] < q.inner[1] <= q.span[1] <= len(text)
        assert any(b.span[0] <= q.span[0] and q.span[1] <= b.span[1] for b in blocks)
    outer = [q.span for q in found if q.depth == 0]
    assert all(a[1] <= b[0] for a, b in pairwise(outer))
