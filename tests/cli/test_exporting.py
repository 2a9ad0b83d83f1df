"""``parley export`` and ``parley import --library``."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from support import Call, Command

from reader.store.library import Library


def test_articles_by_their_ids_and_by_what_they_have(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    with Library.open(seeded_path) as library:
        library.set_bookmarked(2, True)
        library.tags.put([3, 4], ["Sea"])
    printed = call("export", "--articles", "2", "--text")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out.startswith("Grève des tramways à Montfresnes")
    assert call("export", "--articles", "--bookmarked", "--text").out == printed.out
    assert call("export", "--articles", "--search", "title:tramways", "--text").out == printed.out
    markdown = call("export", "--articles", "3", "4").out
    assert markdown.count("\n---\n") == 1
    outcome = call("export", "--articles", "--tag", "sea", "--directory", tmp_path / "sea")
    assert outcome.out == f"2 articles written to {tmp_path / 'sea'}\n"
    assert len(list((tmp_path / "sea").glob("*.md"))) == 2
    kept = tmp_path / "sea" / "mine.md"
    kept.write_text("Mine.")
    again = ("export", "--articles", "--tag", "sea", "--directory", tmp_path / "sea")
    assert "is not empty: --replace" in call(*again).err
    assert call(*again, "--replace").code == 0
    assert (len(list((tmp_path / "sea").glob("*.md"))), kept.read_text()) == (3, "Mine.")
    outcome = call("export", "--articles", "4", "3", "-o", tmp_path / "two.md")
    assert outcome.out == f"2 articles written to {tmp_path / 'two.md'}\n"


def test_comparisons(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert (
        call("export", "--comparison", "5", "4", "--html", "-o", page).out
        == f"comparison of 2 articles written to {page}\n"
    )
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert call("export", "--comparison", "5").out.startswith("# L’Arménie et l’Azerbaïdjan")


def test_a_library_there_and_back(call: Call, parley: Command, seeded_path: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "all.jsonl.gz", tmp_path / "other.db"
    call("bookmark", "3")
    assert "rows written to" in call("export", "--library", "-o", file).out
    lines = gzip.decompress(file.read_bytes()).decode()
    assert call("export", "--library").out == lines
    done = parley("--library", other, "import", "--library", "-", stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")
    assert "rows imported from standard input into" in done.stdout
    assert call("--library", other, "export", "--library").out == lines
    again = call("--library", other, "import", "--library", file)
    assert again.code == 1
    assert "holds more than the example stories" in again.err


WRONG = {
    "nothing": ((), "Say what to export"),
    "two things": (("--opml", "--library"), "--opml and --library cannot be used together"),
    "a form it has not": (("--articles", "1", "--html"), "--html does not go with --articles"),
    "two forms": (("--articles", "1", "--text", "--markdown"), "cannot be used together"),
    "no articles": (("--articles",), "Say which articles"),
    "articles two ways": (("--articles", "1", "--bookmarked"), "ID and --bookmarked cannot be used together"),
    "articles of a library": (("--library", "--tag", "x"), "--tag does not go with --library"),
    "a folder for one page": (("--comparison", "1", "--directory", "x"), "--directory does not go with --comparison"),
    "two places": (("--articles", "1", "-o", "x", "--directory", "y"), "cannot be used together"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_go_together_is_wrong_usage(call: Call, seeded_path: Path, wrong: str) -> None:
    args, sentence = WRONG[wrong]
    outcome = call("export", *args)
    assert (outcome.code, outcome.out) == (2, "")
    assert sentence in outcome.err


BAD = {
    "no such article": (("export", "--articles", "1", "99", "-o", "new.md"), "The library has no article 99"),
    "no such tag": (("export", "--articles", "--tag", "none", "-o", "new.md"), "There is no tag none"),
    "no such feed": (("export", "--articles", "--feed", "none", "-o", "new.md"), "There is no feed none"),
    "a bad query": (("export", "--articles", "--search", "is:nothing", "-o", "new.md"), "nothing"),
    "no such place": (("export", "--library", "-o", "none/new.md"), "none/new.md cannot be written"),
    "no such file": (("import", "--library", "none.jsonl"), "There is no file none.jsonl"),
    "a directory": (("import", "--library", "."), "is a directory"),
    "another file": (("import", "--library", "new.txt"), "new.txt is not a library in JSON Lines"),
}


@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_done_is_told_in_a_sentence(
    call: Call, seeded_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.txt").write_text("{}")
    args, sentence = BAD[bad]
    outcome = call(*args)
    assert (outcome.code, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert sentence in line
    assert not (tmp_path / "new.md").exists()


def test_import_names_what_it_needs(call: Call, seeded_path: Path) -> None:
    for args in ((), ("--library", "a", "b"), ("--library", "--annotations", "a")):
        assert call("import", *args).code == 2
