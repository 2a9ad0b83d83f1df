"""Signatures of articles: what they are made of, and making them where the language models are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from reader.analysis.stories.signature import VERSION, sign
from reader.domain.layout import prose
from reader.store.analysis_json import decode
from reader.store.library import Library
from reader.store.stories.placed import Signed, Unsigned, Waiting

_DIGITS = 16


def key_of(article: Waiting) -> str:
    """What an article's signature is made of and by: another one where anything of that changes."""
    made_of = (article.engine_key, article.text_hash, article.title, article.source, article.language, article.dated)
    return VERSION + " " + hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:_DIGITS]


def unsigned(library: Library, articles: Sequence[Waiting]) -> list[Unsigned]:
    """What is needed to sign those of the articles that have an analysis and no signature, or an outdated one."""
    keys = {article.id: key_of(article) for article in articles if is_signable(article)}
    wanted = [article.id for article in articles if article.id in keys and article.key != keys[article.id]]
    return [
        Unsigned(id, keys[id], title, text, language, body)
        for id, title, text, language, body in library.placings.unsigned(wanted)
    ]


def is_signable(article: Waiting) -> bool:
    """Whether an article can be in a story: it is there, and analysed."""
    return not article.hidden and article.engine_key is not None


def sign_article(one: Unsigned) -> Signed | None:
    """The signature of an article; None where its analysis was written by a version of another shape, or where signing
    fails, so that a defect costs one article its story and no other."""
    from reader.languages.pack import load_pack

    analysis = decode(one.body)
    if analysis is None:
        return None
    try:
        signature = sign(one.title, prose(one.text), analysis, load_pack(one.language))
    except Exception:
        return None
    return Signed(one.key, signature, tuple((party.id, party.name) for party in analysis.parties))
