"""The schema of ``[comparing.denials]`` in numbers.toml: how a language says that a deed was not done."""

from __future__ import annotations

import msgspec


class Denials(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How somebody says of a deed that they did not do it, without a verb of denying ("had not fired on any town").

    ``nots`` stand before the verb ("not", "n'"), and where there are ``pairs`` count only with one of these in their
    clause ("n'a tiré aucun obus", not "n'a tiré que"); ``nones`` are things and people that are none ("no shell was
    fired", "hid nothing"). ``helpers`` may stand between these and the verb ("had", "ever"), ``light`` verbs leave the
    deed to the noun behind them ("carried out no strike"). With one of ``unreal`` near, or an ending of
    ``unreal_endings``, it is not of what was done ("would not fire"); ``bars`` end a clause. ``disclaiming`` phrases
    deny any part in what was said last, if it is only pointed at with ``pointing`` ("nothing to do with it").

    ``failing`` come before what somebody is accused of not having done ("failing to pay"); ``common`` are names of
    deeds that a denial tells nothing by, if nothing else is the same; ``existence`` phrases tell that there was
    none ("there was no cover-up"); ``own_none`` are all that a speaker has ("none of our tanks"); ``auxiliaries``
    are the ``helpers`` with which something is told as done, ``passives`` those of them that leave open by whom."""

    nots: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    nones: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    unreal_endings: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    disclaiming: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    existence: tuple[str, ...] = ()
    own_none: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
