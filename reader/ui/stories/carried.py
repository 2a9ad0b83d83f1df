"""Which outlets carry a statement, and in which language its words are, in a few words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.analysis.story_board.parts import Carrier
from reader.ui.panel.words import clean_line
from reader.ui.stories.times import stamp


def carried(carriers: Sequence[Carrier]) -> str:
    """ "AP 14 Sep, 10:30"; "in 3 outlets: AP 14 Sep, 10:30 · Le Monde 14 Sep · RFI 15 Sep"; each outlet once, its name
    safe to show."""
    first: dict[str, Carrier] = {}
    for carrier in carriers:
        first.setdefault(carrier.outlet, carrier)
    told = " · ".join(
        " ".join(part for part in (clean_line(one.outlet), stamp(one.dated)) if part) for one in first.values()
    )
    return told if len(first) < 2 else f"in {len(first)} outlets: {told}"


def spoken_in(language: str, reader: str) -> str:
    """ "in French"; empty where it is the reader's own language."""
    return (
        "" if base_language(language) in (base_language(reader), "") else f"in {language_name(base_language(language))}"
    )


@cache
def language_name(code: str) -> str:
    """ "French"; the code where the language is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def base_language(code: str) -> str:
    """ "fr" of "fr-CA"."""
    return code.replace("_", "-").partition("-")[0].casefold()
