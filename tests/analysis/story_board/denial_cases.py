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
_UNPAID = "Greece accused Italy of failing to pay 600 sailors for night work."
_DUMPED = "Greece accused Italy of dumping sludge off the island of Tinos."
_IMPAYES = ("fr", "La Grèce a accusé l'Italie de ne pas avoir payé les heures de nuit de 600 marins.")

WIDER: list[tuple[str, Told, Told]] = [
    ("denial", _DUMPED, "Italy said no sludge had left its tankers."),
    ("denial", _DUMPED, "Italy said none of its tankers had leaked."),
    ("", _DUMPED, "Italy said no sailor had left his ship."),
    ("", _DUMPED, "Italy said its minister had not left Rome."),
    ("denial", "Greece accused Italy of bribing two judges.", "Italy said it had paid nobody."),
    ("denial", "Greece accused Italy of bribing two judges.", "Italy said it had never paid any judge."),
    ("", "Greece accused Italy of bribing two judges.", "Italy said it had not paid the rent of its embassy."),
    ("denial", _UNPAID, "Italy said the sailors had been paid."),
    ("denial", _UNPAID, "Italy said that all night work had been paid in full."),
    ("", _UNPAID, "Italy said it had paid for a new bridge."),
    ("", _UNPAID, "Italy said the sailors would be paid."),
    ("", _UNPAID, "Italy said the sailors had not been paid."),
    ("", _UNPAID, "Italy said the union had paid the sailors."),
    (
        "denial",
        "Greece accused Italy of hiding a report on the wreck.",
        "Italy said the report had been published in May.",
    ),
    ("", "Greece accused Italy of hiding a report on the wreck.", "Italy said a new law had been published."),
    ("denial", "Greece accused Italy of rigging the ballot.", "Italy said there was no fraud."),
    ("", "Greece accused Italy of selling drones to rebels.", "Italy said it had not sold its railways."),
    ("denial", "Greece accused Italy of selling drones to rebels.", "Italy said it had not sold any drones."),
    ("denial", "Greece accused Italy of filling the dam without warning.", "Italy said it had warned Greece in time."),
    ("", "Greece accused Italy of filling the dam without warning.", "Italy said it had warned of a hard winter."),
    ("denial", _IMPAYES, ("fr", "L'Italie affirme avoir payé toutes les heures de nuit.")),
    ("denial", _IMPAYES, ("fr", "L'Italie assure que les marins ont été payés.")),
    ("denial", _IMPAYES, "Italy said the sailors had been paid."),
    ("", _IMPAYES, ("fr", "L'Italie affirme avoir payé sa part du pont.")),
    ("", _IMPAYES, ("fr", "L'Italie assure que les marins seront payés.")),
    ("", _IMPAYES, ("fr", "L'Italie dit ne pas avoir payé la facture d'eau.")),
    (
        "denial",
        ("fr", "La Grèce a accusé l'Italie d'avoir caché trois accidents."),
        ("fr", "L'Italie affirme que chaque accident a été déclaré."),
    ),
    (
        "denial",
        ("fr", "La Grèce a accusé l'Italie d'avoir soudoyé des juges."),
        ("fr", "L'Italie affirme n'avoir jamais versé d'argent à un juge."),
    ),
    (
        "",
        ("fr", "La Grèce a accusé l'Italie d'avoir bloqué un convoi."),
        ("fr", "« Nous n'avons arrêté personne », a déclaré l'Italie."),
    ),
    (
        "denial",
        ("fr", "La Grèce a accusé l'Italie d'avoir brouillé ses radars."),
        ("fr", "« Ce n'était pas nous », a déclaré l'Italie."),
    ),
    (
        "denial",
        ("fr", "La Grèce a accusé l'Italie d'avoir truqué le scrutin."),
        ("fr", "« Il n'y a eu aucune fraude », a déclaré l'Italie."),
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
