"""Whether a second cue behind a conjunction has the first one's subject, so that the first content ends there."""

from __future__ import annotations

from reader.analysis.statements.clauses import clause_start
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.scene import Scene
from reader.domain.analysis import Level
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import Frame


def shares_subject(scene: Scene, cue: Cue, other: Cue, comma: bool) -> bool:
    """True where a cue after a conjunction has the first cue's subject, not one of its own or of the content's."""
    head = scene.tokens[other.verb].head
    chain = {cue.verb, *above_of(scene, cue.verb)}
    if head in chain:
        return True
    if cue.allows(Frame.CLAUSE) is None:
        # "Accused X of bullying and shouting": the same kind of word as in the content, not as the cue.
        return comma or (other.form is Form.GERUND) == (cue.form is Form.GERUND)
    inside = scene.tokens[cue.after : other.first]
    if scene.parsed.level is Level.LIGHT and inside and not any(scene.finite(t.i) for t in inside):
        return True  # an infinitive alone: the finite verb goes on with the speaker
    if scene.parsed.level is Level.LIGHT and _alike(scene, cue, other):
        return True
    if _participle_again(scene, cue, other):
        return True
    if tense(scene, cue) != tense(scene, other):
        return False
    if comma:
        return True
    if other.form is Form.GERUND:
        between = range(cue.after, other.first)
        return cue.form is Form.GERUND and not any(
            scene.tokens[k].pos == "AUX" and scene.tokens[k + 1].feature("VerbForm") == "Ger" for k in between
        )
    own = scene.tokens[other.first - 1].norm in scene.rules.conjunctions
    if own and other.negated and any(s.group.negated for s in other.senses):
        return True
    if own and _shifted(scene, cue, other):
        return True
    return (
        own
        and other.allows(Frame.CLAUSE) is not None
        and clause_start(scene, other, scene.sentence(other.verb).last) is not None
    )


def _shifted(scene: Scene, cue: Cue, other: Cue) -> bool:
    """True where what is said stands in another tense than the two cues ("says it was unsafe and recommends …", "said
    they would stay and demanded …")."""
    said = [k for k in range(cue.after, other.first) if scene.finite(k)]
    if not said or other.first != other.verb or other.form is not Form.FINITE or not scene.finite(other.verb):
        return False
    last = scene.tokens[said[-1]]
    modal = last.feature("VerbType") == "Mod" or last.feature("Tense") is None
    return modal or (last.feature("Mood"), last.feature("Tense")) != tense(scene, cue)


def _participle_again(scene: Scene, cue: Cue, other: Cue) -> bool:
    """True for a participle that shares the cue's auxiliary, none stands nearer ("a rappelé que … et invité …")."""
    tokens = scene.tokens
    bare = other.form is Form.PARTICIPLE and other.first == other.verb
    helped = cue.form is Form.PARTICIPLE and cue.first < cue.verb and not cue.passive
    joined = tokens[other.first - 1].norm in scene.rules.conjunctions
    between = any(tokens[k].pos == "AUX" for k in range(cue.after, other.first))
    return bare and helped and joined and not between and any(scene.finite(k) for k in range(cue.after, other.first))


def _alike(scene: Scene, cue: Cue, other: Cue) -> bool:
    """True, without a tree, where a verb right behind a conjunction is built like the cue and unlike all that was said
    between them ("aseguró que nada cambia y lamentó …")."""
    tokens = scene.tokens
    if tokens[other.first - 1].norm not in scene.rules.conjunctions or other.form is Form.INFINITIVE:
        return False
    own = tokens[cue.verb if cue.first == cue.verb else cue.first]
    verb = tokens[other.verb if other.first == other.verb else other.first]
    helped = own.pos == "AUX"
    mark = own.norm if helped else own.norm[-1:]
    if own.pos != verb.pos or not (verb.norm == mark if helped else verb.norm.endswith(mark)):
        return False
    said = [t for t in tokens[cue.after : other.first] if t.feature("VerbForm") == "Fin"]
    return not any(t.norm == mark if helped else t.norm.endswith(mark) for t in said)


def tense(scene: Scene, cue: Cue) -> tuple[str | None, str | None]:
    """Mood and tense of a cue's first verb: two cues of one subject have the same."""
    for k in range(cue.first, cue.verb + 1):
        if scene.finite(k):
            return scene.tokens[k].feature("Mood"), scene.tokens[k].feature("Tense")
    return None, None


def above_of(scene: Scene, i: int) -> list[int]:
    """The tokens that govern one, nearest first."""
    found = []
    for _ in range(6):
        head = scene.tokens[i].head
        if head == i:
            break
        found.append(head)
        i = head
    return found
