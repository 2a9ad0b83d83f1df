"""How likely it is that two texts are about the same event, from what they share.

A sum of evidence, turned into a likelihood by the logistic function. Texts of one language are told by their words,
names most of all; those of two languages by words that sound alike, by parties and by figures, on a scale of their own.
The square root brings the cosines of short texts, which share few words, nearer to those of long ones.
"""

from __future__ import annotations

from math import exp, fsum, log, sqrt

from reader.analysis.stories.traits import Facts

_WORDS, _NAMES, _FIGURES, _OTHER_YEARS, _A_DAY = 7.0, 5.0, 0.3, -1.5, -0.05
_ALONE = -5.1  # of two texts about which nothing is known

_SOUNDS, _PARTIES, _FIGURES_ACROSS, _A_DAY_ACROSS = 9.5, 3.0, 0.7, -0.25
_ALONE_ACROSS = -2.6  # less is shared by two languages, so less is asked

_FIGURES_COUNTED = 3.0
LEAST_SOUNDS = 0.02
"""Texts of two languages whose words sound less alike are not about one event, whatever parties and figures say."""


def within(one: Facts, other: Facts, days: float, words: float, names: float) -> float:
    """The likelihood for texts of one language, given the cosines of their words and of their names."""
    if words <= 0:
        return 0.0
    years = bool(one.years and other.years and one.years.isdisjoint(other.years))
    return _likelihood(
        _ALONE
        + _WORDS * sqrt(words)
        + _NAMES * sqrt(names)
        + _FIGURES * _figures(one, other)
        + _OTHER_YEARS * years
        + _A_DAY * days
    )


def across(one: Facts, other: Facts, days: float, sounds: float) -> float:
    """The likelihood for texts of two languages, given the cosine of their words as they sound."""
    if sounds < LEAST_SOUNDS:
        return 0.0
    both = len(one.parties & other.parties)
    parties = both / sqrt(len(one.parties) * len(other.parties)) if both else 0.0
    return _likelihood(
        _ALONE_ACROSS
        + _SOUNDS * sqrt(sounds)
        + _PARTIES * parties
        + _FIGURES_ACROSS * _figures(one, other)
        + _A_DAY_ACROSS * days
    )


def _figures(one: Facts, other: Facts) -> float:
    told = fsum(tells for figure, tells in one.figures.items() if figure in other.figures)
    return min(told, _FIGURES_COUNTED)


def least_cosines(least: float) -> float:
    """What the cosines of words and of names must come to together for a likelihood of at least ``least``, whatever
    else the texts share (by the inequality of Cauchy and Schwarz)."""
    missing = log(least / (1 - least)) - _ALONE - _FIGURES * _FIGURES_COUNTED
    return max(missing, 0.0) ** 2 / (_WORDS**2 + _NAMES**2)


def _likelihood(evidence: float) -> float:
    return 1 / (1 + exp(-evidence))
