"""Blocks: what is running text and what is not."""

from __future__ import annotations

import pytest

from reader.analysis.text.blocks import find_blocks
from reader.analysis.text.normal import normalise
from reader.languages.pack import load_pack


def blocks(text: str, language: str = "fr") -> list[tuple[str, str]]:
    found = find_blocks(normalise(text), load_pack(language).text)
    return [(b.kind.value, text[b.span[0] : b.span[1]]) for b in found]


@pytest.mark.parametrize(
    ("language", "dateline", "body"),
    [
        ("fr", "OSLO, Norvège (AFP) –", "Le port a rouvert mardi."),
        ("fr", "LYON — ", "Le port a rouvert mardi."),
        ("en", "LAGOS (Reuters) -", "The port reopened on Tuesday."),
        ("en", "BERLIN (dpa) -", "The port reopened on Tuesday."),
        ("en", "QUITO, May 3 (AP) —", "The port reopened on Tuesday."),
    ],
)
def test_a_dateline_is_a_block_of_its_own(language: str, dateline: str, body: str) -> None:
    assert blocks(f"{dateline.strip()} {body}\n\nUn autre.", language)[:2] == [
        ("dateline", dateline.strip()),
        ("body", body),
    ]


def test_only_the_first_paragraph_has_a_dateline() -> None:
    text = "Le port a rouvert.\n\nBREST (AFP) – Le port a rouvert."
    assert [kind for kind, _ in blocks(text)] == ["body", "body"]


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("fr", "Une reprise timide", "heading"),
        ("fr", "Par Anne Lacaze et Paul Roux", "byline"),
        ("fr", "Anne Lacaze, Reuters", "byline"),
        ("fr", "Lire aussi : les ports du Nord à l'arrêt", "link"),
        ("fr", "Photo : le port de Brest en hiver", "caption"),
        ("fr", "- Le syndicat a promis de rouvrir.", "bullet"),
        ("en", "By Anne Lacey", "byline"),
        ("en", "Read more: ports at a standstill", "link"),
        ("en", "(Reuters)", "byline"),
        ("en", "“It is over,” she said", "body"),
    ],
)
def test_lines_that_are_not_running_text(language: str, line: str, kind: str) -> None:
    found = blocks(f"The port reopened on Tuesday.\n\n{line}\n\nNobody was hurt there.", language)
    assert found[1] == (kind, line)


def test_a_single_line_is_running_text_even_without_a_stop() -> None:
    assert blocks("Le port a rouvert mardi") == [("body", "Le port a rouvert mardi")]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "Le port de commerce a rouvert mardi matin après neuf\n"
        "jours de grève, a indiqué la capitainerie du port de\n"
        "commerce, qui attend une dizaine de navires ce soir\n"
        "encore."
    )
    assert blocks(text) == [("body", text)]


def test_each_line_of_unwrapped_text_is_a_paragraph() -> None:
    assert [t for _, t in blocks("Un titre\nLe port a rouvert.\nLe quai est vide.")] == [
        "Un titre",
        "Le port a rouvert.",
        "Le quai est vide.",
    ]
