"""What the user said is kept in order, undone and redone, and never lost."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support import ReadOnly

from reader.domain.correction import (
    Anchor,
    Correction,
    CorrectionKind,
    anchor_of,
    party_correction,
    same_actor,
)
from reader.domain.errors import CorrectionError, LibraryError
from reader.store.library import Library

TEXT = "“It sank,” the mayor said."
WORDS = anchor_of(TEXT, (0, 10))
SPEAKER = Correction(CorrectionKind.SPEAKER, WORDS, "Ann Lee")
NOT = Correction(CorrectionKind.NOT_STATEMENT, WORDS)
PARTY = party_correction("Ann Lee", "Bay Council")
SAME = same_actor("Ann Lee", "A. Lee")


def standing(library: Library) -> list[int | None]:
    return [c.id for c in library.corrections.all() if not c.undone]


def test_every_kind_comes_back_as_it_was_said(empty_library: Library, library_path: Path) -> None:
    kept = [empty_library.corrections.add(c) for c in (SPEAKER, NOT, PARTY, SAME)]
    assert [c.id for c in kept] == [1, 2, 3, 4]
    assert all(c.made.endswith("Z") and not c.undone for c in kept)
    empty_library.close()
    with Library.open(library_path) as again:
        assert again.corrections.all() == tuple(kept)
        assert [replace(c, made="").said for c in again.corrections.all()] == [SPEAKER, NOT, PARTY, SAME]


def test_undo_goes_back_and_redo_forward_again(empty_library: Library) -> None:
    log = empty_library.corrections
    for correction in (SPEAKER, PARTY, SAME):
        log.add(correction)
    assert [c and (c.id, c.undone) for c in (log.undo(), log.undo())] == [(3, True), (2, True)]
    assert standing(empty_library) == [1]
    assert [c and (c.id, c.undone) for c in (log.redo(), log.redo(), log.redo())] == [(2, False), (3, False), None]
    assert standing(empty_library) == [1, 2, 3]
    for _ in range(3):
        log.undo()
    assert log.undo() is None
    assert len(log.all()) == 3


def test_what_was_undone_before_a_new_correction_stays_undone(empty_library: Library) -> None:
    log = empty_library.corrections
    log.add(SPEAKER)
    log.undo()
    log.add(PARTY)
    assert log.redo() is None
    log.undo()
    again = log.redo()
    assert again is not None
    assert again.kind is CorrectionKind.PARTY
    assert standing(empty_library) == [2]


def test_one_correction_is_undone_by_its_number(empty_library: Library) -> None:
    log = empty_library.corrections
    for correction in (SPEAKER, PARTY, SAME):
        log.add(correction)
    undone = log.undo(2)
    assert undone is not None
    assert (undone.id, standing(empty_library)) == (2, [1, 3])
    with pytest.raises(CorrectionError, match="Correction 2 is undone already"):
        log.undo(2)
    for unknown in (9, -1, 2**70):
        with pytest.raises(CorrectionError, match=f"Correction {unknown} does not exist"):
            log.undo(unknown)
    assert log.redo() == replace(undone, undone=False)


def test_corrections_made_elsewhere_keep_their_time_and_come_in_once(empty_library: Library) -> None:
    log = empty_library.corrections
    mine = log.add(PARTY)
    older = replace(party_correction("Ann Lee", "Sea Council"), made="2020-01-01T00:00:00Z", id=77)
    gone = replace(SAME, made="2020-01-02T00:00:00Z", undone=True)
    added = log.take_in([older, gone, replace(mine, id=5), older])
    assert [(c.actor, c.value, c.made, c.undone) for c in added] == [
        ("Ann Lee", "Sea Council", "2020-01-01T00:00:00Z", False),
        ("Ann Lee", "A. Lee", "2020-01-02T00:00:00Z", True),
    ]
    assert log.take_in([older, gone]) == ()
    assert [c.id for c in log.all()] == [2, 3, 1]
    assert log.redo() is None


def test_a_clock_put_back_does_not_make_an_older_correction_count(empty_library: Library) -> None:
    log = empty_library.corrections
    log.take_in([replace(PARTY, made="2999-01-01T00:00:00Z")])
    assert log.add(SAME).made == "2999-01-01T00:00:00Z"
    assert [c.kind for c in log.all()] == [CorrectionKind.PARTY, CorrectionKind.SAME_ACTOR]


def test_nothing_removes_a_correction(empty_library: Library, library_path: Path) -> None:
    empty_library.corrections.add(SPEAKER)
    db = sqlite3.connect(library_path)
    with pytest.raises(sqlite3.IntegrityError, match="undone, not deleted"):
        db.execute("DELETE FROM correction")
    db.execute("DELETE FROM article")
    db.execute("DELETE FROM analysis")
    db.commit()
    db.close()
    assert standing(empty_library) == [1]


def test_a_read_only_library_says_so(empty_library: Library, library_path: Path, read_only: ReadOnly) -> None:
    empty_library.corrections.add(SPEAKER)
    empty_library.close()
    with read_only(library_path.parent), Library.open(library_path) as library:
        log = library.corrections
        assert [c.kind for c in log.all()] == [CorrectionKind.SPEAKER]
        for change in (lambda: log.add(PARTY), lambda: log.take_in([PARTY]), log.undo, log.redo):
            with pytest.raises(LibraryError, match="read-only; nothing can be saved in it"):
                change()


KILLED = """
import os, pathlib, signal, sys
from reader.domain.correction import party_correction
from reader.store.library import Library
library = Library.open(pathlib.Path(sys.argv[1]))
library.corrections.add(party_correction("Ann Lee", "Bay Council"))
with library.transaction():
    library.corrections.take_in([party_correction("Half", "Way")])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_said_outlives_a_process_that_is_killed(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    assert subprocess.run([sys.executable, "-c", KILLED, str(library_path)]).returncode == -signal.SIGKILL
    with Library.open(library_path) as library:
        assert [c.actor for c in library.corrections.all()] == ["Ann Lee"]


def test_an_anchor_keeps_any_letters(empty_library: Library) -> None:
    odd = Anchor("“a\n\u202fb” 😀", "", "\n", 3, "h")
    empty_library.corrections.add(Correction(CorrectionKind.NOT_STATEMENT, odd))
    assert empty_library.corrections.all()[0].anchor == odd
