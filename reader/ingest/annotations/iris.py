"""Names for what annotations are about, as the web has them (IRIs)."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from urllib.parse import quote

from reader.domain.addresses import web_address

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]+')
_ILLEGAL = re.compile(r'[\s<>"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]|%(?![0-9A-Fa-f]{2})')
_NAMED_BY_HASH = "ni:///sha-256;"
_LONGEST = 4_000


def is_iri(word: object) -> bool:
    """True for what names something anywhere in the world: an address, a urn."""
    return isinstance(word, str) and len(word) <= _LONGEST and _IRI.fullmatch(word) is not None


def source_iri(url: str | None, text_hash: str) -> str:
    """What an article is called outside this library: its address, or else a name made of its text's hash."""
    if web_address(url) and url is not None:
        return _ILLEGAL.sub(lambda sign: quote(sign[0], safe="", errors="replace"), url)
    return text_iri(text_hash)


def text_iri(text_hash: str) -> str:
    """The name of exactly this text (RFC 6920, "naming things with hashes"); ``text_hash`` is SHA-256 in hex."""
    return _NAMED_BY_HASH + urlsafe_b64encode(bytes.fromhex(text_hash)).decode().rstrip("=")


def hash_of(iri: str) -> str | None:
    """The hash, in hex, of the text that ``text_iri`` named so; None for any other name."""
    packed = iri.removeprefix(_NAMED_BY_HASH)
    if packed == iri:
        return None
    try:
        digest = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    except (Error, ValueError):
        return None
    return digest.hex() if len(digest) == 32 else None
