"""Pictures, sounds and films: what to call one and where it is, and which are none a reader would want to see."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlsplit

from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.inline import inline_text

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-lazy", "data-full-src")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_CANDIDATE = re.compile(r"(\S+?)(?:\s+([0-9.]+)[wx])?\s*(?:,\s+|,(?=https?:)|,?$)")
_NUMBER = re.compile(r"\s*(\d{1,6})(?:\.\d*)?\s*(?:px)?\s*$")
_TINY = ("0", "1", "2", " ")  # what the width of a picture nobody sees begins with
_STYLE_TINY = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[0-2](?:\.\d+)?px", re.IGNORECASE)
_FILE_NAME = re.compile(r"[\w.%()-]+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_TRACKER_HOSTS = (
    "feedsportal.com", "pheedo.com", "pixel.wp.com", "stats.wordpress.com", "feeds.wordpress.com", "doubleclick.net",
    "googleadservices.com", "googlesyndication.com", "google-analytics.com", "googletagmanager.com", "xiti.com",
    "scorecardresearch.com", "quantserve.com", "at-o.net", "counter.theconversation.com", "track.follow.it",
    "amazon-adsystem.com", "chartbeat.com", "chartbeat.net", "analytics.twitter.com", "2o7.net", "omtrdc.net",
    "adnxs.com", "pixel.facebook.com",
)  # fmt: skip
_TRACKER_PATH = re.compile(
    r"^/~(?:ff|r|a)/|/tracker/\d|/(?:pixel|spacer|blank|clear|1x1|mf)\.gif(?:\?|$)", re.IGNORECASE
)
_SOCIAL = ("www.facebook.com", "medium.com")
_SOCIAL_PATH = re.compile(r"tr\b|plugins/|_/stat\b")
_SHARE_ALT = re.compile(
    r"(?:share (?:on|to|this|via)\b|partager?z? (?:sur|par|cet?)\b|tweet(?: this|er)?$|email this\b|add to \w+$"
    r"|facebook$|twitter$|linkedin$|whatsapp$|pinterest$)",
    re.IGNORECASE,
)
_EMOJI_CLASS = re.compile(r"\b(?:emoji|wp-smiley|smiley|twemoji|emoticon)", re.IGNORECASE)
_FILM = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|twitch\.tv|jwplatform\.com"
    r"|brightcove\.(?:net|com)|ultimedia\.com|digiteka\.(?:net|com)|kaltura\.com|ted\.com|streamable\.com|tiktok\.com"
    r"|rumble\.com|odysee\.com|arte\.tv|jwplayer\.com|wistia\.(?:com|net)|ina\.fr)(?:[:/?#]|$)",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"//(?:[\w-]+\.)*(?:soundcloud\.com|spotify\.com|acast\.com|ausha\.co|podbean\.com|simplecast\.com|megaphone\.fm"
    r"|deezer\.com|bandcamp\.com|libsyn\.com|buzzsprout\.com|anchor\.fm|transistor\.fm|audiomeans\.fr"
    r"|podcasts\.apple\.com|embed\.podcasts\.apple\.com|radiofrance\.fr|audioboom\.com|art19\.com)(?:[:/?#]|$)",
    re.IGNORECASE,
)


def picture_address(img: Any, base: str | None) -> str | None:
    """Where an ``img`` is, lazily loaded ones too; None where it is only data or nowhere."""
    for name in _LAZY:
        value = img.get(name)
        if value and (address := link_address(value, base)):
            return address
    source = img.get("src")
    if source and (address := link_address(source, base)):
        return address
    sets = [img.get(name) for name in _LAZY_SETS]
    around = img.getparent()
    while around is not None and around.tag == "source" and len(sets) < 24:  # which libxml2 does not know to be empty
        sets += [around.get(name) for name in _LAZY_SETS]
        around = around.getparent()
    if around is not None and around.tag == "picture":
        sets += [source.get(name) for source in islice(around.iterchildren("source"), 8) for name in _LAZY_SETS]
    for value in sets:
        if value and (address := link_address(_largest(value), base)):
            return address
    return None


def is_noise(img: Any) -> bool:
    """Whether a picture only counts readers, holds a place, or is a button to share."""
    for name in ("width", "height"):
        value = img.get(name)
        if value is not None and value[:1] in _TINY and (size := _NUMBER.match(value)) and int(size[1]) <= 2:
            return True
    style = img.get("style")
    if style and _STYLE_TINY.search(style):
        return True
    if _tracks(img.get("src") or img.get("data-src") or ""):
        return True
    alt = img.get("alt")
    return bool(alt and img.getparent() is not None and img.getparent().tag == "a" and _SHARE_ALT.match(alt.strip()))


def emoji(img: Any) -> str | None:
    """The sign that a small picture stands for, or None where it is a picture of its own."""
    alt = (img.get("alt") or "").strip()
    if not alt or len(alt) > 16:
        return None
    if _EMOJI_CLASS.search(img.get("class") or ""):
        return alt
    if len(alt) > 4 or any(sign.isalnum() for sign in alt):
        return None
    size = _NUMBER.match(img.get("width") or img.get("height") or "0")
    return alt if size is not None and int(size[1]) <= 72 else None


def picture_words(img: Any) -> str:
    """What a picture shows in its own words: its alternative text, else its title; no file's name."""
    for name in ("alt", "title"):
        value = img.get(name)
        if value and (words := inline_text(value)) and not ("." in words and _FILE_NAME.fullmatch(words)):
            return words
    return ""


def film_or_sound(element: Any, base: str | None) -> tuple[str, str, str | None] | None:
    """What kind of thing is embedded, its title ("" where it has none) and its address; None where it is no such thing.

    The kind is "Video", "Audio" or "Embedded".
    """
    tag = element.tag
    address = None
    for name in ("src", "data-src", "data-lazy-src", "data"):
        value = element.get(name)
        if value and (address := link_address(value, base)):
            break
    if address is None:
        for source in element.iterchildren("source"):
            if address := link_address(source.get("src") or "", base):
                break
    if tag == "amp-youtube" and element.get("data-videoid"):
        address = f"https://www.youtube.com/watch?v={element.get('data-videoid')}"
    title = next((words for name in ("title", "aria-label") if (words := inline_text(element.get(name) or ""))), "")
    if tag in ("video", "audio"):
        return tag.capitalize(), title, address or link_address(element.get("poster") or "", base)
    if address is None or _tracks(address) or is_noise(element):
        return None
    if _FILM.search(address):
        return "Video", title, _watched(address)
    if _SOUND.search(address) or address.partition("?")[0].lower().endswith((".mp3", ".ogg", ".m4a", ".wav")):
        return "Audio", title, address
    if address.partition("?")[0].lower().endswith((".mp4", ".webm", ".m4v", ".mov", ".ogv")):
        return "Video", title, address
    return "Embedded", title or clean_line(urlsplit(address).netloc), address


def _tracks(address: str) -> bool:
    _, _, rest = address.partition("//")
    host, _, path = rest.partition("/")
    if host.lower().endswith(_TRACKER_HOSTS):
        return True
    if "gif" not in path and "~" not in path and "tracker/" not in path:
        return host in _SOCIAL and _SOCIAL_PATH.match(path) is not None
    return _TRACKER_PATH.search("/" + path) is not None


def _watched(address: str) -> str:
    """The page to watch a film on instead of the frame it is embedded by."""
    parts = urlsplit(address)
    host, path = parts.netloc.lower(), parts.path
    if "youtube" in host and path.startswith(("/embed/", "/v/")):
        name = path.split("/")[2]
        if name == "videoseries":
            playlist = parse_qs(parts.query).get("list", [""])[0]
            return f"https://www.youtube.com/playlist?list={playlist}" if playlist.isascii() else address
        return f"https://www.youtube.com/watch?v={name}" if name else address
    if host == "player.vimeo.com" and path.startswith("/video/"):
        return f"https://vimeo.com/{path.split('/')[2]}"
    if host.endswith("dailymotion.com") and path.startswith("/embed/video/"):
        return f"https://www.dailymotion.com/video/{path.split('/')[3]}"
    return address


def _largest(srcset: str) -> str:
    best, most = "", -1.0
    for found in _CANDIDATE.finditer(srcset[:20_000]):
        size = float(found[2]) if found[2] and found[2].count(".") < 2 and found[2] != "." else 0.0
        if size > most:
            best, most = found[1], size
    return best
