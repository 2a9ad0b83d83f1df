"""What a party says otherwise than before, and what it does not: pairs of statements, the later one second."""

from __future__ import annotations

# How many changes, what was said first, what was said then.
ENGLISH = [
    (
        1,
        "Russia denied that its troops had entered the border village.",
        "Russia admitted that its troops had entered the border village.",
    ),
    (
        1,
        "Turkey confirmed that the talks with Syria would resume in Geneva.",
        "Turkey denied that the talks with Syria would resume in Geneva.",
    ),
    (
        1,
        "The company promised to reopen the Millport foundry this spring.",
        "The company refused to reopen the Millport foundry this spring.",
    ),
    (
        1,
        "Iran said it would attend the summit in Vienna next month.",
        "Iran said it would not attend the summit in Vienna next month.",
    ),
    (
        1,
        "Armenia said its troops had left the border village of Sotk.",
        "Armenia denied that its troops had left the border village of Sotk.",
    ),
    (1, "Serbia said 300 prisoners were freed.", "Serbia said 250 prisoners were freed."),
    (
        1,
        "Russia denied that the missile had been fired from a submarine.",
        "The Kremlin admitted that the missile had been fired from a submarine.",
    ),
    (
        0,
        "Russia denied that its troops had entered the border village.",
        "Ukraine confirmed that Russian troops had entered the border village.",
    ),
    (0, "Police said 12 people were killed.", "Police said 17 people were killed."),
    (0, "Turkey said 12 people were killed in the blast.", "Turkey said 17 people were killed in the blast."),
    (
        0,
        "Russia denied that its troops had entered the border village.",
        "Russia admitted that 40 soldiers had died in a training accident.",
    ),
    (
        0,
        "Iran said it would attend the summit in Vienna next month.",
        "Iran said it would attend the summit in Vienna next month.",
    ),
    (
        0,
        "Iran said it would attend the summit in Vienna next month.",
        "Iraq said it would not attend the summit in Vienna next month.",
    ),
    (
        0,
        "The company promised to reopen the Millport foundry this spring.",
        "The union refused to reopen the Millport foundry this spring.",
    ),
    (
        0,
        "Russia did not confirm that its troops had entered the village.",
        "Russia confirmed that its troops had entered the village.",
    ),
    (
        1,
        "France confirmed that its embassy in Niamey would close in January.",
        "France denied that its embassy in Niamey would close in January.",
    ),
    (
        1,
        "Egypt said the Rafah crossing would open to aid trucks on Sunday.",
        "Egypt said the Rafah crossing would not open to aid trucks on Sunday.",
    ),
    (
        1,
        "Qatar promised to host the second round of hostage talks.",
        "Qatar refused to host the second round of hostage talks.",
    ),
    (1, "Poland said 120 trucks were destroyed.", "Poland said 90 trucks were destroyed."),
    (0, "Poland said 90 trucks were destroyed.", "Poland said at least 80 trucks were destroyed."),
    (
        0,
        "Egypt said the Rafah crossing would open to aid trucks on Sunday.",
        "Egypt said the Kerem Shalom crossing would not open to journalists on Monday.",
    ),
    (
        0,
        "Qatar promised to host the second round of hostage talks.",
        "Qatar refused to extradite the former minister of finance.",
    ),
    (
        0,
        "France denied that its embassy in Niamey would close in January.",
        "France confirmed that its embassy in Bamako would reopen with 12 diplomats.",
    ),
    (0, "Serbia said 300 prisoners were freed.", "Kosovo said 250 prisoners were freed."),
    (
        0,
        "Turkey confirmed that the talks with Syria would resume in Geneva.",
        "Turkey confirmed that the talks with Syria would resume in Geneva.",
    ),
]
FRENCH = [
    (
        1,
        "La Russie a démenti que ses troupes étaient entrées dans le village frontalier.",
        "La Russie a reconnu que ses troupes étaient entrées dans le village frontalier.",
    ),
    (
        1,
        "La Turquie a confirmé que les pourparlers avec la Syrie reprendraient à Genève.",
        "La Turquie a démenti que les pourparlers avec la Syrie reprendraient à Genève.",
    ),
    (
        1,
        "L'entreprise a promis de rouvrir la fonderie de Bessac au printemps.",
        "L'entreprise a refusé de rouvrir la fonderie de Bessac au printemps.",
    ),
    (
        1,
        "L'Iran a déclaré qu'il participerait au sommet de Vienne en avril.",
        "L'Iran a déclaré qu'il ne participerait pas au sommet de Vienne en avril.",
    ),
    (
        1,
        "L'Arménie a affirmé que ses troupes avaient quitté le village de Sotk.",
        "L'Arménie a démenti que ses troupes avaient quitté le village de Sotk.",
    ),
    (
        1,
        "La Serbie a annoncé que 300 prisonniers avaient été libérés.",
        "La Serbie a annoncé que 250 prisonniers avaient été libérés.",
    ),
    (
        1,
        "La Russie a nié que le missile avait été tiré depuis un sous-marin.",
        "Le Kremlin a admis que le missile avait été tiré depuis un sous-marin.",
    ),
    (
        0,
        "La Russie a démenti que ses troupes étaient entrées dans le village frontalier.",
        "L'Ukraine a confirmé que des troupes russes étaient entrées dans le village frontalier.",
    ),
    (
        0,
        "La Turquie a déclaré que 12 personnes avaient été tuées.",
        "La Turquie a déclaré que 17 personnes avaient été tuées.",
    ),
    (
        0,
        "La Russie a démenti que ses troupes étaient entrées dans le village.",
        "La Russie a reconnu que 40 soldats étaient morts dans un accident d'entraînement.",
    ),
    (
        0,
        "L'Iran a déclaré qu'il participerait au sommet de Vienne en avril.",
        "L'Irak a déclaré qu'il ne participerait pas au sommet de Vienne en avril.",
    ),
    (
        0,
        "La Russie n'a pas confirmé que ses troupes étaient entrées dans le village.",
        "La Russie a confirmé que ses troupes étaient entrées dans le village.",
    ),
    (
        0,
        "La CGT a promis de reprendre le travail lundi au dépôt de Lens.",
        "La direction a refusé de reprendre le travail lundi au dépôt de Lens.",
    ),
    (
        1,
        "La France a confirmé que son ambassade à Niamey fermerait en janvier.",
        "La France a démenti que son ambassade à Niamey fermerait en janvier.",
    ),
    (
        1,
        "L'Égypte a déclaré que le passage de Rafah ouvrirait dimanche aux camions d'aide.",
        "L'Égypte a déclaré que le passage de Rafah n'ouvrirait pas dimanche aux camions d'aide.",
    ),
    (
        1,
        "Le Qatar a promis d'accueillir la deuxième session des pourparlers sur les otages.",
        "Le Qatar a refusé d'accueillir la deuxième session des pourparlers sur les otages.",
    ),
    (
        1,
        "La Pologne a annoncé que 120 camions avaient été détruits.",
        "La Pologne a annoncé que 90 camions avaient été détruits.",
    ),
    (
        0,
        "La Pologne a annoncé que 90 camions avaient été détruits.",
        "La Pologne a annoncé qu'au moins 80 camions avaient été détruits.",
    ),
    (
        0,
        "L'Égypte a déclaré que le passage de Rafah ouvrirait dimanche aux camions d'aide.",
        "L'Égypte a déclaré que le terminal de Kerem Shalom n'ouvrirait pas lundi aux journalistes.",
    ),
    (
        0,
        "Le Qatar a promis d'accueillir la deuxième session des pourparlers sur les otages.",
        "Le Qatar a refusé d'extrader l'ancien ministre des Finances.",
    ),
    (
        0,
        "La France a démenti que son ambassade à Niamey fermerait en janvier.",
        "La France a confirmé que son ambassade à Bamako rouvrirait avec 12 diplomates.",
    ),
    (
        0,
        "La Serbie a annoncé que 300 prisonniers avaient été libérés.",
        "Le Kosovo a annoncé que 250 prisonniers avaient été libérés.",
    ),
    (
        0,
        "La Turquie a confirmé que les pourparlers avec la Syrie reprendraient à Genève.",
        "La Turquie a confirmé que les pourparlers avec la Syrie reprendraient à Genève.",
    ),
    (
        0,
        "Le syndicat a dit qu'il signerait l'accord sur les salaires jeudi.",
        "La direction a dit qu'elle ne signerait pas l'accord sur les salaires jeudi.",
    ),
    (
        0,
        "La Serbie a annoncé que 250 prisonniers avaient été libérés.",
        "La Serbie a annoncé que 300 prisonniers avaient été libérés.",
    ),
]
BOTH = [
    (
        1,
        ("fr", "La Russie a démenti avoir perdu 40 soldats près de Bakhmout."),
        ("en", "Russia admitted that it had lost 40 soldiers near Bakhmut."),
    ),
    (
        0,
        ("fr", "La Russie a démenti avoir perdu 40 soldats près de Bakhmout."),
        ("en", "Russia admitted that it had lost 70 soldiers near Donetsk."),
    ),
    (
        1,
        ("fr", "La Serbie a annoncé que 300 prisonniers avaient été libérés."),
        ("en", "Serbia said 250 prisoners were freed."),
    ),
]
