"""The yearly session, and the after-action review with its day, its gravity, and what can be changed later."""

from __future__ import annotations

from datetime import date

from screens.app import CoachApp
from screens.reflection.looking_back import ReflectionScreen
from screens.reflection.page import ReflectScreen
from tests.screens.person import opened, place, press, read, row, screen_text, type_in

FRIDAY = date(2026, 11, 20)


def looked_back(coach, name):
    coach.store.refresh()
    return [each for each in coach.reflections.past() if each.name == name]


async def test_the_year_is_a_screen_a_quarter_then_what_was_learned_and_three_sentences(at):
    at("2026-02-03").journal.write("Began here")
    one = {"options": ("one", "two"), "decider": "I", "reversal": "two leave", "chosen": "1"}
    at("2026-05-05").decisions.log(text="Hire one or two?", **one)
    at("2027-01-05").journal.write("A new year")
    coach = at("2027-01-05")
    app = CoachApp(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "4", "y")
        assert place(app) is ReflectionScreen
        assert "January to March" in screen_text(app)
        assert "1 of 8" in screen_text(app)
        await type_in(pilot, "The start")
        await press(pilot, *["ctrl+s"] * 4)
        assert "Which decision" in screen_text(app)
        assert "Hire one or two?" in read(app)
        await press(pilot, "ctrl+s", "ctrl+s")
        await type_in(pilot, "It was about people. It cost sleep. Quiet begins.")
        await press(pilot, "ctrl+s")
        assert "still believe this" in screen_text(app)
        await type_in(pilot, "Yes")
        await press(pilot, "ctrl+s")
        assert place(app) is ReflectScreen
    (kept,) = looked_back(at("2027-01-05"), "yearly")
    assert (kept.first, kept.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert set(kept.answers) == {"quarter1", "sentences", "believe"}


def test_last_years_sentences_lie_beside_the_new_ones(at, shell, monkeypatch):
    at("2025-12-31").journal.write("Then")
    for now, year, text in (("2026-01-02", "2025", "Small and quiet."), ("2026-12-31", "2026", "Larger.")):
        monkeypatch.setenv("COACH_NOW", f"{now}T09:00")
        if year == "2026":
            assert "Small and quiet." in shell("reflect", "yearly", "--for", year, "--facts").out
        assert shell("reflect", "yearly", "--for", year, "--answer", f"sentences={text}").code == 0


def test_an_open_year_is_offered_late(at, shell, monkeypatch):
    at("2025-05-02").journal.write("Long ago")
    monkeypatch.setenv("COACH_NOW", "2026-11-20T09:00")
    assert "the year 2025" in shell("reflect", "yearly", "--open").out
    assert shell("reflect", "yearly", "--for", "2027", "--facts").code == 2


async def test_an_after_action_review_says_its_day_and_how_grave_and_is_changed_later(at):
    app = CoachApp(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "4", "a")
        await type_in(pilot, "tomorrow\n")
        await press(pilot, "2", "ctrl+s")
        assert "what is yet to come" in screen_text(app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "wednesday\n")
        await press(pilot, "3")
        assert "in the order in which it happened" in " ".join(read(app).split())
        await type_in(pilot, "The import ran twice")
        await press(pilot, *["ctrl+s"] * 6)
        assert place(app) is ReflectScreen
        await press(pilot, row("After-action review"), "e")
        assert place(app) is ReflectionScreen
        assert "Wed 18 Nov" in screen_text(app)
        await press(pilot, "ctrl+s", "ctrl+s")
        await type_in(pilot, "Once, at night")
        await press(pilot, *["ctrl+s"] * 5)
        assert place(app) is ReflectScreen
    (kept,) = looked_back(at(FRIDAY), "action")
    assert (kept.last, kept.severity) == (date(2026, 11, 18), "cost")
    assert kept.answers == {"happened": "The import ran twice", "expected": "Once, at night"}


def test_the_shell_says_day_and_gravity_at_once_and_changes_it(at, shell):
    at(FRIDAY).journal.write("x")
    said = shell("reflect", "action", "--answer", "day=2026-11-18", "--answer", "severity=serious",
                 "--answer", "happened=Mail went to all", "--json").json  # fmt: skip
    assert (said["last"], said["severity"]) == ("2026-11-18", "serious")
    again = shell("reflect", "action", "--of", said["id"], "--answer", "rule=Two look at it", "--json").json
    assert (again["id"], again["answers"]["happened"]) == (said["id"], "Mail went to all")
    assert "never again like this" in shell("show", said["id"]).out
    assert shell("reflect", "action", "--answer", "severity=awful", "--answer", "happened=x").code == 2
