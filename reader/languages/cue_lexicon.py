"""The verbs of cues.toml by their inflected forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import msgspec

from reader.domain.errors import PackError
from reader.languages.cue_rules import CueRules, VerbGroup
from reader.languages.loader import read_toml


class Form(Enum):
    """Which part of a paradigm a form belongs to."""

    INFINITIVE = 0
    FINITE = 1
    PARTICIPLE = 2
    GERUND = 3


@dataclass(frozen=True)
class Sense:
    """One way a verb reports: its group, the words that follow it in the cue, whether it needs a reflexive, and the
    prefix that may stand apart from it at its clause's end ("wies … zurück")."""

    word: str
    group: VerbGroup
    tail: tuple[frozenset[str], ...]
    reflexive: bool
    particle: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Every inflected form with what it may be."""

    forms: dict[str, tuple[tuple[Sense, Form], ...]] = field(default_factory=dict)


def read_cue_rules(path: Path) -> CueRules:
    """The rules of one cues.toml. Raises PackError naming file and key."""
    rules = read_toml(path, CueRules)
    rules.__dict__["_where"] = f"{path.parent.name}/{path.name}"
    return rules


def lexicon(rules: CueRules) -> Lexicon:
    """The forms of all verbs, made once for each pack, when first asked for. Raises PackError, naming the file and the
    verb, where one names no paradigm."""
    made: Lexicon | None = rules.__dict__.get("_lexicon")
    if made is None:
        made = _build(rules, rules.__dict__.get("_where", "cues.toml"))
        rules.__dict__["_lexicon"] = made
    return made


def wishing(rules: CueRules) -> CueRules:
    """The same rules with the verbs of wishing in the place of those of saying, made once for each pack."""
    made: CueRules | None = rules.__dict__.get("_wishes")
    if made is None:
        made = msgspec.structs.replace(rules, verbs=rules.wishes, wishes=())
        made.__dict__["_where"] = rules.__dict__.get("_where", "cues.toml")
        rules.__dict__["_wishes"] = made
    return made


def _build(rules: CueRules, where: str) -> Lexicon:
    forms: dict[str, list[tuple[Sense, Form]]] = {}
    for group in rules.verbs:
        for word in group.words:
            for form, sense, kind in _inflected(word, group, rules, where):
                entries = forms.setdefault(form, [])
                if (sense, kind) not in entries:
                    entries.append((sense, kind))
    return Lexicon({form: tuple(entries) for form, entries in forms.items()})


def _inflected(word: str, group: VerbGroup, rules: CueRules, where: str) -> list[tuple[str, Sense, Form]]:
    verb, *tail = word.replace("'", "' ").split()
    reflexive = verb in rules.reflexives and bool(tail)
    if reflexive:
        verb, *tail = tail
    stem, plus, name = verb.partition("+")
    if not plus or name not in rules.paradigms:
        raise PackError(f"{where}: {word!r} names no paradigm of [paradigms].", subject=where)
    endings = rules.paradigms[name].split("|")
    if len(endings) != len(Form):
        raise PackError(f"{where}: paradigm {name!r} does not have four groups of endings.", subject=where)
    particle = tail.pop()[1:] if tail and tail[-1].startswith("~") else ""
    sense = Sense(word, group, tuple(frozenset(t.split("|")) for t in tail), reflexive, particle)
    found = []
    for kind, group_endings in zip(Form, endings, strict=True):
        # A stem may be an infinitive by itself: the group of endings is then blank.
        own = group_endings.split() or ([""] if kind is Form.INFINITIVE else [])
        found += [(stem + ending, sense, kind) for ending in own]
    return found
