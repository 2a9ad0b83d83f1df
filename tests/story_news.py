"""A small story for what is given out of stories: one event in two languages, rival counts, a wire copy, a hostile
headline; and one article about something else."""

from __future__ import annotations

from reader.cli.finding import analysed
from reader.domain.article import Draft
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

HOSTILE = "</h1><script>alert(1)</script>\x1b]0;owned\x07 |a|b| [x](http://evil.example) \u202egnp"

_WIRE = (
    "YEREVAN (AP) — Armenia accused Azerbaijan on Tuesday of shelling the towns of Goris, Jermuk and Vardenis, and "
    "said at least 49 of its soldiers were killed.\n\n"
    "Azerbaijan denied the accusation. “We only answered the provocations of the Armenian army,” Azerbaijani Defense "
    "Minister Zakir Hasanov said.\n\n"
    "Armenian Prime Minister Nikol Pashinyan said that 49 Armenian soldiers had been killed in the fighting along the "
    "border. He asked Russia for military help under a treaty.\n\n"
    "The Kremlin urged both sides to show restraint. “We call on the parties to refrain from further escalation,” "
    "Russian Foreign Minister Sergey Lavrov said."
)


def drafts() -> tuple[Draft, ...]:
    """The articles, in the order they came out; the last one is about something else."""
    return (
        Draft(
            _WIRE,
            "Armenia and Azerbaijan trade accusations over border clashes",
            source="AP",
            author="Avet Demourian",
            published="2022-09-13T08:00:00Z",
            language="en",
            url="https://ap.example/armenia?a=1&b=2",
        ),
        Draft(
            _WIRE.replace("on Tuesday ", "").replace("restraint", "calm"),
            "Armenia, Azerbaijan trade blame after clashes",
            source="The Herald",
            published="2022-09-13T09:30:00Z",
            language="en",
            url="https://herald.example/clashes",
        ),
        Draft(
            "EREVAN — L’Arménie a accusé mardi l’Azerbaïdjan d’avoir bombardé les villes de Goris, Djermouk et "
            "Vardenis, et a affirmé que 105 de ses soldats avaient été tués.\n\n"
            "L’Azerbaïdjan a démenti ces accusations. Le ministère azerbaïdjanais de la Défense a annoncé que "
            "50 militaires azerbaïdjanais avaient été tués à la frontière.\n\n"
            "« Nous avons demandé l’aide de la Russie », a déclaré le Premier ministre arménien Nikol Pachinian.\n\n"
            "L’Union européenne a appelé les deux parties à la retenue.",
            "L’Arménie et l’Azerbaïdjan s’accusent mutuellement après des combats à la frontière",
            source="Le Monde",
            author="Claire Martin",
            published="2022-09-14",
            language="fr",
            url="https://lemonde.example/armenie",
        ),
        Draft(
            "Armenia said on Wednesday that 105 of its soldiers had been killed in the border clashes with Azerbaijan "
            "near Goris, Jermuk and Vardenis.\n\n"
            "“There are losses on our side, and we do not hide them,” Armenian Prime Minister Nikol Pashinyan said.\n\n"
            "Azerbaijan's Defense Ministry said that 71 of its soldiers had been killed. It denied shelling the towns."
            "\n\nAccording to AP, Russia brokered a ceasefire.",
            HOSTILE,
            source="Wire <b>|</b> \x1b[31mred",
            author="J. \u202eDoe",
            published="2022-09-15T06:15:00Z",
            language="en",
            url="javascript:alert(document.domain)",
        ),
        Draft(
            "The tram drivers of the city went on strike on Monday. The union CGT said that 300 drivers took part. "
            "The operator said that 120 drivers were absent.",
            "Tram drivers strike for a day",
            source="The Herald",
            published="2022-09-14T05:00:00Z",
            language="en",
        ),
    )


def fill(library: Library) -> None:
    """Put the articles into a library, analyse them, let them find their stories; the French one is put to the story by
    hand."""
    library.set_setting("seeded", "")
    ids = [library.add(draft).id for draft in drafts()]
    for id in ids:
        analysed(library, library.article(id))
    place_all(library)
    if library.stories.story_of(ids[2]) is None:
        library.stories.join(ids[0], ids[2])
    place_all(library)
