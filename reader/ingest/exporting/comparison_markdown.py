"""The comparison of articles as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.domain.addresses import link_address
from reader.domain.own_words import number_spans, own_words
from reader.ingest.exporting.articles import markdown_head
from reader.ingest.exporting.compared import Compared, Said
from reader.ingest.exporting.escaping import linked, plain


def comparisons_markdown(compared: Sequence[Compared]) -> str:
    """One comparison, or several behind a list of contents. No line end at its end."""
    if len(compared) == 1:
        return comparison_markdown(compared[0])
    contents = "\n".join(f"{n}. {plain(one.title)}" for n, one in enumerate(compared, 1))
    return "\n\n---\n\n".join(["# Who says what\n\n" + contents, *map(comparison_markdown, compared)])


def comparison_markdown(compared: Compared) -> str:
    """Title, a section a party with its statements as quotations, the figures as a table, and what to cite it by."""
    view = compared.board
    parts = list(markdown_head(compared.article))
    if compared.note:
        parts.append(plain(compared.note))
    for section in compared.sections:
        parts.append(f"## {plain(section.name)}")
        parts.extend(line for said in section.said for line in _statement(said))
    if not compared.sections:
        parts.append("No statements found.")
    if view.unheard:
        parts.append(f"**Not heard:** {plain(', '.join(view.unheard))}")
    if view.narration:
        parts.append("## The article's own numbers")
        text = compared.article.text
        numbers = (plain(own_words(text, number_spans(text, q))) for q in view.narration)
        parts.append("\n".join(f"- {n}" for n in numbers))
    parts.extend(_figures(compared))
    if compared.by_hand:
        parts.append("## Corrected by hand")
        parts.append("\n".join(f"- {plain(sentence)}" for sentence in compared.by_hand))
    parts.append("## Source")
    parts.append("\n".join(f"- {label}: {_fact(label, value)}" for label, value in compared.facts))
    parts.append(f"*{plain(compared.made)}*")
    return "\n\n".join(parts)


def _statement(said: Said) -> Iterator[str]:
    card = said.card
    aimed = f" → {plain(', '.join(card.targets))}" if card.targets else ""
    speaker = f" ({plain(said.source)})" if said.source else ""
    links = "".join(f"; {link.label} {plain(', '.join(link.names)) if link.statement else ''}" for link in card.links)
    mark = " (corrected)" if card.statement.corrected else ""
    yield f"**{card.act}**{aimed}{speaker}{mark}{links.rstrip()}"
    yield f"> {plain(said.line)}"
    told = [
        f"cue: {plain(said.cue)}" if said.cue else "",
        f"numbers: {plain('; '.join(card.quantities))}" if card.quantities else "",
        f"characters {said.place}" if said.place else "",
        said.sure,
    ]
    yield f"*{' · '.join(part for part in told if part)}*"
    for inner in said.inside:
        yield from _statement(inner)


def _figures(compared: Compared) -> Iterator[str]:
    if not compared.board.figures:
        return
    yield "## Figures"
    rows = ["| counted | who says it | value | whose | verdict |", "|---|---|---|---|---|"]
    for table in compared.board.figures:
        verdict = f"{table.label}: {table.why}" if table.why else table.label
        rows.extend(
            f"| {plain(table.counted)} | {plain(x.speaker)} | {plain(x.value)} | {plain(x.whose)} | {plain(verdict)} |"
            for x in table.lines
        )
    yield "\n".join(rows)


def _fact(label: str, value: str) -> str:
    return linked(plain(value), value) if label == "Address" and link_address(value) else plain(value)
