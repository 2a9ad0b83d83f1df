"""``parley correct`` and what other commands show of it. A real library, real analyses."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from support import Call, Command, ReadOnly

from reader.domain.confidence import Strictness
from reader.resources import resource_dir
from reader.store.library import Library

ENGLISH = "“We will sell the pier,” said Edda Mornby.\n\n“No one asked us,” said Tom Vale.\n"


@pytest.fixture
def pier(call: Call, seeded_path: Path, tmp_path: Path) -> str:
    """The id of an article with two statements, s1 by Edda Mornby and s2 by Tom Vale, analysed."""
    (tmp_path / "pier.txt").write_text(ENGLISH)
    call("add", "--language", "en", tmp_path / "pier.txt")
    assert call("analyse", "6").code == 0
    return "6"


def parties(call: Call, *args: str | Path) -> list[list[str]]:
    found = json.loads(call("analyse", "--json", *args).out)
    return [s["parties"] for s in found["statements"]]


def test_statements_have_ids_for_people(call: Call, pier: str) -> None:
    listed = call("analyse", pier).out.splitlines()[-3:-1]
    assert [line.split()[0] for line in listed] == ["s1", "s2"]
    shown = call("show", pier, "--statements").out
    assert shown.startswith(call("show", pier).out)
    assert shown.splitlines()[-2:] == listed


def test_a_speaker_is_corrected_shown_and_undone_to_the_byte(call: Call, pier: str) -> None:
    before = call("analyse", "--json", pier).out
    outcome = call("correct", "speaker", pier, "s1", "Tom", "Vale")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "1: “We will sell the pier,” is said by Tom Vale (article 6).\n"
        "Statement s1 of article 6 counts for Tom Vale, not for Edda Mornby.\n"
    )
    found = json.loads(call("analyse", "--json", pier).out)
    assert [(s["parties"], s["corrected"]) for s in found["statements"]] == [(["vale"], True), (["vale"], False)]
    assert "s1  Tom Vale declared (corrected: Tom Vale): “We will sell the pier,”" in call("analyse", pier).out
    assert "declared (Tom Vale) (corrected)\n" in call("compare", pier).out
    assert "**declared** (Tom Vale) (corrected)" in call("compare", "--markdown", pier).out
    assert call("compare", "--json", pier).out == call("analyse", "--json", pier).out
    assert call("analyse", "--json", "--uncorrected", pier).out == before
    assert call("correct", "undo").out.startswith("Undone 1: “We will sell")
    assert call("analyse", "--json", pier).out == before
    assert call("correct", "redo").out.startswith("Stands again 1: ")
    assert json.loads(call("analyse", "--json", pier).out) == found


def test_what_is_no_statement_goes_and_can_come_back(call: Call, pier: str) -> None:
    assert call("correct", "not-a-statement", pier, "2").out.splitlines()[1] == (
        "Statement s2 of article 6 is left out; it counted for Tom Vale."
    )
    assert parties(call, pier) == [["mornby"]]
    assert call("correct", "speaker", pier, "s2", "Tom Vale").out.splitlines()[1] == (
        "Statement s2 of article 6 is back and counts for Tom Vale."
    )
    assert parties(call, pier) == [["mornby"], ["vale"]]


def test_a_party_holds_in_stored_articles_and_in_later_ones(call: Call, pier: str, tmp_path: Path) -> None:
    assert call("correct", "party", "edda mornby", "Norway").out == (
        "1: edda mornby belongs to Norway.\n1 statement in 1 stored article (6) now counts for Norway.\n"
    )
    assert parties(call, pier) == [["NO"], ["vale"]]
    (tmp_path / "later.txt").write_text("“The pier is ours,” Edda Mornby said on Friday.\n")
    assert parties(call, "--language", "en", tmp_path / "later.txt") == [["NO"]]
    assert parties(call, "--language", "en", "--uncorrected", tmp_path / "later.txt") == [["mornby"]]


def test_a_name_no_article_has_is_kept_and_the_whole_name_named(call: Call, pier: str) -> None:
    assert call("correct", "party", "Mornby", "Norway").out.splitlines()[1:] == [
        "No stored analysis changes by it; it holds for articles to come.",
        "Actors are known by their whole name; stored are: Edda Mornby.",
    ]
    assert call("correct", "party", "Xaver Quill", "Norway").out.splitlines()[1:] == [
        "No stored analysis changes by it; it holds for articles to come."
    ]


def test_two_names_become_one_actor(call: Call, pier: str) -> None:
    assert call("correct", "same", "Tom Vale", "Edda Mornby").out == (
        "1: Tom Vale and Edda Mornby are the same actor.\nThey are one actor in 1 stored article (6).\n"
    )
    found = json.loads(call("analyse", "--json", pier).out)
    assert len(found["actors"]) == len(found["parties"]) == 1


def test_the_list_tells_everything_that_was_said(call: Call, pier: str) -> None:
    assert call("correct", "list").out == "Nothing was corrected.\n"
    call("correct", "speaker", pier, "s1", "Tom Vale")
    call("correct", "party", "Tom Vale", "RU")
    call("correct", "same", "Tom Vale", "T. Vale")
    call("correct", "not-a-statement", pier, "s2")
    call("correct", "undo", "3")
    lines = call("correct", "list").out.splitlines()
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", line) for line in lines] == [
        "   1  DAY  “We will sell the pier,” is said by Tom Vale (article 6)",
        "   2  DAY  Tom Vale belongs to RU",
        "   3  DAY  Tom Vale and T. Vale are the same actor (undone)",
        "   4  DAY  “No one asked us,” is not a statement (article 6)",
    ]
    data: list[dict[str, Any]] = [json.loads(line) for line in call("correct", "list", "--json").out.splitlines()]
    assert [(c["id"], c["kind"], c.get("undone", False)) for c in data] == [
        (1, "speaker", False),
        (2, "party", False),
        (3, "same_actor", True),
        (4, "not_statement", False),
    ]


def test_what_is_exported_comes_in_elsewhere_once(call: Call, pier: str, tmp_path: Path) -> None:
    call("correct", "speaker", pier, "s1", "Tom Vale")
    call("correct", "party", "Tom Vale", "Norway")
    call("correct", "undo")
    file, other = tmp_path / "said.jsonl", tmp_path / "other.db"
    assert call("correct", "export", file).out == f"2 corrections written to {file}.\n"
    assert call("correct", "export").out == file.read_text()
    assert call("correct", "import", file).out == "0 corrections taken in, 2 already here.\n"
    assert call("--library", other, "correct", "import", file).out == "2 corrections taken in.\n"
    assert call("--library", other, "correct", "export").out == file.read_text()
    listed = call("--library", other, "correct", "list").out.splitlines()
    assert listed[0].endswith("is said by Tom Vale (a text that is not in the library)")
    assert listed[1].endswith("(undone)")


def test_corrections_come_in_before_the_article_does(call: Call, pier: str, tmp_path: Path) -> None:
    call("correct", "speaker", pier, "s1", "Tom Vale")
    file, other = tmp_path / "said.jsonl", tmp_path / "other.db"
    call("correct", "export", file)
    call("--library", other, "correct", "import", file)
    call("--library", other, "add", "--language", "en", tmp_path / "pier.txt")
    assert call("--library", other, "analyse", "--json", "6").out == call("analyse", "--json", pier).out


def test_a_wrong_line_is_named_and_nothing_of_its_file_taken_in(call: Call, pier: str, tmp_path: Path) -> None:
    call("correct", "party", "Tom Vale", "Norway")
    good = call("correct", "export").out
    call("correct", "undo")
    file = tmp_path / "said.jsonl"
    file.write_text(good.replace("Norway", "Sweden") + "{}\n")
    outcome = call("correct", "import", file)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"parley: {file}, line 2, is not a correction: ")
    assert len(call("correct", "list").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (["speaker", "6", "s9", "Tom"], "Article 6 has no statement s9; list them with: parley show 6 --statements"),
        (["speaker", "77", "s1", "Tom"], "The library has no article 77."),
        (["not-a-statement", "6", "x"], "Article 6 has no statement x; list them with: parley show 6 --statements"),
        (["speaker", "6", "s1", " "], "A correction of kind speaker needs a name."),
        (["party", "Tom Vale", ""], "A correction of kind party needs a second name."),
        (["undo"], "There is no correction to undo."),
        (["undo", "3"], "Correction 3 does not exist."),
        (["redo"], "There is no correction to redo."),
        (["import", "nowhere.jsonl"], "There is no file nowhere.jsonl."),
        (["export", "no/such/folder.jsonl"], "no/such/folder.jsonl cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(call: Call, pier: str, args: list[str], error: str) -> None:
    outcome = call("correct", *args)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", f"parley: {error}\n")
    assert call("correct", "list").out == "Nothing was corrected.\n"


@pytest.mark.parametrize(
    "args", [["speaker", "6", "s1"], ["party", "x"], ["undo", "0"], ["mood"], ["speaker", "x", "s1", "y"]]
)
def test_wrong_usage_of_correct_is_2(call: Call, seeded_path: Path, args: list[str]) -> None:
    assert call("correct", *args).code == 2


def test_every_part_explains_itself_with_an_example(call: Call) -> None:
    from reader.cli.correcting import command

    assert set(command.commands) == {
        *("speaker", "party", "not-a-statement", "same"),
        *("list", "undo", "redo", "export", "import"),
    }
    for name in command.commands:
        assert re.search(rf"Examples?:\n.*parley correct {name}\b", call("correct", name, "--help").out, re.S)


def test_a_read_only_library_takes_no_correction(call: Call, pier: str, seeded_path: Path, read_only: ReadOnly) -> None:
    call("correct", "speaker", pier, "s1", "Tom Vale")
    with read_only(seeded_path.parent):
        for args in (["party", "Tom Vale", "Norway"], ["undo"], ["redo"]):
            outcome = call("correct", *args)
            assert (outcome.code, outcome.out) == (1, "")
            assert "read-only; nothing can be saved in it" in outcome.err
        assert parties(call, pier) == [["vale"], ["vale"]]


def test_how_sure_a_statement_must_be_can_be_said(call: Call, seeded_path: Path) -> None:
    every = json.loads(call("analyse", "--json", "5", "--confidence", "wide").out)["statements"]
    sure = [s for s in every if s["confidence"] >= Strictness.STRICT.floor]
    assert 0 < len(sure) < len(every)
    assert json.loads(call("analyse", "--json", "5").out)["statements"] == every
    assert json.loads(call("analyse", "--json", "5", "--confidence", "strict").out)["statements"] == sure
    assert len(call("show", "5", "--statements", "--confidence", "strict").out.split("\n\n")[-1].splitlines()) == len(
        sure
    )
    with Library.open(seeded_path) as library:
        library.set_setting("confidence", "strict")
    assert json.loads(call("compare", "--json", "5").out)["statements"] == sure
    assert json.loads(call("compare", "--json", "5", "--confidence", "normal").out)["statements"] == every
    assert call("analyse", "5", "--confidence", "sure").code == 2


def test_how_sure_can_be_said_of_a_file_without_a_library(call: Call, library_path: Path) -> None:
    story = resource_dir("seeds") / "stories" / "armenia-azerbaijan-trade-accusations.txt"
    every, sure = (
        json.loads(call("analyse", "--json", "--confidence", level, story).out)["statements"]
        for level in ("wide", "strict")
    )
    assert sure == [s for s in every if s["confidence"] >= Strictness.STRICT.floor] != every
    assert not library_path.exists()


def test_a_file_makes_no_library_and_survives_a_broken_one(call: Call, library_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "pier.txt"
    file.write_text(ENGLISH)
    alone = call("analyse", "--json", "--language", "en", file)
    assert (alone.code, alone.err, library_path.exists()) == (0, "", False)
    library_path.parent.mkdir()
    library_path.touch()
    assert call("analyse", "--json", "--language", "en", file).out == alone.out
    assert library_path.stat().st_size == 0
    library_path.write_bytes(b"Dear diary")
    beside = call("analyse", "--json", "--language", "en", file)
    assert (beside.code, beside.out) == (0, alone.out)
    assert (
        beside.err
        == f"parley: {library_path} is not a library: it is not a SQLite file; its corrections are left out.\n"
    )


def test_a_new_analysis_by_another_engine_keeps_what_was_said(call: Call, pier: str, seeded_path: Path) -> None:
    call("correct", "speaker", pier, "s1", "Tom Vale")
    corrected = call("analyse", "--json", pier).out
    db = sqlite3.connect(seeded_path)
    db.execute("UPDATE analysis SET engine_key = 'en 0', body = '{}'")
    db.commit()
    db.close()
    assert call("analyse", "--json", pier).out == corrected


def test_completion_knows_articles_statements_and_actors(parley: Command, pier: str) -> None:
    def offered(words: str, at: int) -> list[str]:
        done = parley(_PARLEY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
        return [line.partition(",")[2] for line in done.stdout.splitlines() if line]

    assert set(offered("parley correct ", 2)) >= {"speaker", "undo", "export"}
    assert sorted(offered("parley correct speaker ", 3)) == ["1", "2", "3", "4", "5", "6"]
    assert offered(f"parley correct speaker {pier} ", 4) == ["s1", "s2"]
    assert offered(f"parley correct not-a-statement {pier} s", 4) == ["s1", "s2"]
    assert offered(f"parley correct speaker {pier} s1 t", 5) == ["Tom Vale"]
    assert offered("parley correct speaker 77 ", 4) == []
