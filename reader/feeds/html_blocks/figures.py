"""Pictures, sounds and films among the text, and whose caption is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from reader.feeds.html_blocks.pictures import emoji, film_or_sound, is_noise, picture_address, picture_words
from reader.feeds.html_blocks.sharing import shares

if TYPE_CHECKING:
    from reader.feeds.html_blocks.walk import Walk

MEDIA = ("amp-youtube", "audio", "embed", "iframe", "object", "video")
_PICTURES = ("img", "amp-img")


def picture(walk: Walk, element: Any) -> bool:
    """A picture with words, or in a figure; a sign where it stands for one; the first of the others is remembered."""
    writer = walk.writer
    if sign := emoji(element):
        writer.words(sign)
        return True
    if is_noise(element) or (writer.url is not None and shares(writer.url)):
        return True
    address = picture_address(element, walk.base)
    words = picture_words(element)
    if words or element in walk.captions:
        walk.show(element, address, "Image", words)
    elif address is not None and walk.left_out is None:
        walk.left_out = element
    return True


def embedded(walk: Walk, element: Any) -> bool:
    """A sound, a film, or another page inside this one."""
    found = film_or_sound(element, walk.base)
    if found is None:
        return bool(element.tag != "object")
    kind, title, address = found
    if address or title or walk.captions.get(element) is not None:
        walk.show(element, address, kind, title)
    return True


def figure(walk: Walk, element: Any) -> bool:
    """A figure's caption goes to the first picture in it. The outermost figure looks for those inside, too."""
    walk.writer.end()
    if walk.flat or element in walk.figures:
        return False
    under: list[tuple[list[Any], list[Any]]] = []
    for event, inner in etree.iterwalk(
        element, events=("start", "end"), tag=("figure", "figcaption", *MEDIA, *_PICTURES)
    ):
        if inner.tag == "figure":
            if event == "start":
                walk.figures.add(inner)
                under.append(([], []))
            else:
                _pair(walk, *under.pop())
        elif event == "start":
            under[-1][inner.tag == "figcaption"].append(inner)
    return False


def _pair(walk: Walk, media: list[Any], captions: list[Any]) -> None:
    media = [one for one in media if one.tag != "img" or not (is_noise(one) or emoji(one))]
    walk.captions.update(dict.fromkeys(media))
    if media and captions:
        walk.captions[media[0]] = captions[0]
        walk.captions[captions[0]] = None


def figure_caption(walk: Walk, element: Any) -> bool:
    """A paragraph where no picture has it as its caption."""
    walk.writer.end()
    return element in walk.captions


def without_scripts(walk: Walk, element: Any) -> bool:
    """Only pictures and films, where they are not there twice: the words ask to turn scripts on."""
    for media in element.iterdescendants(*MEDIA, *_PICTURES):
        if media.tag not in _PICTURES:
            embedded(walk, media)
        elif picture_address(media, walk.base) and picture_words(media) != walk.writer.last_caption:
            picture(walk, media)
    return True
