"""Quotations that no cue claims: after a colon, before a name, and those that go on with the last speaker."""

from __future__ import annotations

from bisect import bisect_right

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.light_sources import leading_subject
from reader.analysis.statements.phrases import phrase_after, tree_phrase
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import NO_SOURCE, Source
from reader.analysis.statements.speakers import is_somebody
from reader.analysis.text.parsed import Quote
from reader.domain.analysis import Level
from reader.domain.span import Span, contains, overlaps

_SHORT = 4
_BARE = 3
_AROUND = 60
_BEHIND = 3
_SUBJECT = ("nsubj", "nsubj:pass")


def unclaimed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Statements of the quotations that ``drafts`` leave; quotations that carry on a direct one are added to it."""
    found: list[Draft] = []
    every = sorted(drafts, key=lambda d: d.content[0][0])
    starts = [d.content[0][0] for d in every]
    for quote in scene.outer:
        # Only those around it: a hostile text has thousands.
        first_near = max(0, bisect_right(starts, quote.span[0]) - _AROUND)
        near = every[first_near : bisect_right(starts, quote.span[1])]
        every_near = sorted(near + found[-_AROUND:], key=lambda d: d.content[0][0])
        outside = [d for d in every_near if not _spoken_inside(quote, d)]
        if any(overlaps(quote.span, span) for d in outside for span in d.content):
            continue
        first = scene.first_at(quote.span[0])
        if first >= len(scene.tokens) or not scene.running(scene.sentence(first)) or scene.words_in(quote.span) < 2:
            continue
        sentence = scene.sentence(first)
        whole = _whole(scene, quote, sentence.span)
        carried = _carries_on(scene, quote, outside) if whole else None
        if carried is not None:
            carried.content.append(quote.span)
            continue
        draft = (
            _goes_on(scene, quote, first, outside)
            or _colon(scene, quote, first)
            or _dashed(scene, quote)
            or _any_verb(scene, quote)
        )
        if draft is None and whole and scene.words_in(quote.span) >= _SHORT:
            behind = every[bisect_right(starts, quote.span[1]) :][:_BEHIND]
            draft = _earlier_speaker(scene, quote, outside, behind) or _nobody(scene, quote)
        if draft is None and scene.rules.bare_quotations and scene.words_in(quote.span) >= _BARE:
            draft = Draft(NO_SOURCE, [quote.span], "quotation", 0.5, direct=True)
        if draft is not None:
            found.append(draft)
    return found


def _spoken_inside(quote: Quote, draft: Draft) -> bool:
    """True for a statement that the quoted words themselves report, not one whose cue only cuts the quotation."""
    if draft.words is None or not contains(quote.span, draft.words):
        return False
    return draft.content[0][0] > quote.inner[0]


def _whole(scene: Scene, quote: Quote, sentence: Span) -> bool:
    """True where the quotation is all of its sentence."""
    normal = scene.parsed.normal
    around = normal[sentence[0] : quote.span[0]] + normal[quote.span[1] : sentence[1]]
    return not any(c.isalnum() for c in around)


def _carries_on(scene: Scene, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """The direct statement that ends right before the quotation, in the same paragraph or over an open mark."""
    before = [d for d in drafts if _ends_quoted(scene, d) is not None and d.start < quote.span[0]]
    before = [d for d in before if not _scrap(scene, d)]
    if not before:
        return None
    last = max(before, key=lambda d: d.extent[1])
    ends = [last.extent[1], *(s[1] for s in (last.words, last.source.span) if s and last.start <= s[0] < quote.span[0])]
    tokens = scene.parsed.tokens_in((max(ends), quote.span[0]))
    here, there = scene.first_at(quote.span[0]), scene.first_at(last.extent[0])
    same = scene.sentence(here).block == scene.sentence(there).block
    ending = _ends_quoted(scene, last)
    left_open = ending is not None and not ending.closed
    near = scene.sentence(here).block - scene.sentence(there).block <= 6
    rest = [t for t in tokens if scene.word(t.i)]
    if same:
        return (
            last
            if len({t.sentence for t in rest} - {scene.tokens[there].sentence, *_sentences(scene, last)}) == 0
            else None
        )
    return last if left_open and near and not rest else None


def _scrap(scene: Scene, draft: Draft) -> bool:
    """True for a few words of somebody only told of ("the men who ask for “a tax”"), who does not speak on."""
    return draft.source.rule == "relative" and sum(scene.words_in(span) for span in draft.content) < _SHORT


def _ends_quoted(scene: Scene, draft: Draft) -> Quote | None:
    """The quotation with which a content ends, its final stop left aside."""
    quote = scene.quote_at(draft.extent[1] - 1)
    if quote is None or any(c.isalnum() for c in scene.parsed.normal[draft.extent[1] : quote.span[1]]):
        return None
    return quote


def _sentences(scene: Scene, draft: Draft) -> set[int]:
    spans = [*draft.content, *(s for s in (draft.words, draft.source.span) if s)]
    return {t.sentence for span in spans for t in scene.parsed.tokens_in(span)}


def _colon(scene: Scene, quote: Quote, first: int) -> Draft | None:
    """ "Le ministre : « … »", and a sentence that leads up to a quotation with a colon."""
    tokens = scene.tokens
    sentence = scene.sentence(first)
    at = first - 1
    if at < sentence.first or tokens[at].norm != ":" or not scene.rules.colon_sources:
        return None
    source = _leading_subject(scene, sentence.first, at)
    if source is None:
        return None
    return Draft(source, [quote.span], "colon", source.certainty, direct=True)


def _goes_on(scene: Scene, quote: Quote, first: int, drafts: list[Draft]) -> Draft | None:
    """A quotation behind the colon that ends what its speaker has just said ("a affirmé que …: « … »")."""
    colon = first - 1
    if colon < scene.sentence(first).first or scene.tokens[colon].norm != ":":
        return None
    ended = [d for d in drafts if d.source.span and d.cue and d.extent[1] == scene.tokens[colon - 1].end]
    if len(ended) != 1 or ended[0].source.span is None:
        return None
    source = Source(ended[0].source.span, "earlier speaker", ended[0].source.first, 0.8)
    return Draft(source, [quote.span], "quotation, earlier speaker", 0.8, direct=True)


def _leading_subject(scene: Scene, first: int, end: int) -> Source | None:
    phrase = phrase_after(scene, first, end)
    if phrase is not None and phrase[1] == end and not _topic(scene, first, phrase[0]):
        return Source(phrase[0], "colon", first, 0.85)
    if scene.parsed.level is Level.LIGHT:
        found = leading_subject(scene, first, end)
        if found is not None and _can_speak(scene, found[1], found[0]):
            return Source(found[0], "colon", found[1], 0.65)
    subjects = [
        k
        for k in range(first, end)
        if scene.tokens[k].dep in _SUBJECT and scene.tokens[scene.tokens[k].head].dep in ("root", "conj")
    ]
    for k in subjects:
        if scene.tokens[k].norm not in (*scene.rules.relatives, *scene.rules.impersonal_subjects[1:]):
            span = tree_phrase(scene, k, first, end)
            if _can_speak(scene, k, span):
                return Source(span, "colon", scene.first_at(span[0]), 0.65)
    return None


def _topic(scene: Scene, first: int, span: Span) -> bool:
    """True for what a text's first line is about, a thing that does not speak ("Procès de X : « … »")."""
    if scene.sentence(first).block != 0:
        return False
    tokens = scene.parsed.tokens_in(span)
    noun = next((t for t in tokens if t.pos in ("NOUN", "PROPN")), None)
    described = any(t.pos == "ADP" for t in tokens)
    return described and noun is not None and noun.pos == "NOUN" and not is_somebody(scene, noun.span)


def _can_speak(scene: Scene, head: int, span: Span) -> bool:
    if scene.tokens[head].norm in scene.rules.subject_pronouns:
        return True
    return bool(scene.cast.at(span) or scene.cast.resolve(span).speakers)


def _dashed(scene: Scene, quote: Quote) -> Draft | None:
    """« … » – Name, « … » (Name): a quotation with its author after a dash, at a paragraph's end."""
    at = scene.first_at(quote.span[1])
    if at + 1 >= len(scene.tokens) or scene.tokens[at].norm not in ("–", "—", "-", "--", "("):
        return None
    sentence = scene.sentence(at)
    phrase = phrase_after(scene, at + 1, sentence.last)
    if phrase is None or any(scene.word(k) for k in range(phrase[1], sentence.last)):
        return None
    return Draft(Source(phrase[0], "dash", at + 1, 0.85), [quote.span], "quotation+dash", 0.85, direct=True)


def _nobody(scene: Scene, quote: Quote) -> Draft | None:
    """A quotation that is a paragraph's own sentence, with nobody near who could have said it."""
    block = scene.parsed.blocks[scene.sentence(scene.first_at(quote.span[0])).block]
    if scene.words_in(quote.span) < 2 * _SHORT or not _whole(scene, quote, block.span):
        return None
    return Draft(NO_SOURCE, [quote.span], "quotation", 0.6, direct=True)


def _any_verb(scene: Scene, quote: Quote) -> Draft | None:
    """ "…,” chuckled X: a verb that is no cue, right after a quotation that a comma ends, with its subject after it."""
    tokens = scene.tokens
    at = scene.first_at(quote.span[1])
    text = scene.parsed.normal
    inside = text[quote.inner[1] - 1] in ",!?"
    if at < len(tokens) and tokens[at].norm == ",":
        at, inside = at + 1, True
    if not inside or at + 1 >= len(tokens) or tokens[at].sentence != tokens[at - 1].sentence:
        return None
    if tokens[at].norm in scene.rules.reflexives:
        at += 1
    if tokens[at].pos != "VERB" or tokens[at].feature("VerbForm") == "Inf":
        return None
    end = scene.sentence(at).last
    phrase = phrase_after(scene, scene.skip_adverbs(at + 1, end), end)
    if phrase is None or (phrase[1] < end and scene.word(phrase[1]) and scene.finite(phrase[1])):
        return None
    source = Source(phrase[0], "inversion", at + 1, 0.8)
    if not _can_speak(scene, scene.first_at(phrase[0][0]), phrase[0]):
        return None
    return Draft(source, [quote.span], "quotation, other verb", 0.75, words=tokens[at].span, direct=True)


def _earlier_speaker(scene: Scene, quote: Quote, drafts: list[Draft], behind: list[Draft]) -> Draft | None:
    """A quotation that is a sentence of its own goes to the speaker before it, at most a paragraph away."""
    before = [d for d in drafts if d.extent[0] < quote.span[0] and d.source.span is not None and not _scrap(scene, d)]
    if not before:
        return _next_speaker(scene, quote, behind)
    last = max(before, key=lambda d: d.extent[1])
    here = scene.sentence(scene.first_at(quote.span[0]))
    there = scene.sentence(scene.first_at(last.extent[0]))
    if here.block - there.block > 1:
        return None
    if here.block != there.block and (following := _next_speaker(scene, quote, behind)) is not None:
        return following
    source = Source(last.source.span, "earlier speaker", last.source.first, 0.65)
    return Draft(source, [quote.span], "quotation, earlier speaker", 0.65, direct=True)


def _next_speaker(scene: Scene, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """A quotation that opens its paragraph goes to the speaker of the sentence right after it."""
    sentence = scene.sentence(scene.first_at(quote.span[0]))
    block = scene.parsed.blocks[sentence.block].span
    if any(c.isalnum() for c in scene.parsed.normal[block[0] : quote.span[0]]):
        return None
    at = scene.first_at(quote.span[1])
    if at >= len(scene.tokens):
        return None
    after = next((k for k in range(at, len(scene.tokens)) if scene.word(k)), at)
    close = scene.sentence(after)
    spoken = [d.source.span for d in drafts if d.source.span and close.span[0] <= d.source.span[0] < close.span[1]]
    if close.block != sentence.block or not spoken or scene.pronoun(min(spoken)):
        return None
    source = Source(min(spoken), "next speaker", scene.first_at(min(spoken)[0]), 0.65)
    return Draft(source, [quote.span], "quotation, next speaker", 0.65, direct=True)
