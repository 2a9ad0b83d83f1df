"""The query language: what was typed, what it asks for, and what is no query."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.domain.errors import QueryError
from reader.domain.query.fields import FIELDS
from reader.domain.query.parsing import DEEPEST, MOST_CHARACTERS, MOST_TERMS, parse
from reader.domain.query.printing import printed
from reader.domain.query.terms import Field, Number, Query

TODAY = date(2026, 11, 29)  # a Sunday

# What was typed, and how it is understood, written without any freedom.
UNDERSTOOD = [
    ("", ""),
    ("  \t", ""),
    ("peace", "peace"),
    ("peace truce", "peace truce"),
    ("peace AND truce", "peace truce"),
    ("peace && truce & talks", "peace truce talks"),
    ("paix ET trêve", "paix trêve"),
    ("l'Arménie", "l'Arménie"),
    ("l’Arménie", "l’Arménie"),
    ("cease-fire", "cease-fire"),
    ("armen*", "armen*"),
    ('"cease fire"', '"cease fire"'),
    ('"cease  \n fire"', '"cease fire"'),
    ("“cease fire”", '"cease fire"'),
    ("„cease fire“", '"cease fire"'),
    ("« cessez le feu »", '"cessez le feu"'),
    ('"cease fi"*', '"cease fi"*'),
    ('"cease fi*"', '"cease fi"*'),
    ('« il dit "non" »', '«il dit "non"»'),
    ('say"no way"now', 'say "no way" now'),
    ("-war", "-war"),
    ("−war", "-war"),
    ("NOT war", "-war"),
    ("--war", "war"),
    ("NOT -war", "war"),
    ("-(war peace)", "-(war peace)"),
    ("-(-war)", "-(-war)"),
    ('-"no way"', '-"no way"'),
    ("-source:Reuters", "-source:Reuters"),
    ("war OR peace", "war OR peace"),
    ("war | peace", "war OR peace"),
    ("war|peace", "war OR peace"),
    ("guerre OU paix OR trêve", "guerre OR paix OR trêve"),
    ("or ou et not and", "or ou et not and"),
    ("talks war OR peace", "talks (war OR peace)"),
    ("war OR peace talks OR truce", "(war OR peace) (talks OR truce)"),
    ("(talks war) OR peace", "(talks war) OR peace"),
    ("((war))", "war"),
    ("war ()", "war"),
    ("-() war", "war"),
    ("war — peace … !", "war peace"),
    ("- war -", "war"),
    ("-… war", "war"),
    ("2022", "2022"),
    ("10:30", "10:30"),
    ("http://example.org/a?b=(c)|d", "http://example.org/a?b=(c)|d"),
    ("(https://example.org/a)", "https://example.org/a"),
    ("Ukraine: the war", "Ukraine: the war"),
    ("example.org:80", "example.org:80"),
    (":x ::", ":x"),
    ("Source:Reuters", "source:Reuters"),
    ("SOURCE: Reuters", "source:Reuters"),
    ('source:"Le Monde"', 'source:"Le Monde"'),
    ("source:« Le Monde »", 'source:"Le Monde"'),
    ("source:OR", "source:OR"),
    ("source:-x", "source:-x"),
    ("source:a:b", "source:a:b"),
    ('tag:"(x)"', 'tag:"(x)"'),
    ("tag:🔥", "tag:🔥"),
    ("title:Armen*", "title:Armen*"),
    ("says:Armen*", "says:Armen*"),
    ('tag:"last ta"*', 'tag:"last ta"*'),
    ("lang:fr*", "lang:fr"),
    ("is:unread|bookmarked peace", "(is:unread OR is:bookmarked) peace"),
    ('-source:"Le Monde"|AP|x', '-(source:"Le Monde" OR source:AP OR source:x)'),
    ("lang:fr | en", "lang:fr OR en"),
    ("lang:fr|(en)", "lang:fr OR en"),
    ('titre:"la paix"', 'title:"la paix"'),
    ("auteur:Dupont", "author:Dupont"),
    ("is:UNREAD", "is:unread"),
    ("has:note", "has:note"),
    ("story:12|13", "story:12 OR story:13"),
    ('histoire:"la paix"', 'story:"la paix"'),
    ("story:cease*", "story:cease*"),
    ("is:followed -is:story", "is:followed -is:story"),
    ("entendu:Arménie muet:Russie", "heard:Arménie unheard:Russie"),
    ("heard:(Armenia OR Russia)", "heard:Armenia OR heard:Russia"),
    ("party:(Armenia OR Azerbaijan)", "party:Armenia OR party:Azerbaijan"),
    ("says:(-Russia act:deny)", "-says:Russia act:deny"),
    ("(says:Armenia act:accuse) (says:Russia act:deny)", "(says:Armenia act:accuse) (says:Russia act:deny)"),
    ("after:2022-09-14", "after:2022-09-14"),
    ("after:3 days ago war", 'after:"3 days ago" war'),
    ("after:il y a 3 jours guerre", 'after:"il y a 3 jours" guerre'),
    ("since:march war", "after:march war"),
    ("on:14 septembre 2022 guerre", 'on:"14 septembre 2022" guerre'),
    ("on:(mars OR avril)", "on:mars OR on:avril"),
    ("number:>1 000 soldats", 'number:">1 000" soldats'),
    ("number: > 1\u202f000", 'number:"> 1 000"'),
    ("number:5 million", 'number:"5 million"'),
    ("number:49 soldats", "number:49 soldats"),
    ("number:10..20", "number:10..20"),
]

# What was typed, with a caret under the place of the error; part of what is said; what is suggested.
REFUSED = [
    ("war feld:x", "    ^^^^^", 'did you mean "feed:"', "feed:"),
    ("xyzzy:x", "^^^^^^", "There is no field", None),
    ("war http:x", "    ^^^^^", "There is no field", None),
    ('war "peace', "    ^", "does not end", '"'),
    ("war « peace", "    ^", "does not end", '"'),
    ("war (peace", "    ^", "is not closed", ")"),
    ("war) peace", "   ^", "closes nothing", None),
    ("OR war", "^^", "before OR", None),
    ("war OR", "    ^^", "behind OR", None),
    ("war OR OR peace", "    ^^", "behind OR", None),
    ("war OR …", "    ^^", "behind OR", None),
    ("(war |)", "     ^", "behind |", None),
    ("war AND", "    ^^^", "behind AND", None),
    ("AND war", "^^^", "before AND", None),
    ("war NOT", "    ^^^", "behind NOT", None),
    ("-OR", "^", "behind -", None),
    ("*fire", "^^^^^", "end of a word", None),
    ("war colo*r", "    ^^^^^^", "end of a word", None),
    ("source:", "^^^^^^^", "source: needs a name", None),
    ("source: OR x", "^^^^^^^", "source: needs a name", None),
    ('tag:""', "    ^^", "tag: needs a name", None),
    ("tag:***", "    ^^^", "tag: needs a name", None),
    ("title:…", "      ^", "title: needs words", None),
    ("war is:unraed", "       ^^^^^^", 'did you mean "unread"', "unread"),
    ("is:blue", "   ^^^^", "unread, read, bookmarked, annotated or changed", None),
    ("has:notes", "    ^^^^^", 'did you mean "note"', "note"),
    ("after:soon", "      ^^^^", "no date", None),
    ("on:2022-13", "   ^^^^^^^", "no such day", None),
    ("on:30/02/2022", "   ^^^^^^^^^^", "no such day", None),
    ("on:03/04/2022", "   ^^^^^^^^^^", "2022-04-03 or 2022-03-04", "2022-04-03"),
    ("number:many", "       ^^^^", "does not understand", None),
    ('number:"> x"', "       ^^^^^", "does not understand", None),
    ("number:1" + "0" * 400, "       " + "^" * 401, "too large", None),
]


@pytest.mark.parametrize(("typed", "meant"), UNDERSTOOD)
def test_understood(typed: str, meant: str) -> None:
    query = parse(typed, TODAY)
    assert printed(query) == meant
    assert plain(parse(meant, TODAY)) == plain(query)


@pytest.mark.parametrize(("typed", "place", "said", "suggestion"), REFUSED)
def test_refused(typed: str, place: str, said: str, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as raised:
        parse(typed, TODAY)
    error = raised.value
    assert said in str(error)
    assert " " * error.position + "^" * (error.end - error.position) == place
    assert error.suggestion == suggestion


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('war "peace', "war peace"),
        ('war "peace ta', 'war "peace ta"'),
        ("war (peace OR tr", "war (peace OR tr)"),
        ("(war (", "war"),
        ("war OR", "war"),
        ("war OR -", "war"),
        ("war source:", "war"),
        ('source:"Le Mo', 'source:"Le Mo"'),
        ("war NOT", "war"),
    ],
)
def test_what_is_being_typed_is_taken_as_far_as_it_goes(typed: str, meant: str) -> None:
    assert plain(parse(typed, TODAY, unfinished=True)) == plain(parse(meant, TODAY))


@pytest.mark.parametrize(
    "value",
    [
        *("is:u", "is:unre", "has:high", "is:read|un"),
        *(
            "after:2",
            "after:2026-",
            "after:2026-0",
            "on:14/0",
            "after:yest",
            "after:3 da",
            'after:"last we',
            "on:12 sept",
        ),
        *("number:>", "number:-"),
    ],
)
def test_the_beginning_of_a_value_is_no_error_while_it_is_typed(value: str) -> None:
    parse(f"peace {value}", TODAY, unfinished=True)


@pytest.mark.parametrize("value", ["is:x", "is:unr x", "after:2026-13", "after:2026-02-31", "after:3 dayz", "number:x"])
def test_what_nothing_can_be_made_of_is_an_error_while_it_is_typed(value: str) -> None:
    with pytest.raises(QueryError):
        parse(f"peace {value}", TODAY, unfinished=True)


def test_a_query_has_an_end() -> None:
    parse("a" * MOST_CHARACTERS, TODAY)
    with pytest.raises(QueryError, match="2,000 characters; this has 2,001") as raised:
        parse("a" * (MOST_CHARACTERS + 1), TODAY)
    assert raised.value.position == MOST_CHARACTERS
    parse("a " * MOST_TERMS, TODAY)
    with pytest.raises(QueryError, match="at most 200 things") as raised:
        parse("a " * (MOST_TERMS + 1), TODAY)
    assert raised.value.position == 2 * MOST_TERMS


@pytest.mark.parametrize("opening", ["(", "-(", "source:(", "a OR ("])
def test_parentheses_go_only_so_deep(opening: str) -> None:
    parse(opening * DEEPEST + "a" + ")" * DEEPEST, TODAY)
    with pytest.raises(QueryError, match="30 deep"):
        parse(opening * 150 + "a" + ")" * 150, TODAY)


def test_names_are_asked_for_and_refused_at_their_place() -> None:
    def keys(field: Field, value: str) -> tuple[str, ...]:
        if value == "Nowhere":
            raise QueryError("No such side.", suggestion="Norway")
        return (field.value, value.lower())

    query = parse("party:Armenia", TODAY, keys=keys)
    assert query.root is not None
    assert query.root.keys == ("party", "armenia")
    with pytest.raises(QueryError, match="No such side") as raised:
        parse("war says:Nowhere", TODAY, keys=keys)
    assert (raised.value.position, raised.value.end, raised.value.suggestion) == (9, 16, "Norway")


@pytest.mark.parametrize("info", FIELDS, ids=lambda info: info.name)
def test_every_example_is_a_query(info: object) -> None:
    text = info.example  # type: ignore[attr-defined]
    assert printed(parse(text, TODAY)) == text


def plain(query: Query) -> str:
    """A query, with what does not change what it asks for left out."""
    return repr(query).replace("quoted=True", "quoted=False")


PARTS = [
    *(
        '"',
        "“",
        "”",
        "«",
        "»",
        "(",
        ")",
        "-",
        "*",
        "|",
        "OR",
        "AND",
        "NOT",
        " ",
        " ",
        " ",
        ":",
        "\n",
        "\x1b[2J",
        "\u202e",
    ),
    *(
        "war",
        "l'été",
        "49",
        "été*",
        "http://a.b/c*",
        "…",
        "🔥",
        "3 days ago",
        "mars",
        ">1 000",
        "10..20",
        "unread",
        "\u2212",
    ),
    *(f"{info.name}:" for info in FIELDS),
    *("feld:", "10:30", "'", "%", "\\", ";", "--", "/*", "^", "{", "+", "NEAR(", "\0", "\ud800"),
]
TYPED = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.text('()"-*:|« »ORa1.', max_size=20),
)


@settings(max_examples=400)
@given(typed=TYPED)
@example("number:²")
@example("on:٢٠٢٢")
@example("(" * 2000)
@example("-" * 2000)
@example("on:" * 600)
def test_any_text_is_a_query_or_says_where_it_is_none(typed: str) -> None:
    try:
        query = parse(typed, TODAY)
    except QueryError as error:
        _placed(error, typed)
    else:
        again = printed(query)
        assert plain(parse(again, TODAY)) == plain(query)
        assert printed(parse(again, TODAY)) == again


@settings(max_examples=150)
@given(typed=TYPED, today=st.dates())
def test_half_a_query_is_one_too_or_says_why_not(typed: str, today: date) -> None:
    for end in range(len(typed) + 1):
        try:
            parse(typed[:end], today, unfinished=True)
        except QueryError as error:
            _placed(error, typed[:end])


def _placed(error: QueryError, typed: str) -> None:
    assert 0 <= error.position <= error.end <= len(typed)
    assert str(error).strip()
    assert "\n" not in str(error)


def test_a_number_stays_one() -> None:
    assert parse("number:>=1,000", TODAY).root == Number(">=1,000", 1000.0, None)
