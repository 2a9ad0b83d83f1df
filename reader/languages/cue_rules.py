"""The schema of cues.toml: the words that report what somebody says, and how they are built.

A verb is written ``stem+paradigm``; words after it belong to the cue ("f+aire état"), ``a|b`` gives a choice, and the
first of ``reflexives`` before it means that it reports only with a reflexive pronoun; a last word with ``~`` is a
prefix that stands apart ("w+eisen ~zurück"). A paradigm is four groups of endings split by ``|``: infinitive, finite
forms, past participles, present participles.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec


class Frame(StrEnum):
    """What a verb reports with."""

    CLAUSE = "clause"  # que / that
    QUESTION = "question"  # si / whether
    QUOTE = "quote"  # a quotation, or a clause cut off by commas
    INFINITIVE = "infinitive"  # de faire / to do
    OBJECT = "object"  # a noun phrase
    GERUND = "gerund"  # denied doing
    STATE = "state"  # said to be: "se dit favorable à"
    ABOUT = "about"  # a phrase with one of the group's prepositions
    NAMING = "naming"  # an object and what it is called, in quotation marks
    PREDICATE = "predicate"  # an object and what it is said to be: "called it a disgrace"
    VERDICT = "verdict"  # an object and what it is said to be: "juge l'offre insuffisante"
    COUNT = "count"  # a number: "counted 12,000 marchers", "parle de 9 défauts"
    BARE = "bare"  # the verb alone ends its clause: "Pékin a démenti."
    ALONE = "alone"  # the cue says it all
    HEARSAY = "hearsay"  # passive only: "is said to have fled"


ActName = Literal[
    "declare", "accuse", "deny", "confirm", "admit", "promise", "threaten", "warn", "urge", "demand", "offer", "ask",
    "praise", "criticise", "decline", "other",
]  # fmt: skip
EndorsementName = Literal["neutral", "distanced", "conceded"]


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that report in the same way.

    ``target`` says which complement is the target: the ``object``, the noun after a preposition of address
    (``to``), whoever the ``content`` names first, or ``none``; ``objectless`` lets it be left out ("called for
    calm"). ``prepositions`` begin the content of frame ``about``. ``objects`` are the only nouns that frame
    ``object`` takes, where there are any; ``never_subjects`` do it and do not say it; with
    ``never_objects`` the verb means something else ("recalled its ambassador"). ``negated``: only under negation.
    ``hearer``: the noun after the verb is spoken to, it never speaks ("…, told X"). ``subjects``: the verb reports
    only with one of these nouns as its subject. ``hearing``: its subject hears, and who speaks is not said ("the
    court heard that"). ``reciprocal``: all who speak are each other's targets ("traded accusations").
    """

    act: ActName
    frames: tuple[Frame, ...]
    words: tuple[str, ...]
    endorsement: EndorsementName = "neutral"
    target: Literal["object", "to", "content", "none"] = "none"
    prepositions: tuple[str, ...] = ()
    reciprocal: bool = False
    objectless: bool = False
    negated: bool = False
    hearer: bool = False
    objects: tuple[str, ...] = ()
    never_objects: tuple[str, ...] = ()
    never_subjects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    hearing: bool = False


class NounGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that report with a clause ("X's claim that", "les accusations de X selon lesquelles")."""

    act: ActName
    words: tuple[str, ...]
    endorsement: EndorsementName = "neutral"


class PrepositionGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases before a source ("selon", "according to"). ``initial`` ones report only at the start of a
    sentence and before a person or a side; ``never_before`` are words after which the phrase is not one ("selon
    les cas"); where there are ``heads`` the source begins with one of them ("de source policière"). ``closing`` ones
    stand only behind what was said, and nothing but their source follows ("…, so der Sprecher")."""

    words: tuple[str, ...]
    endorsement: EndorsementName = "neutral"
    initial: bool = False
    never_before: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    closing: bool = False


class CueRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How a language reports speech. All words are lower case with plain apostrophes; lists are sets of norms.

    ``wishes`` tell what somebody wants, fears or plans and are kept for those who ask for everything.
    ``bare_quotations``: quotations that nothing attributes are statements too, of nobody known.
    ``unsaid_auxiliaries`` tell what somebody ought to say; ``continuing`` are participles with which a speaker goes on;
    ``joining``: conjunctions behind a reporting clause with which what it reports goes on;
    ``open_questions``: those of ``questions`` that leave open whether it is so ("whether");
    ``issued_in``: prepositions of the document in which one speaks, any where it is empty.
    ``connectives`` open a sentence, a comma behind them, and are the writer's ("However, …, X said").
    ``object_pronouns``: those of ``clitics`` that stand for what is said;
    ``charged``: offices that a phrase behind one of ``addressees`` completes ("l'adjointe à la culture");
    ``circumstances``: prepositions of where and when it was said, between a cue and the speaker after it.
    ``verdict_endings``: how adjectives end that tell a judgement ("intenable", "insuffisante").
    ``lasting_carriers``: those of ``carriers`` that leave it said ("continue de nier").
    ``date_words`` stand before a day or month ("le 3 mars", "fin juin").
    ``time_units`` with one of ``before_after`` behind them tell how long after what it was said ("two days after").
    ``anonymity``: how the content of a speaker's wish not to be named begins, which is no statement.

    For texts read without a model: ``subject_after``: a subject may stand behind its verb ("dijo el ministro que");
    ``subject_omitted``: a verb may do without one, whoever spoke before speaks on ("Añadió que"); ``verb_bracket``:
    what a verb governs may stand between its auxiliary, or the verb itself, and its participle, infinitive or prefix
    at the clause's end ("hat den Vorwurf zurückgewiesen", "wies den Vorwurf zurück"); ``comma_clause``: a clause
    without complementiser follows a comma ("sagte, er habe"); ``infinitive_last``: an infinitive with its marker ends
    its clause ("kündigte an, die Steuern zu senken"); ``never_subjects``: words with which no subject begins ("den");
    ``postpositions``: words behind a source ("der Polizei zufolge"); ``plural_verbs``, ``plural_determiners``: endings
    of plural verbs and words before plural nouns, which tell whose an omitted subject is.
    """

    paradigms: dict[str, str] = {}
    verbs: tuple[VerbGroup, ...] = ()
    wishes: tuple[VerbGroup, ...] = ()
    nouns: tuple[NounGroup, ...] = ()
    prepositions: tuple[PrepositionGroup, ...] = ()
    colon_sources: bool = True
    bare_quotations: bool = False
    complementisers: tuple[str, ...] = ()
    optional_complementiser: bool = False
    false_complementisers: tuple[str, ...] = ()
    restrictions: tuple[str, ...] = ()
    first_persons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    infinitive_markers: tuple[str, ...] = ()
    noun_openers: tuple[str, ...] = ()
    noun_speakers: tuple[str, ...] = ()
    possessive_endings: tuple[str, ...] = ()
    naming_links: tuple[str, ...] = ()
    noun_links: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    passive_auxiliaries: tuple[str, ...] = ()
    conditional_auxiliaries: tuple[str, ...] = ()
    unsaid_auxiliaries: tuple[str, ...] = ()
    continuing: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    issued_in: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    lasting_carriers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    object_pronouns: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    reflexives: tuple[str, ...] = ()
    partitives: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    reciprocals: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    charged: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    verdict_endings: tuple[str, ...] = ()
    date_words: tuple[str, ...] = ()
    time_units: tuple[str, ...] = ()
    before_after: tuple[str, ...] = ()
    subject_pronouns: tuple[str, ...] = ()
    inverted_pronouns: tuple[str, ...] = ()
    impersonal_subjects: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    narration: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    anonymity: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    connectives: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    speaker_endings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    never_nouns: tuple[str, ...] = ()
    subject_after: bool = False
    subject_omitted: bool = False
    verb_bracket: bool = False
    comma_clause: bool = False
    infinitive_last: bool = False
    never_subjects: tuple[str, ...] = ()
    postpositions: tuple[str, ...] = ()
    plural_verbs: tuple[str, ...] = ()
    plural_determiners: tuple[str, ...] = ()
