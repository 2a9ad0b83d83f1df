"""Tokens of a text, unit by unit: by a language model, or by a regular expression where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reader.analysis.text.dependencies import to_universal
from reader.domain.span import Span
from reader.languages.text_rules import TextRules

_BATCH = 6000  # code points given to the model at a time: an article or two, and what bounds its memory


class Draft(NamedTuple):
    """A token before it knows its sentence: ``norm`` in lower case, ``head`` its index among all drafts."""

    start: int
    end: int
    norm: str
    pos: str
    dep: str
    head: int
    morph: str
    ent: str


def model_tokens(normal: str, units: list[Span], nlp: Any, scheme: str) -> Iterator[list[Draft]]:
    """One list of drafts for each unit, from a spaCy pipeline. A unit is one tree, whatever the pipeline thinks."""
    first = 0
    for batch in _batches(units):
        for unit, doc in zip(batch, nlp.pipe(_docs(normal, batch, nlp), batch_size=len(batch)), strict=True):
            drafts = _drafts(doc, unit[0], first, scheme)
            first += len(drafts)
            yield drafts


def _batches(units: list[Span]) -> Iterator[list[Span]]:
    batch: list[Span] = []
    size = 0
    for unit in units:
        if batch and size + unit[1] - unit[0] > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(unit)
        size += unit[1] - unit[0]
    if batch:
        yield batch


def _docs(normal: str, units: Iterable[Span], nlp: Any) -> Iterator[Any]:
    for start, end in units:
        doc = nlp.make_doc(normal[start:end].replace("\n", " ").replace("\t", " "))
        for token in doc:
            token.is_sent_start = token.i == 0
        yield doc


def _drafts(doc: Any, offset: int, first: int, scheme: str) -> list[Draft]:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: at for at, t in enumerate(kept)}
    labels = [t.dep_ or "dep" for t in kept]
    heads = [place.get(t.head.i, at) for at, t in enumerate(kept)]
    pos = ["X" if t.pos_ == "SPACE" else t.pos_ for t in kept]  # a foreign word, which a model may take for anything
    if scheme == "clear":
        labels, heads = to_universal(labels, heads, pos)
    else:
        labels = ["root" if label == "ROOT" else label for label in labels]
    return [
        Draft(
            offset + t.idx,
            offset + t.idx + len(t.text),
            t.lower_,
            pos[at],
            labels[at],
            first + heads[at],
            str(t.morph),
            f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "",
        )
        for at, t in enumerate(kept)
    ]


class Tokeniser:
    """Cuts words, numbers and marks by the language's clitics, for a text without a model."""

    def __init__(self, rules: TextRules) -> None:
        before = "|".join(re.escape(p) for p in sorted(rules.proclitics, key=len, reverse=True))
        after = "|".join(re.escape(e) for e in sorted(rules.enclitics, key=len, reverse=True))
        short = {*rules.abbreviations, *rules.closing_abbreviations}
        dotted = "|".join(re.escape(a) for a in sorted(short, key=len, reverse=True))
        parts = [rf"(?<!\w)(?:{dotted})(?!\w)"] if dotted else []
        parts += [rf"(?i:{before})(?=\w)"] if before else []
        parts += [r"\d+(?:[ .,:]\d+)*", rf"(?i:{after})(?!\w)" if after else r"(?!)"]
        stop = rf"(?!(?i:{after})(?!\w))" if after else ""
        parts += [rf"(?:{stop}\w)(?:{stop}[\w'-](?=\w)|{stop}\w)*", r"\.{2,}", r"[^\w\s]"]
        self._pattern = re.compile("|".join(parts))

    def tokens(self, normal: str, units: list[Span]) -> Iterator[list[Draft]]:
        """One list of drafts for each unit; every token is its own head."""
        first = 0
        for start, end in units:
            drafts: list[Draft] = []
            for match in self._pattern.finditer(normal, start, end):
                at = first + len(drafts)
                drafts.append(Draft(match.start(), match.end(), match.group().lower(), "", "", at, "", ""))
            first += len(drafts)
            yield drafts
