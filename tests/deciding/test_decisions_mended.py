"""What a strict reading of the decision log found: words kept, nothing guessed, two processes, two zones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import DamagedError, NotFoundError, UsageError
from coach.core.steps import Steps
from coach.deciding.calibration import calibration
from coach.deciding.decisions import option_of
from coach.deciding.records import Agenda, Decision, Forecast
from coach.deciding.sessions import DecideSession
from coach.exchange import archive, incoming, reading
from coach.find import EVERYTHING
from coach.today.today import gather_held

DAY = date(2026, 11, 20)
TWO = {"text": "Which price first", "options": ("yearly", "monthly"), "decider": "I"}
SEEN = {"outcome": "12 of 100 pay", "due": date(2027, 1, 15), "odds": 70.0}


def log(coach, **more):
    return coach.decisions.log(**TWO | more)


@pytest.mark.parametrize(
    ("options", "typed", "chosen"),
    [
        (("bananas", "apples"), "a", "apples"),
        (("2", "1"), "2", "2"),
        (("yearly", "monthly"), "2", "monthly"),
    ],
)
def test_words_count_before_a_number_and_a_number_before_a_beginning(coach, options, typed, chosen):
    assert option_of(log(coach, options=options), typed) == chosen


@pytest.mark.parametrize("typed", ["9" * 5000, "", "x"])
def test_what_is_none_of_the_options_is_refused_in_a_line(coach, typed):
    with pytest.raises(UsageError) as refused:
        option_of(log(coach), typed)
    assert len(str(refused.value)) < 200


def test_a_session_keeps_the_option_and_not_its_place(coach):
    made = log(coach, options=("a", "b"), reversal="two ask")
    session = DecideSession(coach, made)
    field = session.steps({})[0].fields[0]
    assert session.read(field, "2") == "b"
    coach.decisions.change(made, options=("new", "a"))
    with pytest.raises(UsageError, match="none of its options"):
        session.keep({"chosen": "b"}, "app")
    session.keep({"chosen": "a"}, "app")
    assert coach.decisions.all()[0].chosen == "a"


def test_what_is_cleared_is_empty_and_a_domain_gives_its_decider(coach):
    made = log(coach, by=DAY, **SEEN)
    now = coach.decisions.change(made, by=None, due=None, odds=None, outcome="", text="Which")
    assert (now.by, now.due, now.odds, now.outcome, now.text) == (None, None, None, "", "Which")
    page = coach.domains.keep({"name": "prices", "decides": "Jonas"})
    assert coach.decisions.change(now, domain=page.id, decider="").decider == "Jonas"


def test_more_than_there_is_room_for_is_refused_and_not_cut(coach):
    with pytest.raises(UsageError, match="at most 9 options"):
        log(coach, options=tuple("abcdefghij"))
    with pytest.raises(UsageError, match="2 causes"):
        log(coach, failures=("a", "b", "c"))


def test_what_was_written_when_it_was_raised_stays_when_it_is_decided(coach):
    made = log(coach, because="First\n\nsecond", dissent="Ana", reversal="two ask")
    now = coach.decisions.choose(made, "1")
    assert (now.because, now.dissent) == ("First\n\nsecond", "Ana")
    assert DecideSession(coach, log(coach, because="Why")).was["because"] == "Why"
    with pytest.raises(UsageError, match="known"):
        coach.decisions.reverse(now, "first second")


@pytest.mark.parametrize("evidence", ["", "no", "two ask", "Which price first"])
def test_what_is_not_new_reverses_nothing(coach, evidence):
    now = coach.decisions.choose(log(coach, reversal="two ask"), "1")
    with pytest.raises(UsageError):
        coach.decisions.reverse(now, evidence)


def test_new_evidence_reverses_also_what_was_looked_at_and_needs_no_spaces(coach):
    now = coach.decisions.choose(log(coach, reversal="two ask", **SEEN), "1")
    coach.decisions.review(now, "yes")
    assert coach.decisions.reverse(now, "客户要求按月付费的价格").reversed


def test_what_came_is_said_once(coach):
    now = coach.decisions.choose(log(coach, reversal="two ask", **SEEN), "1")
    coach.decisions.review(now, "no")
    with pytest.raises(UsageError):
        coach.decisions.review(now, "yes")
    said = coach.forecasts.say("The draft", 8)
    coach.forecasts.resolve(said, "no")
    with pytest.raises(UsageError, match="said already"):
        coach.forecasts.resolve(said, "yes")


def test_a_day_made_needs_an_option_and_is_not_to_come(coach):
    with pytest.raises(UsageError, match="belongs to what was chosen"):
        log(coach, made=DAY)
    with pytest.raises(UsageError, match="day to come"):
        log(coach, made=DAY + timedelta(days=1), chosen="1", reversal="two ask")


def brought(coach, content, folder):
    path = folder / "archive.json"
    path.write_bytes(content)
    incoming.bring_in(coach, incoming.plan(coach, reading.read(coach, str(path))), "archive.json", Steps())


def test_decisions_that_come_from_elsewhere_stand_on_the_agenda_and_count(at, coach, tmp_path, paths):
    del paths
    for place in range(11):
        log(coach, text=f"Number {place}", cross=True)
    whole = b"".join(archive.chunks(coach, EVERYTHING, Steps()))
    assert b'"agenda"' not in whole, "it follows from the decisions"
    other = build(type(coach.store.paths)(str(tmp_path / "other")), coach.store.clock)
    brought(other, whole, tmp_path)
    assert len(other.decisions.agenda()) == 11
    log(other)
    with pytest.raises(UsageError, match="12 decisions are active"):
        log(other)
    del at


def test_a_line_of_the_agenda_without_its_decision_hides_no_other(coach):
    first = log(coach, text="First", cross=True)
    log(coach, text="Second", cross=True)
    with coach.store.change("by another program") as change:
        change.remove(Decision.kind, first.id)
    waiting = gather_held(coach, DAY).waiting["decision"]
    assert waiting
    assert "Second" in waiting.about
    log(coach, text="Third")
    assert len(list(coach.store.read_standing(Agenda))) == 2, "the next decision mends it"


def test_the_hour_is_that_of_where_one_is(paths):
    tokyo = build(
        paths, Clock(datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Tokyo")), ZoneInfo("Asia/Tokyo"))
    )
    made = log(tokyo, cross=True, by=date(2026, 11, 23))
    york = ZoneInfo("America/New_York")
    there = build(paths, Clock(datetime(2026, 11, 20, 9, tzinfo=york), york))
    assert f"{there.decisions.until(made):%a %H:%M}" == "Sat 07:00"
    assert there.decisions.first_open() == (there.decisions.until(made), made)


def test_a_day_to_decide_by_ends_with_the_person_s_day(at):
    night = at("2026-11-21T01:00")
    made = log(night, by=DAY)
    assert night.clock.now() < night.decisions.until(made)
    told = gather_held(night, DAY).waiting["decision"]
    assert told
    assert "left" in told.about


def test_a_forecast_is_meant_only_by_its_own_name(coach, shell):
    coach.forecasts.say("alpha", 8)
    wrong = shell("forecast", "something else", "yes")
    assert (wrong.code, coach.forecasts.open()[0].came) == (3, None)
    with pytest.raises(NotFoundError):
        coach.forecasts.meant("", None)
    (ref,) = [each["id"] for each in shell("forecast", "--json").json["open"]]
    shell("forecast", ref, "6")
    assert [each.odds for each in coach.forecasts.all()] == [60]
    assert shell("forecast", "0079", "0079").code == 2


def test_a_forecast_of_long_ago_can_still_be_answered(at):
    at("2026-06-01").forecasts.say("Old", 7)
    now = at(DAY)
    assert now.forecasts.resolve(now.forecasts.meant("old", None), "no").came == "no"


def test_what_was_said_meanwhile_by_another_window_stays(at):
    one, other = at(DAY), at(DAY)
    said = one.forecasts.say("The draft", 8)
    other.forecasts.resolve(said, "yes")
    one.forecasts.say("The draft", 6)
    assert sorted(each.came or "" for each in one.forecasts.all()) == ["", "yes"]
    one.domains.keep({"name": "hiring", "decides": "I"})
    with pytest.raises(UsageError):
        other.domains.keep({"name": "Hiring", "decides": "Ana"})
    one.tallies.start()
    with pytest.raises(UsageError):
        other.tallies.start()


def test_a_page_of_rights_is_changed_only_by_its_whole_name(coach, shell):
    coach.domains.keep({"name": "hiring seniors", "decides": "Ana"})
    shell("rights", "hiring", "--decides", "Bob", "--looked")
    assert {each.name: each.decides for each in coach.domains.all()} == {
        "hiring": "Bob",
        "hiring seniors": "Ana",
    }
    coach.store.undo()
    assert [each.name for each in coach.domains.all()] == ["hiring seniors"], "one undo takes all of it back"


def test_what_does_not_fit_an_action_is_refused_and_no_word_is_lost(coach, shell):
    now = coach.decisions.choose(log(coach, reversal="two ask", **SEEN), "1")
    for words in (
        ("decided", "close", now.id, "--because", "W"),
        ("decided", "reverse", now.id, "--process", "3"),
        ("decide", "--outcome", "W"),
        ("rights", "--decides", "Ana"),
        ("tally", "start", "me", "the", "refund"),
    ):
        assert (shell(*words).code, coach.decisions.active()[0].closed) == (2, None), words


def test_a_split_is_one_change_or_none(coach, shell):
    three = ("--lead", "Choose", "--manage", "Pack", "--handoff", "The list")
    plain = ("--ambiguity", "low", "--coupling", "low", "--reversible", "yes", "--split")
    assert shell("triage", "The move", *plain, *three).code == 2
    assert coach.triages.since(DAY) == []
    both = ("--ambiguity", "high", "--coupling", "low", "--reversible", "yes", "--split")
    assert shell("triage", "The move", *both, *three).code == 0
    first, second = coach.commitments.active()
    assert coach.triages.about(first.id, DAY) == coach.triages.about(second.id, DAY)
    coach.store.undo()
    assert (coach.triages.since(DAY), coach.commitments.active()) == ([], [])


def test_a_tally_counts_what_was_counted_in_it_whatever_the_clock_says(at):
    at("2026-12-02").tallies.start()
    assert at("2026-11-28").tallies.add(needed_me=True).of == 1


def test_numbers_that_make_no_sense_are_not_read(coach):
    made = log(coach, **SEEN)
    with pytest.raises(DamagedError, match="no share"):
        Decision.read(made.id, made.fields() | {"odds": 1e200})
    with pytest.raises(DamagedError, match="no step"):
        Decision.read(made.id, made.fields() | {"process": 7})
    said = coach.forecasts.say("x", 5)
    with pytest.raises(DamagedError, match="no share"):
        Forecast.read(said.id, said.fields() | {"odds": -500})


def test_it_takes_both_sides_to_say_one_is_surer_than_it_turns_out(coach):
    told = [coach.forecasts.say(f"Number {place}", 8) for place in range(20)]
    for place, each in enumerate(told):
        coach.forecasts.resolve(each, "yes" if place < 12 else "no")
    assert calibration(coach.forecasts.all()).reading == "fits", (
        "12 of 20 at .8 come up 6 times in 100, both ways"
    )


def test_how_likely_it_was_is_hidden_from_programs_too(coach, shell):
    made = log(coach, reversal="two ask", **SEEN)
    assert shell("decide", "--json").json[0]["odds"] is None
    coach.decisions.review(coach.decisions.choose(made, "1"), "yes")
    assert coach.decisions.all()[0].odds == 70


def test_what_will_be_seen_can_be_said_when_it_is_decided_and_only_then_something_came(coach, shell):
    made = log(coach, reversal="two ask")
    session = DecideSession(coach, made)
    assert "outcome" in [each.name for each in session.steps({})]
    said = ("--choose", "1", "--outcome", "12 of 100 pay", "--on", "2027-01-15", "--odds", "70")
    assert shell("decided", made.id, *said).code == 0
    (now,) = coach.decisions.all()
    assert (now.outcome, now.due, now.odds) == ("12 of 100 pay", date(2027, 1, 15), 70)
    assert shell("decided", "outcome", now.id, "yes").code == 0


def test_days_are_said_where_hours_are_too_many(at):
    log(at("2026-11-10"), cross=True)
    at(DAY - timedelta(days=1)).journal.write("At the desk")
    told = gather_held(at(DAY), DAY).waiting["decision"]
    assert told
    assert told.about.startswith("8 days over:")
