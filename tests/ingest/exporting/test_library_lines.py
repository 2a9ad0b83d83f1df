"""A whole library as JSON Lines, and back again: the same, or one sentence and nothing changed."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import sample_analysis

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.colour import Colour
from reader.domain.correction import party_correction
from reader.domain.entry import identity
from reader.domain.errors import LibraryError, ParleyError
from reader.domain.feed import Feed, FeedItem
from reader.ingest.decide import decide
from reader.ingest.exporting.library_lines import export_library
from reader.ingest.exporting.library_reading import import_library
from reader.ingest.seeding import open_library
from reader.store.derived import indexes, wrong_counts, wrong_index
from reader.store.entries import Origin
from reader.store.library import Library

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["read", "bookmark", "tag", "note", "delete", "correct", "undo", "feed", "folder", "draft"]),
        st.integers(1, 4),
        WORDS,
    ),
    max_size=12,
)


def do(library: Library, what: str, id: int, words: str) -> None:
    """One thing a user may do."""
    if what == "read":
        library.set_read(id, True)
    elif what == "bookmark":
        library.set_bookmarked(id, True)
    elif what == "tag":
        library.tags.put([id], ["tag " + "".join(w for w in words if w.isalnum())])
    elif what == "note":
        text = library.article(id).text
        library.annotations.add(Annotation(id, About.TEXT, anchor_of(text, (0, len(text))), words, Colour.BLUE))
    elif what == "delete":
        library.delete(id)
    elif what == "correct":
        library.corrections.add(party_correction("Ada Moss" + words, "Norland"))
    elif what == "undo":
        library.deeds.undo()
    elif what == "feed":
        library.feeds.subscribe(f"https://{id}.example/feed", name=words)
    elif what == "folder":
        library.folders.add("folder " + words)
    else:
        library.drafts.keep(f"article {id}", words)


def fill(path: Path, texts: list[str], deeds: list[tuple[str, int, str]]) -> None:
    with Library.open(path) as library:
        for n, text in enumerate(texts):
            draft = Draft(
                text, f"Title {text}", "Bay Post", published="2026-01-01", layout="" if n else '{"b":[],"l":[]}'
            )
            library.save_analysis(draft.text_hash, sample_analysis())
            library.add(draft)
        for what, id, words in deeds:
            if id <= len(set(texts)):
                # Such as a tag without a name: a user is told, and nothing changed.
                with suppress(ParleyError):
                    do(library, what, id, words)


def is_right(path: Path) -> bool:
    """True where everything a library works out by itself is as its rows say."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        broken = [name for name in indexes(db) if wrong_index(db, name, thorough=True)]
        return not (wrong_counts(db) or broken or db.execute("PRAGMA foreign_key_check").fetchall())


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=1, max_size=4, unique=True), DEEDS)
def test_a_library_comes_back_the_same(texts: list[str], deeds: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        fill(here / "one.db", texts, deeds)
        rows = export_library(here / "one.db", here / "one.jsonl")
        assert import_library(here / "two.db", str(here / "one.jsonl")) == rows
        export_library(here / "two.db", here / "two.jsonl")
        assert (here / "two.jsonl").read_bytes() == (here / "one.jsonl").read_bytes()
        assert is_right(here / "two.db")


def bring(library: Library, feed: Feed, text: str, now: str) -> None:
    """The feed has one item, and it says this now."""
    item = FeedItem(title="Boats", text=text, guid="boats")
    fresh = [(item, identity(item))]
    with library.transaction():
        intents = decide(fresh, library.entries.known(feed.id, [fresh[0][1]]), {})
        library.entries.save(Origin(feed.id, feed.shown, "en"), intents, now)


@pytest.fixture
def used(seeded_path: Path) -> Path:
    """A library with something of everything in it, and a feed that has moved."""
    with Library.open(seeded_path) as library:
        feed = library.feeds.subscribe("https://bay.example/feed", name="Bay")
        bring(library, feed, "Boats were rammed.", "2026-03-01T12:00:00Z")
        bring(library, feed, "Boats were rammed twice.", "2026-03-02T12:00:00Z")
        for n, what in enumerate(("read", "tag", "note", "bookmark", "correct", "delete", "folder", "draft"), 1):
            do(library, what, min(n, 6), "x")
        library.deeds.undo()
        library.index.fill()
    return seeded_path


@pytest.fixture
def lines(used: Path, tmp_path: Path) -> Path:
    file = tmp_path / "library.jsonl"
    export_library(used, file)
    return file


def test_what_was_done_can_still_be_undone_and_found(lines: Path, tmp_path: Path) -> None:
    with_rows = tmp_path / "other.db"
    import_library(with_rows, str(lines))
    with Library.open(with_rows) as library:
        done = 0
        while library.deeds.undo() is not None:
            done += 1
        assert done >= 5
        assert library.tags.all() == []
        assert [library.article(id).title for id in library.index.find("rammed twice")] == ["Boats"]
    assert is_right(with_rows)


def test_compressed_it_is_the_same(used: Path, lines: Path, tmp_path: Path) -> None:
    packed = tmp_path / "library.jsonl.gz"
    export_library(used, packed)
    assert gzip.decompress(packed.read_bytes()) == lines.read_bytes()
    import_library(tmp_path / "other.db", str(packed))
    export_library(tmp_path / "other.db", tmp_path / "again.jsonl.gz")
    assert (tmp_path / "again.jsonl.gz").read_bytes() == packed.read_bytes()


def test_each_line_is_an_object_with_a_type(lines: Path) -> None:
    head, *rows, end = [json.loads(line) for line in lines.read_text().splitlines()]
    assert head == {"type": "library", "format": "parley.library/1"}
    assert end == {"type": "end", "rows": len(rows)}
    kinds = {row["type"] for row in rows}
    assert {"setting", "feed", "article", "version", "entry", "status", "tag", "tagging", "annotation"} <= kinds
    assert {"correction", "deed", "draft", "placement", "sequence"} <= kinds
    assert not kinds & {"statement", "tally", "unread", "search_data"}


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines()


DAMAGES: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "a newer format": (lambda x: [x[0].replace("/1", "/2"), *x[1:]], r"line 1, is of the format “parley.library/2”"),
    "no head": (lambda x: x[1:], "first line is not “parley.library/1”"),
    "nothing": (lambda x: [], "first line is not"),
    "another kind": (lambda x: [*x[:2], '{"type":"dream","id":1}', *x[2:]], "line 3, cannot be read: .*dream"),
    "another field": (lambda x: [*x[:2], '{"type":"setting","key":"a","value":"b","c":1}', *x[2:]], "line 3, .*`c`"),
    "a wrong type": (lambda x: [*x[:2], '{"type":"setting","key":"a","value":5}', *x[2:]], "line 3, .*Expected `str`"),
    "too large": (
        lambda x: [*x[:2], '{"type":"address","address":"a","feed_id":99999999999999999999}', *x[2:]],
        "line 3",
    ),
    "no JSON": (lambda x: [*x[:2], "\x1b]0;x\x07", *x[2:]], "line 3, cannot be read"),
    "twice the same": (lambda x: [*x[:2], x[1], *x[2:]], "line 3, cannot be kept: UNIQUE"),
    "cut off": (lambda x: x[:-1], "not whole: its last line is missing"),
    "a line lost": (lambda x: [*x[:1], *x[2:]], "counts .* rows, and .* are there"),
    "more behind": (lambda x: [*x, x[1]], "comes after the last line"),
    "an article lost": (
        lambda x: [*(row for row in x[:-1] if '"article","id":3,' not in row), f'{{"type":"end","rows":{len(x) - 3}}}'],
        "is not whole: row .* of “.*” belongs to one of “article” that is missing",
    ),
    "a hostile deed": (
        lambda x: [
            *x[:2],
            '{"type":"deed","id":900,"kind":"x","label":"x","made":"x","undone":0,'
            '"changes":[["status",1,{"read=1,deleted":0},{"read":1}]]}',
            *x[2:],
        ],
        "line 3, cannot be read: it changes what no deed may change",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_cannot_be_read_is_told_with_its_line_and_nothing_changes(
    lines: Path, tmp_path: Path, damage: str
) -> None:
    spoil, sentence = DAMAGES[damage]
    lines.write_text("".join(f"{line}\n" for line in spoil(lines_of(lines))))
    with pytest.raises(ParleyError, match=sentence) as told:
        import_library(tmp_path / "new.db", str(lines))
    assert str(told.value).startswith(str(lines))
    assert "\x1b" not in str(told.value)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("new.db")]


def test_a_library_of_examples_gives_way_and_is_as_it_was_after_an_error(lines: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    open_library(mine).close()
    export_library(mine, tmp_path / "before.jsonl")
    whole = lines.read_bytes()
    lines.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ParleyError):
        import_library(mine, str(lines))
    export_library(mine, tmp_path / "after.jsonl")
    assert (tmp_path / "after.jsonl").read_bytes() == (tmp_path / "before.jsonl").read_bytes()
    lines.write_bytes(whole)
    import_library(mine, str(lines))
    export_library(mine, tmp_path / "after.jsonl")
    assert (tmp_path / "after.jsonl").read_bytes() == whole


def test_a_library_in_use_is_not_replaced(used: Path, lines: Path) -> None:
    with pytest.raises(LibraryError, match="holds more than the example stories"):
        import_library(used, str(lines))
    export_library(used, lines.with_name("again.jsonl"))
    assert lines.with_name("again.jsonl").read_bytes() == lines.read_bytes()


def test_a_compressed_file_that_breaks_off(used: Path, tmp_path: Path) -> None:
    packed = tmp_path / "library.jsonl.gz"
    export_library(used, packed)
    packed.write_bytes(packed.read_bytes()[:-200])
    with pytest.raises(ParleyError, match="breaks off or is damaged"):
        import_library(tmp_path / "new.db", str(packed))


def test_a_stop_leaves_the_file_that_was_there(used: Path, tmp_path: Path) -> None:
    file = tmp_path / "library.jsonl"
    file.write_text("before")
    with Library.open(used) as library, library.transaction():
        for n in range(300):
            library.set_setting(f"key {n}", "x")

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_library(used, file, stop)
    assert file.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["library.jsonl"]
