"""Sites whose feeds stand at addresses made from their pages' by a rule."""

from __future__ import annotations

import re
from typing import NamedTuple


class SiteRule(NamedTuple):
    """Pages whose host, path and query match ``pages`` (in full, no scheme, no "www.") have feeds at ``feeds``.

    The feeds are templates for ``re.Match.expand``, the likeliest first. Where ``only`` is True the site is known not
    to have any at the usual addresses.
    """

    pages: re.Pattern[str]
    feeds: tuple[str, ...]
    only: bool = True


def _rule(pages: str, *feeds: str, only: bool = True) -> SiteRule:
    return SiteRule(re.compile(pages, re.IGNORECASE), feeds, only)


_YOUTUBE = r"(?:m\.)?youtube\.com"
_VIDEOS = r"https://www.youtube.com/feeds/videos.xml"
_STACK = r"((?:[\w.-]+\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)\.com)"

# The first rule that matches is the only one used, so a site's special pages stand before its others.
SITE_RULES = (
    _rule(rf"{_YOUTUBE}/channel/(UC[\w-]{{22}})(?:[/?].*)?", rf"{_VIDEOS}?channel_id=\1"),
    _rule(rf"{_YOUTUBE}/(?:playlist|watch)\?(?:.*&)?list=([\w-]+).*", rf"{_VIDEOS}?playlist_id=\1"),
    _rule(rf"{_YOUTUBE}/user/([\w.-]+).*", rf"{_VIDEOS}?user=\1"),
    # A channel's @name is no help: its page declares the feed.
    _rule(rf"(?:{_YOUTUBE}|youtu\.be)(?:[/?].*)?"),
    _rule(r"(?:old\.|new\.)?reddit\.com/?(?:\?.*)?", r"https://www.reddit.com/.rss"),
    _rule(
        r"(?:old\.|new\.)?reddit\.com/((?:r|u|user)/[\w+.-]+(?:/[\w/-]*[\w-])?)/?(?:\?.*)?",
        r"https://www.reddit.com/\1/.rss",
    ),
    _rule(
        r"github\.com/([\w.-]+/[\w.-]+)/(?:commits|tree)/([^?]*[^?/])/?(?:\?.*)?",
        r"https://github.com/\1/commits/\2.atom",
    ),
    _rule(r"github\.com/([\w.-]+/[\w.-]+)/tags.*", r"https://github.com/\1/tags.atom"),
    _rule(
        r"github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?(?:[/?].*)?",
        r"https://github.com/\1/releases.atom",
        r"https://github.com/\1/tags.atom",
        r"https://github.com/\1/commits.atom",
    ),
    _rule(r"github\.com/([\w-]+)/?(?:\?.*)?", r"https://github.com/\1.atom"),
    _rule(
        r"(gitlab\.[\w.-]+)/([\w.-]+(?:/[\w.-]+)+?)/-/(?:commits|tree)/([^?]*[^?/])/?(?:\?.*)?",
        r"https://\1/\2/-/commits/\3?format=atom",
    ),
    _rule(
        r"(gitlab\.[\w.-]+)/([\w.-]+(?:/[\w.-]+)+?)(?:/-/.*)?/?(?:\?.*)?",
        r"https://\1/\2/-/releases.atom",
        r"https://\1/\2/-/tags?format=atom",
        r"https://\1/\2.atom",
    ),
    _rule(r"(gitlab\.[\w.-]+)/([\w.-]+)/?(?:\?.*)?", r"https://\1/\2.atom"),
    _rule(r"medium\.com/((?:@|tag/|topic/)?[\w.-]+).*", r"https://medium.com/feed/\1"),
    _rule(r"([\w-]+\.medium\.com)(?:[/?].*)?", r"https://\1/feed"),
    _rule(r"([\w-]+\.substack\.com)(?:[/?].*)?", r"https://\1/feed"),
    _rule(r"([\w-]+\.blogspot\.[\w.]+)(?:[/?].*)?", r"https://\1/feeds/posts/default"),
    _rule(r"tumblr\.com/([\w-]+)(?:[/?].*)?", r"https://\1.tumblr.com/rss"),
    _rule(r"([\w-]+\.tumblr\.com)/tagged/([^/?]+).*", r"https://\1/tagged/\2/rss", r"https://\1/rss"),
    _rule(r"([\w-]+\.tumblr\.com)(?:[/?].*)?", r"https://\1/rss"),
    _rule(r"bsky\.app/profile/([\w.:-]+).*", r"https://bsky.app/profile/\1/rss"),
    _rule(rf"{_STACK}/questions/tagged/([^/?]+).*", r"https://\1/feeds/tag/\2"),
    _rule(rf"{_STACK}/questions/(\d+).*", r"https://\1/feeds/question/\2"),
    _rule(rf"{_STACK}(?:[/?].*)?", r"https://\1/feeds"),
    _rule(r"([\w-]+\.wordpress\.com)(?:[/?].*)?", r"https://\1/feed/", only=False),
    _rule(r"vimeo\.com/([\w-]+)/?(?:\?.*)?", r"https://vimeo.com/\1/videos/rss"),
    _rule(r"lemonde\.fr/?(?:\?.*)?", r"https://www.lemonde.fr/rss/une.xml"),
    _rule(r"lemonde\.fr/([\w-]+)/?(?:\?.*)?", r"https://www.lemonde.fr/\1/rss_full.xml"),
    # Mastodon and what speaks like it, on any host.
    _rule(r"([\w.-]+(?::\d+)?)/@([\w.-]+)(?:[/?].*)?", r"https://\1/@\2.rss", only=False),
)
