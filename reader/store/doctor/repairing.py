"""Mend what an examination found, and say what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.backups.checking import checked
from reader.store.backups.making import back_up
from reader.store.backups.shelf import Backup, backups
from reader.store.derived import empty_index, indexes, recount, wrong_counts, wrong_index
from reader.store.doctor import inside
from reader.store.doctor.doctor import Tell, as_it_is, examine, silent
from reader.store.doctor.findings import Check, Finding, State, mended, note
from reader.store.doctor.outside import aged
from reader.store.library import Library
from reader.store.problems import told
from reader.store.recovery.recovering import Recovered, recover
from reader.store.recovery.settling import settle

_FILLED_AT_ONCE = 500
_MENDABLE = frozenset({Check.FILE, Check.REFERENCES, Check.COUNTS, Check.SEARCH, Check.DEEDS, Check.BACKUPS})


_CALLED = {
    "setting": "settings",
    "feed": "feeds",
    "feed_address": "addresses of feeds",
    "folder": "folders",
    "placement": "places in folders",
    "status": "marks (read, bookmarked, deleted)",
    "tag": "tags",
    "tagging": "taggings",
    "annotation": "highlights and notes",
    "draft": "notes being written",
    "saved_search": "saved searches",
    "story_mark": "marks of stories",
    "story_wish": "corrections of stories",
    "watch": "watch rules",
    "correction": "corrections",
    "deed": "deeds to undo",
    "article": "articles",
    "entry": "items of feeds",
    "version": "earlier versions",
    "alternate": "other texts",
    "visit": "visits",
    "analysis": "analyses",
    "signature": "signatures of articles",
}


@dataclass(frozen=True, slots=True)
class Repair:
    """What was found, as it is after mending; ``recovered`` where the file was damaged and another took its place."""

    findings: list[Finding]
    recovered: Recovered | None = None


def repair(path: Path, *, quick: bool = False, tell: Tell = silent) -> Repair:
    """Examine a library, mend what is wrong, and look again. Raises LibraryError where it cannot be mended: it is open
    in another program, nothing can be read of it, the disk is full; then it is as it was."""
    before = examine(path, quick=quick, tell=tell)
    wrong = {finding.check for finding in before if finding.state is State.WRONG}
    recovered = None
    if Check.FILE in wrong and not _reindexed(path):
        recovered = recover(path, lambda table, count: tell(f"reading {table}: {count}"))
    inner = wrong & _MENDABLE - {Check.FILE, Check.BACKUPS}
    if recovered is not None or inner or any(finding.check is Check.ANALYSES for finding in before):
        _mend(path, quick, tell)
    if Check.BACKUPS in wrong:
        tell("a new copy")
        back_up(path)
    if recovered is None and not wrong and all(finding.check is not Check.ANALYSES for finding in before):
        return Repair(before)
    after = examine(path, quick=quick, tell=tell)
    left = {finding.check for finding in after if finding.state is State.WRONG}
    done = [_as_mended(f, recovered) for f in before if f.state is State.WRONG and f.check not in left]
    lines = [*done, *after]
    if recovered is not None:
        lines += _told_of(path, recovered)
    return Repair(lines, recovered)


def _as_mended(finding: Finding, recovered: Recovered | None) -> Finding:
    what = "recovered" if finding.check is Check.FILE and recovered is not None else "mended"
    return mended(finding.check, f"{finding.sentence.rstrip('.')}: {what}.")


def _reindexed(path: Path) -> bool:
    """Make the indexes of the tables anew where nothing else is wrong; False where that does not help."""
    try:
        with as_it_is(path) as (db, _):
            if not inside.only_indexes(inside.problems(db, False)):
                return False
            db.execute("REINDEX")
            return not inside.problems(db, False)
    except LibraryError:
        return False


def _mend(path: Path, quick: bool, tell: Tell) -> None:
    with Library.open(path) as library:
        db = library._db
        with library.transaction():
            tell("what belongs together")
            if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
                # For a while rows belong to nothing.
                db.execute("PRAGMA defer_foreign_keys = ON")
                db.executemany("INSERT OR IGNORE INTO unindexed VALUES (?)", ((id,) for id in settle(db)))
            if wrong_counts(db, thorough=not quick):
                recount(db, thorough=not quick)
            db.execute("DELETE FROM story_wish WHERE NOT (json_valid(articles) AND json_valid(others))")
            db.execute("UPDATE deed SET undone = -1 WHERE NOT json_valid(changes)")
            db.execute(f"DELETE FROM analysis WHERE {inside.ORPHANS}")
            for table in ("unindexed", "untold", "unplaced"):
                db.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT id FROM article)")
        tell("the full-text indexes")
        for name in indexes(db):
            with told(path):
                broken = wrong_index(db, name, not quick)
            if broken:
                with library.transaction():
                    empty_index(db, name)
        done = 0
        while filled := library.index.fill(_FILLED_AT_ONCE):
            done += filled
            tell(f"the full-text index: {done}")


def _told_of(path: Path, recovered: Recovered) -> list[Finding]:
    """What came back, and whether the newest whole copy has more."""
    found = [note(Check.FILES, f"The damaged file is kept as {recovered.kept.name}.")]
    what = "; ".join(_called(table, count) for table, count in recovered.rows.items() if count)
    found.append(note(Check.FILE, f"Read from the damaged file: {what}."))
    if recovered.lost:
        what = "; ".join(_called(table, count) for table, count in recovered.lost.items())
        found.append(note(Check.FILE, f"Could not be read: {what}."))
    elif recovered.damaged:
        what = ", ".join(_CALLED.get(table, table) for table in recovered.damaged)
        found.append(note(Check.FILE, f"Something could not be read of: {what}."))
    if recovered.stand_ins:
        found.append(
            note(
                Check.FILE,
                f"{recovered.stand_ins} lost articles that you marked, tagged, bookmarked or follow have a stand-in.",
            )
        )
    more = _richer(path, recovered)
    if more is not None:
        backup, what = more
        age = aged(datetime.now(UTC) - backup.made)
        found.append(
            note(
                Check.BACKUPS,
                f"The copy of {age} ago has more ({what}); go back to it with: parley restore {backup.path}",
            )
        )
    return found


def _richer(path: Path, recovered: Recovered) -> tuple[Backup, str] | None:
    """The newest whole copy where it has more of something, and of what."""
    for backup in backups(path):
        try:
            contents = checked(backup.path)
        except LibraryError:
            continue
        more = [
            _called(table, count - recovered.rows[table])
            for table, count in contents.rows.items()
            if table in recovered.rows and count > recovered.rows[table]
        ]
        return (backup, "; ".join(more)) if more else None
    return None


def _called(table: str, count: int) -> str:
    return f"{_CALLED.get(table, table)}: {count}"
