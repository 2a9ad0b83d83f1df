"""What stands before a verb in its group: auxiliaries, clitics, negation, a verb that carries it."""

from __future__ import annotations

from functools import lru_cache

from reader.analysis.text.parsed import Parsed, Token
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import CueRules

_FARTHEST = 9
_BRACKET = 30
_ASIDE = 7
_AGENT = 9
_SUBJECT = 6


class Group:
    """A verb group as it leads up to one verb."""

    def __init__(self, parsed: Parsed, token: Token, rules: CueRules) -> None:
        self.first = token.i
        self.auxiliary = self.passive = self.negated = self.conditional = self.reflexive = self.carried = False
        self.unsaid = False
        self.reciprocal = _reciprocal(parsed, token, rules)
        # The sentence's main verb with a subject of its own: finite, whatever the model says of its form.
        self.governs = token.dep == "root" and any(
            parsed.tokens[k].dep == "nsubj" and k < token.i for k in parsed.children[token.i]
        )
        tokens, start = parsed.tokens, parsed.sentences[token.sentence].first
        at = token.i - 1
        near: str | None = None
        while at >= start and token.i - at <= _FARTHEST:
            norm = tokens[at].norm
            carrier = self._carrier(parsed, at, start, rules)
            if carrier is not None and not self.carried:
                self.carried = True
                self.first = at = carrier
                near = None
            elif norm in rules.auxiliaries and tokens[at].pos not in ("NOUN", "ADP"):
                self.auxiliary = True
                self.conditional |= norm in rules.conditional_auxiliaries
                self.unsaid |= norm in rules.unsaid_auxiliaries
                near = near or norm
                self.first = at
            elif norm in rules.reflexives:
                self.reflexive |= not self.carried
                self.first = at
            elif norm in rules.negations:
                self.negated = True
                self.first = at if self.first < token.i or norm in rules.clitics else self.first
            elif norm in rules.clitics and tokens[at].pos in ("PRON", "", "ADV", "DET"):
                self.first = at
            elif norm in rules.infinitive_markers and tokens[at].pos == "PART":
                pass
            elif (before := _adverb_before(parsed, at, start, rules)) is not None:
                at = before + 1
            elif norm == "," and (helper := _auxiliary_before(parsed, at, start, rules)) is not None:
                at = helper + 1
            elif not (norm in rules.subject_pronouns and at > start and tokens[at - 1].norm in rules.auxiliaries):
                break
            at -= 1
        lead = tokens[start]
        if lead.norm in rules.negations and lead.pos in ("DET", "PRON", "CCONJ") and self.first - start <= _SUBJECT:
            self.negated = True  # "Neither side commented"
        self.bracket: tuple[int, int] | None = None
        self.trailing: int | None = None
        if rules.verb_bracket and not self.auxiliary:
            near = self._bracket(parsed, token, start, rules) or near
        self.passive = near in rules.passive_auxiliaries
        self.cut_off = self.first > start and not any(c.isalnum() for c in tokens[self.first - 1].text)
        self._look_around(parsed, token, rules, start)
        # "Described by the mayor as …": a participle beside a noun, its agent named.
        near_agent = any(t.norm in rules.agents for t in parsed.tokens[token.i + 1 : token.i + _AGENT])
        head = parsed.tokens[token.head]
        # "A souligné … et dénoncé …", not "ces services fermés ou menacés".
        self.joined = token.dep == "conj" and head.dep not in ("acl", "amod") and head.pos != "ADJ"
        self.reduced = token.dep.startswith("acl") and not self.auxiliary and near_agent

    def _look_around(self, parsed: Parsed, token: Token, rules: CueRules, start: int) -> None:
        """What the words next to the verb tell where the model may have misread it."""
        tokens = parsed.tokens
        after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        following = after.norm if after else ""
        previous = tokens[token.i - 1] if token.i > start else None
        self.after_determiner = previous is not None and previous.pos == "DET" and previous.norm not in rules.clitics
        nominal = previous is not None and previous.pos in ("NOUN", "PROPN", "PRON")
        opens = following in (*rules.complementisers, *rules.addressees, *rules.infinitive_markers, ":", '"', "«")
        opens = opens or (after is not None and after.feature("VerbForm") == "Inf")
        marks = [k for k in range(start, token.i) if tokens[k].norm in ('"', "»")]
        clause = tokens[marks[-1] if marks else start : token.i + 2]
        verbs = any(t.feature("VerbForm") == "Fin" and t.i != token.i for t in clause)
        opens = opens or (bool(marks) and following in (".", ","))
        # A noun or adjective to the model, yet the only word here that can be the clause's verb.
        self.misread = nominal and opens and not verbs and token.pos in ("NOUN", "ADJ", "PROPN", "ADV")
        named = after is not None and after.pos in ("PROPN", "DET", "PRON", "X")
        named = named or (after is not None and after.text[:1].isupper())
        self.misread |= self.cut_off and named and token.pos in ("NOUN", "ADJ")
        self.misread |= following in rules.inverted_pronouns and following.startswith("-")
        verb = token.norm in rules.never_nouns
        self.misread |= nominal and verb and (token.pos in ("NOUN", "ADV", "ADJ") or token.dep == "amod")
        # "Un élu prédit : …"
        self.governs |= nominal and following == ":"
        self.misread |= self.cut_off and verb and token.pos == "ADV"
        self.opens = opens
        sentence = parsed.sentences[token.sentence]
        whole = tokens[sentence.first : sentence.last]
        self.only_verb = not any(t.feature("VerbForm") == "Fin" and t.i != token.i for t in whole)
        # "Et le maire de conclure : …"
        marked = previous is not None and previous.norm in rules.infinitive_markers and token.i - 2 >= start
        said = following in (":", *rules.complementisers)
        self.narrated = marked and said and not verbs and tokens[token.i - 2].pos in ("NOUN", "PROPN")
        words = {t.norm for t in tokens[max(start, self.first - 1) : token.i + 3]}
        self.restricted = bool(words & set(rules.restrictions)) and not words & (
            set(rules.negations) - set(rules.restrictions)
        )

    def _bracket(self, parsed: Parsed, token: Token, start: int, rules: CueRules) -> str | None:
        """Take in the auxiliary that stands away from the verb ("hat den Vorwurf zurückgewiesen"), or behind it."""
        tokens, after = parsed.tokens, token.i + 1
        if after < len(tokens) and tokens[after].norm in rules.auxiliaries and tokens[after].sentence == token.sentence:
            self.auxiliary, self.trailing = True, after
            self.conditional |= tokens[after].norm in rules.conditional_auxiliaries
            return tokens[after].norm
        for k in range(token.i - 1, max(start, token.i - _BRACKET) - 1, -1):
            norm = tokens[k].norm
            if norm in rules.auxiliaries:
                self.auxiliary, self.bracket, self.first = True, (k + 1, token.i), k
                self.conditional |= norm in rules.conditional_auxiliaries
                self.negated |= any(t.norm in rules.negations for t in tokens[k + 1 : token.i])
                return norm
            if norm in (",", ";", ":", '"') or tokens[k].feature("VerbForm") == "Fin":
                return None
        return None

    @staticmethod
    def _carrier(parsed: Parsed, at: int, start: int, rules: CueRules) -> int | None:
        """Where a carrier that ends with the token ``at`` begins, or None."""
        for words in _by_last_word(rules.carriers).get(parsed.tokens[at].norm, ()):
            first = at - len(words) + 1
            if first >= start and all(parsed.tokens[first + k].norm == w for k, w in enumerate(words)):
                return first
        return None

    def possible(self, form: Form) -> set[Form]:
        """Forms that a verb of this group may stand for."""
        if form is Form.FINITE and self.auxiliary:
            return {Form.FINITE, Form.INFINITIVE, Form.PARTICIPLE}
        return {form}


def _auxiliary_before(parsed: Parsed, comma: int, start: int, rules: CueRules) -> int | None:
    """The auxiliary that words between two commas part from its verb ("a, par ailleurs, observé"), or None."""
    for k in range(comma - 1, max(start, comma - _ASIDE), -1):
        token = parsed.tokens[k]
        if token.norm == ",":
            return k - 1 if parsed.tokens[k - 1].norm in rules.auxiliaries else None
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _adverb_before(parsed: Parsed, at: int, start: int, rules: CueRules) -> int | None:
    """The index before the adverb that ends with a token, or None where none does."""
    token = parsed.tokens[at]
    for words in _by_last_word(rules.adverbs).get(token.norm, ()):
        first = at - len(words) + 1
        if first >= start and all(parsed.tokens[first + k].norm == w for k, w in enumerate(words)):
            return first - 1
    return at - 1 if token.pos == "ADV" or token.norm in rules.inverted_pronouns else None


@lru_cache(maxsize=64)
def _by_last_word(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    known: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        words = phrase.replace("'", "' ").split()
        known.setdefault(words[-1], []).append(words)
    return known


def _reciprocal(parsed: Parsed, token: Token, rules: CueRules) -> bool:
    sentence = parsed.sentences[token.sentence]
    near = parsed.tokens[max(sentence.first, token.i - 3) : min(sentence.last, token.i + 6)]
    words = " " + " ".join(t.norm for t in near).replace("' ", "'") + " "
    return any(f" {phrase} " in words for phrase in rules.reciprocals)
