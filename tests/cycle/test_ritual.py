"""S11: six measures against one's own first window. Three written histories: alive, ritual, short but changed."""

from __future__ import annotations

import pytest

from coach.cycle.ritual import Window, likeness, measure

LONG = (
    "We sold to teams of fifty and the ones who stayed were teams of five, I saw it in four calls this month"
)
FIRST = Window(
    answers={"contradicts": LONG, "optimising": "The number of demos we give, nobody asked for it in weeks"},
    spent={"contradicts": 600, "optimising": 300},
    ratings=(2, 5, 3, 4),
    signals=6,
    alone=6,
    is_changed=True,
    cited=3,
    asked=5,
)


def like_the_first(**other) -> Window:
    return FIRST._replace(**other)


ALIVE = like_the_first(
    answers={
        "contradicts": "Two of the five teams went back to spreadsheets because of the import",
        "optimising": "Response time; the people who wait have stopped writing at all",
    },
    spent={"contradicts": 500, "optimising": 350},
    ratings=(4, 2, 5, 3),
)
RITUAL = Window(
    answers={"contradicts": LONG, "optimising": "The number of demos we give, nobody asked for it"},
    spent={"contradicts": 40, "optimising": 20},
    ratings=(4, 4, 4, 4),
    signals=6,
    alone=1,
    is_changed=False,
    cited=0,
    asked=4,
)
SHORT = like_the_first(
    answers={"contradicts": "The market we chose is gone", "optimising": "Growth"},
    spent={"contradicts": 60, "optimising": 30},
    signals=2,
    alone=2,
    is_changed=True,
    cited=1,
    asked=3,
)


@pytest.mark.parametrize(
    ("history", "is_ritual", "signs"),
    [
        ([FIRST, ALIVE], False, set()),
        ([FIRST, ALIVE, RITUAL._replace(is_changed=True), RITUAL], True,
         {"time", "copies", "spread", "signals", "cited"}),
        ([FIRST, RITUAL, RITUAL], True, {"time", "copies", "spread", "signals", "unchanged", "cited"}),
        ([FIRST, SHORT], False, {"time"}),
    ],
    ids=["alive", "ritual", "ritual, twice unchanged", "short but changed"],
)  # fmt: skip
def test_a_history_is_a_ritual_or_not(history, is_ritual, signs):
    found = measure(history)
    assert found
    assert {each.name for each in found.signs if each.is_so} == signs
    assert found.is_ritual is is_ritual


def test_the_first_window_is_measured_against_nothing():
    assert measure([]) is None
    assert measure([RITUAL]) is None


@pytest.mark.parametrize(
    ("name", "now", "is_so"),
    [
        ("time", {"spent": {"contradicts": 450.0}}, False),
        ("time", {"spent": {"contradicts": 449.0}}, True),
        ("time", {"spent": {}}, None),
        ("spread", {"ratings": (4, 4, 4, 4)}, True),
        ("spread", {"ratings": (3, 4, 4, 5)}, False),
        ("spread", {"ratings": (4,)}, None),
        ("signals", {"signals": 4, "alone": 0}, None),
        ("signals", {"signals": 20, "alone": 7}, False),
        ("signals", {"signals": 20, "alone": 6}, True),
        ("cited", {"cited": 1, "asked": 4}, False),
        ("cited", {"cited": 1, "asked": 5}, True),
        ("cited", {"cited": 0, "asked": 0}, None),
        ("unchanged", {"is_changed": False}, False),
    ],
)
def test_each_measure_has_its_limit(name, now, is_so):
    found = measure([FIRST, like_the_first(**now)])
    assert found
    assert next(each.is_so for each in found.signs if each.name == name) is is_so


def test_under_two_seconds_an_item_is_haste_also_where_the_first_window_was_quick():
    quick = like_the_first(spent={"contradicts": 3.0, "optimising": 2.0})
    found = measure([quick, like_the_first(spent={"contradicts": 2.0, "optimising": 1.9})])
    assert found
    assert found.signs[0].is_so


def test_copies_are_looked_for_in_all_earlier_windows():
    found = measure([FIRST, ALIVE, like_the_first(answers={"contradicts": ALIVE.answers["contradicts"]})])
    assert found
    assert found.signs[1].is_so
    assert likeness("a b c d", "a b c d") == 1
    assert likeness("a b c d", "e f g h") == 0
