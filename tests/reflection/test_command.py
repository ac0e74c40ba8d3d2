"""Leading from the shell: looking back in plain lines, the facts of six lived-in months, the window, vitality."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import NO_DATA, NOT_FOUND
from coach.core.paths import Paths
from coach.demo.demo import live_a_year
from coach.drafts import Draft, Drafts
from tests.helpers import NOW, ZONE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers import TypedShell


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """A lived-in year, to copy."""
    folder: Path = tmp_path_factory.mktemp("lived") / "home"
    live_a_year(Paths(str(folder)), Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)))
    return folder


@pytest.fixture
def year(lived, paths, shell) -> TypedShell:
    """The shell in that year."""
    shutil.copytree(lived, paths.home)
    typed: TypedShell = shell
    return typed


def months(count: int) -> list[date]:
    """The last days of so many months before now."""
    found = [date.fromisoformat(NOW[:10]).replace(day=1) - timedelta(days=1)]
    while len(found) < count:
        found.append(found[-1].replace(day=1) - timedelta(days=1))
    return found


def worked_out(checkins: list[dict[str, Any]]) -> dict[str, Any]:
    """What a month's check-ins say, counted here without any of the program's own code."""
    usual = [each for each in checkins if each["energy"] and not each["unusual"]]
    mean = fmean(each["energy"] for each in usual)
    gave: dict[str, int] = {}
    for each in checkins:
        if each["gave"] and not each["unusual"]:
            gave[each["gave"]] = gave.get(each["gave"], 0) + 1
    best = max(each["energy"] for each in usual)
    return {
        "n": len(usual),
        "mean": f"{mean:.1f}",
        "best": {each["id"] for each in usual if each["energy"] == best},
        "least": min(each["energy"] for each in usual),
        "gave": gave,
    }


@pytest.mark.parametrize("last", months(6), ids=lambda last: f"{last:%Y-%m}")
def test_the_facts_of_a_lived_in_month_are_those_counted_by_hand(last, year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", f"{last}T20:00")
    since, until = f"{last:%Y-%m}-01", last.isoformat()
    checkins = year("list", "checkins", "--since", since, "--until", until, "--json").json
    counted = worked_out(checkins)
    facts = year("reflect", "monthly", "--facts", "--json").json
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for each in facts:
        by_kind.setdefault(f"{each['question']} {each['fact']}", []).append(each)
    energy = by_kind["energised energy"][0]
    assert energy["n"] == counted["n"] == len(energy["ids"])
    assert energy["text"] == f"Energy {counted['mean']} on average, {counted['n']} days of {last.day} said."
    highest = [each["ids"][0] for each in by_kind["energised day"]]
    assert set(highest) <= counted["best"] or len(counted["best"]) < len(highest)
    assert highest[0] in counted["best"]
    lowest = by_kind["drained day"][0]["text"]
    assert f"{counted['least']} of 5" in lowest
    told = {
        each["text"].split(", ")[0].removeprefix("+ "): each["n"]
        for kind in ("gave", "gave_effect")
        for each in by_kind.get(f"energised {kind}", [])
    }
    assert told.items() <= counted["gave"].items()
    assert sum(told.values()) == sum(sorted(counted["gave"].values(), reverse=True)[: len(told)])


def test_a_month_is_looked_back_on_in_plain_lines(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    typed = [
        "Mornings", "", "On Tuesday", "Mail", "The mail before the walk", "The talk", "", "", "", "", "Questions", "",
        "It worked twice", "", "Ask before I answer", "", "", "",
    ]  # fmt: skip
    said = year("reflect", "monthly", "--plain", stdin="\n".join(typed).encode() + b"\n")
    assert said.code == 0
    days = year("list", "checkins", "--since", "2026-11-01", "--json").json
    energy = fmean(each["energy"] for each in days if not each["unusual"])
    assert f"Energy {energy:.1f} on average" in said.err
    assert "What became of it?" in said.err
    kept = year("reflect", "monthly", "--list", "--json").json[0]
    assert kept["answers"] == {
        "energised": "Mornings",
        "energised-more": "On Tuesday",
        "drained": "The mail before the walk",
        "shown": "The talk",
        "develop": "Questions",
        "became": "It worked twice",
    }
    assert kept["before"] == {"drained": "Mail"}
    assert kept["experiment"] == "Ask before I answer"
    assert "Ask before I answer" in year("show", kept["id"]).out
    found = year("search", "before the walk", "--kind", "reflections", "--json").json
    assert [each["id"] for each in found] == [kept["id"]]
    assert "Monthly reflection" in year("reflect", "--list").out


def test_what_cannot_be_kept_is_a_draft_that_is_taken_up(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    said = year("reflect", "monthly", "--short", "--trial", "whenever", stdin=b"Walks\n\nMail\n\n")
    assert said.code == 0  # a short form has no experiment, so nothing is held
    typed = "a\n\n\nb\n\nc\n\n\nd\n\ne\n\nf\n\nTry it\n"
    said = year("reflect", "monthly", "--trial", "every second blue moon", stdin=typed.encode())
    assert said.code == 2
    assert "Your answers are kept" in said.err
    again = year("reflect", "monthly", stdin=b"\n" * 14)
    assert again.code == 0
    assert year("reflect", "monthly", "--list", "--json").json[0]["answers"]["energised"] == "a"


def test_answers_and_a_trial_can_be_given_at_once(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    answers = ("--answer", "energised=Walks", "--answer", "experiment=Ask first")
    year("commit", "One more", "--every", "day")
    said = year("reflect", "monthly", *answers, "--trial", "every weekday")
    assert said.code == 1  # five are held, and five is the limit
    assert "--over-until" in said.err
    said = year(
        "reflect",
        "monthly",
        *answers,
        "--trial",
        "every weekday",
        "--over-until",
        "2026-12-31",
        "--over-because",
        "A promise",
    )
    assert said.code == 0
    kept = year("reflect", "monthly", "--list", "--json").json[0]
    trial = next(
        each for each in year("list", "commitments", "--json").json if each["trial_of"] == kept["id"]
    )
    assert (trial["text"], trial["rhythm"], trial["gate"]) == ("Ask first", "every weekday", "2026-12-13")
    assert year("reflect", "monthly", "--answer", "weather=fine").code == 2


def test_today_says_what_is_due(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-29T20:00")
    year("add", "A quiet week")
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    assert "Monthly reflection, 20 min" in year("today").out
    assert year("today", "--json").json["looks_back"] == "monthly"
    year("reflect", "monthly", "--answer", "energised=Walks")
    assert year("today", "--json").json["looks_back"] is None
    monkeypatch.setenv("COACH_NOW", "2026-12-31T20:00")
    year("season", "pause", "--on", "2026-12-01", "--until", "2026-12-30")
    assert year("today", "--json").json["looks_back"] == "quarterly"  # nothing was written in December
    year("add", "lived")
    assert year("today", "--json").json["looks_back"] == "monthly"
    year("reflect", "monthly", "--answer", "energised=Walks")
    assert year("today", "--json").json["looks_back"] == "quarterly"
    monkeypatch.setenv("COACH_NOW", "2027-01-19T20:00")
    year("add", "lived")
    monkeypatch.setenv("COACH_NOW", "2027-01-20T20:00")
    assert year("today", "--json").json["looks_back"] == "quarterly"
    monkeypatch.setenv("COACH_NOW", "2027-01-21T20:00")
    assert year("today", "--json").json["looks_back"] == "yearly"
    year("reflect", "yearly", "--answer", "believe=Still, and less of it")
    assert year("today", "--json").json["looks_back"] is None


def test_an_event_is_looked_back_on_by_its_reference(year):
    entry = year("list", "entries", "--json").json[0]
    said = year("reflect", "action", "--of", entry["id"], "--answer", "happened=It rained", "--json")
    assert said.json["of"] == entry["id"]
    assert entry["text"][:20] in year("show", said.json["id"]).out


def test_the_window_and_an_emergency_from_the_shell(year):
    said = year("reassess")
    assert said.code == 1
    assert "no open window" in said.err
    said = year(
        "reassess", "emergency", "--premise", "The customer left", "--decided", "We stop", "--waits", "Whom for",
        "--direction", "Hold what we have",
    )  # fmt: skip
    assert said.code == 0
    frame = year("frame", "--json").json
    assert (frame["direction"], frame["came_of"]) == ("Hold what we have", "emergency")
    year("season", "redesign", "--because", "all of it")
    assert year("reassess", "--json").json["step"] == "questions"
    assert "Three hard questions" in year("reassess").out
    assert year("today", "--json").json["reassessment"] == "questions"


def test_vitality_names_its_records(year):
    found = year("vitality", "--json").json
    assert len(found["signs"]) == 10
    assert set(found["ritual"]) == {"time", "copies", "spread", "signals", "unchanged", "cited"}
    for sign in found["signs"]:
        assert sign["n"] == len(sign["ids"])
        assert all(year("show", each).code == 0 for each in sign["ids"][:2])


def test_an_empty_home_says_so(shell):
    assert shell("vitality").code == NO_DATA
    assert shell("reflect", "--list").code == NO_DATA
    assert shell("reflect", "monthly", "--facts").code == 0


def draft(paths: Paths, name: str, fields: dict[str, Any]) -> None:
    """A session as the app left it."""
    Drafts(paths.drafts).keep_fields(Draft(name, "reflections", "2026-11-30T19:00:00.000+01:00", fields))


def test_a_session_begun_in_the_app_is_finished_in_the_shell_with_all_it_holds(year, paths, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    entry = year("list", "entries", "--json").json[0]["id"]
    said = {
        "energised": "Mornings and run",
        "~first-energised": "Mornings",
        "~cites-energised": entry,
        "was": {},
    }
    draft(paths, "monthly-2026-11-30", said)
    assert year("reflect", "monthly", stdin=b"\n" * 14).code == 0
    kept = year("reflect", "monthly", "--list", "--json").json[0]
    assert kept["before"] == {"energised": "Mornings"}
    assert kept["cites"] == {"energised": [entry]}


def test_what_another_window_kept_meanwhile_is_not_written_over(year, paths, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-30T20:00")
    draft(paths, "monthly-2026-11-30", {"energised": "A", "drained": "Mail", "was": {"energised": "A"}})
    year("reflect", "monthly", "--answer", "energised=C, longer and newer")
    assert year("reflect", "monthly", stdin=b"\n" * 14).code == 0
    kept = year("reflect", "monthly", "--list", "--json").json[0]
    assert kept["answers"] == {"energised": "C, longer and newer", "drained": "Mail"}


def test_sealed_answers_rest_unread(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-20T20:00")
    year("season", "redesign", "--because", "all of it")
    paths = year("paths", "--json").json
    coach = build(Paths(paths["home"]), Clock(datetime.fromisoformat("2026-11-20T20:00"), ZoneInfo(ZONE)))
    coach.reassessments.answer({"contradicts": "hippopotamus"}, {}, {})
    sealed = coach.reassessments.seal()
    assert year("search", "hippopotamus").code == NOT_FOUND
    assert "hippopotamus" not in year("show", sealed.id).out
    assert "hippopotamus" not in year("reassess", "--json").out
    monkeypatch.setenv("COACH_NOW", "2026-11-21T09:00")
    assert "hippopotamus" in year("show", sealed.id).out


def test_what_has_no_moment_can_be_looked_back_on_too(year):
    season = year("list", "seasons", "--json").json[0]
    assert year("reflect", "action", "--of", season["id"], "--answer", "happened=It ended").code == 0


def test_signals_are_answered_from_the_shell_once_the_seal_is_open(year, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-20T20:00")
    year("season", "redesign", "--because", "all of it")
    waiting = [each["id"] for each in year("list", "signals", "--json").json if not each["settled"]]
    assert len(waiting) == 2
    assert year("reassess", "settle", waiting[0], "--as", "test").code == 2
    home = year("paths", "--json").json["home"]
    coach = build(Paths(home), Clock(datetime.fromisoformat("2026-11-20T20:00"), ZoneInfo(ZONE)))
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    monkeypatch.setenv("COACH_NOW", "2026-11-21T09:00")
    assert waiting[0][-12:-6] in year("reassess").out
    assert year("reassess", "settle", waiting[0], "--as", "keep").code == 2  # without a word why
    assert year("reassess", "settle", waiting[0], "--as", "test").code == 2  # without what is tried
    tested = year(
        "reassess", "settle", waiting[0], "--as", "test", "--try", "Call five", "--when", "every week"
    )
    assert "Still waiting: 1 signal" in tested.err
    assert year("reassess", "settle", waiting[1], "--as", "drop", "--because", "gone").code == 0
    settled = {each["id"]: each["settled"] for each in year("list", "signals", "--json").json}
    assert (settled[waiting[0]], settled[waiting[1]]) == ("test", "drop")
    assert year("reassess", "settle", waiting[1], "--as", "test").code == 3
