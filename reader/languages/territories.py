"""What Unicode CLDR calls states and territories in a language.

Asking Babel takes fifty milliseconds the first time, so a pack has what it says as ``territories.toml``. Write it anew,
where Babel brings another CLDR, with ``python -m reader.languages.territories``.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from reader.languages.loader import FOLDER, languages, read_toml

_FILE = "territories.toml"
_HEAD = """# Names of states and territories by ISO 3166-1 code: Unicode CLDR {}, by way of Babel. Made by
# `python -m reader.languages.territories`.

"""


class Territories(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: names by ISO 3166 alpha-2 code."""

    names: dict[str, str]


def territory_names(language: str) -> dict[str, str]:
    """ISO 3166 alpha-2 code to name; empty for a language CLDR does not know. Raises PackError."""
    path = FOLDER / language / _FILE
    return read_toml(path, Territories).names if path.exists() else cldr_names(language)


def cldr_names(language: str) -> dict[str, str]:
    """As ``territory_names``, from the CLDR that Babel has."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return {}
    made_up = {"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO", "UM"}
    return {c: n for c, n in names.items() if len(c) == 2 and c.isalpha() and c not in made_up}


def write(folder: Path, language: str) -> None:
    """Write the file of a pack's folder."""
    from babel.core import get_cldr_version

    lines = [f"{code} = {json.dumps(name, ensure_ascii=False)}\n" for code, name in cldr_names(language).items()]
    text = f"{_HEAD.format(get_cldr_version())}[names]\n{''.join(lines)}"
    (folder / _FILE).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for code in languages():
        if code != "und":
            write(FOLDER / code, code)
