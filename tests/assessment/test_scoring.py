"""Every rule of the scoring, with cases worked out by hand, limits included (COACHING, "Self-assessment")."""

from __future__ import annotations

import pytest

from coach.assessment.instrument import diagnostics, of_scale, shuffled, signs
from coach.assessment.picture import BALANCE, MARK, SCALE, SIGN, drawn
from coach.assessment.scoring import (
    balance,
    band,
    has_balance_moved,
    has_sign_changed,
    reading,
    says_little,
    scale_change,
    score,
    standing_out,
)

SIX = ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((0, 0, 0, 0, 0, 0), 0.0),
        ((4, 4, 4, 4, 4, 4), 4.0),
        ((1, 2, 3, 4, 0, 2), 2.0),
        ((1, 2, 3, 4, 0, None), 2.0),
        ((3, 3, 3, 3, 4, None), 3.2),
        ((3, 3, 3, 3, None, None), None),
        ((None,) * 6, None),
    ],
)
def test_a_scale_is_the_mean_of_at_least_five_answers(answers, expected):
    told = {name: each for name, each in zip(SIX, answers, strict=True) if each is not None}
    assert score(told | {"another": 4}, SIX) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("managing", "leading", "expected"),
    [
        (2.0, 1.0, "managing"),
        (1.0, 2.0, "leading"),
        (1.87, 1.0, "managing"),
        (1.86, 1.0, "even"),
        (1.0, 1.86, "even"),
        (2.0, 2.0, "strain"),
        (2.5, 3.2, "strain"),
        (2.0, 1.99, "even"),
        (2.86, 2.0, "strain"),
        (3.5, 2.5, "managing"),
        (0.0, 0.0, "even"),
        (None, 3.0, "open"),
        (3.0, None, "open"),
    ],
)
def test_two_scales_lean_only_beyond_the_uncertainty_and_both_high_is_strain(managing, leading, expected):
    assert reading(managing, leading) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (2.0, 2.5, None),
        (2.5, 2.0, None),
        (2.0, 2.59, None),
        (2.0, 2.6, "possible"),
        (2.6, 2.0, "possible"),
        (2.0, 2.89, "possible"),
        (2.0, 2.9, "real"),
        (3.0, 2.1, "real"),
        (1 + 1 / 6, 1 + 1 / 6 + 0.9, "real"),
        (None, 2.0, None),
        (2.0, None, None),
    ],
)
def test_a_scale_has_changed_from_nine_tenths_and_perhaps_from_six(before, now, expected):
    assert scale_change(before, now) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [(0.0, 1.2, True), (0.0, 1.19, False), (0.6, -0.6, True), (-1.0, 0.1, False), (None, 3.0, False)],
)
def test_a_balance_has_moved_from_one_and_two_tenths(before, now, expected):
    assert has_balance_moved(before, now) is expected


@pytest.mark.parametrize(
    ("before", "now", "expected"), [(1, 3, True), (3, 1, True), (1, 2, False), (0, 4, True), (None, 4, False)]
)
def test_a_sign_has_changed_from_two_steps(before, now, expected):
    assert has_sign_changed(before, now) is expected


@pytest.mark.parametrize(
    ("value", "expected"), [(0, "0"), (0.99, "0"), (1, "1"), (1.99, "1"), (2, "2"), (3, "3"), (4, "3")]
)
def test_a_scale_in_a_word(value, expected):
    assert band(value) == expected


def test_the_balance_is_managing_less_leading_and_takes_both():
    assert balance(3.0, 1.0) == 2.0
    assert balance(None, 1.0) is None


def test_what_stands_out_came_more_than_once_the_most_frequent_first():
    assert standing_out({"a": 1, "b": 2, "c": 4, "d": 2}, SIX) == ["c", "b", "d"]


@pytest.mark.parametrize(
    ("answers", "seconds", "expected"),
    [
        ([1, 2] * 6, 5.0, False),
        ([1, 2] * 6, 1.9, True),
        ([1, 2] * 6, 2.0, False),
        ([2] * 12, 5.0, True),
        ([2] * 10, 5.0, True),
        ([2] * 9, 5.0, False),
        ([0] * 11 + [1], 5.0, False),
        ([], 5.0, False),
    ],
)
def test_too_fast_or_all_the_same_says_little(answers, seconds, expected):
    told = {str(place): float(each) for place, each in enumerate(answers)}
    assert says_little(told, dict.fromkeys(told, seconds)) is expected


def test_one_slow_answer_makes_no_fast_session_careful():
    told = {str(place): float(place % 3) for place in range(12)}
    assert says_little(told, dict.fromkeys(told, 1.0) | {"0": 900.0})


def test_one_fast_answer_makes_no_slow_session_hasty():
    told = {str(place): float(place % 3) for place in range(12)}
    assert not says_little(told, dict.fromkeys(told, 9.0) | {"0": 0.1})


def test_the_order_is_shuffled_and_the_same_for_the_same_seed():
    names = [each.id for each in signs()]
    assert shuffled(names, "one") == shuffled(names, "one")
    assert sorted(shuffled(names, "one")) == sorted(names)
    assert len({shuffled(names, str(seed)) for seed in range(20)}) == 20


def test_there_are_six_signs_and_four_questions_a_scale():
    for scale in ("managing", "leading"):
        assert len(of_scale(scale)) == 6
        assert sum(each.scale == scale for each in diagnostics()) == 4


@pytest.mark.parametrize(
    ("axis", "told", "values"),
    [
        (SCALE, 0.9, sorted({part / of for of in (5, 6) for part in range(4 * of + 1)})),
        (BALANCE, 1.2, sorted({part / of for of in (5, 6) for part in range(-4 * of, 4 * of + 1)})),
        (SIGN, 2, [0.0, 1.0, 2.0, 3.0, 4.0]),
    ],
    ids=["scale", "balance", "sign"],
)
def test_what_is_not_told_as_a_change_overlaps_and_what_is_far_apart_does_not(axis, told, values):
    lines = {value: drawn(axis, value) for value in values}
    for one, first in lines.items():
        for two, second in lines.items():
            is_over = any(a in "░█" and b in "░█" for a, b in zip(first, second, strict=True))
            if abs(one - two) < told - 1e-9:
                assert is_over, (one, two)
            if abs(one - two) > told + 2 / axis.unit:
                assert not is_over, (one, two)
    assert all(line.count(MARK) == 1 for line in lines.values())


def test_a_value_beyond_the_line_is_drawn_at_its_edge():
    assert drawn(BALANCE, 4.0)[-1] == MARK
    assert drawn(BALANCE, -4.0)[0] == MARK
    assert MARK not in drawn(SCALE, None)
