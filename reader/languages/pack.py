"""A language pack: everything the analysis knows about one language, read from the TOML files of its folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from reader.domain.errors import PackError
from reader.languages.loader import FOLDER, languages, read_toml

if TYPE_CHECKING:
    from reader.languages.actor_rules import ActorRules
    from reader.languages.cue_rules import CueRules
    from reader.languages.gazetteer import Gazetteer
    from reader.languages.number_rules import NumberRules
    from reader.languages.text_rules import TextRules

FALLBACK = "und"  # BCP 47: a language that is not known


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.toml``: ``code`` BCP 47, ``name`` in the language itself, ``version`` raised with every change of rules.

    ``model_name`` is the spaCy model's import name and ``model`` the pip package that brings it, both empty where
    there is none; ``scheme`` is the dependency scheme the model labels with.
    """

    code: str
    name: str
    version: str
    model: str = ""
    model_name: str = ""
    scheme: Literal["ud", "clear"] = "ud"


@dataclass(frozen=True)
class Pack:
    """One language's rules. Each file is read and checked when first asked for; PackError names file and key."""

    folder: Path
    meta: Meta

    @property
    def code(self) -> str:
        return self.meta.code

    @cached_property
    def text(self) -> TextRules:
        from reader.languages.text_rules import TextRules

        return read_toml(self.folder / "text.toml", TextRules)

    @cached_property
    def cues(self) -> CueRules:
        from reader.languages.cue_rules import CueRules

        return read_toml(self.folder / "cues.toml", CueRules)

    @cached_property
    def numbers(self) -> NumberRules:
        from reader.languages.number_rules import NumberRules

        return read_toml(self.folder / "numbers.toml", NumberRules)

    @cached_property
    def actors(self) -> ActorRules:
        from reader.languages.actor_rules import ActorRules

        return read_toml(self.folder / "actors.toml", ActorRules)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from reader.languages.gazetteer import read_gazetteer

        return read_gazetteer(self.folder / "gazetteer.toml", self.meta.code)


def load_pack(code: str) -> Pack:
    """The pack for a BCP 47 code ("fr", "fr-CA"), or the neutral one for a language that has none.

    Raises PackError where the folder's ``pack.toml`` is missing or wrong.
    """
    base = code.replace("_", "-").split("-")[0].lower()
    return _load(base if base in languages() else FALLBACK)


@cache
def _load(code: str) -> Pack:
    folder = FOLDER / code
    meta = read_toml(folder / "pack.toml", Meta)
    if meta.code != code:
        where = f"{code}/pack.toml"
        raise PackError(f"{where}: code is {meta.code!r}, but the folder is {code!r}.", subject=where)
    return Pack(folder, meta)
