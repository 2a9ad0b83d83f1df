"""An analysis as plain text, as Markdown, as lines, as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sample import TEXT

from reader.cli.analysis_json import analysis_line
from reader.cli.comparison_text import comparison_text
from reader.cli.finding import Found
from reader.cli.statement_lines import statement_lines
from reader.domain.actor import Party
from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.comparison import Comparison, Figure, FigureRow, Verdict
from reader.ingest.exporting.compared import compare_article
from reader.ingest.exporting.comparison_markdown import comparison_markdown
from reader.ingest.exporting.escaping import plain

ARTICLE = Draft(TEXT, "Des bateaux", source="La Gazette", published="2024-02-03", language="fr")
PARTIES = (Party("maire", "le maire", "person"), Party("UN", "ONU", "organisation"))


@pytest.fixture
def analysis(hand_made: Analysis) -> Analysis:
    return replace(hand_made, parties=PARTIES)


def test_plain_text(analysis: Analysis) -> None:
    assert comparison_text(ARTICLE, analysis) == (
        "Des bateaux\nLa Gazette · 2024-02-03\n\n"
        "A note.\n\n"
        "Le maire: 1 statement\n"
        "  declared (Le maire)\n"
        "    avoir compté au moins 12 bateaux\n"
        "    ⇄ each accuses the other\n"
        "    numbers: au moins 12\n\n"
        "Not heard: ONU\n\n"
        "Figures\n"
        "  bateaux: one speaker (one speaker)\n"
        "    le maire: au moins 12"
    )


def test_markdown(analysis: Analysis) -> None:
    *blocks, source, made = comparison_markdown(compare_article(ARTICLE, analysis)).split("\n\n")
    assert blocks == [
        "# Des bateaux",
        "*La Gazette · 2024-02-03*",
        "A note.",
        "## le maire",
        "**declared** (Le maire); each accuses the other",
        "> avoir compté au moins 12 bateaux",
        "*cue: a déclaré · numbers: au moins 12 · characters 20–51 · sure*",
        "**Not heard:** ONU",
        "## Figures",
        "| counted | who says it | value | whose | verdict |\n|---|---|---|---|---|\n"
        "| bateaux | le maire | au moins 12 |  | one speaker: one speaker |",
        "## Source",
    ]
    assert source.splitlines() == [
        "- Outlet: La Gazette",
        "- Published: 2024-02-03",
        "- Language: fr",
        f"- Text: SHA-256 {ARTICLE.text_hash}",
    ]
    assert "language pack fr 1 and the model a\\_model 1.0." in made


def test_numbers_outside_statements_are_the_articles_own(analysis: Analysis) -> None:
    figure = Figure("bateaux", (FigureRow(None, "q1", None),), Verdict.SINGLE, "")
    own = replace(analysis, statements=(), comparison=Comparison((), (figure,), ()))
    assert "No statements found." in comparison_text(ARTICLE, own)
    assert "The article's own numbers\n  au moins 12 bateaux" in comparison_text(ARTICLE, own)
    assert "## The article's own numbers\n\n- au moins 12 bateaux" in comparison_markdown(compare_article(ARTICLE, own))
    assert "No statements found." in statement_lines(ARTICLE, own)


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("[click](x) <b> `c` *e* a|b # ~", "\\[click\\](x) \\<b\\> \\`c\\` \\*e\\* a\\|b \\# \\~"),
        ("- no list", "\\- no list"),
        ("12. septembre", "12\\. septembre"),
        ("two\n\nlines\x1b[31m", "two lines"),
    ],
)
def test_words_of_an_article_are_never_markdown(words: str, markdown: str) -> None:
    assert plain(words) == markdown


def test_statement_lines(analysis: Analysis) -> None:
    lines = statement_lines(ARTICLE, analysis).splitlines()
    assert lines[-1] == "s1  le maire declared: avoir compté au moins 12 bateaux"


def test_json_has_the_fields_of_its_contract(analysis: Analysis) -> None:
    line = analysis_line(Found("a", "folder/a.txt", ARTICLE, analysis))
    assert "\n" not in line
    found = json.loads(line)
    assert list(found) == [
        *("format", "id", "source", "language", "title", "text", "engine", "note"),
        *("parties", "actors", "quantities", "statements", "comparison"),
    ]
    assert found["format"] == "parley.analysis/1"
    assert (found["id"], found["source"], found["language"], found["text"]) == ("a", "folder/a.txt", "fr", TEXT)
    assert found["engine"] == {"model": "a_model 1.0", "pack": "fr 1", "level": "full"}
    assert found["parties"][0] == {"id": "maire", "name": "le maire", "kind": "person"}
    assert found["actors"] == [
        {"id": "a1", "name": "Le maire", "kind": "person", "party": "maire", "mentions": [[0, 8]], "corrected": False}
    ]
    (quantity,) = found["quantities"]
    assert '"value": 12,' in line
    assert quantity == {
        "id": "q1",
        "span": [32, 43],
        "text": "au moins 12",
        "kind": "cardinal",
        "value": 12,
        "low": 12,
        "high": None,
        "hedge": "at_least",
        "unit": None,
        "counted": "bateaux",
        "counted_span": [44, 51],
        "party": None,
        "counted_at": [],
    }
    (statement,) = found["statements"]
    assert statement == {
        "id": "s1",
        "source": [0, 8],
        "cue": [9, 18],
        "content": [[19, 51]],
        "speakers": ["a1"],
        "parties": ["maire"],
        "targets": [],
        "act": "declare",
        "mode": "indirect",
        "endorsement": "neutral",
        "negated": False,
        "quantities": ["q1"],
        "parent": None,
        "rule": "subject+infinitive",
        "confidence": 0.9,
        "corrected": False,
    }
    comparison = found["comparison"]
    assert list(comparison) == ["exchanges", "figures", "unheard"]
    assert comparison["exchanges"] == [{"kind": "denial", "statements": ["s1"], "rule": "by hand"}]
    (figure,) = comparison["figures"]
    assert (figure["counted"], figure["verdict"], figure["why"]) == ("bateaux", "single", "one speaker")
    assert figure["rows"][0].items() >= {"party": "maire", "quantity": "q1", "statement": "s1"}.items()
    assert comparison["unheard"] == ["UN"]
