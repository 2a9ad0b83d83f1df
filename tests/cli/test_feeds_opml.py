"""``parley import`` and ``parley export``."""

from __future__ import annotations

from pathlib import Path

from support import Call, Command, ReadOnly

OPML = """<?xml version='1.0' encoding='UTF-8'?>
<opml version="2.0">
  <head>
    <title>Mine</title>
  </head>
  <body>
    <outline text="News" title="News">
      <outline text="World" title="World">
        <outline text="Bay Post" title="Bay Post" type="rss" xmlUrl="https://bay.example/feed"/>
      </outline>
      <outline text="Hill Post" title="Hill Post" type="rss" xmlUrl="https://hill.example/feed"/>
    </outline>
    <outline text="Déjà" title="Déjà" type="rss" xmlUrl="https://x.example/%C3%A9?a=1&amp;b=2"/>
  </body>
</opml>
"""
BROKEN = '<opml version="2.0">\n<body>\n<outline text="A" xmlUrl="https://a.example/feed">\n</body></opml>'


def test_import_says_what_it_did_and_fetches_nothing(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(OPML)
    outcome = call("import", tmp_path / "mine.opml")
    assert (outcome.code, outcome.err) == (0, "")
    first, second = outcome.out.splitlines()
    assert first == f"3 feeds imported from {tmp_path / 'mine.opml'}"
    assert "parley refresh" in second
    assert "not asked yet" in call("feeds").out
    again = call("import", tmp_path / "mine.opml")
    assert again.out == f"0 feeds imported from {tmp_path / 'mine.opml'}, 3 already there\n"


def test_round_trip_is_byte_identical(parley: Command, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(OPML)
    assert parley("import", tmp_path / "mine.opml").returncode == 0
    first = parley("export", "--opml")
    assert (first.returncode, first.stdout, first.stderr) == (0, OPML, "")
    other = tmp_path / "other.db"
    assert parley("--library", other, "import", "-", stdin=first.stdout).returncode == 0
    assert parley("--library", other, "export", "--opml").stdout == OPML


def test_a_broken_file_imports_nothing_and_names_the_line(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.opml").write_text(BROKEN)
    (tmp_path / "mine.opml").write_text(OPML)
    outcome = call("import", tmp_path / "broken.opml", tmp_path / "missing.opml", tmp_path / "mine.opml")
    assert outcome.code == 1
    broken, missing = outcome.err.splitlines()
    assert "broken.opml" in broken
    assert "line 4" in broken
    assert missing == f"parley: There is no file {tmp_path / 'missing.opml'}."
    assert "a.example" not in call("feeds", "--json").out
    assert len(call("feeds", "--json").out.splitlines()) == 3


def test_an_import_is_undone_as_a_whole(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(OPML)
    call("import", tmp_path / "mine.opml")
    assert call("undo").out == f"undone: imported 3 feeds from {tmp_path / 'mine.opml'}\n"
    assert "There are no feeds yet" in call("feeds").out
    assert call("redo").out == f"done again: imported 3 feeds from {tmp_path / 'mine.opml'}\n"
    assert call("export", "--opml").out == OPML


def test_export_replaces_a_file_as_a_whole(call: Call, seeded_path: Path, tmp_path: Path, read_only: ReadOnly) -> None:
    (tmp_path / "in.opml").write_text(OPML)
    call("import", tmp_path / "in.opml")
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "out.opml"
    file.write_text("before")
    file.chmod(0o640)
    assert call("export", "--opml", "-o", file).out == f"3 feeds written to {file}\n"
    assert file.read_text() == OPML
    assert file.stat().st_mode & 0o777 == 0o640
    file.write_text("before")
    with read_only(folder):
        outcome = call("export", "--opml", "-o", file)
        assert (outcome.code, outcome.err) == (1, f"parley: {file} cannot be written: Permission denied.\n")
    assert [path.name for path in folder.iterdir()] == ["out.opml"]
    assert file.read_text() == "before"
    assert call("export", "--opml", "-o", tmp_path).code == 1


def test_export_follows_a_link_and_writes_into_a_pipe(parley: Command, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "real.opml").write_text("before")
    (tmp_path / "link.opml").symlink_to("real.opml")
    assert parley("export", "--opml", "-o", tmp_path / "link.opml").returncode == 0
    assert (tmp_path / "link.opml").is_symlink()
    assert "<opml" in (tmp_path / "real.opml").read_text()
    piped = parley("export", "--opml", "-o", "/dev/stdout").stdout
    assert piped.startswith("<?xml")


def test_export_says_what_it_can_write(call: Call, seeded_path: Path) -> None:
    outcome = call("export")
    assert outcome.code == 2
    assert "--opml" in outcome.err
