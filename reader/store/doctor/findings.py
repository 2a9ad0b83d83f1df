"""What an examination finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands with something: well; well, but worth knowing; badly; badly before it was mended just now."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"
    MENDED = "mended"


class Check(StrEnum):
    """What is looked at."""

    FILE = "file"
    SCHEMA = "schema"
    REFERENCES = "references"
    COUNTS = "counts"
    SEARCH = "search"
    DEEDS = "deeds"
    ANALYSES = "analyses"
    DISK = "disk"
    FILES = "files"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: what was looked at, how it stands, and a sentence that says so."""

    check: Check
    state: State
    sentence: str


def fine(check: Check, sentence: str) -> Finding:
    """Nothing is wrong."""
    return Finding(check, State.FINE, sentence)


def note(check: Check, sentence: str) -> Finding:
    """Nothing is wrong, but it is worth knowing."""
    return Finding(check, State.NOTE, sentence)


def wrong(check: Check, sentence: str) -> Finding:
    """Something is wrong."""
    return Finding(check, State.WRONG, sentence)


def mended(check: Check, sentence: str) -> Finding:
    """Something was wrong and is not any more."""
    return Finding(check, State.MENDED, sentence)


def all_well(findings: Iterable[Finding]) -> bool:
    """True where nothing that is wrong remains."""
    return all(finding.state is not State.WRONG for finding in findings)
