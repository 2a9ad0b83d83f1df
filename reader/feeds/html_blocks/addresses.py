"""Where links lead: absolute addresses without what only follows the reader around."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_ABSOLUTE = re.compile(r"https?://[^/?#\s@:\[\]\\]+(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_PARAMETERS = (
    r"(?:utm_\w+|at_\w+|pk_\w+|mtm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|xtor"
    r"|mc_cid|mc_eid|cmpid|_hsenc|_hsmi|mkt_tok|oly_\w+_id|vero_id|ns_mchannel|ns_source|ns_campaign|ns_linkname)(?:[=&#]|$)"
)
_TRACKING = re.compile(_PARAMETERS, re.IGNORECASE)
_PATH = re.compile(r"/(?:[\w~%-][\w~%.-]*/)*(?:[\w~%-][\w~%.-]*)?", re.ASCII)
_TRACKED = re.compile(f"[?&#]{_PARAMETERS}", re.IGNORECASE)
_ORIGIN = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?=/)", re.ASCII)
_STRIPPED = str.maketrans("", "", "\t\n\r")


def link_address(href: str, base: str | None) -> str | None:
    """The absolute address of a link (http, https, mailto), or None where it leads nowhere a reader could go.

    Relative addresses are resolved against ``base``. Parameters that track (utm_*, fbclid, xtor…) are left out.
    """
    address = href.strip()
    if not address.isprintable():
        address = address.translate(_STRIPPED)
    if address[:4].lower() != "http" or "://" not in address[:8]:
        if address[:7].lower() == "mailto:":
            return address.replace(" ", "%20") if address[7:].strip() and address.isprintable() else None
        found = _resolved(address, base)
        if found is None:
            return None
        address = found
    if " " in address:
        address = address.replace(" ", "%20")
    if not address.isprintable() or _ABSOLUTE.fullmatch(address) is None:
        return None
    if ("?" in address or "#" in address) and _TRACKED.search(address) is not None:
        return _untracked(address)
    return address


def _resolved(address: str, base: str | None) -> str | None:
    if address.startswith("//"):
        return "https:" + address
    if not base or not address or re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
        return None
    try:
        # Most are such paths below such addresses, and an address is slow to take apart.
        if _PATH.fullmatch(address) is not None and (origin := _ORIGIN.match(base)) is not None:
            return origin[0] + address
        return urljoin(base, address)
    except ValueError:
        return None


def _untracked(address: str) -> str:
    before, mark, fragment = address.partition("#")
    path, asks, query = before.partition("?")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.match(part)) if asks else ""
    if _TRACKING.match(fragment):
        mark = fragment = ""
    return f"{path}{'?' if kept else ''}{kept}{mark if fragment else ''}{fragment}"
