"""From text to ``Parsed``: normalised, cut into blocks, quotations, sentences and tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.analysis.text.blocks import find_blocks
from reader.analysis.text.light_tags import Tagger
from reader.analysis.text.normal import normalise
from reader.analysis.text.parsed import Parsed, Sentence, Token
from reader.analysis.text.quotations import find_quotes
from reader.analysis.text.sentences import find_units, join_quoted
from reader.analysis.text.tokens import Tokeniser, model_tokens
from reader.domain.analysis import Level
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def parse(text: str, pack: Pack, nlp: Any | None) -> Parsed:
    """The text as the rules see it. ``nlp`` is the spaCy pipeline of the pack's language, None for a light parse."""
    normal = normalise(text)
    blocks = find_blocks(normal, pack.text)
    quotes = find_quotes(text, blocks, pack.text)
    units: list[Span] = []
    spans: list[tuple[Span, int]] = []
    for at, block in enumerate(blocks):
        own = find_units(normal, block, pack.text)
        units += own
        spans += [(span, at) for span in join_quoted(own, quotes)]
    if nlp is None:
        groups = list(Tokeniser(pack.text).tokens(normal, units))
        if pack.text.light.determiners:
            groups = list(Tagger(pack).tagged(normal, groups))
    else:
        groups = list(model_tokens(normal, units, nlp, pack.meta.scheme))
    drafts = [draft for group in groups for draft in group]
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    at = 0
    for number, (span, block_at) in enumerate(spans):
        first = at
        while at < len(drafts) and drafts[at].end <= span[1]:
            draft = drafts[at]
            tokens.append(
                Token(
                    i=at,
                    start=draft.start,
                    end=draft.end,
                    text=text[draft.start : draft.end],
                    norm=draft.norm,
                    pos=draft.pos,
                    dep=draft.dep,
                    head=draft.head,
                    morph=draft.morph,
                    ent=draft.ent,
                    sentence=number,
                )
            )
            at += 1
        sentences.append(Sentence(span, first, at, block_at))
    return Parsed(
        text=text,
        normal=normal,
        blocks=blocks,
        quotes=quotes,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        level=Level.LIGHT if nlp is None else Level.FULL,
    )
