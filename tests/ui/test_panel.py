"""The panel with real keys: what it shows, what it tells, what it keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from panel_app import SIZES, PanelApp
from stories import article, crowd, spoken, strike, without_statements
from textual.widgets import Static

from reader.domain.analysis import Engine, Level
from reader.ui.messages import PartyChosen, SpanChosen, SpanOpened, StatementChosen, StatementOpened
from reader.ui.panel.parties_tab import NOT_LOOKED, NOTHING_FOUND
from reader.ui.panel.state_line import ANALYSING, LIGHT, NO_ARTICLE
from reader.ui.panel.tab_line import Tab, TabLine


def said(app: PanelApp) -> str:
    line = app.query_one("#panel-line", Static)
    return str(line.content) if line.display else ""


@pytest.mark.parametrize("size", SIZES)
async def test_moving_down_tells_every_statement_in_order(size: tuple[int, int]) -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=size) as pilot:
        for _ in range(40):
            await pilot.press("j")
        chosen = [m.statement_id for m in app.of(StatementChosen)]
        # A key may be spent on scrolling through a card that does not fit; no statement is told twice or passed over.
        assert chosen == ["s1", "s5", "s8", "s2", "s3", "s4", "s6", "s7"]
        assert app.open_list.chosen_id == "unheard/ministry"


async def test_arrows_and_ends_move_too() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "up", "G", "g")
        assert [m.statement_id for m in app.of(StatementChosen)] == ["s1", "s5", "s1", "s1"]
        assert [m.party_id for m in app.of(PartyChosen)] == ["ministry", None]


@pytest.mark.parametrize("size", SIZES)
async def test_cards_say_act_target_words_figures_and_answers(size: tuple[int, int]) -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(size[0], 90)) as pilot:
        await pilot.press("G")
        text = app.text()
        assert "Dockers’ union 3" in text
        assert "accused → ◆ Norline of hiding twelve accidents" in text
        assert "⇄ denied by ◆ Norline" in text
        assert "⇄ denied the charge of ▌ Dockers’ union" in text
        assert "At least 400 dockers stopped work" in text
        assert "# At least 400 dockers" in text
        assert "— Its director, Ada Brem" in text
        assert "unattributed 1" in text
        assert "the article, in its own words 1 Some 40 lorries" in text.replace("│ ", "")
        assert "not heard 1 ▲ Ministry" in text


async def test_a_statement_inside_another_stands_below_it_and_says_so() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 90)):
        lines = app.lines()
        outer = next(n for n, line in enumerate(lines) if "the union had told her" in line)
        inner = next(n for n, line in enumerate(lines) if "↳ demanded ?" in line)
        assert inner > outer
        assert lines[inner].index("↳") > lines[outer].index("the union")


async def test_long_words_are_cut_in_a_closed_card_and_whole_in_the_chosen_one() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 60)) as pilot:
        assert "…" in app.text()
        assert "take out of service" not in app.text()
        await pilot.press("j")
        assert "take out of service" in app.text()
        await pilot.press("j")
        assert "take out of service" not in app.text()


async def test_enter_goes_to_the_statement_in_the_text() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "enter")
        assert [m.statement_id for m in app.of(StatementOpened)] == ["s5"]


async def test_a_number_of_the_article_leads_to_its_place() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("G", "k", "enter")
        span = app.of(SpanOpened)[-1].span
        assert story.text[slice(*span)] == "Some 40"
        assert app.of(SpanChosen)[-1].span == span


async def test_x_goes_to_the_answer_and_back() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "x", "x")
        assert [m.statement_id for m in app.of(StatementChosen)] == ["s1", "s2", "s1"]


async def test_a_click_chooses_and_a_second_one_opens() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        row = next(n for n, line in enumerate(app.lines()) if "At least 400 dockers stopped" in line)
        await pilot.click(app.open_list, offset=(6, row))
        assert [m.statement_id for m in app.of(StatementChosen)] == ["s5"]
        row = next(n for n, line in enumerate(app.lines()) if "At least 400 dockers stopped" in line)
        await pilot.click(app.open_list, offset=(6, row), times=2)
        assert [m.statement_id for m in app.of(StatementOpened)] == ["s5"]


async def test_a_statement_selected_outside_shows_its_card_without_taking_the_focus() -> None:
    app = PanelApp(*crowd())
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one("#other").focus()
        await pilot.press("tab", "shift+tab")
        assert app.panel.select_statement("s33")
        await pilot.pause()
        assert app.focused is app.query_one("#other")
        assert "that thing32 was so" in app.text()
        assert app.told == []
        assert not app.panel.select_statement("s99")
        assert not app.panel.select_statement(None)


async def test_the_choice_survives_a_refresh_but_not_another_article() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "j")
        before = app.lines()
        app.panel.show(story, replace(analysis, note=None))
        await pilot.pause()
        assert app.panel.chosen_statement == "s8"
        assert app.lines() == before
        app.panel.show(*crowd())
        await pilot.pause()
        assert app.panel.chosen_statement is None
        assert "Party0" in app.lines()[0]


async def test_the_choice_is_known_by_its_words_when_a_newer_analysis_numbers_anew() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j")
        assert app.panel.chosen_statement == "s5"
        renumbered = tuple(replace(s, id=f"n{s.id}", parent=None) for s in analysis.statements)
        app.panel.show(story, replace(analysis, statements=renumbered))
        await pilot.pause()
        assert app.panel.chosen_statement == "ns5"
        app.panel.show(story, analysis)
        await pilot.pause()
        assert app.panel.chosen_statement == "s5"
        app.panel.show(story, replace(analysis, statements=analysis.statements[:1]))
        await pilot.pause()
        assert app.panel.chosen_statement is None


async def test_states_say_what_they_mean_in_one_line() -> None:
    story, analysis = strike()
    app = PanelApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert said(app) == NO_ARTICLE
        app.panel.show(story, None)
        assert said(app) == ANALYSING
        app.panel.show(story, None, "The French model is not installed.")
        assert said(app) == "The French model is not installed."
        app.panel.show(story, analysis)
        assert said(app) == ""
        app.panel.show(story, replace(analysis, engine=Engine(None, "en 1", Level.LIGHT)))
        assert said(app) == LIGHT
        app.panel.show(story, replace(analysis, note="The text was cut."))
        assert said(app) == "The text was cut."
        app.panel.show(story, without_statements(analysis))
        await pilot.pause()
        assert app.text().startswith(NOTHING_FOUND)
        light = replace(without_statements(analysis), engine=Engine(None, "en 1", Level.LIGHT))
        app.panel.show(story, light)
        await pilot.pause()
        assert app.text().startswith(NOT_LOOKED)


async def test_the_panel_keeps_its_place_and_width_when_the_analysis_arrives() -> None:
    story, analysis = strike()
    app = PanelApp(story, None)
    async with app.run_test(size=(120, 40)) as pilot:
        before = (app.panel.region, app.open_list.scrollable_content_region.width)
        app.panel.show(story, analysis)
        await pilot.pause()
        assert app.panel.region == before[0]
        app.panel.show(*crowd(200))
        await pilot.pause()
        assert (app.panel.region, app.open_list.scrollable_content_region.width) == before


async def test_a_long_article_mounts_no_more_widgets_than_a_short_one() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        before = len(app.panel.query("*"))
        app.panel.show(*crowd(300))
        await pilot.press("a", "f", "p")
        assert len(app.panel.query("*")) == before


async def test_the_name_of_the_party_stays_in_sight_while_its_cards_scroll() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press(*"jjjj")
        assert app.panel.chosen_statement == "s8"
        assert app.open_list.scroll_offset.y > 1
        assert "Dockers’ union" in app.lines()[0]


async def test_forty_parties_can_all_be_reached() -> None:
    app = PanelApp(*crowd())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        assert "Party39" in app.text()
        await pilot.press(*["pageup"] * 20)
        assert app.panel.chosen_statement == "s1"
        await pilot.press(*["pagedown"] * 3)
        assert app.panel.chosen_statement not in (None, "s1", "s40")


@pytest.mark.parametrize("width", [4, 9, 24, 60, 80])
async def test_any_width_works(width: int) -> None:
    app = PanelApp(*strike(), width=width)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jjjfjjajjp", "enter")
        assert max(len(line) for line in app.lines()) <= width


HOSTILE = "[/b] [red]x \x1b[31mred\x1b]0;t\x07 \u202eback\u2066 «\x9b2J» 中文字 👩‍👩‍👧 \ud800 $x {y} end"


@pytest.mark.parametrize("tab", [Tab.PARTIES, Tab.FIGURES, Tab.ACTORS])
async def test_hostile_words_are_shown_as_words(tab: Tab) -> None:
    app = PanelApp(*spoken(HOSTILE, name=HOSTILE))
    async with app.run_test(size=(80, 40)) as pilot:
        app.panel.open_tab(tab)
        await pilot.press("j", "enter")
        text = "\n".join(app.lines())
        assert "[/b] [red]x red" in text.replace("\xa0", " ")
        assert not any(
            ch < " " or "\x7f" <= ch <= "\x9f" or ch in "\u202e\u2066\ud800" for ch in text.replace("\n", "")
        )


async def test_a_click_on_a_tab_opens_it_and_gives_the_panel_the_focus() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        app.query_one("#other").focus()
        await pilot.click(TabLine, offset=(14, 0))
        assert app.panel.tab is Tab.FIGURES
        assert app.focused is app.open_list


async def test_no_article_has_nothing_to_choose() -> None:
    app = PanelApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jkgGxfap", "enter", "pagedown", "pageup")
        assert app.told == []
        app.panel.show(article(""), None)
        await pilot.press("j", "enter")
        assert app.told == []
