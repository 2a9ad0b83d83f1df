"""How a statement is built, told from its spans and the words of the language's pack alone.

No parser is asked, so that what people marked and what the analysis found are put into the same drawers by the same
rule. A drawer is a description, not a verdict: near their edges the drawers mix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reader.languages.cue_lexicon import Form, lexicon
from reader.languages.cue_rules import CueRules

_WORD = re.compile(r"\w+'s\b|\w+'|[\w-]+|\S")
_OPENING = "\"«“„‘'"
_CLOSING = "\"»”’'"


def words(text: str, span: Sequence[int]) -> list[str]:
    """The words of a span in lower case with plain apostrophes; elided ones ("qu'") keep theirs."""
    return _WORD.findall(text[span[0] : span[1]].replace("’", "'").lower())


def construction(text: str, statement: dict[str, Any], rules: CueRules) -> str:
    """What the report is built of: cue, its kind and where it stands to the content."""
    content, cue = statement["content"], statement.get("cue")
    quoted = text[content[0][0]] in _OPENING and text[content[-1][1] - 1] in _CLOSING
    kind = "quotation" if quoted else "clause"
    if not cue:
        return f"{kind} without a cue"
    said = words(text, cue)
    if _is_preposition(said, rules):
        return "selon / according to"
    before = words(text, (max(0, cue[0] - 30), cue[0]))
    if _is_noun(before[-1:] + said, rules):
        return "noun cue"
    if content[0][0] < cue[0] < content[-1][1]:
        return f"cue inside a {kind}"
    if cue[0] >= content[-1][1]:
        return f"{kind}, then cue"
    if _is_participle(said, rules):
        return "participle"
    if ":" in text[cue[1] : content[0][0]]:
        return f"cue, colon, {kind}"
    lead = (words(text, content[0]) or [""])[0]
    if quoted:
        return "cue, then quotation"
    if lead in rules.complementisers:
        return "que / that"
    if lead in rules.infinitive_markers:
        return "de / à / to"
    if lead in rules.questions:
        return "si / whether / what"
    return "object or bare clause"


def source_place(text: str, statement: dict[str, Any], others: list[dict[str, Any]], rules: CueRules) -> str:
    """What the source is and where it stands to the cue. ``others``: all statements of the text."""
    source, cue = statement.get("source"), statement.get("cue")
    if not source:
        return "none named"
    said = words(text, source)
    if len(said) == 1 and said[0] in (*rules.subject_pronouns, *rules.inverted_pronouns):
        return "pronoun"
    if not cue or not source[1] <= cue[0]:
        return "noun phrase after the cue" if cue and source[0] >= cue[1] else "noun phrase elsewhere"
    if any(o.get("cue") and source[1] <= o["cue"][0] and o["cue"][1] <= cue[0] for o in others if o is not statement):
        return "shared with an earlier cue"
    between = [w for w in words(text, (source[1], cue[0])) if w != ","]
    if between and between[0] in rules.relatives:
        return "antecedent of a relative clause"
    return "noun phrase before the cue"


def spans(statement: dict[str, Any]) -> str:
    """Whether narration cuts the content."""
    return "one" if len(statement["content"]) == 1 else "several"


def _is_preposition(said: list[str], rules: CueRules) -> bool:
    phrases = (_WORD.findall(phrase) for group in rules.prepositions for phrase in group.words)
    return any(said[: len(phrase)] == phrase for phrase in phrases)


def _is_noun(said: list[str], rules: CueRules) -> bool:
    """True where the cue, given with the word before it, is a reporting noun and not the verb of the same form."""
    nouns = {word for group in rules.nouns for word in group.words}
    at = next((i for i, word in enumerate(said) if i and word in nouns), None)
    if at is None:
        return False
    forms = lexicon(rules).forms
    opened = said[at - 1] in rules.determiners or said[at - 1].endswith(("'s", "'"))
    return opened or not any(word in forms for word in said[1:])


def _is_participle(said: list[str], rules: CueRules) -> bool:
    forms = lexicon(rules).forms
    kinds = [{kind for _, kind in forms[w]} for w in said if w in forms]
    return bool(kinds) and kinds[-1] == {Form.GERUND} and not any(w in rules.auxiliaries for w in said)
