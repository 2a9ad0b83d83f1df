"""What answers what across articles: the kind of exchange, "" for none, and what was said, the later one second."""

from __future__ import annotations

ENGLISH = [
    (
        "denial",
        "Armenia accused Azerbaijan of shelling the town of Jermuk.",
        "Azerbaijan denied shelling the town of Jermuk.",
    ),
    ("denial", "Armenia accused Azerbaijan of shelling the town of Jermuk.", "Azerbaijan rejected the accusations."),
    ("", "Armenia accused Azerbaijan of shelling the town of Jermuk.", "Azerbaijan denied that its president was ill."),
    (
        "",
        "Azerbaijan denied shelling the town of Jermuk.",
        "Armenia accused Azerbaijan of shelling the town of Jermuk.",
    ),
    (
        "mutual_accusation",
        "Armenia accused Azerbaijan of shelling the town of Jermuk.",
        "Azerbaijan accused Armenia of planting mines in Lachin.",
    ),
    (
        "refusal",
        "Ukraine asked Germany to send Taurus missiles.",
        "Germany refused to send Taurus missiles to Ukraine.",
    ),
    ("", "Ukraine asked Germany to send Taurus missiles.", "Germany refused to raise taxes on fuel."),
    (
        "confirmation",
        "Ukraine said Russia had captured the town of Soledar near Bakhmut.",
        "Russia confirmed that it had captured the town of Soledar near Bakhmut.",
    ),
    ("", "Ukraine said Russia had captured the town of Soledar.", "Russia confirmed that grain exports would resume."),
    (
        "",
        "Russia said 20 civilians were killed in the strike.",
        "Ukraine said 35 civilians were killed in the strike.",
    ),
    (
        "",
        "Armenia accused Azerbaijan of shelling Jermuk. Georgia accused Azerbaijan of closing the border.",
        "Azerbaijan rejected the accusations.",
    ),
]
FRENCH = [
    (
        "denial",
        "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé la ville de Djermouk.",
        "L'Azerbaïdjan a nié avoir bombardé la ville de Djermouk.",
    ),
    (
        "denial",
        "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé la ville de Djermouk.",
        "L'Azerbaïdjan a rejeté ces accusations.",
    ),
    (
        "",
        "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé la ville de Djermouk.",
        "L'Azerbaïdjan a démenti que son président soit malade.",
    ),
    (
        "mutual_accusation",
        "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé Djermouk.",
        "L'Azerbaïdjan a accusé l'Arménie d'avoir posé des mines à Latchine.",
    ),
    (
        "refusal",
        "L'Ukraine a demandé à l'Allemagne de livrer des missiles Taurus.",
        "L'Allemagne a refusé de livrer des missiles Taurus à l'Ukraine.",
    ),
    (
        "confirmation",
        "L'Ukraine a déclaré que la Russie avait pris la ville de Soledar près de Bakhmout.",
        "La Russie a confirmé avoir pris la ville de Soledar près de Bakhmout.",
    ),
    (
        "",
        "L'Ukraine a déclaré que la Russie avait pris Soledar.",
        "La Russie a confirmé que les exportations de céréales reprendraient.",
    ),
]
BOTH = [
    (
        "denial",
        ("fr", "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé Djermouk."),
        ("en", "Azerbaijan denied the accusations."),
    ),
    (
        "denial",
        ("en", "Armenia accused Azerbaijan of shelling Jermuk."),
        ("fr", "L'Azerbaïdjan a nié avoir bombardé Jermuk."),
    ),
    (
        "mutual_accusation",
        ("en", "Armenia accused Azerbaijan of shelling Jermuk."),
        ("fr", "L'Azerbaïdjan a accusé l'Arménie d'avoir posé des mines."),
    ),
    (
        "",
        ("en", "Armenia accused Azerbaijan of shelling Jermuk."),
        ("fr", "L'Azerbaïdjan a démenti que son président Ilham Aliev soit malade."),
    ),
    ("", ("en", "Armenia accused Azerbaijan of shelling Jermuk."), ("fr", "La Géorgie a rejeté ces accusations.")),
    (
        "refusal",
        ("en", "Ukraine asked Germany to send 50 Leopard tanks."),
        ("fr", "L'Allemagne a refusé de livrer 50 chars Leopard."),
    ),
]
