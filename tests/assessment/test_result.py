"""What an assessment shows, for written profiles: the right texts, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest

from coach.assessment.answers import taken_in
from coach.assessment.in_context import assessed, try_correction
from coach.assessment.instrument import correction, signs
from coach.assessment.lines import Offer, result_lines
from coach.assessment.records import WORDINGS
from coach.assessment.result import result
from coach.assessment.trend import compared, so_far, trend_lines
from coach.commitments.commitments import OverLimitError
from coach.commitments.marks import Given as Marked
from coach.commitments.overview import commitments_on
from coach.commitments.recurrence import on
from coach.commitments.rhythm import read as rhythm
from coach.core.errors import UsageError
from coach.core.texts import words
from coach.describe import in_full
from coach.ladders.practising import held_as
from tests.assessment.conftest import given

OVER_MANAGING = given("423131" + "010101", "nnpnyyyp")
OVER_LEADING = given("010100" + "342423", "yyyynpnn")
STRAINED = given("323232" + "232323", "npnpnppn")
BALANCED = given("010101" + "101010", "yyyyyyyy")


def told(coach, assessment, turned: int = 0) -> list[str]:
    found = result_lines(assessed(coach, assessment), coach.days, turned)
    return [each.text for each in found]


def headings(coach, assessment) -> list[str]:
    found = result_lines(assessed(coach, assessment), coach.days)
    return [each.text for each in found if each.role == "strong"][1:]


def reads(name: str) -> str:
    return words.assess.result[name]


def test_over_managing_is_told_with_its_signs_its_questions_and_two_things_to_try(coach):
    kept = coach.assessments.keep(OVER_MANAGING)
    said = told(coach, kept)
    assert reads("managing") in said
    assert {
        reads("leading"),
        reads("strain"),
        reads("even"),
        reads("open"),
        reads("low_fast"),
        reads("low_same"),
    }.isdisjoint(said)
    stood = [
        each.title
        for each in signs()
        if f"{each.title}: 7 times or more" in said or f"{each.title}: 4 to 6 times" in said
    ]
    assert stood == [signs()[0].title, signs()[2].title, signs()[4].title]
    assert headings(coach, kept) == [
        reads("strongest"), reads("corrections"), reads("balanced"), reads("diagnostics"), reads("ask"),
    ]  # fmt: skip
    spoken = [line for line in said if "speaks" in line]
    assert [line.partition(":")[0] for line in spoken] == ["Autonomy", "New ideas", "Morale", "Adaptability"]
    assert all("over-managing" in line for line in spoken)
    offers = [
        line for line in said if (line.endswith(")") and "(" in line and "every" in line) or "a week)" in line
    ]
    assert len(offers) == 2
    assert any("our work matters" in line for line in said)


def test_over_leading_is_told_with_the_other_half(coach):
    kept = coach.assessments.keep(OVER_LEADING)
    said = told(coach, kept)
    assert reads("leading") in said
    assert reads("managing") not in said
    spoken = [line.partition(":")[0] for line in said if "speaks" in line]
    assert spoken == ["Delivery", "Quality", "Coordination", "Follow-through"]
    assert f"{signs()[7].title}: 7 times or more" in said
    assert any("Can you count on us" in line for line in said)
    assert reads("named") in said  # talks ended without a name, and nobody knew who does what next
    assert any(line.startswith("Setting direction without the authority to carry it.") for line in said)


@pytest.mark.parametrize(
    ("steps", "said", "named"),
    [
        ("003000" + "000000", "..n.y", ["efficient"]),
        ("002000" + "000000", "..n.y", []),
        ("003000" + "000000", "..p.y", []),
        ("000000" + "303000", "....n", ["chaotic"]),
        ("000000" + "302000", "....n", []),
        ("000330" + "000000", "...n.", ["torn"]),
        ("000330" + "000000", "...y.", []),
        ("000000" + "000003", ".y....n.", ["without_authority"]),
        ("000000" + "000003", ".n....n.", []),
        ("300003" + "000000", "n.......", ["lost_in_operations"]),
        ("300003" + "000000", "p.......", []),
        ("000100" + "000000", "nnnnyyyy", ["one_half"]),
        ("000100" + "000000", "yyyynnnn", ["one_half"]),
        ("000000" + "000000", "yyyynnny", []),
        ("444444" + "444444", "xxxxxxxx", []),
    ],
)
def test_a_name_takes_every_one_of_its_answers(coach, steps, said, named):
    kept = coach.assessments.keep(given(steps, said))
    assert [each.id for each in assessed(coach, kept).result.named] == named


def test_strain_is_no_balance_and_both_scales_have_their_say(coach):
    kept = coach.assessments.keep(STRAINED)
    said = told(coach, kept)
    assert reads("strain") in said
    assert reads("even") not in said
    found = assessed(coach, kept).result
    assert {each.sign.scale for each in found.stood_out} == {"managing", "leading"}
    assert {each[0].id[:2] for each in found.offered} == {"OM", "OL"}
    assert found.balanced == ()
    assert found.named == ()


def test_balance_is_told_and_nothing_is_offered(coach):
    kept = coach.assessments.keep(BALANCED)
    said = told(coach, kept)
    assert reads("even_low") in said
    assert reads("strongest_none") in said
    assert headings(coach, kept) == [reads("strongest"), reads("balanced"), reads("ask")]
    assert reads("balanced_both") in said
    assert not any("speaks" in line for line in said)
    assert assessed(coach, kept).result.offered == ()


def test_the_words_for_working_alone_are_those_of_the_offer_too(coach):
    kept = coach.assessments.keep(given("400000" + "000000", wording="alone"))
    assert any("Let one written rule decide" in line for line in told(coach, kept))
    assert not any("Hand over one kind" in line for line in told(coach, kept))


def test_a_scale_with_four_answers_is_not_told_and_no_balance_either(coach):
    kept = coach.assessments.keep(given("44....444444"))
    said = told(coach, kept)
    assert reads("open") in said
    assert any("2 of 6 only" in line for line in said)
    assert not any(line.startswith("Balance") for line in said)


def test_too_fast_is_said_once_and_kindly_and_nothing_is_compared_with_it(at):
    names = [each.id for each in signs()]
    at("2026-08-03").assessments.keep(given("111111" + "101111"))
    coach = at("2026-09-03")
    hasty = coach.assessments.keep(OVER_MANAGING._replace(spent=dict.fromkeys(names, 0.8)))
    said = told(coach, hasty)
    assert said.count(reads("low_fast")) == 1
    assert reads("changes") not in said
    assert assessed(coach, hasty).result.named == ()
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("111112" + "101111"))
    assert "Compared with Mon 3 Aug. What lies within the uncertainty is left out." in told(coach, kept)
    assert so_far(coach.assessments.all(), "managing")[1] == ""


def test_two_scales_that_cannot_be_told_apart_are_not_called_low_when_one_is_high(coach):
    said = told(coach, coach.assessments.keep(given("333322" + "222221")))  # 2.7 and 1.8
    assert reads("even") in said
    assert reads("even_low") not in said


def test_another_wording_is_another_instrument_and_nothing_is_compared(at):
    at("2026-08-03").assessments.keep(given("333332" + "111111"))
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("111112" + "111111", wording="alone"))
    assert reads("changes") not in told(coach, kept)
    assert len(compared(coach.assessments.all())) == 1


def test_a_name_is_told_in_the_words_that_were_answered(coach):
    kept = coach.assessments.keep(given("303003" + "000000", "n.n.y", wording="alone"))
    said = " ".join(told(coach, kept))
    assert "You worked past tiredness for a number" in said
    assert "without you" not in said


def test_a_look_at_single_signs_lies_between_two_full_ones_and_changes_nothing(at):
    at("2026-08-03").assessments.keep(given("411111" + "111112"))
    at("2026-09-07").assessments.keep(given("3...........")._replace(order=("OM1",)), "flagged")
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("211111" + "111112"))
    assert any("Of the 12 signs, 1 moved two steps or more" in line for line in told(coach, kept))
    known = compared(coach.assessments.all())
    assert so_far(known, "OM1") == ("    7+   2–3", "")
    latest = coach.assessments.latest()
    assert latest
    assert latest.id == kept.id


def test_a_trial_that_was_dropped_is_held_no_more_and_can_be_tried_again(coach):
    kept = coach.assessments.keep(given("400000" + "000000"))
    each = correction("OM1a")
    assert each
    trial = try_correction(coach, kept, each)
    assert list(assessed(coach, kept).held) == ["OM1a"]
    coach.commitments.end(trial, "dropped")
    assert assessed(coach, kept).held == {}
    assert try_correction(coach, kept, each).id != trial.id


def test_a_trial_held_only_after_it_was_taken_is_nothing_it_shows_the_end_of(at):
    first = at("2026-08-03").assessments.keep(given("411111" + "111112"))
    second = at("2026-09-07").assessments.keep(given("111111" + "111112"))
    coach = at("2026-09-10")
    each = correction("OM1a")
    assert each
    try_correction(coach, first, each)
    assert reads("trials") not in told(coach, second)


def test_the_gate_of_a_trial_opens_at_its_end_and_not_at_once(coach):
    kept = coach.assessments.keep(given("400000" + "000000"))
    each = correction("OM1a")
    assert each
    try_correction(coach, kept, each)
    (held,) = commitments_on(coach, coach.today())
    assert not held.is_gate_open
    assert (held.gate - held.gate_opens).days == 3


@pytest.mark.parametrize("now", ["323233" + "121212", "322232" + "112112"])
def test_half_a_step_is_never_told_as_a_change(at, now):
    """323232 is 2.5; 3 of 6 signs one step higher or lower is .5 at most."""
    at("2026-08-03").assessments.keep(given("323232" + "121212"))
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given(now))
    said = told(coach, kept)
    assert reads("change_none") in said
    assert not any("then," in line for line in said)
    assert all(
        verdict == ""
        for _, verdict in (
            so_far(coach.assessments.all(), name) for name in ("managing", "leading", "balance", "OM1")
        )
    )


def test_exactly_half_a_step_is_none_on_any_scale(at):
    at("2026-08-03").assessments.keep(given("222222" + "111111"))
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("333222" + "222111"))  # both scales .5 up
    said = told(coach, kept)
    assert reads("change_none") in said
    assert not any("then," in line for line in said)


def test_a_change_is_told_as_possible_or_real_with_its_numbers(at):
    at("2026-08-03").assessments.keep(given("333333" + "111111"))
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("222233" + "222222"))
    said = told(coach, kept)
    assert "Over-managing may have come less often: 3.0 then, 2.3 now. The next time will show." in said
    assert "Over-leading came more often: 1.0 then, 2.0 now." in said
    assert "The balance moved by 1.7, towards over-leading." in said


def test_no_single_sign_is_told_as_changed_and_what_chance_moves_is_said(at):
    at("2026-08-03").assessments.keep(given("311111" + "111111"))
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("112111" + "111111"))
    said = told(coach, kept)
    assert not [line for line in said if line.startswith("“") and "then" in line]
    moved = "Of the 12 signs, 1 moved two steps or more; by chance alone about 2 do. h shows each over time."
    assert moved in said


def test_what_is_said_and_was_not_recorded_is_asked_about(at):
    coach = at("2026-11-16")
    walk = coach.commitments.make("Walk", rhythm="every day", starts=date(2026, 11, 1))
    for day in range(3, 15):
        coach.marks.mark([Marked(walk, "kept" if day % 3 == 0 else "missed")], date(2026, 11, day))
    yes = coach.assessments.keep(given("1" * 12)._replace(diagnostics={"delivery": "yes"}))
    assert any("you say yes" in line and "4 of 12 marks" in line for line in told(coach, yes))
    partly = coach.assessments.keep(given("1" * 12)._replace(diagnostics={"delivery": "partly"}))
    assert not any("In the same days" in line for line in told(coach, partly))


def test_no_occasion_is_no_answer_and_no_zero(at):
    coach = at("2026-11-16")
    said = {"OM1": "none", **{each.id: "3" for each in signs()[1:6]}}
    kept = coach.assessments.keep(taken_in(said, "team", [each.id for each in signs()]))
    assert kept.no_occasion == ("OM1",)
    assert "OM1" not in kept.answers
    assert any("no occasion" in line for line in in_full(kept, coach).splitlines())


def test_low_information_offers_nothing_to_try(at):
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("444444" + "444444"))
    assert result(kept, None).says_little
    assert result(kept, None).offered == ()


def test_each_thing_to_try_falls_due_four_times_in_its_fourteen_days_and_has_a_plan_for_both():
    for each in (own for found in signs() for own in found.corrections):
        days = on(rhythm(each.rhythm), date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 29))
        assert len(days) >= 4 or rhythm(each.rhythm).times >= 2
        assert all(each.plan(wording)[0] and each.plan(wording)[1] for wording in WORDINGS)


def test_a_trial_is_held_for_fourteen_days_once_and_the_next_one_shows_what_became_of_it(at):
    coach = at("2026-08-03")
    first = coach.assessments.keep(given("411111" + "111111"))
    each = correction("OM1a")
    assert each
    trial = try_correction(coach, first, each)
    assert (trial.gate.isoformat(), trial.trial_of, trial.practice) == ("2026-08-16", first.id, "OM1a")
    assert try_correction(coach, first, each).id == trial.id
    second, third = correction("OM2a"), correction("OM3a")
    assert second
    assert third
    also = try_correction(coach, first, second)
    with pytest.raises(UsageError, match="Two trials run already"):
        try_correction(coach, first, third)
    coach.commitments.end(also, "dropped")
    assert held_as(coach, "OM1a") == trial
    for day in (3, 4, 5):
        coach = at(f"2026-08-0{day}")
        coach.marks.mark([Marked(trial, "kept" if day < 5 else "missed", None)], coach.today())
    coach = at("2026-11-16")
    kept = coach.assessments.keep(given("111111" + "101111"))
    said = told(coach, kept)
    assert reads("trials") in said
    assert f"{trial.text}: 2 kept, 1 missed" in said
    assert f"“{signs()[0].title}”: 7 times or more then, once now, less often." in said


def test_a_trial_beyond_the_limit_is_refused_and_another_one_can_be_offered(coach):
    kept = coach.assessments.keep(given("400000" + "000000"))
    for place in range(5):
        coach.commitments.make(f"Walk {place}", rhythm="every day")
    each = correction("OM1a")
    assert each
    with pytest.raises(OverLimitError):
        try_correction(coach, kept, each)
    shown = [
        [line.target.correction.id for line in lines if isinstance(line.target, Offer)]
        for lines in (list(result_lines(assessed(coach, kept), coach.days, turned)) for turned in (0, 1, 2))
    ]
    assert shown == [["OM1a"], ["OM1b"], ["OM1a"]]


def test_in_mid_season_only_what_stood_out_is_told_beside_the_time_before(at):
    at("2026-08-03").assessments.keep(given("431111" + "111111"))
    coach = at("2026-09-07")
    kept = coach.assessments.keep(given("13..........")._replace(order=("OM2", "OM1")), "flagged")
    said = told(coach, kept)
    assert said[0].startswith("What stood out, on")
    assert f"“{signs()[0].title}”: 7 times or more then, once now." in said
    assert f"“{signs()[1].title}”: 4 to 6 times then, 4 to 6 times now." in said
    assert not any(line.startswith("Over-managing") for line in said)


def test_every_result_says_the_answers_it_rests_on_when_it_is_read(coach):
    from coach.describe import in_full, on_one_line

    kept = coach.assessments.keep(OVER_MANAGING)
    assert on_one_line(kept, coach) == "Over-managing 2.3, often; Over-leading 0.5, seldom"
    assert "Every decision comes back to you: 7 times or more" in in_full(kept, coach)
    assert "Autonomy: no" in in_full(kept, coach)


def test_a_trend_draws_each_time_and_says_that_one_is_only_one(at):
    coach = at("2026-08-03")
    coach.assessments.keep(OVER_MANAGING)
    lines = [each.text for each in trend_lines(coach.assessments.all(), "managing", coach.days)]
    assert words.assess.trend.only_one in lines
    coach = at("2026-11-16")
    coach.assessments.keep(BALANCED)
    lines = [each.text for each in trend_lines(coach.assessments.all(), "managing", coach.days)]
    assert sum("█" in line for line in lines) == 2
