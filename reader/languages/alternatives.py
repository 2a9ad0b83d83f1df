"""Regular expressions of many alternatives, written so that they compile quickly.

A model's tokenizer may bring hundreds of alternatives that each spell out the same class of thousands of letters, and
compiling them takes seconds. ``factored`` writes such a class once for all the alternatives that share it.
"""

from __future__ import annotations

import re
from collections import defaultdict

_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_ATOM = re.compile(
    r"""(?: \\. | \[\^?\]?(?:\\.|[^\]\\])*\] | (?P<group>\() | [^\\\[(|)] )
        (?: [*+?]\?? | \{[0-9,]*\}\?? )?""",
    re.VERBOSE | re.DOTALL,
)
_QUANTIFIER = re.compile(r"[*+?]\??|\{[0-9,]*\}\??")
_NUMBERED = re.compile(r"\((?!\?:)|\\[1-9gk]")  # groups with a number or a condition: not to be moved about
_LONG = 200  # a class spelled out in more characters than this is worth sharing

Atoms = tuple[str, ...]


def factored(pattern: str) -> str:
    """A pattern that matches from the same places as ``pattern``, with long classes shared between alternatives.

    Where several alternatives match, another one may be found: ask only whether there is a match. A pattern with
    capturing groups, look-arounds or references is returned as it is, and so is what cannot be read.
    """
    flags = _FLAGS.match(pattern)
    body = pattern[flags.end() :] if flags else pattern
    if _NUMBERED.search(body):
        return pattern
    alternatives = _alternatives(body)
    return (flags.group() if flags else "") + _joined(alternatives) if alternatives else pattern


def _alternatives(body: str) -> list[Atoms] | None:
    """The alternatives as lists of atoms with their quantifiers, groups around whole alternatives opened up."""
    found: list[Atoms] = []
    atoms: list[str] = []
    at = 0
    while at <= len(body):
        if at == len(body) or body[at] == "|":
            if len(atoms) == 1 and atoms[0].startswith("(?:") and atoms[0].endswith(")"):
                inner = _alternatives(atoms[0][3:-1])
                if inner is None:
                    return None
                found += inner
            else:
                found.append(tuple(atoms))
            atoms = []
            at += 1
            continue
        end = _atom_end(body, at)
        if end is None:
            return None
        atoms.append(body[at:end])
        at = end
    return found


def _atom_end(body: str, at: int) -> int | None:
    match = _ATOM.match(body, at)
    if match is None:
        return None
    if not match["group"]:
        return match.end()
    depth, at = 1, at + 1
    while depth:
        inner = _ATOM.match(body, at)
        if inner is None or inner["group"]:
            if at >= len(body):
                return None
            depth += {"(": 1, ")": -1}.get(body[at], 0)
            at += 1
        else:
            at = inner.end()
    quantifier = _QUANTIFIER.match(body, at)
    return quantifier.end() if quantifier else at


def _joined(alternatives: list[Atoms]) -> str:
    """The alternatives as one pattern: first what ends in the same way is put together, then what begins so."""
    by_end: dict[Atoms, list[Atoms]] = defaultdict(list)
    for atoms in alternatives:
        long = [i for i, atom in enumerate(atoms) if len(atom) > _LONG]
        cut = long[-1] if long else len(atoms)
        by_end[atoms[cut:]].append(atoms[:cut])
    parts: list[str] = []
    single: dict[Atoms, list[Atoms]] = defaultdict(list)
    for end, starts in by_end.items():
        if not end:
            parts += ["".join(atoms) for atoms in starts]
        elif len(starts) > 1:
            parts.append(f"(?:{_joined(starts)}){''.join(end)}")
        else:
            atoms = starts[0] + end
            cut = next(i for i, atom in enumerate(atoms) if len(atom) > _LONG) + 1
            single[atoms[:cut]].append(atoms[cut:])
    for start, ends in single.items():
        rest = "".join(ends[0]) if len(ends) == 1 else f"(?:{_joined(ends)})"
        parts.append("".join(start) + rest)
    return "|".join(parts)
