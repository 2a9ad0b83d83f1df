"""Organisations under two names made one: "Hewlett-Packard (HP)", "Church of Scientology" and "Scientology"."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of, word_key

_NAMED = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.FORCE})


def join_aliases(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with each short name or acronym joined to the name it is short for."""
    named = [d for d in drafts if d.kind in _NAMED]
    shorts: dict[object, list[Draft]] = {}
    starts: dict[int, Draft] = {}
    for draft in named:
        for key in _short_forms(reading, draft):
            shorts.setdefault(key, []).append(draft)
        for mention in draft.mentions:
            starts[mention.first] = draft
    brackets: dict[int, list[Draft]] = {}
    for draft in named:
        for mention in draft.mentions:
            other = starts.get(mention.last)
            if other is not None and other is not draft and reading.gap(mention.last).strip() == "(":
                brackets.setdefault(id(other), []).append(draft)
                brackets.setdefault(id(draft), []).append(other)
    gone: set[int] = set()
    for short in named:
        if id(short) in gone or (short.kind is not ActorKind.ORGANISATION and short.mentions[0].entry is not None):
            continue
        likely = [*brackets.get(id(short), ()), *shorts.get(keys_of(short.name), ()), *_expansions(short, shorts)]
        for long in likely:
            if (
                long is short
                or id(long) in gone
                or not _same(reading, long, short, long in brackets.get(id(short), ()))
            ):
                continue
            gone.add(id(_join(*((long, short) if long.first <= short.first else (short, long)))))
            break
    return [d for d in drafts if id(d) not in gone]


def _short_forms(reading: Reading, draft: Draft) -> Iterator[object]:
    """What a longer name may be shortened to: its initials, its end behind "of", its beginning."""
    keys = keys_of(draft.name)
    if len(keys) < 2:
        return
    yield "".join(k[0] for k in keys)
    yield "".join(k[0] for k in keys if k not in reading.rules.connectors)
    yield keys[:-1]
    entry = reading.entry(draft.first)
    if entry is not None and entry.kind is ActorKind.PLACE and draft.kind is ActorKind.ORGANISATION:
        yield keys[reading.known[draft.first][1] :]  # "Dallas Cowboys", later "Cowboys"
    for n in range(1, len(keys) - 1):
        if keys[n] in reading.rules.connectors:
            yield keys[n + 1 :]


def _expansions(short: Draft, shorts: dict[object, list[Draft]]) -> list[Draft]:
    return shorts.get(word_key(short.name), []) if _is_acronym(short.name) else []


def _same(reading: Reading, long: Draft, short: Draft, bracketed: bool) -> bool:
    if long.mentions[0].entry is not None and short.mentions[0].entry is not None:
        return False
    if bracketed and (_is_acronym(long.name) or _is_acronym(short.name)):
        return True
    long_keys, short_keys = keys_of(long.name), keys_of(short.name)
    if long.type == "media" or long.of_state != short.of_state or len(long_keys) <= len(short_keys):
        return False
    if _is_acronym(short.name):
        return True
    if short.mentions[0].entry is not None:
        return False
    if long.type != short.type and long.name[0].islower() and short.first < long.first:
        return False  # "le syndicat de Norvex" in a text that told of Norvex before
    if long_keys[:-1] == short_keys:
        # "Northmere Water", later "Northmere"; but "HP France" is a branch of "HP"
        return long.first < short.first and all(m.home is None for m in long.mentions)
    return True


def _join(keep: Draft, drop: Draft) -> Draft:
    """``keep`` with everything of ``drop``, which is returned."""
    if drop.mentions[0].entry is not None and keep.mentions[0].entry is None:
        keep.name, keep.type = drop.name, drop.type or keep.type
    keep.party = keep.party or drop.party
    keep.of_state = keep.of_state or drop.of_state
    keep.type = keep.type or drop.type
    acronyms = [m.name for d in (keep, drop) for m in d.mentions if _is_acronym(m.name)]
    keep.acronym = keep.acronym or next(iter(acronyms), None)
    keep.mentions = sorted([*keep.mentions, *drop.mentions], key=lambda m: m.first)
    return drop


def _is_acronym(name: str) -> bool:
    return 2 <= len(name) <= 8 and sum(c.isupper() for c in name) >= 2 and " " not in name
