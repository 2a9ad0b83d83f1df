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
    from reader.languages.credit_rules import CreditRules
    from reader.languages.cue_rules import CueRules
    from reader.languages.gazetteer import Gazetteer
    from reader.languages.number_rules import NumberRules
    from reader.languages.text_rules import TextRules

FALLBACK = "und"  # BCP 47: a language that is not known


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``pack.toml``: ``code`` BCP 47, ``name`` in the language itself, ``version`` raised with every change of rules.

    ``model_name`` is the spaCy model's import name and ``model`` the pip package that brings it, both empty where there
    is none; ``scheme`` is the dependency scheme the model labels with; ``unused`` names parts of the model that change
    nothing the rules read, ``undivided`` words that its tokenizer would cut at their hyphen. ``inflection`` maps the
    ending of a base form to the endings of all its forms (see ``reader.languages.inflection``). ``sounds`` maps letters
    to those the same sound is written with elsewhere, for names that each language spells its own way ("Douchanbé",
    "Dushanbe").
    """

    code: str
    name: str
    version: str
    model: str = ""
    model_name: str = ""
    scheme: Literal["ud", "clear"] = "ud"
    unused: tuple[str, ...] = ()
    undivided: tuple[str, ...] = ()
    inflection: dict[str, tuple[str, ...]] = {}
    sounds: dict[str, str] = {}


@dataclass(frozen=True)
class Pack:
    """One language's rules. Each file is read and checked when first asked for; PackError names file and key."""

    folder: Path
    meta: Meta
    language: str  # as asked for: a language without a pack of its own still has names of states

    @property
    def code(self) -> str:
        return self.meta.code

    @cached_property
    def text(self) -> TextRules:
        from reader.languages.text_rules import TextRules

        return read_toml(self.folder / "text.toml", TextRules)

    @cached_property
    def credits(self) -> CreditRules:
        from reader.languages.credit_rules import read_credit_rules

        return read_credit_rules(self.folder / "credits.toml", FOLDER / FALLBACK / "credits.toml")

    @cached_property
    def cues(self) -> CueRules:
        from reader.languages.cue_lexicon import read_cue_rules

        return read_cue_rules(self.folder / "cues.toml")

    @cached_property
    def numbers(self) -> NumberRules:
        from reader.languages.number_rules import NumberRules

        return read_toml(self.folder / "numbers.toml", NumberRules)

    @cached_property
    def actors(self) -> ActorRules:
        from reader.languages.actor_rules import read_actor_rules

        return read_actor_rules(self.folder / "actors.toml", self.meta.inflection)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from reader.languages.gazetteer import read_gazetteer

        return read_gazetteer(self.folder / "gazetteer.toml", self.language, self.meta.inflection)


def load_pack(code: str) -> Pack:
    """The pack for a BCP 47 code ("fr", "fr-CA"), or the neutral one for a language that has none.

    Raises PackError where the folder's ``pack.toml`` is missing or wrong.
    """
    base = code.replace("_", "-").split("-")[0].lower() or FALLBACK
    return _load(base)


@cache
def _load(language: str) -> Pack:
    folder = FOLDER / (language if language in languages() else FALLBACK)
    meta = read_toml(folder / "pack.toml", Meta)
    if meta.code != folder.name:
        where = f"{folder.name}/pack.toml"
        raise PackError(f"{where}: code is {meta.code!r}, but the folder is {folder.name!r}.", subject=where)
    return Pack(folder, meta, language)
