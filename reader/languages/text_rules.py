"""The schema of text.toml: how a language's texts are laid out and cut into sentences and tokens."""

from __future__ import annotations

import msgspec


class LightRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells words apart without a language model; without ``determiners`` they are not told apart.

    The lists are lower case and hold the words of closed classes, most frequent verbs included. ``verbs`` are finite
    forms, ``infinitives`` and ``participles`` those that no ending tells; ``adjectives`` stand before their noun. Of
    words in none of the lists the endings tell the class, ``nouns`` being words that end like a verb and are none.
    ``capital_nouns``: every noun begins with a capital, and no other word does inside a sentence (German).
    ``after_noun`` is the class of a small word right behind a noun: "ADJ" or "NOUN". A finite ending of
    ``finite_after_noun`` counts only right behind a noun, name or pronoun ("ed"); any word behind one of
    ``infinitive_after`` is an infinitive ("to"), and any that holds one of ``infinitive_inside`` ("einzustellen").
    """

    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    finite_endings: tuple[str, ...] = ()
    finite_after_noun: tuple[str, ...] = ()
    infinitive_after: frozenset[str] = frozenset()
    infinitive_inside: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    after_noun: str = "ADJ"
    capital_nouns: bool = False


class TextRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the text stages need to know of a language. Words are written with plain apostrophes.

    ``abbreviations`` never end a sentence ("M.", "Mr."); ``closing_abbreviations`` end one only before a word of
    ``openers`` ("etc.", "U.S."). ``proclitics`` are cut off before a word ("l'"), ``enclitics`` after one ("'s",
    "-t-il") by the tokeniser that stands in for a missing model, and ``light`` tells its words apart. The
    ``*_openers`` begin, and ``agencies`` and ``byline_words`` mark, lines that are not running text; a caption is also
    known by ``credits`` in the brackets that end it.
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
    credits: tuple[str, ...] = ()
    light: LightRules = LightRules()
