"""How months are written in the dates of feeds, and the names of time zones. Data: lower case, without full stops."""

from __future__ import annotations

_NAMES = (
    "jan january januar janvier janv enero ene gennaio gen janeiro jän jänner januari",
    "feb february februar février fevrier févr fevr fév fev febrero febbraio fevereiro februari",
    "mar march märz maerz mär mrz mars marzo março marco maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei maj",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august août aout aoû agosto ago augustus augusti",
    "sep sept september septembre septiembre setiembre settembre set setembro",
    "oct october oktober okt octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
"""A month's name to its number (1 to 12)."""

ZONES = {
    **dict.fromkeys(("gmt", "ut", "utc", "z", "wet"), 0),
    **dict.fromkeys(("bst", "ist", "west", "cet", "mez"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "eat", "trt"), 180),
    **dict.fromkeys(("jst", "kst"), 540),
    **dict.fromkeys(("hkt", "sgt"), 480),
    **dict.fromkeys(("ast", "edt"), -240),
    **dict.fromkeys(("est", "cdt"), -300),
    **dict.fromkeys(("cst", "mdt"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    **dict.fromkeys(("pst", "akdt"), -480),
    "adt": -180,
    "akst": -540,
    "hst": -600,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
}
"""A zone's name to its minutes east of Greenwich. What stands for several zones is what most feeds mean by it."""
