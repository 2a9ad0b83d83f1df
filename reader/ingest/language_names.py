"""Languages by code or name, in English, French, or the language itself."""

from __future__ import annotations

from functools import cache

from reader.domain.folding import fold
from reader.languages.loader import languages
from reader.languages.pack import FALLBACK


def language_named(name: str) -> str | None:
    """The BCP 47 code of a language: "French", "français" and "FR" are all ``fr``; "fr-CA" stays as it is. None where
    there is no such language."""
    base, *rest = fold(name).strip().replace("_", "-").split("-")
    code = "-".join((base, *(part.upper() if len(part) == 2 else part for part in rest)))
    if base in languages() or base == FALLBACK:
        return code
    names = language_names()
    return names.get(fold(name).strip()) or (code if base in names.values() else None)


@cache
def language_names() -> dict[str, str]:
    """Names of languages, folded, and their codes; from CLDR, by way of Babel."""
    from babel import Locale

    found: dict[str, str] = {}
    for told in ("en", "fr", *languages()):
        if told == FALLBACK:
            continue
        for code, name in Locale.parse(told).languages.items():
            if "_" not in code:
                found.setdefault(fold(name), code)
    return found
