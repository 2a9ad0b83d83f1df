"""Numbers of one noun that two parties, or two statements of one, tell of the same or not: if they contradict."""

from __future__ import annotations

# Whether a party is told to contradict its own number.
OWN = [
    ("en", 0, "Norway said that 12 ships had entered the zone.", "Norway said 9 ships had left the zone."),
    ("en", 0, "Norway said that 12 ships had entered the zone.", "Norway said 20 vessels were mining the seabed."),
    ("en", 0, "Chile said 22 miners were missing.", "Chile said 14 miners were missing."),
    ("en", 0, "Chile said 900 people were evacuated.", "Chile said 400 people were evacuated."),
    ("en", 0, "Peru said it would cut 900 jobs.", "Peru said it would cut 700 jobs."),
    ("en", 0, "Peru said 55 schools were closed.", "Peru said 48 schools were closed."),
    (
        "en",
        0,
        "Kenya said 12 soldiers were killed in an ambush near the dam.",
        "Kenya said 5 soldiers were killed by a roadside bomb on Sunday.",
    ),
    ("en", 0, "Kenya said 12 soldiers were killed in Wajir.", "Kenya said 5 soldiers were killed in Mandera."),
    ("en", 0, "Mali said 40 protesters were arrested.", "Mali said 12 protesters were wounded."),
    ("en", 1, "Mali said 40 protesters were arrested.", "Mali said 25 protesters were arrested."),
    ("en", 1, "Kenya said 12 soldiers were killed.", "Kenya said 5 soldiers were killed."),
    ("fr", 0, "La Norvège a dit que 12 navires étaient entrés.", "La Norvège a dit que 9 navires étaient repartis."),
    ("fr", 0, "Le Chili a fait état de 30 disparus.", "Le Chili a fait état de 12 disparus."),
    ("fr", 0, "Le Pérou a annoncé que 55 écoles étaient fermées.", "Le Pérou a annoncé que 48 écoles étaient fermées."),
    ("fr", 0, "Le Mali a annoncé l'arrestation de 40 manifestants.", "Le Mali a annoncé 12 manifestants blessés."),
    (
        "fr",
        1,
        "Le Mali a annoncé que 90 maisons étaient détruites.",
        "Le Mali a annoncé que 60 maisons étaient détruites.",
    ),
]
# Whether two parties of one article or of two are told to contradict each other.
OTHERS = [
    ("en", 0, "Norway said 12 ships had entered the zone.", "Russia said 26 vessels were mining the seabed."),
    ("en", 0, "Norway said 45 million crowns would be paid.", "Russia said 5 million crowns had been paid."),
    ("en", 1, "Norway said 12 ships were still waiting.", "Russia said 26 ships were still waiting."),
    (
        "en",
        0,
        "Armenia said 212 Armenian soldiers had been killed since the start of the war.",
        "Azerbaijan said 60 Armenian soldiers had been killed.",
    ),
    ("en", 0, "Mali said 400 people had been killed since January.", "Niger said 60 people had been killed."),
    ("fr", 0, "La Norvège a dit que 12 navires étaient entrés.", "La Russie a dit que 26 navires pêchaient."),
    (
        "fr",
        0,
        "Le Mali a annoncé que 400 civils avaient été tués depuis le début du conflit.",
        "Le Niger a annoncé que 60 civils avaient été tués.",
    ),
    ("fr", 1, "La Norvège a dit que 12 navires attendaient.", "La Russie a dit que 26 navires attendaient."),
    (
        "fr",
        0,
        "Le Mali a annoncé cinq policiers blessés.",
        "Le Niger a fait état de 35 blessés parmi les manifestants.",
    ),
]
