"""A small analysis made by hand, with one of everything: storage and printing do not ask whether it is true."""

from __future__ import annotations

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.comparison import Comparison, Exchange, ExchangeKind, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act, Endorsement, Mode, Statement

TEXT = "Le maire a déclaré avoir compté au moins 12 bateaux."


def sample_analysis() -> Analysis:
    """The analysis of ``TEXT``."""
    return Analysis(
        language="fr",
        engine=Engine("a_model 1.0", "fr 1", Level.FULL),
        parties=(Party("maire", "le maire", "person"),),
        actors=(Actor("a1", "Le maire", ActorKind.PERSON, "maire", ((0, 8),)),),
        quantities=(
            Quantity(
                "q1",
                (32, 43),
                "au moins 12",
                QuantityKind.CARDINAL,
                12.0,
                12.0,
                None,
                Hedge.AT_LEAST,
                None,
                "bateaux",
                (44, 51),
                None,
            ),
        ),
        statements=(
            Statement(
                "s1",
                (0, 8),
                (9, 18),
                ((19, 51),),
                ("a1",),
                ("maire",),
                (),
                Act.DECLARE,
                Mode.INDIRECT,
                Endorsement.NEUTRAL,
                False,
                ("q1",),
                None,
                "subject+infinitive",
                0.9,
            ),
        ),
        comparison=Comparison(
            (Exchange(ExchangeKind.DENIAL, ("s1",), "by hand"),),
            (Figure("bateaux", (FigureRow("maire", "q1", "s1"),), Verdict.SINGLE, "one speaker"),),
            ("UN",),
        ),
        note="A note.",
    )
