"""The parts numbers are made of, one after the other through a text, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.numbers.grammar import Grammar, ScaleForm
from reader.analysis.numbers.phrases import words_after
from reader.domain.span import Span

_FIRST_DIGITS = re.compile(r"\d+")
_CODE = re.compile(r"[^\W\d_]\d+[.,]$")  # the start of M4.8
_CODE_LENGTH = 12
_PIECES = re.compile(r"[^ -]+")
_TOO_LONG = 18  # digits: beyond, a number is a code and has no value


@dataclass(slots=True)
class Part:
    """A stretch of a number: digits, words, a scale word or a fraction."""

    what: str
    start: int
    end: int
    value: float | None
    scale: ScaleForm | None = None


def find_parts(normal: str, grammar: Grammar, taken: list[Span]) -> Iterator[Part]:
    """The parts outside the ``taken`` spans, in order of place."""
    at, busy = 0, iter([*taken, (len(normal), len(normal))])
    block = next(busy)
    while match := grammar.scan.search(normal, at):
        start, end = match.span()
        at = max(end, at + 1)
        while block[1] <= start < len(normal):
            block = next(busy)
        if start < block[1] and block[0] < end:
            at = block[1]
            continue
        what = match.lastgroup if match.lastgroup != "sep" else "digits"
        if what == "digits" and _CODE.search(normal, max(0, start - _CODE_LENGTH), start):
            continue
        if what == "digits" and _ends_name(normal, start):
            at = start + len(_FIRST_DIGITS.findall(normal[start:end])[0])  # in "F-16 100", 100 is a number
        elif what == "digits" and _begins_name(normal, end, grammar):
            continue
        elif what == "digits":
            yield Part(what, start, end, _digits_value(match["digits"], match["sep"], grammar))
        elif what == "spelled":
            value, end = _spelled_value(match.group(), start, grammar)
            at = max(end, start + 1)
            if value is not None:
                yield _spelled(normal, grammar, start, end, value)
        elif what == "one":
            yield Part(what, start, end, 1.0)
        elif what == "scale":
            form = grammar.scales[" ".join(match.group().lower().split())]
            yield Part(what, start, end, float(form.rule.value), form)
        elif what in ("fraction", "loose"):
            yield Part(what, start, end, grammar.fractions[" ".join(match.group().lower().split())])
        elif what == "ordinal":
            yield Part(what, start, end, float(grammar.rules.spelled.ordinals[match.group().lower()]))


def _spelled(normal: str, grammar: Grammar, start: int, end: int, value: float) -> Part:
    """A word that is a scale too ("thousand") is one where it stands alone."""
    form = grammar.scales.get(normal[start:end].lower())
    return Part("scale", start, end, value, form) if form else Part("spelled", start, end, value)


def _digits_value(digits: str, separator: str | None, grammar: Grammar) -> float | None:
    plain = digits.replace(separator, "") if separator else digits
    for point in grammar.rules.digits.decimal:
        plain = plain.replace(point, ".")
    return float(plain) if len(plain) <= _TOO_LONG else None


def _spelled_value(words: str, start: int, grammar: Grammar) -> tuple[float | None, int]:
    """The value of the longest part of ``words`` that is one number, and where that part ends in the text."""
    spelled = grammar.rules.spelled
    pieces = list(_PIECES.finditer(words))
    for count in range(len(pieces), 0, -1):
        run = [piece.group().lower() for piece in pieces[:count]]
        if run[-1] in spelled.joiners or not _joined(run, pieces, words, grammar):
            continue
        value = _library_value(words[: pieces[count - 1].end()].lower(), spelled.library)
        if value is not None and not (count == 1 and run[0] in spelled.one):
            return value, start + pieces[count - 1].end()
    return None, start + (pieces[0].end() if pieces else 1)


def _joined(run: list[str], pieces: list[re.Match[str]], words: str, grammar: Grammar) -> bool:
    spelled = grammar.rules.spelled
    for at, word in enumerate(run):
        if word in spelled.joiners:
            rule = spelled.joiners[word]
            if (rule.before and run[at - 1] not in rule.before) or (rule.after and run[at + 1] not in rule.after):
                return False
        elif at and word in spelled.one and run[at - 1] not in spelled.joiners and words[pieces[at].start() - 1] != "-":
            return False
    return True


def _library_value(words: str, language: str) -> float | None:
    if not language:
        return None
    from text_to_num import text2num

    try:
        return float(text2num(words, language))
    except ValueError:
        return None


def _ends_name(normal: str, start: int) -> bool:
    """Digits behind a letter and a hyphen: F-16, Covid-19."""
    return start > 1 and normal[start - 1] == "-" and normal[start - 2].isalpha()


def _begins_name(normal: str, end: int, grammar: Grammar) -> bool:
    """Digits with letters behind them that are no unit, ending or scale: 4x4, 11-Septembre, but not 20-year-old."""
    after = normal[end : end + 2]
    if after[:1] == "-" and after[1:].isupper():
        return True
    if not (after[:1].isalpha() or after[:1] == "_"):
        return False
    words = words_after(normal, end)
    tail = words[0].text if words else ""
    form = grammar.scales.get(tail)
    known = form is not None and form.rule.abbreviation
    return not (known or tail in grammar.rules.spelled.ordinal_endings or grammar.units.first(words))
