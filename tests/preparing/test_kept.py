"""What is kept of something prepared: weeks ahead, by a newer version, and asked about in the shell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coach.core.stamp import happened
from coach.preparing.records import Preparation
from coach.preparing.sessions import BeforeSession

if TYPE_CHECKING:
    from coach.app import Coach
    from tests.helpers import TypedShell

SAID = {"sentence": "I have two dates"}


def test_what_was_prepared_weeks_ahead_is_asked_about_on_its_evening(at) -> None:
    coach: Coach = at("2026-11-20T09:00")
    kept = coach.preparations.keep("performance", date(2027, 2, 10), SAID)
    later: Coach = at("2027-02-10T19:00")
    due = later.preparations.due(date(2027, 2, 10))
    assert due
    assert due.id == kept.id


def test_a_card_that_only_a_newer_version_knows_stops_nothing(at, shell: TypedShell) -> None:
    coach: Coach = at("2026-11-20T09:00")
    new = Preparation(**happened(coach.clock), card="newer", day=date(2026, 11, 20), sentence="Well then")
    with coach.store.change("prepared") as change:
        change.keep(new)
    assert shell("list", "preparations").code == 0
    assert "newer" in shell("list", "preparations").out
    assert shell("today").code == 0


def test_a_weekday_is_the_one_ahead(at) -> None:
    session = BeforeSession(at("2026-12-16T09:00"), "late")
    kept = session.keep({"sentence": "It will be late", "day": "friday"}, "app").record
    assert kept.day == date(2026, 12, 18)


def test_the_talk_of_today_is_asked_about_before_that_of_january(at) -> None:
    coach: Coach = at("2026-11-20T19:00")
    coach.preparations.keep("performance", date(2026, 11, 20), {"text": "The talk of today"})
    coach.preparations.keep("performance", date(2027, 1, 20), {"text": "The talk of January"})
    kept = coach.preparations.untold(coach.today())
    assert kept
    assert kept.text == "The talk of today"


def test_an_if_typed_into_the_moment_stands_there_once(at) -> None:
    kept = BeforeSession(at("2026-11-20T09:00"), "late").keep(
        {"cue": "If they ask who", "act": "I say it"}, "app"
    )
    assert kept.record.cue == "they ask who"
