"""Blocks: paragraphs, and the lines that are not running text (headings, bylines, datelines, captions, links)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.text.parsed import Block, BlockKind
from reader.domain.span import Span
from reader.languages.text_rules import TextRules

_BULLET = re.compile(r"\s*(?:[-–—•*▪●◦‣·]|\d{1,2}[.)])\s+(?=\S)")
_FINAL = re.compile(r"[.!?…:;,][\"'»)\]\s]*$")
_LONGEST_HEADING = 90
_LONGEST_CAPTION = 400
_MARKS = (":", "-", "–", "—", "©", "|")  # after the word that opens a caption
_CREDIT = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\.?$")
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'.\- ]{2,40}"
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'.\- ]{1,30}(?:, [^\n()\"«:!?]{1,30}?){0,3}"
_DASH = r"\.?\s*(?:–|—|--?)\s+"
_DATELINE = re.compile(
    rf"(?:{_PLACE},? ?\((?:[A-Z][^()\n]{{1,40}}|[a-z]{{2,5}}(?:/\w+)*)\){_DASH}"  # EREVAN, Arménie (AP) –
    rf"|{_CAPITALS}(?:, [^\n()\"«:.!?]{{2,30}}){{0,2}}\s*(?:–|—|--|(?<=\s)-)\s+(?=\S)"  # LONDON, March 3 —
    rf"|[A-ZÀ-ÖØ-Þ][\w'\-]+(?:, [A-ZÀ-ÖØ-Þ]\w+)?\s(?:–|—|--)\s(?=[A-ZÀ-ÖØ-Þ\"«])"  # Paris — Le
    r"|\((?:[A-Z]{2,6}|[A-Z][a-zé]+)\)\s*(?:–|—|--?)\s+(?=\S))"  # (AFP) -
)
# The time at the head of an entry: 18h05 -, 16 h 58., [09:15], 7.30pm:
_STAMP = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-4])(?:\s?[hH]\s?(?:[0-5]\d)?|:[0-5]\d|\.[0-5]\d(?=\s?(?:[ap]m\b|[ap]\.m\.|Uhr\b|GMT\b|\s*[-–—|])))"
    r"(?:\s?(?:[ap]m|[ap]\.m\.|Uhr|GMT|UTC|[A-Z]{1,3}T)\b)?[\])]?(?:[.:,]|\s*[-–—|])?\s+(?=[A-ZÀ-ÖØ-Þ\"«])"
)


def find_blocks(normal: str, rules: TextRules) -> tuple[Block, ...]:
    """The blocks of a normalised text, in order; white space around them belongs to none."""
    paragraphs = list(_paragraphs(normal))
    blocks: list[Block] = []
    running = False
    for span in paragraphs:
        kind = _kind(normal[span[0] : span[1]], rules, alone=len(paragraphs) == 1)
        if kind is BlockKind.BODY:
            dateline = _STAMP.match(normal, *span) or (None if running else _DATELINE.match(normal, *span))
            if dateline and dateline.end() < span[1]:
                blocks.append(Block((span[0], span[0] + len(dateline.group().rstrip())), BlockKind.DATELINE))
                span = (dateline.end(), span[1])
            running = True
        blocks.append(Block(span, kind))
    return tuple(blocks)


def _paragraphs(normal: str) -> Iterator[Span]:
    """Stretches between blank lines, cut at each line end too unless the lines were wrapped at a width."""
    for stretch in re.finditer(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*", normal):
        lines = [_trim(normal, (m.start(), m.end())) for m in _lines(normal, stretch.span())]
        lines = [line for line in lines if line[0] < line[1]]
        listed = sum(_BULLET.match(normal, *line) is not None for line in lines) > 1
        if not listed and _wrapped([end - start for start, end in lines]):
            yield (lines[0][0], lines[-1][1])
            continue
        start = lines[0][0]
        for at, (_, end) in enumerate(lines):
            follower = lines[at + 1][0] if at + 1 < len(lines) else None
            if follower is None or not _continues(normal, end, follower):
                yield (start, end)
                start = follower if follower is not None else end


def _lines(normal: str, span: Span) -> Iterator[re.Match[str]]:
    return re.compile(r"[^\n]+").finditer(normal, *span)


def _trim(normal: str, span: Span) -> Span:
    start, end = span
    while start < end and normal[start].isspace():
        start += 1
    while end > start and normal[end - 1].isspace():
        end -= 1
    return (start, end)


def _wrapped(lengths: list[int]) -> bool:
    """True where a paragraph's lines look cut at a fixed width: all but the last nearly as long as the longest."""
    body = lengths[:-1]
    return (
        len(body) >= 2 and 40 <= max(lengths) <= 110 and min(body) >= max(lengths) - 16 and lengths[-1] <= max(lengths)
    )


def _continues(normal: str, end: int, follower: int) -> bool:
    return normal[end - 1] not in ".!?:;" and normal[follower].islower()


def _kind(line: str, rules: TextRules, *, alone: bool) -> BlockKind:
    short = len(line) <= _LONGEST_HEADING
    final = bool(_FINAL.search(line))
    if line.startswith(rules.link_openers) and len(line) <= 2 * _LONGEST_HEADING and not alone:
        return BlockKind.LINK
    if not alone and _is_caption(line, rules, unfinished=short and not final):
        return BlockKind.CAPTION
    if short and not final and not alone and _is_byline(line, rules):
        return BlockKind.BYLINE
    if _BULLET.match(line):
        return BlockKind.BULLET
    quoted = line[-1] in '"»' or line[0] in '"«'
    if short and not final and not alone and not (quoted and _sentence_like(line)):
        return BlockKind.HEADING
    return BlockKind.BODY


def _is_caption(line: str, rules: TextRules, *, unfinished: bool) -> bool:
    """True for a line that opens as a caption does, or ends with whose picture it is."""
    if len(line) > _LONGEST_CAPTION:
        return False
    opener = next((o for o in rules.caption_openers if line.startswith(o)), None)
    if opener is not None and (unfinished or opener[-1] in _MARKS or line[len(opener) :].lstrip()[:1] in _MARKS):
        return True
    credit = _CREDIT.search(line)
    return credit is not None and any(mark in credit[1] for mark in rules.credits)


def _sentence_like(line: str) -> bool:
    """True where a line with quotation marks at an end may be no heading: who speaks before it, or the mark open."""
    return ":" in line or line[-1] not in '"»'


def _is_byline(line: str, rules: TextRules) -> bool:
    words = line.split()
    if line.strip("().-–— ") in rules.agencies:
        return True
    opened = any(line.startswith(o + " ") for o in rules.byline_openers)
    if opened and len(words) <= 12 and sum(w[:1].isupper() for w in words) >= max(2, len(words) // 2):
        return True
    tail = re.split(r"[,/(|–—-]\s*", line.rstrip(") "))[-1].strip()
    return tail in rules.agencies and len(words) <= 10
