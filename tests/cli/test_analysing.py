"""Commands that analyse: compare, analyse, and open without a terminal. Real models, real rules."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from support import Call, Command

from reader.ingest.engine import engine_key
from reader.resources import resource_dir
from reader.store.library import Library

FRENCH = "Le ministre a déclaré mardi qu’au moins 12 bateaux avaient coulé. Le syndicat a démenti ces chiffres.\n"
ENGLISH = "The mayor said on Tuesday that at least 12 boats had sunk.\n"


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    for name, text in (("un.txt", FRENCH), ("one.md", ENGLISH)):
        (tmp_path / name).write_text(text)
    return [tmp_path / "un.txt", tmp_path / "one.md"]


def test_without_a_terminal_the_seed_story_is_compared(parley: Command) -> None:
    """A fresh library: the first thing a stranger sees through a pipe."""
    done = parley()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("L’Arménie et l’Azerbaïdjan s’accusent de nouveaux bombardements\nAP · ")
    for party in ("Arménie", "Azerbaïdjan", "Russie"):
        assert f"\n{party}: " in done.stdout
    assert parley().stdout == done.stdout == parley("open", "5").stdout == parley("compare", "5").stdout


def test_open_stores_the_file_it_prints(parley: Command, seeded_path: Path, texts: list[Path]) -> None:
    printed = parley("open", texts[1])
    assert (printed.returncode, printed.stderr) == (0, "")
    assert "12 boats" in printed.stdout
    with Library.open(seeded_path) as library:
        assert library.article(6).text == ENGLISH
        stored = library.analysis(library.article(6).text_hash)
    assert stored is not None
    assert stored.engine_key == engine_key("en")


def test_compare_leaves_a_file_out_of_the_library(call: Call, library_path: Path, texts: list[Path]) -> None:
    assert call("compare", texts[1]).code == 0
    assert not library_path.exists()


def test_json_is_one_line_for_each_input_in_their_order(call: Call, seeded_path: Path, texts: list[Path]) -> None:
    outcome = call("analyse", "--json", texts[1], "5", texts[0])
    assert (outcome.code, outcome.err) == (0, "")
    one, five, un = (json.loads(line) for line in outcome.out.splitlines())
    assert [(x["id"], x["source"]) for x in (one, five, un)] == [
        ("one", str(texts[1])),
        ("5", "5"),
        ("un", str(texts[0])),
    ]
    assert [x["language"] for x in (one, five, un)] == ["en", "fr", "fr"]
    assert (one["text"], un["text"]) == (ENGLISH, FRENCH)
    for found in (one, five, un):
        assert found["engine"]["level"] == "full"
        for quantity in found["quantities"]:
            start, end = quantity["span"]
            assert found["text"][start:end] == quantity["text"]
        for statement in found["statements"]:
            assert all(0 <= start < end <= len(found["text"]) for start, end in statement["content"])
    assert call("compare", "5", "--json").out == outcome.out.splitlines(keepends=True)[1]


def test_the_same_input_gives_the_same_bytes_in_any_process(parley: Command) -> None:
    story = resource_dir("seeds") / "stories" / "armenia-azerbaijan-trade-accusations.txt"
    first, other = (parley("analyse", "--json", story, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == other.stdout != ""


def test_standard_input_is_analysed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(ENGLISH.encode())))
    found = json.loads(call("analyse", "--json", "-").out)
    assert (found["id"], found["source"], found["text"]) == ("-", "-", ENGLISH)


def test_a_language_that_is_named_is_taken(call: Call, texts: list[Path], seeded_path: Path) -> None:
    assert json.loads(call("analyse", "--json", "--language", "fr", texts[1]).out)["language"] == "fr"
    assert json.loads(call("analyse", "--json", "--language", "en", "5").out)["language"] == "en"
    assert json.loads(call("analyse", "--json", "5").out)["language"] == "fr"


def test_statements_are_listed_one_a_line(call: Call, texts: list[Path]) -> None:
    out = call("analyse", texts[1]).out
    assert "at least 12 boats had sunk" in out.splitlines()[-2]


def test_markdown_has_a_heading_for_the_title(call: Call, texts: list[Path]) -> None:
    assert call("compare", "--markdown", texts[1]).out.startswith("# The mayor said on Tuesday")


def test_an_analysis_by_an_older_engine_is_made_again(call: Call, seeded_library: Library) -> None:
    call("compare", "5")
    article = seeded_library.article(5)
    stored = seeded_library.analysis(article.text_hash)
    assert stored is not None
    older = replace(stored.analysis, language="xx", statements=())
    seeded_library.save_analysis(article.text_hash, older, "fr 0")
    call("compare", "5")
    assert seeded_library.analysis(article.text_hash) == stored
