"""The decision log: exactly its rules, at their limits; the clock, the rights, the score."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from coach.core.errors import UsageError
from coach.deciding.calibration import calibration
from coach.deciding.clock import is_late
from coach.deciding.forecasts import next_friday
from coach.deciding.records import Forecast
from coach.deciding.triage import way
from coach.packet.chosen import decisions
from coach.references import remove
from coach.reflection.lived import gather
from coach.reflection.question_facts import facts_beside
from coach.today.today import gather_held

DAY = date(2026, 11, 20)
TWO = {"text": "Which price first", "options": ("yearly", "monthly"), "decider": "I"}
SEEN = {"outcome": "12 of 100 pay", "due": date(2027, 1, 15), "odds": 70.0}


def log(coach, **more):
    return coach.decisions.log(**TWO | more)


def decided(coach, **more):
    made = log(coach, reversal="two of five ask", **more)
    return coach.decisions.choose(made, "1")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"options": ("yearly",)}, "at least two options"),
        ({"options": ("yearly", " Yearly ")}, "at least two options"),
        ({"text": " "}, "a few words"),
        ({"decider": ""}, "somebody has to decide"),
        ({**SEEN, "due": DAY}, "does not lie ahead"),
        ({"by": DAY - timedelta(days=1)}, "does not lie ahead"),
        ({**SEEN, "odds": 49.0}, "from 50 to 95"),
        ({**SEEN, "odds": 96.0}, "from 50 to 95"),
        ({"odds": 70.0}, "of an outcome"),
        ({"odds": 70.0, "outcome": "x"}, "needs the day"),
        ({"chosen": "yearly"}, "what new evidence would change it"),
        ({"chosen": "weekly", "reversal": "x"}, "none of its options"),
    ],
)
def test_what_is_no_decision_is_refused_and_nothing_is_kept(coach, parts, said):
    with pytest.raises(UsageError, match=said):
        log(coach, **parts)
    assert coach.decisions.all() == []


def test_the_thirteenth_active_one_is_refused_until_one_is_over(coach):
    first, *_ = [log(coach, text=f"Number {each}") for each in range(12)]
    with pytest.raises(UsageError, match="12 decisions are active"):
        log(coach)
    coach.decisions.close(first)
    assert log(coach, **SEEN, options=("a", "b")).odds == 70


@pytest.mark.parametrize("typed", ["2", "monthly", "MONTHLY", "mon"])
def test_an_option_is_chosen_by_number_or_words(coach, typed):
    now = coach.decisions.choose(log(coach, reversal="two of five ask"), typed, dissent="Ana:  too early")
    assert (now.chosen, now.dissent) == ("monthly", "Ana: too early")
    with pytest.raises(UsageError, match="decided already"):
        coach.decisions.choose(now, "1")
    with pytest.raises(UsageError, match="decided already"):
        coach.decisions.change(now, text="Another")
    coach.store.undo()
    assert [each.is_open for each in coach.decisions.active()] == [True]
    assert coach.decisions.agenda()[0].until is None


def test_only_new_evidence_reverses_it_and_it_stays_in_the_log(coach):
    made = coach.decisions.choose(log(coach, reversal="x y"), "1", because="The market asks for it")
    for evidence in ("", "doubt", "The market asks for it"):
        with pytest.raises(UsageError, match=r"new evidence only|was known"):
            coach.decisions.reverse(made, evidence)
    now = coach.decisions.reverse(made, "Four of five asked for monthly")
    assert now.reversed
    assert coach.decisions.active() == []
    assert coach.decisions.all() == [now]
    with pytest.raises(UsageError, match="not decided, or over"):
        coach.decisions.reverse(now, "Five of five asked")


def test_what_came_of_it_and_how_it_was_decided_are_two_answers(coach):
    made = decided(coach, **SEEN)
    with pytest.raises(UsageError, match="1 to 5"):
        coach.decisions.review(made, "yes", 6)
    now = coach.decisions.review(made, "no", 5)
    assert (now.came, now.process) == ("no", 5)
    assert coach.decisions.active() == []
    with pytest.raises(UsageError, match="no outcome"):
        coach.decisions.review(decided(coach), "yes")


@pytest.mark.parametrize(("made", "late"), [(None, False), (DAY, False), (DAY - timedelta(days=1), False),
                                            (DAY - timedelta(days=2), True)])  # fmt: skip
def test_written_down_more_than_a_day_later_is_shown(coach, made, late):
    now = log(coach, reversal="x y", chosen="1", made=made)
    assert is_late(now, coach.days) == late


@pytest.mark.parametrize(
    ("hours", "said"), [(1, "35 hours left"), (36, "0 hours left"), (40, "4 hours over")]
)
def test_what_others_wait_for_has_36_hours(at, hours, said):
    log(at("2026-11-20T09:00"), cross=True)
    moment = f"2026-11-{20 + (9 + hours) // 24:02}T{(9 + hours) % 24:02}:00"
    coach = at(moment)
    told = gather_held(coach, coach.today()).waiting["decision"]
    assert told
    assert said in told.about


def test_a_day_to_decide_by_waits_from_a_day_and_a_half_before(at):
    made = log(at("2026-11-20T09:00"), by=date(2026, 11, 25))
    coach = at(DAY)
    ends = coach.clock.at(datetime.combine(date(2026, 11, 26), coach.settings.day_ends))
    assert coach.decisions.until(made) == ends
    assert gather_held(at("2026-11-23T09:00"), date(2026, 11, 23)).waiting["decision"] is None
    assert gather_held(at("2026-11-24T17:00"), date(2026, 11, 24)).waiting["decision"]


def test_an_outcome_waits_from_its_day(at):
    decided(at(DAY), **SEEN)
    at("2027-01-13").journal.write("At the desk")
    assert gather_held(at("2027-01-14"), date(2027, 1, 14)).waiting["outcome"] is None
    waits = gather_held(at("2027-01-15"), date(2027, 1, 15)).waiting["outcome"]
    assert waits
    assert waits.cause == "outcome"


def test_a_domain_says_who_decides_and_a_page_says_at_least_that(coach):
    with pytest.raises(UsageError, match="at least who decides"):
        coach.domains.keep({"name": "hiring", "agrees": "Ana"})
    page = coach.domains.keep({"name": "hiring", "decides": "Jonas"})
    with pytest.raises(UsageError, match="already"):
        coach.domains.keep({"name": "Hiring", "decides": "I"})
    assert log(coach, decider="", domain=page.id).decider == "Jonas"
    assert log(coach, decider="I", domain=page.id).decider == "I"
    changed = coach.domains.keep({"budget": "2,000"}, page)
    assert (changed.decides, changed.budget, coach.domains.named("hir").id) == ("Jonas", "2,000", page.id)


@pytest.mark.parametrize(
    ("scales", "found"),
    [
        (("high", "high", "no"), "lead"), (("low", "low", "yes"), "manage"), (("high", "low", "no"), "split"),
        (("low", "high", "yes"), "split"), (("high", "high", "yes"), "split"), (("low", "low", "no"), "split"),
    ],
)  # fmt: skip
def test_triage(scales, found):
    assert way(*scales) == found


def test_a_split_makes_two_commitments_with_the_handoff_or_none(coach):
    kept = coach.triages.keep("The move", ("high", "low", "no"))
    with pytest.raises(UsageError, match="goes from one part"):
        coach.triages.split(kept, "Choose the city", "Pack", " ")
    assert coach.commitments.all() == []
    coach.triages.split(kept, "Choose the city", "Pack a box", "The city, by Friday")
    assert [each.obstacle for each in coach.commitments.all()] == ["The city, by Friday"] * 2
    [now] = coach.triages.since(DAY)
    assert now.parts == tuple(each.id for each in coach.commitments.all())
    coach.store.undo()
    assert coach.commitments.all() == []


def forecasts(coach, *said):
    at = {"at": coach.clock.now(), "zone": "UTC", "created": coach.clock.now(), "created_zone": "UTC"}
    return [
        Forecast(id=f"{place}", text="x", due=DAY, odds=odds, came=came, **at)
        for place, (odds, came) in enumerate(said)
    ]


def test_no_verdict_before_twenty_and_brier_by_hand_from_there(coach):
    few = calibration(forecasts(coach, *[(80.0, "yes")] * 19))
    assert (few.n, few.brier, few.reading) == (19, None, "little")
    many = calibration(forecasts(coach, *[(80.0, "yes")] * 16, *[(80.0, "no")] * 4))
    assert many.brier == pytest.approx((16 * 0.04 + 4 * 0.64) / 20)
    assert (many.reading, many.came) == ("fits", 16)
    assert many.expected == pytest.approx(16)
    assert [(each.odds, each.came, each.of) for each in many.bins] == [(80, 16, 20)]
    over = calibration(forecasts(coach, *[(90.0, "yes")] * 10, *[(90.0, "no")] * 10))
    assert over.reading == "over"
    under = calibration(forecasts(coach, *[(50.0, "yes")] * 18, *[(50.0, "no")] * 2))
    assert under.reading == "under"


@pytest.mark.parametrize(("day", "friday"), [("2026-11-19", "2026-11-20"), ("2026-11-20", "2026-11-27"),
                                             ("2026-11-21", "2026-11-27")])  # fmt: skip
def test_a_forecast_is_for_the_friday_to_come(day, friday):
    assert next_friday(date.fromisoformat(day)) == date.fromisoformat(friday)


def test_said_again_a_forecast_is_changed_and_its_day_asks_for_it(at):
    coach = at("2026-11-16")
    coach.forecasts.say("The draft is out", 6)
    coach.forecasts.say("The draft is out", 8)
    [kept] = coach.forecasts.all()
    assert (kept.odds, kept.due) == (80, DAY)
    with pytest.raises(UsageError, match="5 to 9"):
        coach.forecasts.say("x", 4)
    assert gather_held(at("2026-11-19"), date(2026, 11, 19)).waiting["outcome"] is None
    later = at("2026-11-20")
    waits = gather_held(later, DAY).waiting["outcome"]
    assert waits
    assert waits.cause == "forecast"
    later.forecasts.resolve(kept, "yes")
    assert gather_held(later, DAY).waiting["outcome"] is None


def test_what_was_decided_lies_beside_the_month_the_frame_and_in_a_packet(at):
    first = log(at("2026-11-02T09:00"), cross=True, reversal="x y", gives_up="the simple page")
    at("2026-11-04T09:00").decisions.choose(first, "1", because="It is compared with less")
    second = log(at("2026-11-05T09:00"), text="Hire Jo?", reversal="x y", **SEEN)
    at("2026-11-05T11:00").decisions.choose(second, "2")
    coach = at("2026-11-20")
    told = [each.text for each in coach.decisions.evidence(date(2026, 11, 1), date(2026, 11, 30))]
    assert told == [
        "Decided: “Which price first”, “Hire Jo?”",
        "From raised to decided it took 25 hours at the median (2); 1 decided late",
    ]
    lived = gather(coach, date(2026, 11, 1), date(2026, 11, 30))
    beside = [each.text for each in facts_beside(coach, lived, None, "shown")]
    assert told[0] in beside
    assert coach.decisions.evidence(date(2026, 10, 1), date(2026, 10, 31)) == []
    later = at("2027-01-16")
    later.decisions.review(second, "no", 3)
    later.decisions.reverse(first, "Four of five asked")
    told = [each.text for each in later.decisions.evidence(date(2027, 1, 1), date(2027, 1, 31))]
    assert told == [
        "0 of 1 outcomes that could be seen were seen",
        "Reversed on new evidence: Which price first (Four of five asked)",
    ]
    lines = [each.text for each in decisions(coach, lived, {})]
    assert "the simple page" in lines
    assert "It is compared with less" in lines


def test_a_tally_lasts_two_weeks_and_says_nothing_before_thirty(at):
    coach = at("2026-11-02")
    with pytest.raises(UsageError, match="no tally runs"):
        coach.tallies.add(needed_me=True)
    coach.tallies.start()
    with pytest.raises(UsageError, match="runs already"):
        coach.tallies.start()
    for place in range(29):
        found = coach.tallies.add(needed_me=place < 12)
    assert (found.reading, found.me, found.of) == ("little", 12, 29)
    last = at("2026-11-15")
    assert last.tallies.add(needed_me=False).reading == "fragile"  # 12 of 30 are 40%
    assert last.tallies.add(needed_me=False).reading == "fragile"  # 38.7%
    assert last.tallies.add(needed_me=False).reading == "fine"  # 37.5%
    over = at("2026-11-16")
    assert over.tallies.running() is None
    assert over.tallies.latest().is_over
    over.tallies.start()
    assert over.tallies.stop().of == 0


def test_the_agenda_holds_what_is_active_and_nothing_else(coach):
    first = log(coach, cross=True, reversal="x y", **SEEN)
    [short] = coach.decisions.agenda()
    assert (short.of, short.until, short.due) == (first.id, coach.decisions.until(first), None)
    coach.decisions.choose(first, "1")
    [short] = coach.decisions.agenda()
    assert (short.until, short.due) == (None, SEEN["due"])
    coach.decisions.review(first, "yes")
    assert coach.decisions.agenda() == []
    coach.store.undo()
    assert len(coach.decisions.agenda()) == 1
    remove(coach.store, first)
    assert coach.decisions.agenda() == []
