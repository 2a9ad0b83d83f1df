"""The language of a text by its small words."""

from __future__ import annotations

import pytest

from reader.feeds.function_words import language_by_words

FRENCH = (
    "Le président de la République a déclaré mardi que le gouvernement n'augmenterait pas les impôts l'an prochain, "
    "mais il a reconnu que la situation économique est difficile pour beaucoup de familles. Les prix ont monté "
    "depuis le début de l'année, et dans les campagnes on attend des mesures qui aident ceux dont le salaire est bas."
)
ENGLISH = (
    "The president of the republic said on Tuesday that the government would not raise taxes next year, but he "
    "admitted that the economic situation is difficult for many families."
)
GERMAN = (
    "Der Präsident der Republik sagte am Dienstag, die Regierung werde die Steuern im nächsten Jahr nicht erhöhen, "
    "räumte aber ein, dass die wirtschaftliche Lage für viele Familien schwierig sei."
)
SPANISH = (
    "El presidente de la República dijo el martes que el Gobierno no subirá los impuestos el próximo año, pero admitió "
    "que la situación económica es difícil para muchas familias."
)
PORTUGUESE = (
    "O presidente da República disse na terça-feira que o governo não vai aumentar os impostos no próximo ano, mas "
    "admitiu que a situação económica é difícil para muitas famílias."
)
GALICIAN = (
    "O presidente da República dixo o martes que o goberno non vai subir os impostos o vindeiro ano, pero admitiu que "
    "a situación económica é difícil para moitas familias."
)
CATALAN = (
    "El president de la República va dir dimarts que el govern no apujarà els impostos l'any vinent, però va admetre "
    "que la situació econòmica és difícil per a moltes famílies."
)
OCCITAN = (
    "Lo president de la Republica diguèt dimars que lo govèrn aumentarà pas los impòsts l'an que ven, mas admetèt que "
    "la situacion economica es malaisida per fòrça familhas."
)
TITLES = "Crash near Lyon\nTram strike, day three\nMinister resigns\nFlood warning\nNew bridge opens\nElection date set"


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es")])
@pytest.mark.parametrize("claimed", [None, "fr", "en", "it"])
def test_a_language_with_a_pack_is_told_whatever_is_claimed(text: str, code: str, claimed: str | None) -> None:
    assert language_by_words(text, claimed) == code


@pytest.mark.parametrize(
    "text", [PORTUGUESE, GALICIAN, CATALAN, OCCITAN, TITLES, "", "Der Bürgermeister sagte nichts."]
)
def test_what_is_not_sure_is_left_open(text: str) -> None:
    assert language_by_words(text) is None


def test_a_claim_needs_less_evidence() -> None:
    names = (
        "The Hague, Rotterdam, Utrecht and Leiden meet Gouda, Breda and Delft: twelve towns of one league, and only "
        "Delft won both matches at home again this year, four sets to two"
    )
    assert language_by_words(names) is None
    assert language_by_words(names, "en") == "en"
