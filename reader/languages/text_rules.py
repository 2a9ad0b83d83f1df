"""The schema of text.toml: how a language's texts are laid out and cut into sentences and tokens."""

from __future__ import annotations

import msgspec


class TextRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the text stages need to know of a language. Words are written with plain apostrophes.

    ``abbreviations`` never end a sentence ("M.", "Mr."); ``closing_abbreviations`` end one only before a word of
    ``openers`` ("etc.", "U.S."). ``proclitics`` are cut off before a word ("l'"), ``enclitics`` after one ("'s",
    "-t-il") by the tokeniser that stands in for a missing model. The ``*_openers`` begin, and ``agencies`` and
    ``byline_words`` mark, lines that are not running text.
    """

    abbreviations: tuple[str, ...]
    closing_abbreviations: tuple[str, ...]
    openers: tuple[str, ...]
    proclitics: tuple[str, ...]
    enclitics: tuple[str, ...]
    agencies: tuple[str, ...]
    byline_openers: tuple[str, ...]
    link_openers: tuple[str, ...]
    caption_openers: tuple[str, ...]
    quotation_pairs: tuple[tuple[str, str], ...]
    single_quotes: bool
