"""Writing notes with real keys: what is kept, what is put away, and that nothing written is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from reading import FERRY, Reading, reading
from textual import events

from reader.domain.annotation import About, Annotation, highlight
from reader.domain.colour import Colour
from reader.store.library import Library
from reader.ui.annotating.note_editor import TAKEN_UP, NoteArea, NoteEditor

SIZES = [(80, 24), (200, 50)]


def kept(path: Path, article: int = 1) -> list[Annotation]:
    with Library.open(path) as library:
        return library.annotations.of(article)


def drafts(path: Path) -> list[str]:
    with Library.open(path) as library:
        return [draft.body for draft in library.drafts.all()]


def told(reader: Reading) -> str:
    return " ".join(notification.message for notification in reader.app._notifications)


def editor(reader: Reading) -> NoteEditor:
    screen = reader.app.screen
    assert isinstance(screen, NoteEditor)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_on_a_selection_is_written_changed_and_emptied(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("enter", "v", "l", "a")
        assert reader.seen("“PORT GREY”")
        assert reader.seen("Boats rammed in the strait")
        assert reader.seen("Ctrl+S keeps")
        # Letters are letters here, whatever they do elsewhere.
        await reader.press(*"usq", "question_mark", "enter", *"two", "ctrl+s")
        (note,) = kept(story_path)
        assert note.anchor is not None
        assert (note.body, note.anchor.exact, note.about) == ("usq?\ntwo", "PORT GREY", About.TEXT)
        assert note.colour is Colour.YELLOW
        assert reader.seen("1 note")
        assert any("¶" in line for line in reader.lines())
        await reader.press("a", "end", "s", "ctrl+s")
        assert [n.body for n in kept(story_path)] == ["usq?\ntwos"]
        await reader.press("w", *["backspace"] * 9, "ctrl+s")
        assert [(n.body, n.colour) for n in kept(story_path)] == [("", Colour.YELLOW)]
        assert "the highlight stays" in told(reader)
        await reader.press("u")
        assert [n.body for n in kept(story_path)] == ["usq?\ntwos"]
        assert drafts(story_path) == []


async def test_a_note_on_the_article_on_a_statement_and_from_list_and_panel(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("j", "w")
        assert reader.seen("Note on “A long harvest”")
        await reader.press(*"hay", "ctrl+s")
        assert [(n.about, n.body) for n in kept(story_path, 2)] == [(About.ARTICLE, "hay")]
        await reader.press("k", "w", "ctrl+s", "w", "escape")
        assert kept(story_path) == []
        await reader.press("tab", "a", *"all", "ctrl+s", "a", "end", "x", "ctrl+s")
        assert [(n.about, n.body) for n in kept(story_path)] == [(About.ARTICLE, "allx")]
        await reader.press("right_square_bracket", "tab", "w", *"said", "ctrl+s")
        note = kept(story_path)[-1]
        assert note.anchor is not None
        assert (note.about, note.anchor.exact) == (About.STATEMENT, "ramming at least 12 boats")
        assert reader.seen("2 notes")
        # Emptied, a note that is nothing else is gone.
        await reader.press("h", "escape", "a", *["backspace"] * 4, "ctrl+s")
        assert [n.body for n in kept(story_path)] == ["said"]
        await reader.press("u")
        assert [n.body for n in kept(story_path)] == ["allx", "said"]


async def test_put_away_nothing_is_lost_and_thrown_away_only_when_asked_twice(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "v", "l", "a", *"half", "escape")
        assert (kept(story_path), drafts(story_path)) == ([], ["half"])
        assert "waits among the notes" in told(reader)
        assert reader.seen("1 note unfinished")
        await reader.press("escape", "tab", "i", "j")
        assert reader.seen("Not kept yet")
        await reader.press("enter")
        assert editor(reader).written == "half"
        assert reader.seen(TAKEN_UP)
        assert reader.seen("“PORT GREY”")
        await reader.press("ctrl+t")
        assert drafts(story_path) == ["half"]
        await reader.press("s", "escape", "w")
        assert editor(reader).written == "halfs"
        await reader.press("ctrl+t", "ctrl+t")
        assert (kept(story_path), drafts(story_path)) == ([], [])
        assert not reader.seen("unfinished")
        # A draft of a note there is becomes that note.
        await reader.press("h", "a", *"one", "ctrl+s", "a", "end", *"two", "escape", "a")
        assert editor(reader).written == "onetwo"
        assert [n.body for n in kept(story_path)] == ["one"]
        await reader.press("ctrl+s")
        assert ([n.body for n in kept(story_path)], drafts(story_path)) == (["onetwo"], [])


async def test_whoever_quits_while_writing_finds_it_again(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "a", *"unsaved", "ctrl+q")
    assert drafts(story_path) == ["unsaved"]
    async with reading(story_path, (80, 24), article=1) as reader:
        await reader.press("tab", "a")
        assert (editor(reader).written, reader.seen(TAKEN_UP)) == ("unsaved", True)


def test_a_killed_reader_leaves_the_draft(story_path: Path) -> None:
    script = Path(__file__).with_name("writing_and_killed.py")
    path = os.pathsep.join([str(Path(__file__).parent.parent), *sys.path])
    done = subprocess.run([sys.executable, script, story_path], env={**os.environ, "PYTHONPATH": path}, check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = drafts(story_path)
    assert left
    assert "not".startswith(left)


async def test_what_a_killed_reader_left_is_there_for_the_same_words(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "v", "l", "l", "a", *"note", "escape")
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "v", "l", "l", "a")
        assert editor(reader).written == "note"


async def test_a_library_that_cannot_be_written_keeps_the_editor_open(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "a", *"word")
        with closing(connect(story_path)) as db, db:
            db.execute("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(FAIL, 'disk is full'); END")
            db.execute("CREATE TRIGGER full2 BEFORE INSERT ON annotation BEGIN SELECT RAISE(FAIL, 'no room'); END")
        await reader.press("escape")
        assert editor(reader).query_one(NoteArea).text == "word"
        assert reader.seen("disk is full")
        await reader.press("ctrl+s")
        assert reader.seen("no room")
        # Nor is it talked over by a draft that cannot be kept either.
        await reader.press("s")
        editor(reader)._keep_draft_soon()
        await reader.settle()
        assert reader.seen("no room")
        await reader.press("backspace")
        with closing(connect(story_path)) as db, db:
            db.execute("DROP TRIGGER full")
            db.execute("DROP TRIGGER full2")
        await reader.press("ctrl+s")
        assert [n.body for n in kept(story_path)] == ["word"]


async def test_what_is_pasted_or_stored_can_drive_no_terminal(story_path: Path) -> None:
    hostile = "[/b] \x1b[31mred\x1b]0;t\x07 \u202eback\x9b2J {x} $y end"
    with Library.open(story_path) as library:
        made = library.annotations.add(highlight(library.article(1), (0, 4)))
    with closing(connect(story_path)) as db, db:
        db.execute("UPDATE annotation SET body = ?, exact = ? WHERE id = ?", (hostile, hostile, made.id))
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "tab", "i", "j")
        shown = "".join(reader.lines())
        await reader.press("w")
        reader.app.post_message(events.Paste(hostile))
        await reader.settle()
        reader.app._clipboard = hostile
        await reader.press("ctrl+v")
        shown += "".join(reader.lines())
        assert "[/b] red" in shown
        assert not any(sign < " " or "\x7f" <= sign <= "\x9f" or sign == "\u202e" for sign in shown)
        await reader.press("ctrl+s")
    body = kept(story_path)[0].body
    assert body.count("[/b] red") == 3
    assert "\x1b" not in body


def an_editor(tmp_path: Path, code: str) -> str:
    """A command that runs this Python over ``path``, the file it is given."""
    script = tmp_path / "my editor.py"
    script.write_text(f"import os, sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return f"{sys.executable} '{script}' --wait"


Patch = Callable[[str, str], None]


async def test_the_editor_of_ones_own_takes_over_and_gives_back(
    story_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "a", *"mine", "ctrl+e")
        assert reader.seen("No editor is known")
        monkeypatch.setenv("EDITOR", an_editor(tmp_path, "path.write_text(path.read_text() + 'theirs\\n')"))
        await reader.press("ctrl+e")
        assert reader.seen("This terminal cannot be handed to an editor.")
        # A terminal that can be.
        monkeypatch.setattr(type(reader.app._driver), "can_suspend", True)
        await reader.press("ctrl+e")
        assert editor(reader).written == "mine\ntheirs"
        await reader.press("ctrl+s")
    assert [n.body for n in kept(story_path)] == ["mine\ntheirs"]
    assert FERRY not in kept(story_path)[0].body
