"""The Figures and Actors tabs, with real keys."""

from __future__ import annotations

from panel_app import PanelApp
from stories import strike, without_statements

from reader.analysis.board.figures import FigureLine
from reader.ui.messages import PartyChosen, SpanChosen, SpanOpened, StatementChosen, StatementOpened
from reader.ui.panel.figures_tab import NO_FIGURES, value
from reader.ui.panel.parties_tab import mentions
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.words import sentence


async def test_keys_and_arrows_turn_the_tabs() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in ("f", "a", "i", "p", "right", "right", "right", "right", "left"):
            await pilot.press(key)
            seen.append(app.panel.tab)
            assert app.focused is app.open_list
        f, a, n, p = Tab.FIGURES, Tab.ACTORS, Tab.NOTES, Tab.PARTIES
        assert seen == [f, a, n, p, f, a, n, p, n]


async def test_the_tab_line_fits_and_shows_the_open_tab() -> None:
    app = PanelApp(*strike(), width=31)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.query_one(TabLine).render().plain == "▸Parties Figures Actors Notes"
        app.panel.styles.width = 16
        await pilot.press("a")
        line = app.query_one(TabLine).render().plain
        assert "▸Actors" in line
        assert len(line) <= 16


async def test_figures_stand_one_below_the_other_with_verdict_and_reason() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f")
        lines = [line.strip() for line in app.lines()]
        assert lines[0].startswith("dockers")
        assert lines[0].endswith("≠ differ")
        assert lines[1].split() == ["▌", "Dockers’", "union", "At", "least", "400"]
        assert lines[2].split() == ["◆", "Norline", "150"]
        assert lines[1].index("At least") == lines[2].index("150")
        assert lines[3] == "400 against 150"
        assert lines[5].startswith("lorries")
        assert "the article" in lines[6]


def test_whose_things_are_counted_stands_behind_the_number() -> None:
    own = FigureLine("norline", "Norline", "150", "Norline", "q1", "s1")
    others = FigureLine(None, "the article", "some 150", "the union", "q2", None)
    nobody = FigureLine(None, "the article", "150", "", "q3", None)
    assert [value(line).plain.replace("\xa0", " ") for line in (own, others, nobody)] == [
        "150 (its own)",
        "some 150 (the union)",
        "150",
    ]


def test_a_reason_never_parts_a_number_from_its_sign() -> None:
    assert sentence("Northmere 31 %, Harbour 64 %").plain == "Northmere 31\xa0%, Harbour 64\xa0%"


async def test_a_figure_leads_to_its_statement_and_narration_to_its_number() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", "j", "j", "enter", "j", "enter")
        assert [m.statement_id for m in app.of(StatementChosen)] == ["s5", "s6"]
        assert [m.statement_id for m in app.of(StatementOpened)] == ["s6"]
        assert [story.text[slice(*m.span)] for m in app.of(SpanOpened)] == ["Some 40"]


async def test_no_figures_says_so() -> None:
    story, analysis = strike()
    app = PanelApp(story, without_statements(analysis))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert app.text() == NO_FIGURES


async def test_actors_show_kind_and_count() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        lines = app.lines()
        assert lines[0].split() == ["▌", "union", "organisation", "4×"]
        assert lines[2].split() == ["◆", "Ada", "Brem", "person", "1×"]


async def test_enter_walks_the_mentions_and_starts_again() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", "j", "j")
        norline = analysis.actors[1]
        assert app.of(SpanChosen)[-1].span == norline.mentions[0]
        assert "1 of 3" in app.lines()[1]
        await pilot.press("enter", "enter", "enter")
        walked = app.of(SpanOpened)
        assert [m.span for m in walked] == [*norline.mentions[1:], norline.mentions[0]]
        assert all(m.is_walk for m in walked)
        await pilot.press("j")
        assert "3×" in app.lines()[1]


async def test_a_party_itself_is_chosen_and_its_mentions_walked() -> None:
    story, analysis = strike()
    app = PanelApp(story, analysis)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("J", "right_curly_bracket")
        assert app.open_list.chosen_id == "party/norline"
        assert [m.party_id for m in app.of(PartyChosen)] == ["union", "norline"]
        places = mentions(analysis, "norline")
        assert app.of(SpanChosen)[-1].span == places[0]
        assert any("Norline" in line and line.endswith(f"1 of {len(places)}") for line in app.lines())
        await pilot.press("enter")
        assert app.of(SpanOpened)[-1].span == places[1]
        assert app.of(SpanOpened)[-1].is_walk
        await pilot.press("j")
        assert app.panel.chosen_statement == "s2"
        assert not any("of 4" in line for line in app.lines())
        await pilot.press("K", "left_curly_bracket", "K")
        assert app.open_list.chosen_id == "party/union"


async def test_a_click_on_a_party_chooses_it() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 60)) as pilot:
        row = next(n for n, line in enumerate(app.lines()) if line.startswith("◆\N{NO-BREAK SPACE}Norline"))
        await pilot.click(app.open_list, offset=(4, row))
        assert [m.party_id for m in app.of(PartyChosen)] == ["norline"]


async def test_a_tab_remembers_what_was_chosen() -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "a", "j", "p")
        assert app.panel.chosen_statement == "s5"
