"""Which statements answer one another."""

from __future__ import annotations

from dataclasses import replace

from hand_built import say, span_of

from reader.analysis.actors.actors import find_actors
from reader.analysis.comparison.exchanges import find_exchanges
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.numbers.quantities import find_quantities
from reader.analysis.text.parse import parse
from reader.domain.comparison import ExchangeKind
from reader.domain.statement import Act, Statement
from reader.languages.pack import load_pack

TEXT = (
    "Alpha says Beta dug a canal. Beta says Alpha moved the border stones. Beta never dug any canal. "
    "Alpha wants the water back. The bridge over the canal collapsed. Nothing will be said about it."
)
GRAMMAR = grammar_of(load_pack("en").numbers)
DUG, MOVED = "Beta dug a canal", "Alpha moved the border stones"
NEVER, BACK, BRIDGE, NOTHING = (
    "Beta never dug any canal",
    "the water back",
    "The bridge over the canal collapsed",
    "Nothing",
)


def links(*statements: Statement) -> list[tuple[ExchangeKind, tuple[str, ...]]]:
    parsed = parse(TEXT, load_pack("en"), None)
    return [(e.kind, e.statements) for e in find_exchanges(parsed, GRAMMAR, statements, ())]


def test_two_charges_in_opposite_directions_are_one_exchange() -> None:
    one = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE)
    other = say(TEXT, "s2", MOVED, by=("B",), to=("A",), act=Act.ACCUSE)
    assert links(one, other) == [(ExchangeKind.MUTUAL_ACCUSATION, ("s1", "s2"))]


def test_two_charges_against_a_third_are_none() -> None:
    one = say(TEXT, "s1", DUG, by=("A",), to=("C",), act=Act.ACCUSE)
    other = say(TEXT, "s2", MOVED, by=("B",), to=("C",), act=Act.ACCUSE)
    assert links(one, other) == []


def test_a_charge_told_of_both_sides_is_an_exchange_by_itself() -> None:
    both = say(TEXT, "s1", DUG, by=("A", "B"), to=("B", "A"), act=Act.ACCUSE)
    assert links(both) == [(ExchangeKind.MUTUAL_ACCUSATION, ("s1",))]


def test_each_charge_finds_its_counter_charge_when_one_side_makes_more() -> None:
    charges = [
        say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE),
        say(TEXT, "s2", MOVED, by=("B",), to=("A",), act=Act.ACCUSE),
        say(TEXT, "s3", BACK, by=("A",), to=("B",), act=Act.ACCUSE),
    ]
    kind = ExchangeKind.MUTUAL_ACCUSATION
    assert links(*charges) == [(kind, ("s1", "s2")), (kind, ("s2", "s3"))]


def test_a_denial_by_the_accused_is_tied_to_the_charge() -> None:
    charge = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE)
    denial = say(TEXT, "s2", NEVER, by=("B",), act=Act.DENY)
    assert links(charge, denial) == [(ExchangeKind.DENIAL, ("s1", "s2"))]


def test_a_denial_by_somebody_else_is_not() -> None:
    charge = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE)
    assert links(charge, say(TEXT, "s2", NEVER, by=("C",), act=Act.DENY)) == []
    assert links(charge, say(TEXT, "s2", NEVER, act=Act.DENY)) == []


def test_a_denial_told_before_the_charge_still_answers_it() -> None:
    denial = say(TEXT, "s1", DUG, by=("B",), act=Act.DENY)
    charge = say(TEXT, "s2", NEVER, by=("A",), to=("B",), act=Act.ACCUSE)
    assert links(denial, charge) == [(ExchangeKind.DENIAL, ("s1", "s2"))]


def test_declining_what_one_was_asked_is_a_refusal() -> None:
    request = say(TEXT, "s1", BACK, by=("A",), to=("B",), act=Act.ASK)
    refusal = say(TEXT, "s2", NOTHING, by=("B",), to=("A",), act=Act.DECLINE)
    assert links(request, refusal) == [(ExchangeKind.REFUSAL, ("s1", "s2"))]


def test_declining_towards_a_third_is_not() -> None:
    request = say(TEXT, "s1", BACK, by=("A",), to=("B",), act=Act.ASK)
    assert links(request, say(TEXT, "s2", NOTHING, by=("B",), to=("C",), act=Act.DECLINE)) == []


def test_a_promise_answers_a_demand_and_a_remark_does_not() -> None:
    demand = say(TEXT, "s1", BACK, by=("A",), to=("B",), act=Act.DEMAND)
    promise = say(TEXT, "s2", BRIDGE, by=("B",), act=Act.PROMISE)
    remark = say(TEXT, "s2", BRIDGE, by=("B",), act=Act.DECLARE)
    assert links(demand, promise) == [(ExchangeKind.ANSWER, ("s1", "s2"))]
    assert links(demand, remark) == []


def test_nobody_answers_before_being_asked() -> None:
    promise = say(TEXT, "s1", DUG, by=("B",), to=("A",), act=Act.PROMISE)
    demand = say(TEXT, "s2", BACK, by=("A",), to=("B",), act=Act.DEMAND)
    assert links(promise, demand) == []


def test_a_confirmation_needs_words_in_common() -> None:
    claim = say(TEXT, "s1", DUG, by=("A",))
    same = say(TEXT, "s2", NEVER, by=("B",), act=Act.CONFIRM)
    other = say(TEXT, "s2", BACK, by=("B",), act=Act.CONFIRM)
    assert links(claim, same) == [(ExchangeKind.CONFIRMATION, ("s1", "s2"))]
    assert links(claim, other) == []


def test_a_negated_confirmation_confirms_nothing() -> None:
    claim = say(TEXT, "s1", DUG, by=("A",))
    assert links(claim, say(TEXT, "s2", NEVER, by=("B",), act=Act.CONFIRM, negated=True)) == []


def test_what_is_quoted_inside_another_speakers_statement_takes_no_part() -> None:
    charge = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE)
    outer = say(TEXT, "s2", MOVED, by=("C",))
    inner = say(TEXT, "s3", NEVER, by=("B",), act=Act.DENY, parent="s2")
    assert links(charge, outer, inner) == []


def test_a_request_inside_ones_own_statement_can_be_refused() -> None:
    outer = say(TEXT, "s1", DUG, by=("A",))
    request = say(TEXT, "s2", BACK, by=("A",), to=("B",), act=Act.ASK, parent="s1")
    refusal = say(TEXT, "s3", NOTHING, by=("B",), to=("A",), act=Act.DECLINE)
    assert links(outer, request, refusal) == [(ExchangeKind.REFUSAL, ("s2", "s3"))]


def test_every_link_names_its_rule() -> None:
    parsed = parse(TEXT, load_pack("en"), None)
    charge = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.ACCUSE)
    denial = say(TEXT, "s2", NEVER, by=("B",), act=Act.DENY)
    assert [e.rule for e in find_exchanges(parsed, GRAMMAR, (charge, denial), ())] == ["denial by the accused"]


def test_turning_down_this_offer_is_tied_to_the_offer_just_made() -> None:
    text = "Alpha offers a raise. Beta turned down this offer. Beta had no comment on the weather."
    offer = say(text, "s1", "a raise", by=("A",), act=Act.OFFER)
    refusal = say(text, "s2", "this offer", by=("B",), act=Act.DECLINE)
    other = say(text, "s3", "comment on the weather", by=("B",), act=Act.DECLINE)
    parsed = parse(text, load_pack("en"), None)
    found = find_exchanges(parsed, GRAMMAR, (offer, refusal, other), ())
    assert [(e.kind, e.statements) for e in found] == [(ExchangeKind.REFUSAL, ("s1", "s2"))]


def test_speakers_without_a_party_are_told_apart_by_their_names() -> None:
    text = "The guard saw 12 boats leave. The sailor saw 12 boats going."
    parsed = parse(text, load_pack("en"), None)
    claim = say(text, "s1", "saw 12 boats leave", source="The guard")
    same = say(text, "s2", "saw 12 boats going", source="The sailor", act=Act.CONFIRM)
    own = say(text, "s2", "saw 12 boats going", source="The guard", act=Act.CONFIRM)
    numbers = find_quantities(parsed, load_pack("en"), find_actors(parsed, load_pack("en")))
    with_numbers = [replace(s, quantities=(q.id,)) for s, q in zip((claim, same), numbers, strict=True)]
    assert [e.kind for e in find_exchanges(parsed, GRAMMAR, tuple(with_numbers), numbers)] == [
        ExchangeKind.CONFIRMATION
    ]
    assert (
        find_exchanges(parsed, GRAMMAR, (with_numbers[0], replace(own, quantities=with_numbers[1].quantities)), numbers)
        == ()
    )


def test_a_reply_answers_what_was_just_asked() -> None:
    text = "Alpha asked Beta to pay. We will, Beta replied. It rained, Beta said."
    request = say(text, "s1", "to pay", by=("A",), to=("B",), act=Act.ASK)
    reply = replace(say(text, "s2", "We will", by=("B",)), cue=span_of(text, "replied"))
    remark = replace(say(text, "s2", "It rained", by=("B",)), cue=span_of(text, "said"))
    parsed = parse(text, load_pack("en"), None)
    (answer,) = find_exchanges(parsed, GRAMMAR, (request, reply), ())
    assert (answer.kind, answer.rule) == (ExchangeKind.ANSWER, "reply to what was just asked")
    assert find_exchanges(parsed, GRAMMAR, (request, remark), ()) == ()


def test_declining_something_else_later_refuses_nothing() -> None:
    request = say(TEXT, "s1", DUG, by=("A",), to=("B",), act=Act.URGE)
    between = say(TEXT, "s2", MOVED, by=("C",))
    decline = say(TEXT, "s3", NOTHING, by=("B",), act=Act.DECLINE)
    assert links(request, between, decline) == []


def test_saying_that_one_will_ask_can_be_refused_but_answers_nothing() -> None:
    call = say(TEXT, "s1", DUG, by=("B",), to=("A",), act=Act.URGE)
    plan = say(TEXT, "s2", BACK, by=("A",), to=("B",), act=Act.DECLARE)
    decline = say(TEXT, "s3", NOTHING, by=("B",), to=("A",), act=Act.DECLINE)
    assert links(call, plan, decline) == [(ExchangeKind.REFUSAL, ("s2", "s3"))]


def test_a_refusal_is_tied_to_the_request_it_names() -> None:
    text = "Alpha wants a raise. It rained. Beta turned down the demand. Beta would not talk of the weather."
    demand = say(text, "s1", "a raise", by=("A",), act=Act.DEMAND)
    refusal = say(text, "s2", "the demand", by=("B",), act=Act.DECLINE)
    other = say(text, "s3", "of the weather", by=("B",), to=("C",), act=Act.DECLINE)
    parsed = parse(text, load_pack("en"), None)
    found = find_exchanges(parsed, GRAMMAR, (demand, refusal, other), ())
    assert [(e.kind, e.statements) for e in found] == [(ExchangeKind.REFUSAL, ("s1", "s2"))]


def test_declining_to_speak_of_somebodys_request_is_tied_to_where_it_is_told() -> None:
    text = "Alpha will send a request to Gamma. It rained. Beta is silent on the request."
    plan = say(text, "s1", "will send a request to Gamma", by=("A",))
    silence = say(text, "s2", "on the request", by=("B",), to=("A",), act=Act.DECLINE)
    parsed = parse(text, load_pack("en"), None)
    assert [e.statements for e in find_exchanges(parsed, GRAMMAR, (plan, silence), ())] == [("s1", "s2")]


def test_a_reply_far_from_the_request_answers_something_else() -> None:
    text = "Alpha asked Beta to pay. It rained. It rained. It rained. It rained. It rained. We will, Beta replied."
    request = say(text, "s1", "to pay", by=("A",), to=("B",), act=Act.ASK)
    reply = replace(say(text, "s2", "We will", by=("B",)), cue=span_of(text, "replied"))
    assert find_exchanges(parse(text, load_pack("en"), None), GRAMMAR, (request, reply), ()) == ()


def test_an_offer_to_whoever_asked_answers_only_where_it_takes_up_their_words() -> None:
    text = "Alpha asked Beta to drain the meadow. Beta would drain the meadow. Beta would paint the church."
    request = say(text, "s1", "to drain the meadow", by=("A",), to=("B",), act=Act.ASK)
    taken = say(text, "s2", "would drain the meadow", by=("B",), to=("A",), act=Act.OFFER)
    other = say(text, "s2", "would paint the church", by=("B",), to=("A",), act=Act.OFFER)
    parsed = parse(text, load_pack("en"), None)
    assert [e.kind for e in find_exchanges(parsed, GRAMMAR, (request, taken), ())] == [ExchangeKind.ANSWER]
    assert find_exchanges(parsed, GRAMMAR, (request, other), ()) == ()


def test_a_confirmation_of_little_of_what_was_said_is_none() -> None:
    text = "Beta has server sales to hospitals, schools and towns. Beta keeps server sales far from ships and farms."
    claim = say(text, "s1", "server sales to hospitals, schools and towns", by=("A",))
    other = say(text, "s2", "keeps server sales far from ships and farms", by=("B",), act=Act.CONFIRM)
    parsed = parse(text, load_pack("en"), None)
    assert find_exchanges(parsed, GRAMMAR, (claim, other), ()) == ()
