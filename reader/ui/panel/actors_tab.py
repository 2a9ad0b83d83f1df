"""The Actors tab: everyone and every place named, with kind, party and how often."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from reader.domain.actor import Actor
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.panel.words import ASIDE, CORRECTED, NOBODY, party_name, plain, walked

NO_ACTORS = "Nobody is named in this text."


def actors_tab(view: View, at_mention: Mapping[str, int]) -> TabContent:
    """The blocks of the tab, in order of first mention; ``at_mention`` tells which mention of an actor is shown."""
    tab = TabContent()
    if not view.analysis.actors:
        tab.add(Block("nothing", (Paragraph(plain(NO_ACTORS, ASIDE)),), selectable=False))
    for actor in view.analysis.actors:
        tab.add(
            _block(view, actor, at_mention.get(actor.id)), Place(spans=actor.mentions, party=actor.party, is_name=True)
        )
    return tab


def _block(view: View, actor: Actor, at: int | None) -> Block:
    look = view.looks.get(actor.party or "", NOBODY)
    count = len(actor.mentions)
    times = walked(count, at) or f"{count}×"
    side = view.analysis.party(actor.party) if actor.party else None
    told = Content.styled(f"{actor.kind}  {times:>3}", ASIDE)
    name = party_name(actor.name, look)
    paragraphs = [Paragraph(name.append(f" {CORRECTED}") if actor.corrected else name, hang=2, right=told)]
    if side is not None and side.name != actor.name:
        paragraphs.append(Paragraph(plain(f"speaks for {side.name}", ASIDE), limit=0, indent=2))
    if actor.corrected:
        paragraphs.append(Paragraph(plain(f"{CORRECTED} corrected by you", ASIDE), limit=0, indent=2))
    return Block(actor.id, tuple(paragraphs), gap=0)
