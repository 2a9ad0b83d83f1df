"""docs/speed.md: each bench has a section of it, and leaves the others' as they are."""

from __future__ import annotations

from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "speed.md"


def put(section: str) -> None:
    """Put a section, which begins with its heading of any level, where one with the same heading stands, or last."""
    heading = section.partition("\n")[0]
    there = _sections(REPORT.read_text(encoding="utf-8")) if REPORT.exists() else []
    fresh = section.strip() + "\n"
    if heading in [each.partition("\n")[0] for each in there]:
        there = [fresh if each.partition("\n")[0] == heading else each for each in there]
    else:
        there.append(fresh)
    REPORT.write_text("\n".join(there), encoding="utf-8")


def _sections(text: str) -> list[str]:
    """The text cut before every heading of the first two levels."""
    found: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(("# ", "## ")) or not found:
            found.append("")
        found[-1] += line
    return [each.strip() + "\n" for each in found if each.strip()]
