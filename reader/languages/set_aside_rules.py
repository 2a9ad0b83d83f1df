"""The schema of ``[comparing.set_aside]`` in numbers.toml: how a language gives a number that nobody claims."""

from __future__ import annotations

import msgspec


class SetAside(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """What tells that a number is denied, or one of before.

    ``instead_of`` come right before a number that is not true ("not"), ``no_longer`` before one that was ("down from");
    ``compared_with`` do before one without a noun of its own, or in a clause with one of ``earlier`` ("against 2,100
    jobs a year earlier").
    """

    instead_of: tuple[str, ...] = ()
    no_longer: tuple[str, ...] = ()
    compared_with: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
