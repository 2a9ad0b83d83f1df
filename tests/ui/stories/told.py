"""A library with stories for the tests of their screens: invented events, analyses told by hand, really placed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reading import current_engine
from stories import Told

from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.comparison import Exchange, ExchangeKind, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge
from reader.domain.statement import Act
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

WIRE = (
    "PORT GREY (AP) - Norland accused Sudria of ramming at least 12 trawlers off Port Grey near Talvik sandbank.\n\n"
    "“Our crews saw the cutters come,” said Captain Ada Moss, the harbour master of Talvik.\n\n"
    "The trawlers of Talvik had fished the Port Grey sandbank since the Norland ferry stopped."
)
COPY = WIRE.replace("at least 12 trawlers", "at least 14 trawlers")
ANSWER = (
    "Sudria denied ramming any trawlers off Port Grey. Its coast guard counted 9 trawlers near the Talvik sandbank.\n\n"
    "The cutters of Sudria had left the Talvik sandbank before Captain Ada Moss reached Port Grey, it said.\n\n"
    "Norland wants the Talvik trawlers back in harbour."
)
FRENCH = (
    "La Sudrie reconnaît que 15 chalutiers ont été heurtés près de Port Grey et du banc de Talvik.\n\n"
    "« Nos cotres étaient à Talvik », a dit Ada Moss, capitaine du port de Talvik, à Port Grey.\n\n"
    "Les chalutiers de Talvik restent à Port Grey, selon Norland et Sudria."
)
OTHER = (
    "The mill at Harrow Vale will close in Quillen, its owner Brunt said.\n\n"
    "Workers of the Harrow Vale mill met Brunt in Quillen; the mill made Quillen cloth for Harrow Vale."
)
AGAIN = (
    "Brunt closes the Harrow Vale mill in Quillen: workers marched through Quillen to the Harrow Vale mill gate.\n\n"
    "The mill’s owner Brunt stayed in Quillen, away from Harrow Vale."
)
HOSTILE = "[/b]\x1b[31mBoats[red] rammed\u202e[@click=app.quit]x[/]\n\x07"
TITLE = "Norland accuses Sudria of ramming trawlers"


def _told(text: str, sudria: str = "Sudria") -> Told:
    told = Told(text)
    for id, name in (("norland", "Norland"), ("sudria", sudria)):
        if name in text:
            told.party(id, name, "state")
    return told


def _wire(text: str) -> Analysis:
    told = _told(text)
    words = "at least 14 trawlers" if "14" in text else "at least 12 trawlers"
    many = told.number(words.removesuffix(" trawlers"), "trawlers", "norland")
    value = float(words.split()[2])
    told.quantities[-1] = replace(told.quantities[-1], value=value, low=value, hedge=Hedge.AT_LEAST)
    charge = f"ramming {words} off Port Grey"
    said = told.says("norland", Act.ACCUSE, charge, to="sudria", source="Norland", numbers=(many,))
    told.figures.append(Figure("trawlers", (FigureRow("norland", many, said),), Verdict.SINGLE, "one speaker"))
    told.says("norland", Act.DECLARE, "“Our crews saw the cutters come,”", source="Captain Ada Moss")
    return told.analysis()


def _answer() -> Analysis:
    told = _told(ANSWER)
    few = told.number("9", "trawlers", "norland")
    told.quantities[-1] = replace(told.quantities[-1], value=9.0)
    denied = told.says("sudria", Act.DENY, "ramming any trawlers off Port Grey", to="norland", source="Sudria")
    counted = "9 trawlers near the Talvik sandbank"
    said = told.says("sudria", Act.DECLARE, counted, source="Its coast guard", numbers=(few,))
    told.figures.append(Figure("trawlers", (FigureRow("sudria", few, said),), Verdict.SINGLE, "one speaker"))
    asked = told.says("norland", Act.DEMAND, "the Talvik trawlers back in harbour", to="sudria", source="Norland")
    told.exchanges.append(Exchange(ExchangeKind.ANSWER, (denied, asked), "told"))
    return told.analysis()


def _french() -> Analysis:
    told = _told(FRENCH, "Sudrie")
    told.says("sudria", Act.ADMIT, "que 15 chalutiers ont été heurtés près de Port Grey", source="La Sudrie")
    return replace(told.analysis(), language="fr")


def drafts() -> list[tuple[Draft, Analysis]]:
    """Four articles of one event, one of them a copy with an edit, two of another."""

    def draft(text: str, title: str, source: str, dated: str, language: str = "en") -> Draft:
        address = f"https://example.org/{source.replace(' ', '-')}"
        return Draft(text, title, source, published=dated, language=language, url=address)

    return [
        (draft(WIRE, TITLE, "Bay Press", "2026-03-18T08:00:00Z"), _wire(WIRE)),
        (draft(COPY, "Trawlers rammed, says Norland", "Coast Daily", "2026-03-18T09:10:00Z"), _wire(COPY)),
        (draft(ANSWER, "Sudria denies ramming trawlers", "Strait Times", "2026-03-18T20:30:00Z"), _answer()),
        (draft(FRENCH, "La Sudrie reconnaît", "Le Quai", "2026-03-19T07:00:00Z", "fr"), _french()),
        (draft(OTHER, "Harrow Vale mill to close", "Bay Press", "2026-03-17"), _told(OTHER).analysis()),
        (draft(AGAIN, "Brunt closes the Harrow Vale mill", "Coast Daily", "2026-03-17"), _told(AGAIN).analysis()),
    ]


def add(library: Library, draft: Draft, analysis: Analysis) -> int:
    """Store an article with an analysis of the present engine."""
    id = library.add(draft).id
    engine = current_engine(draft.language or "en")
    library.save_analysis(draft.text_hash, replace(analysis, engine=engine))
    return id


def fill(path: Path) -> list[int]:
    """A library of two stories, ids of the articles in the order of ``drafts``."""
    with Library.open(path) as library:
        library.set_setting("seeded", "1")
        library.set_setting("language", "en")
        ids = [add(library, *each) for each in drafts()]
        place_all(library)
        return ids
