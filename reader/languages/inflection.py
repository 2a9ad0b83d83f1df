"""The forms of nouns and adjectives, from a table of endings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

GENDERED = (("Masc", "Sing"), ("Masc", "Plur"), ("Fem", "Sing"), ("Fem", "Plur"))
PLAIN = ((None, "Sing"), (None, "Plur"))


class Form(NamedTuple):
    """One form of a word; gender and number as in Universal Dependencies, None where the form does not tell."""

    text: str
    gender: str | None
    number: str | None


def inflect(word: str, endings: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """The forms of ``word``: written out with slashes ("grec/grecs/grecque/grecques"; an empty part is a form there
    is none of), or by the longest of ``endings`` that fits. Four forms tell gender and number, two tell number."""
    if "/" in word:
        parts = word.split("/")
    else:
        ending = next((word[at:] for at in range(len(word) + 1) if word[at:] in endings), None)
        stem = word if ending is None else word[: len(word) - len(ending)]
        parts = [stem + e for e in endings[ending]] if ending is not None else [word]
    marks: tuple[tuple[str | None, str | None], ...]
    marks = GENDERED if len(parts) == 4 else PLAIN if len(parts) == 2 else ((None, None),) * len(parts)
    seen: dict[str, Form] = {}
    for part, (gender, number) in zip(parts, marks, strict=True):
        old = seen.get(part)
        if old is None:
            seen[part] = Form(part, gender, number)
        else:  # one spelling for two forms tells only what they share
            seen[part] = Form(
                part, old.gender if old.gender == gender else None, old.number if old.number == number else None
            )
    return tuple(form for form in seen.values() if form.text)
