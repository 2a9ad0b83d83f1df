"""Files into the library, each on its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ingest.adding import add_paths
from reader.store.library import Library


def test_one_bad_path_never_stops_the_others(empty_library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The first text.")
    (tmp_path / "b.txt").write_text("The second text.")
    (tmp_path / "same.md").write_text("The first text.")
    (tmp_path / "bad.txt").write_bytes(b"\0")
    names = ["a.txt", "missing.txt", "bad.txt", ".", "same.md", "b.txt"]
    a, missing, bad, folder, same, b = add_paths(empty_library, [str(tmp_path / n) for n in names])
    assert (a.new, same.new, b.new) == (True, False, True)
    assert a.id == same.id != b.id
    assert [r.error is None for r in (a, missing, bad, folder, same, b)] == [True, False, False, False, True, True]
    assert empty_library.counts().articles == 2
    assert a.id is not None
    assert empty_library.article(a.id).origin == str(tmp_path / "a.txt")


def test_a_side_file_among_the_paths_is_read_along(empty_library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The first text.")
    (tmp_path / "a.toml").write_text('title = "Named beside"')
    (tmp_path / "alone.toml").write_text('title = "A text of its own"')
    results = add_paths(empty_library, sorted(str(path) for path in tmp_path.glob("a*")))
    assert [Path(r.path).name for r in results] == ["a.txt", "alone.toml"]
    assert {row.title for row in empty_library.rows()} == {"Named beside", 'title = "A text of its own"'}


@pytest.mark.parametrize("path", ["", ".", "/", "..", "~", "a\0b", "\udcff", "x" * 5000])
def test_any_path_gets_an_answer(empty_library: Library, path: str) -> None:
    (result,) = add_paths(empty_library, [path])
    assert result.error is not None
    assert result.error.endswith(".")
    assert result.error.isprintable()
