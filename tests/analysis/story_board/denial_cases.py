"""What says in other words that a charge is untrue, and what does not: the link or "", what was said first and then."""

from __future__ import annotations

from typing import TypeAlias

Told: TypeAlias = str | tuple[str, str]

_SHELLED = "Armenia accused Azerbaijan of shelling the town of Goris."
_BOMBARDED = ("fr", "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé la ville de Goris.")

ENGLISH: list[tuple[str, Told, Told]] = [
    ("denial", _SHELLED, "Azerbaijan's army said it had not fired a single round."),
    ("denial", _SHELLED, '"We had nothing to do with it," Azerbaijani Defense Minister Zakir Hasanov said.'),
    ("denial", _SHELLED, "Azerbaijan said no shell had been fired from its positions."),
    ("denial", _SHELLED, "Azerbaijan said it had not carried out any strike on Goris."),
    ("denial", "Greece accused Italy of hiding a report on the wreck.", "Italy said it had concealed nothing."),
    ("", _SHELLED, "Azerbaijan said it would not attack its neighbour."),
    ("", _SHELLED, "Azerbaijan said it did not know who had fired."),
    ("", _SHELLED, "Azerbaijan said Armenia had not fired for two days."),
    ("", _SHELLED, "Azerbaijan said it had not received any report."),
    ("", _SHELLED, "Azerbaijan said it had nothing to do with the collapse of the bank."),
    ("", _SHELLED, "Georgia said it had not fired a single round."),
    ("", _SHELLED, "Azerbaijan said it had not fired on the village of Sotk."),
    ("", "Azerbaijan said it had not fired a single round.", _SHELLED),
    (
        "",
        f"{_SHELLED} Georgia accused Azerbaijan of bombing a bridge.",
        "Azerbaijan said it had not fired a single round.",
    ),
    (
        "",
        f"{_SHELLED} Armenia accused Azerbaijan of blocking the road.",
        "Azerbaijan said it had nothing to do with it.",
    ),
    (
        "denial",
        f"{_SHELLED} Armenia accused Azerbaijan of blocking the road.",
        "Azerbaijan said it had not fired a single round.",
    ),
]
FRENCH: list[tuple[str, Told, Told]] = [
    ("denial", _BOMBARDED, ("fr", "L'armée azerbaïdjanaise affirme n'avoir tiré aucun obus.")),
    ("denial", _BOMBARDED, ("fr", "« Nous n'y sommes pour rien », assure l'Azerbaïdjan.")),
    ("denial", _BOMBARDED, ("fr", "L'Azerbaïdjan a assuré que ses soldats n'avaient pas ouvert le feu.")),
    (
        "denial",
        ("fr", "La Grèce a accusé l'Italie d'avoir dissimulé un rapport sur le naufrage."),
        ("fr", "« Nous n'avons rien caché », a déclaré l'Italie."),
    ),
    ("", _BOMBARDED, ("fr", "L'Azerbaïdjan affirme n'avoir tiré que sur des positions militaires.")),
    ("", _BOMBARDED, ("fr", "L'Azerbaïdjan a assuré qu'il ne bombarderait pas la capitale.")),
    ("", _BOMBARDED, ("fr", "L'Azerbaïdjan a déclaré que l'Arménie n'avait pas tiré depuis deux jours.")),
    ("", _BOMBARDED, ("fr", "L'Azerbaïdjan affirme n'avoir reçu aucun rapport.")),
    ("", _BOMBARDED, ("fr", "L'Azerbaïdjan affirme n'avoir rien à voir avec la faillite de la banque.")),
    (
        "",
        ("fr", f"{_BOMBARDED[1]} La Géorgie a accusé l'Azerbaïdjan d'avoir fermé la frontière."),
        ("fr", "« Nous n'y sommes pour rien », assure l'Azerbaïdjan."),
    ),
]
BOTH: list[tuple[str, Told, Told]] = [
    ("denial", _SHELLED, ("fr", "L'armée azerbaïdjanaise affirme n'avoir tiré aucun obus.")),
    ("denial", _BOMBARDED, "Azerbaijan's army said it had not fired a single round."),
    ("denial", _BOMBARDED, "Azerbaijan said it had nothing to do with it."),
    ("denial", "Azerbaijan accused Armenia of blowing up a bridge.", ("fr", "L'Arménie a nié avoir détruit un pont.")),
    ("", _SHELLED, ("fr", "L'Arménie a nié avoir détruit un pont.")),
    ("", _SHELLED, ("fr", "L'Azerbaïdjan affirme n'avoir franchi aucune frontière.")),
]
