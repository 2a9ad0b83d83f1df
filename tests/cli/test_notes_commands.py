"""``parley note``, ``highlight``, ``notes``, and notes in ``parley export`` and ``import``."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from support import Call, Command, ReadOnly

PIER = "“We will sell the pier,” said Edda Mornby.\n\n“No one asked us,” said Tom Vale. They sell the pier on Friday.\n"


@pytest.fixture
def pier(call: Call, seeded_path: Path, tmp_path: Path) -> str:
    """The id of an article of two paragraphs."""
    (tmp_path / "pier.txt").write_text(PIER)
    call("add", "--language", "en", tmp_path / "pier.txt")
    return "6"


def test_write_highlight_list_and_undo(call: Call, pier: str) -> None:
    assert call("notes").out == "There are no notes yet; write one with: parley note ARTICLE TEXT\n"
    done = call("note", pier, "Ask", "*again*")
    title = done.out.split(" on ")[1].rstrip()
    assert (done.code, done.out, done.err) == (0, f"1: note on {title}\n", "")
    marked = call("highlight", pier, "no", "one", "asked", "us")
    assert marked.out == f"2: highlighted yellow in {title}: “No one asked us”\n"
    noted = call("note", pier, "who?", "--quote", "said Tom Vale", "--colour", "pink")
    assert noted.out == f"3: note on {title}: “said Tom Vale”\n"
    assert call("notes").out == (
        f"    3  article 6: {title}  (pink)\n       “said Tom Vale”\n       who?\n"
        f"    2  article 6: {title}  (yellow)\n       “No one asked us”\n"
        f"    1  article 6: {title}\n       Ask *again*\n"
    )
    assert call("notes", "--search", "asked", "--article", pier).out.count("article 6") == 1
    assert call("notes", "--colour", "pink", "-n", "1").out.count("article 6") == 1
    assert call("notes", "--article", "1").out == "There are no notes yet; write one with: parley note ARTICLE TEXT\n"
    assert call("notes", "--orphaned").out == "Nothing there.\n"
    assert call("undo").out.startswith(f"undone: wrote a note on “{title[:30]}")
    assert call("undo").out == "undone: highlighted “No one asked us”\n"
    records = [json.loads(line) for line in call("notes", "--json").out.splitlines()]
    assert [(r["id"], r["note"], r["words"], r["orphaned"]) for r in records] == [(1, "Ask *again*", None, False)]


def test_edit_and_remove(call: Call, parley: Command, pier: str) -> None:
    call("note", pier, "one")
    call("highlight", pier, "--quote", "Edda Mornby", "--colour", "blue")
    assert call("notes", "edit", "1", "two", "three").out == "changed 1: two three\n"
    assert call("notes", "edit", "2", "--colour", "green").out == "changed 2: Edda Mornby\n"
    assert call("notes", "edit", "2", "--colour", "green").out == "unchanged 2: Edda Mornby\n"
    done = parley("notes", "edit", "2", "-", stdin="from\nhere\n")
    assert (done.stdout, done.stderr) == ("changed 2: Edda Mornby\n", "")
    assert "(green)\n       “Edda Mornby”\n       from\n       here\n" in call("notes").out
    assert call("notes", "edit", "2", "--colour", "none").code == 0
    refused = call("notes", "edit", "1", "")
    assert (refused.code, refused.err) == (1, "parley: There is nothing to keep: the note is empty.\n")
    assert call("notes", "edit", "1").code == 2
    missing = call("notes", "remove", "1", "9")
    assert (missing.code, missing.err) == (1, "parley: The library has no note or highlight 9.\n")
    assert call("notes", "remove", "1", "2", "1").out == "removed 1: two three\nremoved 2: Edda Mornby\n"
    assert call("notes").out.startswith("There are no notes")
    assert call("undo").out == "undone: removed 2 notes and highlights\n"
    assert call("notes").out.count("article 6") == 2
    assert call("notes", "remove", "1").code == 0
    assert call("undo").out.startswith("undone: removed a note on “")


@pytest.mark.parametrize(
    ("args", "code", "error"),
    [
        (("highlight", "6", "sell the pier"), 1, "Article 6 has the words “sell the pier” 2 times; quote more"),
        (("highlight", "6", "buy the pier"), 1, "Article 6 does not have the words “buy the pier”; read it with"),
        (("highlight", "6"), 2, "Say which words to highlight"),
        (("highlight", "6", "pier", "--quote", "pier"), 2, "Say which words to highlight"),
        (("highlight", "6", "x", "--colour", "mauve"), 2, "mauve"),
        (("note", "6", "x", "--colour", "pink"), 2, "--colour needs --quote"),
        (("note", "6"), 2, "TEXT"),
        (("note", "6", " "), 1, "the note is empty"),
        (("note", "99", "x"), 1, "The library has no article 99."),
        (("note", "99999999999999999999", "x"), 1, "The library has no article"),
        (("notes", "--article", "99"), 1, "The library has no article 99."),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, pier: str, args: tuple[str, ...], code: int, error: str) -> None:
    outcome = call(*args)
    assert outcome.code == code
    assert error in outcome.err
    assert outcome.out == ""


def test_notes_go_out_and_come_back(call: Call, pier: str, tmp_path: Path) -> None:
    call("note", pier, "Ask *again*\x1b[2J")
    call("highlight", pier, "Edda Mornby", "--colour", "blue")
    markdown = call("export", "--notes").out
    assert "> Edda Mornby\n\n*blue · 20" in markdown
    assert "Ask *again*\n" in markdown
    rows = list(csv.DictReader(StringIO(call("export", "--notes", "--csv").out)))
    assert [(row["words"], row["note"], row["colour"]) for row in rows] == [
        ("", "Ask *again*", ""),
        ("Edda Mornby", "", "blue"),
    ]
    file = tmp_path / "notes.jsonld"
    assert call("export", "--notes", "--json-ld", "-o", file).out == f"2 notes and highlights written to {file}\n"
    assert json.loads(file.read_text())["total"] == 2
    assert call("export", "--notes", "--json-ld").out == file.read_text()
    assert call("export", "--notes", "--directory", tmp_path / "out").out == f"1 file written to {tmp_path / 'out'}\n"
    assert [path.read_text() for path in (tmp_path / "out").iterdir()] == [markdown]
    assert call("export", "--notes", "--csv", "--directory", tmp_path / "out").code != 0
    assert json.loads(call("export", "--notes", "--json-ld", "1").out)["total"] == 0
    call("notes", "remove", "1", "2")
    assert call("import", "--annotations", file).out == f"2 notes and highlights imported from {file}\n"
    assert call("export", "--notes", "--json-ld").out == file.read_text()
    again = call("import", "--annotations", file)
    assert (again.code, again.out) == (0, f"0 notes and highlights imported from {file}, 2 already there\n")
    assert call("undo").out == f"undone: imported 2 notes and highlights from {file}\n"
    assert call("notes").out.startswith("There are no notes")


def test_import_tells_what_is_left_out_and_takes_the_other_files(call: Call, pier: str, tmp_path: Path) -> None:
    item = {"type": "Annotation", "id": "urn:x:1", "bodyValue": "hm", "target": "https://elsewhere.example/a"}
    (tmp_path / "broken.json").write_text("[\n{]")
    (tmp_path / "theirs.json").write_text(json.dumps([item]))
    outcome = call("import", "--annotations", tmp_path / "broken.json", tmp_path / "theirs.json")
    assert outcome.code == 1
    broken, left_out = outcome.err.splitlines()
    assert "broken.json is not JSON: line 2, column 2" in broken
    assert "https://elsewhere.example/a, of which the library has no article; it was left out." in left_out
    assert outcome.out == f"0 notes and highlights imported from {tmp_path / 'theirs.json'}\n"


def test_a_read_only_library_lists_and_refuses(call: Call, pier: str, seeded_path: Path, read_only: ReadOnly) -> None:
    call("note", pier, "mine")
    with read_only(seeded_path.parent):
        assert "mine" in call("notes").out
        assert "mine" in call("export", "--notes").out
        refused = call("note", pier, "more")
        assert refused.code == 1
        assert "read-only" in refused.err


def test_odd_text_cannot_drive_the_terminal(parley: Command, call: Call, pier: str) -> None:
    done = parley("note", pier, "-", stdin="a\x1b]0;x\x07b\r\nc\u202e\n".encode())
    assert (done.returncode, done.stderr) == (0, "")
    out = call("notes").out + call("notes", "--json").out + call("export", "--notes").out
    assert not {"\x1b", "\x07", "\u202e", "\r"} & set(out)
    assert "       ab\n       c\n" in out


def test_completion_knows_articles_and_notes(call: Call, parley: Command, pier: str) -> None:
    def offered(words: str, at: int) -> list[str]:
        done = parley(_PARLEY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
        return [line.partition(",")[2] for line in done.stdout.splitlines() if line]

    assert offered("parley notes remove ", 3) == []
    call("note", pier, "mine")
    assert offered("parley notes remove ", 3) == ["1"]
    assert offered("parley notes edit 1", 3) == ["1"]
    assert offered("parley notes edit 2", 3) == []
    assert pier in offered("parley note ", 2)
