"""A fingerprint of everything that decides what an analysis finds: a change of rules makes stored analyses outdated."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_FOLDERS = ("analysis", "languages", "domain")
_KINDS = frozenset({".py", ".toml"})
# Rooms of the analysis that arrange or compare what was found.
_ONLY_SHOWN = frozenset({"board", "difference", "stories", "story_board"})
_LENGTH = 12


@cache
def rules_digest() -> str:
    """The fingerprint of this installation's code and language packs: twelve hexadecimal digits."""
    return digest(_PACKAGE / name for name in _FOLDERS)


def digest(folders: Iterable[Path]) -> str:
    """The fingerprint of the code and data files below the folders; where they lie makes no difference."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in _KINDS):
            if path.relative_to(folder).parts[0] in _ONLY_SHOWN:
                continue
            content = path.read_bytes()
            total.update(f"{folder.name}/{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            total.update(content)
    return total.hexdigest()[:_LENGTH]
