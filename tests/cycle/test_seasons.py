"""The cycle: seasons opened by the person, windows that are late, short or skipped, days of rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.core.errors import CoachError, UsageError
from coach.cycle.rhythms import find, planned_end, presets
from coach.cycle.season import ahead
from coach.cycle.window import leave, window
from coach.frame.frames import HeldError
from coach.reflection.reviews import Said
from coach.reflection.typed import as_typed, number_of

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("rhythm", "starts", "execution_ends", "window_ends"),
    [
        ("ten-two", "2026-11-23", "2027-01-31", "2027-02-14"),
        ("six-two", "2026-11-23", "2027-01-03", "2027-01-17"),
        ("sprints", "2026-11-23", "2027-01-31", "2027-02-14"),
        ("monthly", "2026-11-23", "2026-12-19", "2026-12-20"),
        ("patagonia", "2026-01-05", "2026-12-20", "2027-01-03"),
        ("annual", "2026-04-01", "2026-12-31", "2027-03-31"),
        ("8+1", "2026-11-23", "2027-01-17", "2027-01-24"),
        ("10 + 2", "2028-01-03", "2028-03-12", "2028-03-26"),
    ],
)
def test_rhythms_have_their_lengths(rhythm, starts, execution_ends, window_ends):
    ends = planned_end(find(rhythm), "execution", date.fromisoformat(starts))
    assert ends.isoformat() == execution_ends
    assert planned_end(find(rhythm), "redesign", ends + timedelta(days=1)).isoformat() == window_ends


def test_a_window_called_in_june_does_not_last_until_march():
    assert planned_end(find("annual"), "redesign", date(2026, 6, 1)) == date(2026, 8, 30)


def test_every_preset_says_what_it_is_for_and_where_it_comes_from():
    assert {each.id for each in presets()} == {
        "ten-two",
        "six-two",
        "sprints",
        "monthly",
        "annual",
        "patagonia",
    }
    assert all(len(each.about) > 40 for each in presets())


@pytest.mark.parametrize("rhythm", ["", "weekly", "0+2", "53+2", "8+14", "8+", "-8+2"])
def test_other_rhythms_are_refused(rhythm):
    with pytest.raises(UsageError):
        find(rhythm)


def test_a_cycle_across_the_year_end_and_the_clock_change(at):
    at("2026-09-07").seasons.open("execution")
    now = at("2026-10-26").seasons.now()  # the Monday after clocks went back
    assert (now.week, now.weeks, now.is_held) == (8, 10, True)
    assert now.next_starts == date(2026, 11, 16)
    assert [each.starts for each in ahead(now)] == [date(2026, 11, 16), date(2026, 11, 30), date(2027, 2, 8)]


@pytest.mark.parametrize(
    ("day", "week"),
    [("2026-11-20", 1), ("2026-11-26", 1), ("2026-11-27", 2), ("2027-01-28", 10), ("2027-02-20", 10)],
)
def test_weeks_are_counted_from_the_day_it_began(at, day, week):
    at(FRIDAY).seasons.open("execution")
    assert at(day).seasons.now().week == week


def test_nothing_begins_by_itself_and_the_frame_stays_held_until_the_window_is_opened(at):
    coach = at(FRIDAY)
    coach.frames.point("Boring by March")
    coach.seasons.open("execution")
    late = at("2027-02-06")  # planned for 29 January
    assert late.seasons.now().is_held
    assert [(each.what, each.days) for each in late.seasons.now().notices] == [("due", 8)]
    with pytest.raises(HeldError, match="fixed until the window is opened"):
        late.frames.point("Exciting")
    late.seasons.open("redesign")
    assert [(each.what, each.days) for each in late.seasons.now().notices] == [("late", 8)]
    late.reassessments.unseal()
    late.frames.change({"direction": "Exciting"}, "the market is gone")
    assert late.frames.current().direction == "Exciting"


def test_a_window_cut_short_and_one_skipped_are_noticed_for_two_weeks(at):
    at(FRIDAY).seasons.open("execution", rhythm="six-two")
    at("2027-01-01").seasons.open("redesign")
    at("2027-01-05").seasons.open("execution")
    assert [each[:3] for each in at("2027-01-19").seasons.now().notices] == [("short", 4, 14)]
    assert at("2027-01-20").seasons.now().notices == ()
    at("2027-02-20").seasons.open("execution")
    assert [each.what for each in at("2027-02-20").seasons.now().notices] == ["skipped"]


def test_a_whole_window_leaves_nothing_to_notice(at):
    at(FRIDAY).seasons.open("execution", rhythm="six-two")
    at("2027-01-01").seasons.open("redesign")
    at("2027-01-15").seasons.open("execution")
    assert at("2027-01-15").seasons.now().notices == ()


def test_a_pause_moves_what_it_must(at):
    coach = at(FRIDAY)
    coach.seasons.open("execution")
    coach.seasons.pause(date(2026, 12, 3), because="leave")  # 14 days from today on
    resting = at("2026-12-03").seasons.now()
    assert resting.rest is not None
    assert resting.week == 1
    assert resting.next_starts == date(2027, 2, 12)  # was 29 January
    assert at("2026-12-04").seasons.now().rest is None


def test_a_pause_ended_early_costs_only_its_days(at):
    coach = at(FRIDAY)
    coach.seasons.open("execution")
    coach.seasons.pause(date(2026, 12, 3))
    at("2026-11-25").seasons.resume()
    assert at("2026-11-25").seasons.now().rest is None
    assert at("2026-11-25").seasons.now().next_starts == date(2027, 2, 3)
    with pytest.raises(UsageError, match="no pause"):
        at("2026-11-25").seasons.resume()


def test_two_pauses_over_the_same_days_count_them_once(at):
    coach = at(FRIDAY)
    coach.seasons.open("execution")
    coach.seasons.pause(date(2026, 11, 29))
    coach.seasons.pause(date(2026, 11, 24), first=date(2026, 11, 22))
    assert coach.seasons.now().next_starts == date(2027, 2, 8)


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("execution", {"on": date(2026, 11, 10)}, "too long ago"),
        ("execution", {}, "lasts until"),
        ("redesign", {}, "takes a word about what shifted"),
        ("redesign", {"on": date(2026, 12, 30), "because": "x"}, "yet to come"),
        ("redesign", {"because": "x", "until": date(2026, 11, 1)}, "cannot end before it begins"),
        ("redesign", {"because": "x", "until": date(2028, 11, 1)}, "a year at most"),
    ],
)
def test_seasons_that_cannot_be_are_refused_and_nothing_changes(at, name, options, says):
    at("2026-11-13").seasons.open("execution")
    coach = at(FRIDAY)
    with pytest.raises(CoachError, match=says):
        coach.seasons.open(name, **options)
    assert [each.closed for each in coach.seasons.all()] == [None]


def test_the_window_can_be_called_with_what_shifted(at):
    at("2026-11-13").seasons.open("execution")
    at(FRIDAY).seasons.open("redesign", because="the market is gone")
    now = at(FRIDAY).seasons.now()
    assert not now.is_held
    assert now.season.because == "the market is gone"
    assert now.notices == ()


def test_the_end_can_be_moved_but_not_into_the_past(at):
    coach = at(FRIDAY)
    coach.seasons.open("execution")
    with pytest.raises(UsageError, match="takes a word about what shifted"):
        coach.seasons.move(date(2026, 12, 31))
    coach.seasons.move(date(2026, 12, 31), "the market is gone")
    assert coach.seasons.now().next_starts == date(2027, 1, 1)
    assert coach.seasons.now().season.because == "the market is gone"
    with pytest.raises(UsageError, match="before today"):
        coach.seasons.move(date(2026, 11, 19))


def test_opening_a_season_can_be_taken_back_whole(at):
    at("2026-09-01").seasons.open("execution")
    coach = at(FRIDAY)
    coach.seasons.open("redesign")
    coach.store.undo()
    assert coach.seasons.now().is_held


def test_the_frame_keeps_what_it_was_and_why(coach):
    coach.frames.change({"direction": "Boring by March", "giving_up": "talks"})
    coach.frames.change({"giving_up": "talks and the rewrite"}, because="the rewrite ate June")
    now, before = coach.frames.history()
    assert (now.direction, now.giving_up, now.because) == (
        "Boring by March", "talks and the rewrite", "the rewrite ate June",
    )  # fmt: skip
    assert before.giving_up == "talks"
    assert coach.frames.change({"giving_up": "talks and the rewrite"}) == now
    assert len(coach.frames.history()) == 2


def test_a_first_frame_is_tried_on_for_seven_days(at):
    at(FRIDAY).seasons.open("execution")
    at(FRIDAY).frames.point("Boring by March")
    at("2026-11-26").frames.point("Boring by June")
    coach = at("2026-11-27")
    assert coach.frames.open_parts() == ("giving_up", "outcome", "flow", "context", "stage", "less")
    with pytest.raises(HeldError, match="Park a signal"):
        coach.frames.point("Exciting")
    assert coach.frames.current().direction == "Boring by June"


def test_a_first_frame_may_be_written_in_an_execution_season(at):
    at(FRIDAY).seasons.open("execution")
    at(FRIDAY).frames.point("Boring by March")
    coach = at("2026-11-30")
    coach.frames.change({"giving_up": "talks"})  # what was never said can be filled in
    with pytest.raises(HeldError, match="Park a signal"):
        coach.frames.change({"giving_up": "nothing"})
    with pytest.raises(HeldError):
        coach.frames.change({"direction": "Exciting", "flow": "merges"})
    assert coach.frames.current().flow == ""


def test_a_word_why_can_be_added_later(at):
    coach = at(FRIDAY)
    coach.frames.change({"direction": "Boring by March"})
    coach.frames.change({"direction": "Boring by March"}, because="two teams joined")
    assert [each.because for each in coach.frames.history()] == ["two teams joined"]
    coach.frames.change({}, because="three teams joined")
    assert [each.because for each in coach.frames.history()] == ["three teams joined", "two teams joined"]
    coach.seasons.open("execution")
    with pytest.raises(HeldError):
        at("2026-12-01").frames.change({}, because="another reason")


def test_days_at_rest_are_no_days_of_the_window(at):
    at(FRIDAY).seasons.open("execution", rhythm="six-two")
    at("2027-01-01").seasons.open("redesign")
    at("2027-01-02").seasons.pause(date(2027, 1, 3))
    at("2027-01-05").seasons.open("execution")
    assert [each[:3] for each in at("2027-01-06").seasons.now().notices] == [("short", 2, 14)]


def test_a_window_opened_and_closed_in_one_breath_is_noticed(at):
    at("2026-09-07").seasons.open("execution")
    coach = at("2026-11-16")
    coach.seasons.open("redesign")
    coach.seasons.open("execution")
    assert [each[:3] for each in coach.seasons.now().notices] == [("short", 0, 14)]


def test_an_end_is_moved_to_the_day_that_is_meant(at):
    at("2026-11-02").seasons.open("execution")
    at("2026-11-02").seasons.pause(date(2026, 11, 15))
    coach = at(FRIDAY)
    coach.seasons.move(date(2026, 12, 18), "sooner")
    assert coach.seasons.now().ends == date(2026, 12, 18)


def test_a_pause_asked_for_again_lasts_until_then_instead(at):
    coach = at(FRIDAY)
    coach.seasons.open("execution")
    coach.seasons.pause(date(2026, 12, 3))
    coach.seasons.pause(date(2026, 11, 27))
    assert [each.until for each in coach.seasons.rests()] == [date(2026, 11, 27)]


def test_signals_of_a_skipped_window_wait_for_the_next(at):
    at("2026-09-01").seasons.open("execution", rhythm="4+1")
    at("2026-09-02").signals.park("They build around it")
    at("2026-10-10").seasons.open("execution")
    coach = at("2026-10-11")
    assert coach.signals.count_waiting(coach.today()) == 1
    assert [each.text for each in coach.signals.waiting()] == ["They build around it"]


def test_signals_of_before_the_first_season_wait_for_the_first_window(at):
    at("2026-06-03").signals.park("I dread the demo")
    at("2026-09-01").seasons.open("execution", rhythm="4+1")
    at("2026-09-02").signals.park("They build around it")
    coach = at("2026-10-01")
    coach.seasons.open("redesign")
    assert [each.text for each in window(coach).waiting] == ["I dread the demo", "They build around it"]
    assert coach.signals.count_waiting(coach.today()) == 2


def test_signals_answered_in_a_window_do_not_come_up_in_the_next(at):
    coach = at("2026-09-01")
    coach.seasons.open("execution", rhythm="4+1")
    coach.signals.park("They build around it")
    at("2026-10-01").seasons.open("redesign")
    leave(at("2026-10-02"), anyway=True)
    at("2026-10-03").signals.park("Nobody opens it")
    coach = at("2026-11-01")
    coach.seasons.open("redesign")
    assert [each.text for each in window(coach).waiting] == ["Nobody opens it"]


def test_what_was_said_in_a_review_stays_when_more_is_said(at):
    coach = at(FRIDAY)
    coach.reviews.keep(Said({"truth": "late"}, ("If x, I y",), 3, 4))
    coach.reviews.keep(Said({"moments": "asked"}, (), 5))
    kept = coach.reviews.of(FRIDAY)
    assert (kept.answers, kept.plans, kept.flow, kept.outcome) == (
        {"truth": "late", "moments": "asked"}, ("If x, I y",), 5, 4,
    )  # fmt: skip
    began = Said.of(kept)
    coach.reviews.keep(began._replace(answers={"moments": "asked"}), began=began)
    assert coach.reviews.of(FRIDAY).answers == {"moments": "asked"}


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-20", "2026-11-14", "2026-11-20"),  # Friday
        ("2026-11-22", "2026-11-14", "2026-11-20"),  # Sunday: still last Friday's
        ("2026-11-23", "2026-11-21", "2026-11-27"),  # Monday: the coming Friday's
        ("2027-01-01", "2026-12-26", "2027-01-01"),
    ],
)
def test_the_week_of_a_review(at, day, first, last):
    found = at(day).reviews.week(date.fromisoformat(day))
    assert [each.isoformat() for each in found] == [first, last]


def test_a_review_held_on_tuesday_leaves_friday_due(at):
    at("2026-11-17").reviews.keep(Said({"truth": "late"}))
    assert at(FRIDAY).reviews.is_due(FRIDAY, date(2026, 11, 1))
    at(FRIDAY).reviews.keep(Said({"moments": "asked"}))
    assert not at(FRIDAY).reviews.is_due(FRIDAY, date(2026, 11, 1))
    assert len(list(at(FRIDAY).reflections.past())) == 1
    assert not at(FRIDAY).reviews.is_due(FRIDAY, FRIDAY)  # there was nothing yet to review


@pytest.mark.parametrize(("typed", "number"), [("4", 4), ("4,5", 4.5), (" 1234567 ", 1234567), ("", None)])
def test_numbers_as_people_write_them(typed, number):
    assert number_of(typed) == number
    assert number is None or number_of(as_typed(number)) == number


@pytest.mark.parametrize("typed", ["six", "nan", "inf", "1e999", "4..5"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(UsageError, match="is not a number"):
        number_of(typed)


def test_the_tradeoff_is_asked_once_a_week_on_a_day_that_varies(at):
    coach = at("2026-10-01")
    coach.frames.change({"direction": "Boring by March", "giving_up": "talks"})
    frame = coach.frames.current()
    asked = set()
    for week in range(8):
        monday = date(2026, 11, 2) + timedelta(weeks=week)
        days = [monday + timedelta(days=each) for each in range(7)]
        wanted = [day for day in days if coach.quotes.is_asked(frame, day)]
        assert wanted == days[wanted[0].weekday() :]
        asked.add(wanted[0].weekday())
        later = at(wanted[0])
        later.quotes.keep(frame, "no talks")
        assert not any(later.quotes.is_asked(frame, day) for day in days)
    assert len(asked) > 1


def test_signals_are_counted_since_a_day_and_nothing_else(at):
    at("2026-11-01").signals.park("before")
    coach = at(FRIDAY)
    coach.signals.park("They build around it", "workaround")
    assert coach.signals.count(date(2026, 11, 10)) == 1
    assert coach.signals.count(date(2026, 10, 1)) == 2


def test_a_review_held_after_the_month_s_end_is_still_that_week_s(at):
    at("2026-08-01").reviews.keep(Said({"truth": "late"}))  # of the week to Friday 31 July
    coach = at("2026-08-02")
    coach.reviews.keep(Said({"moments": "asked"}), date(2026, 7, 31))
    assert [each.answers for each in coach.reflections.past()] == [{"truth": "late", "moments": "asked"}]
