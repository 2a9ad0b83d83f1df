"""A cue with a noun phrase, a gerund or a state as its content, or with no content beside its own words."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, opening
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import subject_of
from reader.analysis.statements.speakers import can_speak, is_somebody
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form, Sense
from reader.languages.cue_rules import Frame


def gerund(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.GERUND)
    start = opening(scene, cue, end)
    if sense is None or start >= end or scene.tokens[start].pos not in ("VERB", "AUX"):
        return None
    told = scene.tokens[start].feature("VerbForm")
    if told == "Fin" or (told != "Ger" and scene.tokens[start].feature("Tense") != "Pres"):
        return None
    after = content_end(scene, cue, start, end, clause=True)
    return draft_of(scene, cue, sense, span_of(scene, start, after), "gerund", 0.88)


def state(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Se dit favorable à": what the speaker says to be."""
    sense = cue.allows(Frame.STATE)
    start = opening(scene, cue, end)
    if sense is None or start >= end:
        return None
    first = start
    if scene.tokens[start].norm in ('"', "«"):
        start = scene.skip_adverbs(start + 1, end)
    siding = start + 1 < end and scene.tokens[start].pos == "ADP" and scene.tokens[start + 1].pos == "NOUN"
    if start >= end or (scene.tokens[start].pos not in ("ADJ", "VERB", "NOUN") and not siding):
        return None
    if scene.tokens[start].feature("VerbForm") in ("Fin", "Inf") or not can_speak(scene, subject_of(scene, cue)):
        return None
    after = content_end(scene, cue, first, end, clause=True)
    return draft_of(scene, cue, sense, span_of(scene, first, after), "state", 0.8)


def object_phrase(scene: Scene, cue: Cue, end: int) -> Draft | None:
    first, end = _object_place(scene, cue, end)
    start = opening(scene, cue, end) if first == cue.after else scene.skip_adverbs(first, end)
    if start >= end or (cue.carried and not _lasting(scene, cue)):
        return None
    aimed: list[Span] = []
    to = cue.allows(Frame.OBJECT)
    if to is not None and to.group.target == "to":
        aimed, start = _recipient(scene, start, end)
        if start >= end:
            return None
    start = _with_comparison(scene, cue, _past_circumstance(scene, start, end), end)
    first = start + 1 if start < end and scene.tokens[start].norm in scene.rules.false_complementisers else start
    noun = first + 1 if _partitive(scene, first, end) else start
    if scene.tokens[noun].pos == "DET" and noun + 2 < end and scene.tokens[noun + 1].norm in ('"', "«"):
        noun += 1
    if scene.tokens[noun].norm in ('"', "«") and noun + 1 < end:
        noun += 1
    misread = scene.tokens[noun].pos == "VERB" and scene.tokens[noun].dep in ("obj", "amod")
    if not misread and scene.tokens[noun].pos in ("ADP", "SCONJ", "CCONJ", "PUNCT", "VERB", "AUX", "PART"):
        return None
    phrase = phrase_after(scene, noun, end)
    sense = _sense_for(scene, cue, phrase[0]) if phrase else None
    if sense is None or (phrase is not None and _relayed(scene, phrase[1], end)):
        return None
    worded = sense.group.act == "decline" and bool(sense.tail)  # "declined to reveal" says how: in words
    if not worded and not can_speak(scene, subject_of(scene, cue)):
        return None
    after = _without_adverbs(scene, start, content_end(scene, cue, start, end, clause=False))
    draft = draft_of(scene, cue, sense, span_of(scene, start, after), "object", 0.7)
    if draft:
        draft.aimed = aimed
    return draft


def _object_place(scene: Scene, cue: Cue, end: int) -> tuple[int, int]:
    """The tokens among which an object is looked for: behind the cue, or inside its bracket behind the subject."""
    first, last = (cue.after, end) if cue.inner is None else cue.inner
    if scene.rules.subject_after:
        source = subject_of(scene, cue)
        if source.span is not None and source.first >= first:
            first = scene.first_at(source.span[1])
    return first, last


def _lasting(scene: Scene, cue: Cue) -> bool:
    """True for a verb whose carrier only says that it goes on or has just been done ("continue de nier")."""
    return any(scene.begins(k, scene.rules.lasting_carriers) is not None for k in range(cue.first, cue.verb))


def _past_circumstance(scene: Scene, at: int, end: int) -> int:
    """The index after a prepositional phrase that keeps a cue from its object ("a annoncé sur son site le départ")."""
    if scene.tokens[at].pos != "ADP" or _partitive(scene, at, end) or at + 1 >= end:
        return at
    phrase = phrase_after(scene, at + 1, end)
    return phrase[1] if phrase and phrase[1] < end and scene.tokens[phrase[1]].pos == "DET" else at


def _with_comparison(scene: Scene, cue: Cue, at: int, end: int) -> int:
    """The index of an object, with the word for how much that was taken for an adverb ("réclame plus de moyens")."""
    compared = scene.tokens[at - 1].norm in scene.rules.false_complementisers and not cue.negated
    return at - 1 if at > cue.after and compared and _partitive(scene, at, end) else at


def _without_adverbs(scene: Scene, first: int, after: int) -> int:
    """The index after an object, a trailing adverb left aside ("announced the deal on Monday")."""
    for k in range(max(first + 1, after - 3), after):
        if scene.tokens[after - 1].norm in scene.rules.negations and any(scene.finite(j) for j in range(first, after)):
            break  # "if he did not"
        if scene.begins(k, scene.rules.adverbs) == after and scene.quote_at(scene.tokens[k].start) is None:
            return k
    return after


def _recipient(scene: Scene, at: int, end: int) -> tuple[list[Span], int]:
    """The recipient before an object ("offered its staff a bonus", "proposé aux salariés une prime")."""
    addressed = scene.tokens[at].norm in scene.rules.addressees
    phrase = phrase_after(scene, at + 1 if addressed else at, end) if at + 1 < end else None
    if phrase is None or phrase[1] >= end or scene.tokens[phrase[1] - 1].norm in scene.rules.conjunctions:
        return [], at
    following = scene.tokens[phrase[1]]
    if following.pos in ("DET", "NUM") or following.norm in ('"', "«"):
        return [phrase[0]], phrase[1]
    return [], at


def _relayed(scene: Scene, at: int, end: int) -> bool:
    """True where the object goes on to speak ("cited an official as saying …")."""
    if at + 1 >= end or scene.tokens[at].norm not in scene.rules.links:
        return False
    other = scene.by_first.get(at + 1)
    return other is not None and other.form is Form.GERUND


def _partitive(scene: Scene, at: int, end: int) -> bool:
    """True for "de l'aide": a preposition that only makes the noun phrase partitive."""
    return (
        scene.tokens[at].norm in scene.rules.partitives
        and at + 1 < end
        and (scene.tokens[at + 1].pos in ("DET", "NOUN", "ADJ") or scene.tokens[at + 1].norm in ('"', "«"))
    )


def _sense_for(scene: Scene, cue: Cue, span: Span) -> Sense | None:
    """The first sense that takes this noun phrase as its object."""
    words = {t.norm for t in scene.parsed.tokens_in(span)[:6]}
    for sense in cue.senses:
        group = sense.group
        if Frame.OBJECT not in group.frames or (cue.reflexive and not sense.reflexive):
            continue
        if words & set(group.never_objects) or (group.objects and not words & set(group.objects)):
            continue
        if group.act == "admit" and not group.objects and is_somebody(scene, span):
            continue
        return sense
    return None


def bare(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Pékin a démenti.", "La mairie confirme.": a verb with nothing after it, whose words are all there is."""
    sense = cue.allows(Frame.BARE)
    if sense is None or cue.carried or any(scene.word(k) for k in range(scene.skip_adverbs(cue.after, end), end)):
        return None
    if scene.quote_at(cue.words[0]) is not None or not can_speak(scene, subject_of(scene, cue)):
        return None
    return draft_of(scene, cue, sense, cue.words, "bare", 0.65)


def alone(scene: Scene, cue: Cue) -> Draft | None:
    sense = cue.allows(Frame.ALONE)
    if sense is None or not sense.tail:
        return None
    following = scene.by_first.get(cue.after)
    if following is not None and following.form is Form.GERUND:
        return None  # "issued a statement saying that …"
    end = scene.sentence(cue.verb).last
    declined = sense.group.act == "decline"
    after = content_end(scene, cue, cue.verb + 1, end, clause=False) if declined else cue.after
    span = (scene.tokens[cue.verb + 1].start, scene.tokens[max(after, cue.after) - 1].end)
    draft = draft_of(scene, cue, sense, scene.trimmed(*span), "cue alone", 0.8)
    if draft:
        draft.words = (cue.words[0], scene.tokens[cue.verb].end)
        draft.everyone = sense.group.reciprocal
    return draft
