"""A talk with a mentor is a record: the agenda before, what was agreed after, the next date."""

from __future__ import annotations

from datetime import date

import pytest

from coach.core.errors import UsageError
from coach.core.ids import short
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.screens.person import opened, press, row, screen_text, type_in

DAY, NEXT = date(2026, 11, 20), date(2026, 11, 24)


def waits(coach, day=DAY):
    found = gather_held(coach, day).waiting.get("talk")
    return found.about if found else None


def test_before_it_asks_for_the_agenda_and_in_the_evening_what_was_agreed(at):
    coach = at("2026-11-19T09:00")
    talk = coach.talks.plan("Robin", DAY)
    assert waits(coach, date(2026, 11, 19)) == "Robin, Fri 20 Nov: what do you want to talk about?"
    coach.talks.change(talk, "Robin", DAY, "Renewals")
    assert waits(coach, date(2026, 11, 19)) is None
    assert waits(at("2026-11-20T09:00")) is None
    evening = at("2026-11-20T18:00")
    assert waits(evening) == "Robin, Fri 20 Nov: what did you agree?"
    evening.talks.tell(talk, "Drop the report", NEXT)
    assert waits(evening) is None
    assert (
        waits(at("2026-11-23T09:00"), date(2026, 11, 23))
        == "Robin, Tue 24 Nov: what do you want to talk about?"
    )


def test_one_that_comes_stands_among_what_is_next_also_on_its_day(at):
    coach = at("2026-11-20T09:00")
    coach.talks.plan("Robin", DAY, "Renewals")
    assert (DAY, "a talk with Robin") in gather_held(coach, DAY).next


def test_the_next_one_is_planned_once_and_lies_after_it(at):
    coach = at("2026-11-20T18:00")
    talk = coach.talks.plan("Robin", DAY, "Renewals")
    with pytest.raises(UsageError, match="after this one"):
        coach.talks.tell(talk, "x y", DAY)
    with pytest.raises(UsageError, match="at least one thing"):
        coach.talks.tell(talk, " \n", NEXT)
    coach.talks.tell(talk, "Drop the report", NEXT)
    coach.talks.tell(talk, "Drop the report\nAsk Ana", NEXT)
    assert [(each.day, each.agreed) for each in coach.talks.all()] == [
        (NEXT, ""),
        (DAY, "Drop the report\nAsk Ana"),
    ]


def test_one_that_is_moved_lies_in_the_month_of_its_day(at):
    coach = at("2026-11-20T09:00")
    talk = coach.talks.plan("Robin", DAY, "Renewals")
    coach.talks.change(talk, "Robin", date(2027, 1, 8), "Renewals")
    found = at("2027-01-07T09:00").talks
    assert [(each.day, each.agenda) for each in found.all()] == [(date(2027, 1, 8), "Renewals")]
    coach.store.undo(next(coach.store.undoable()).number)
    assert [each.day for each in at("2026-11-20T09:00").talks.all()] == [DAY]


def test_the_shell_plans_tells_and_lists(shell, monkeypatch):
    assert shell("talk").code
    assert shell("talk", "--with", "Robin", "--on", "2026-11-20", "--agenda", "Renewals").code == 0
    monkeypatch.setenv("COACH_NOW", "2026-11-20T18:00:00")
    assert "Robin, Fri 20 Nov: what did you agree?" in shell("today").out
    assert shell("talk", "--agreed", "Drop the report", "--next", "2026-11-24").code == 0
    assert [each["agreed"] for each in shell("talk", "--json").json] == ["", "Drop the report"]
    assert "Drop the report" in shell("talk").out
    assert shell("search", "report").code == 0


async def test_a_line_of_it_becomes_a_commitment_with_one_key(at):
    coach = at("2026-11-20T18:00")
    talk = coach.talks.plan("Robin", DAY, "Renewals")
    coach.talks.tell(talk, "Drop the report\n2 people join")
    async with opened(CoachApp(coach, gather(coach)), (120, 40)) as pilot:
        await press(pilot, "8", "t", row("Fri 20 Nov"), "o", "2", "c")
        assert "2 people join" in screen_text(pilot.app)
        await press(pilot, "tab")
        await type_in(pilot, "every day")
        await press(pilot, "ctrl+s")
    assert [each.text for each in at(DAY).commitments.all()] == ["2 people join"]


async def test_the_place_of_the_mentor_plans_one(at):
    coach = at("2026-11-20T09:00")
    coach.journal.write("begun")
    async with opened(CoachApp(coach, gather(coach)), (80, 24)) as pilot:
        await press(pilot, "8", "t", "a", *"Robin", "enter", *"+4d", "ctrl+s", *"Renewals", "ctrl+s")
        assert "Renewals" in screen_text(pilot.app)
    assert [(each.to, each.day, each.agenda) for each in at(DAY).talks.all()] == [("Robin", NEXT, "Renewals")]


def test_the_shell_shows_one_and_refuses_what_would_be_dropped(shell, monkeypatch):
    planned = shell("talk", "--with", "Robin", "--on", "2026-11-21", "--agenda", "Renewals", "--json").json
    assert (planned["to"], planned["agenda"]) == ("Robin", "Renewals")
    ref = short(planned["id"])
    assert shell("talk", ref).out.splitlines()[:4] == [
        "With Robin, Sat 21 Nov",
        "",
        "To talk about",
        "Renewals",
    ]
    assert shell("talk", ref, "--agreed", "x", "--agenda", "y").code == 2
    assert shell("talk", "--agenda", "Prices", "--on", "2026-11-27").code == 2, "with whom?"
    monkeypatch.setenv("COACH_NOW", "2026-11-21T18:00")
    assert shell("talk", "--agreed", "Drop it", "--json").json["agreed"] == "Drop it"
    assert shell("talk", ref, "--next", "2026-12-01").code == 0
    assert shell("talk", ref, "--agreed", "Ask Ana").code == 0
    told = next(each for each in shell("talk", "--json").json if each["id"] == planned["id"])
    assert (told["agreed"], told["following"]) == ("Drop it\nAsk Ana", "2026-12-01"), (
        "added, nothing replaced"
    )
    assert shell("talk", "--agenda", "Prices", "--on", "2026-12-02").code == 0, "with the last one"
    assert shell("talk", "--json").json[0]["to"] == "Robin"


def test_another_next_date_moves_the_one_that_was_planned_as_long_as_it_is_empty(at):
    coach = at("2026-11-20T18:00")
    talk = coach.talks.plan("Robin", DAY, "Renewals")
    told = coach.talks.tell(talk, "Drop it", date(2026, 12, 1))
    told = coach.talks.tell(told, "Drop it", date(2026, 12, 8))
    assert [each.day for each in coach.talks.all()] == [date(2026, 12, 8), DAY]
    coach.talks.change(coach.talks.all()[0], "Robin", date(2026, 12, 8), "Prices")
    assert coach.talks.tell(told, "Drop it", None).following is None
    assert [each.agenda for each in coach.talks.all()] == ["Prices", "Renewals"], (
        "an agenda is not thrown away"
    )


def test_what_was_agreed_goes_to_the_talk_that_is_over(at, shell, monkeypatch):
    coach = at("2026-11-19T09:00")
    coach.talks.plan("Maya", date(2026, 11, 19), "Prices")
    coach.talks.plan("Robin", DAY, "Renewals")
    assert coach.talks.untold(date(2026, 11, 19)).to == "Maya"
    monkeypatch.setenv("COACH_NOW", "2026-11-20T09:00")
    shell("talk", "--agreed", "Lower them")
    assert {each.to: each.agreed for each in at(DAY).talks.all()} == {"Maya": "Lower them", "Robin": ""}


def test_in_the_evening_one_without_an_agenda_is_asked_what_was_agreed(at):
    at("2026-11-20T09:00").talks.plan("Robin", DAY)
    assert waits(at("2026-11-20T09:00")) == "Robin, Fri 20 Nov: what do you want to talk about?"
    assert waits(at("2026-11-20T18:00")) == "Robin, Fri 20 Nov: what did you agree?"


async def test_tomorrow_is_the_day_it_was_when_it_was_said(at):
    coach = at("2026-11-19T22:50")
    coach.journal.write("begun")
    async with opened(CoachApp(coach, gather(coach)), (80, 24)) as pilot:
        await press(pilot, "8", "t", "a", *"Robin", "enter", *"tomorrow", "ctrl+s", *"Renewals", "escape")
    later = at("2026-11-20T09:00")
    async with opened(CoachApp(later, gather(later)), (80, 24)) as pilot:
        await press(pilot, row("Begun, a talk"), "enter", "ctrl+s")
    assert [each.day for each in at(DAY).talks.all()] == [DAY]
