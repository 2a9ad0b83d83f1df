"""Which regions a terminal has room for."""

from __future__ import annotations

import pytest

from reader.ui.arrangement import ORDER, Place, arrange
from reader.ui.marked_page import GUTTER
from reader.ui.page import MEASURE


@pytest.mark.parametrize(("width", "name"), [(200, "-three"), (160, "-three"), (120, "-two")])
def test_a_wide_terminal_shows_everything(width: int, name: str) -> None:
    arrangement = arrange(width, 40, Place.ARTICLE)
    assert (arrangement.name, arrangement.visible) == (name, frozenset(ORDER))


@pytest.mark.parametrize("at", ORDER)
def test_a_small_terminal_shows_the_region_in_use(at: Place) -> None:
    assert arrange(80, 24, at).visible == {at}


def test_two_panes_low_down_share_the_place_of_list_and_article() -> None:
    assert arrange(120, 20, Place.ARTICLE).visible == {Place.ARTICLE, Place.PANEL}
    assert arrange(120, 20, Place.PANEL).visible == {Place.ARTICLE, Place.PANEL}
    assert arrange(120, 20, Place.LIST).visible == {Place.LIST, Place.PANEL}


def test_zen_leaves_the_article_alone() -> None:
    arrangement = arrange(200, 50, Place.ARTICLE, zen=True)
    assert (arrangement.visible, arrangement.header, arrangement.footer) == ({Place.ARTICLE}, False, False)


def test_a_tiny_terminal_gives_every_line_to_the_region() -> None:
    arrangement = arrange(20, 5, Place.LIST)
    assert (arrangement.visible, arrangement.header, arrangement.footer) == ({Place.LIST}, False, False)


@pytest.mark.parametrize("width", range(160, 260))
def test_three_panes_leave_the_article_its_measure(width: int) -> None:
    arrangement = arrange(width, 40, Place.ARTICLE)
    assert arrangement.list_width is not None
    assert arrangement.panel_width is not None
    assert width - arrangement.list_width - arrangement.panel_width >= MEASURE + GUTTER + 1


def test_list_and_panel_grow_where_there_is_room() -> None:
    narrow, wide = arrange(160, 40, Place.LIST), arrange(200, 40, Place.LIST)
    assert (narrow.list_width, narrow.panel_width) == (32, 46)
    assert (wide.list_width, wide.panel_width) == (44, 52)
