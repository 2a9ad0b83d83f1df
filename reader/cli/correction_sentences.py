"""Corrections and what they change, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from reader.domain.analysis import Analysis
from reader.domain.correction import Correction, CorrectionKind
from reader.ingest.effects import MOST, Change, fuller_names
from reader.store.library import Library

_LONGEST = 60


def sentence(correction: Correction, library: Library) -> str:
    """What was said, with the article's id where it is about one."""
    actor, value = correction.actor, correction.value
    if correction.kind is CorrectionKind.PARTY:
        return f"{actor} belongs to {value}"
    if correction.kind is CorrectionKind.SAME_ACTOR:
        return f"{actor} and {value} are the same actor"
    assert correction.anchor is not None
    id = library.find(correction.anchor.text_hash)
    where = f"article {id}" if id is not None else "a text that is not in the library"
    words = quoted(correction.anchor.exact)
    if correction.kind is CorrectionKind.SPEAKER:
        return f"{words} is said by {actor} ({where})"
    return f"{words} is not a statement ({where})"


def listed(correction: Correction, library: Library) -> str:
    """One line: number, day, what was said, and whether it was undone."""
    undone = " (undone)" if correction.undone else ""
    return f"{correction.id:>4}  {correction.made[:10]}  {sentence(correction, library)}{undone}"


def told(correction: Correction, changes: Sequence[Change], library: Library) -> str:
    """A line that says what was said, and lines that say what it changes."""
    lines = [f"{correction.id}: {sentence(correction, library)}."]
    if correction.kind.of_statement:
        lines += [_moved(change, id) for change in changes for id in change.moved]
    elif changes:
        lines.append(_counted(correction, changes))
    else:
        lines.append("No stored analysis changes by it; it holds for articles to come.")
        fuller = [full for name in (correction.actor, correction.value) for full in fuller_names(library, name or "")]
        if fuller:
            lines.append(f"Actors are known by their whole name; stored are: {', '.join(fuller)}.")
    if not correction.kind.of_statement and library.counts().articles > MOST:
        lines.append(f"Looked through: the newest {MOST} articles. It holds for all.")
    return "\n".join(lines)


def quoted(words: str) -> str:
    """The beginning of a statement's words, in quotation marks where they bring none along."""
    line = " ".join(words.split())
    short = line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
    marked = line[:1] == '"' or (line and category(line[0]) == "Pi")
    return short if marked else f"“{short}”"


def _counted(correction: Correction, changes: Sequence[Change]) -> str:
    statements = sum(len(change.moved) for change in changes)
    where = f"in {_number(len(changes), 'stored article')} ({', '.join(str(c.article.id) for c in changes)})"
    if correction.kind is CorrectionKind.PARTY:
        verb = "counts" if statements == 1 else "count"
        return f"{_number(statements, 'statement')} {where} now {verb} for {_party(changes[0])}."
    return f"They are one actor {where}."


def _party(change: Change) -> str:
    """The name of the party an actor came to: how the one that was typed is understood."""
    before = {actor.id: actor.party for actor in change.before.actors}
    came = (a.party for a in change.after.actors if a.corrected and a.party and before.get(a.id) != a.party)
    party = change.after.party(next(came, ""))
    return party.name if party is not None else "it"


def _moved(change: Change, id: str) -> str:
    was, now = _parties(change.before, id), _parties(change.after, id)
    which = f"Statement {id} of article {change.article.id}"
    if now is None:
        return f"{which} is left out; it counted for {was}."
    return f"{which} counts for {now}, not for {was}." if was else f"{which} is back and counts for {now}."


def _parties(analysis: Analysis, id: str) -> str | None:
    """The names of those who make a statement, None where there is no such statement."""
    statement = analysis.statement(id)
    if statement is None:
        return None
    names = [party.name for id in statement.parties if (party := analysis.party(id))]
    return ", ".join(names) or "nobody"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
