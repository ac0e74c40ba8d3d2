"""What was begun lies in one row; each is gone on with, thrown away for good, or left; a week later it is elsewhere."""

from __future__ import annotations

from coach.deciding.records import Decision
from coach.drafts import Draft
from coach.today.asks import asks
from coach.today.today import gather
from screens.app import CoachApp
from screens.today.drafts import DraftsScreen
from tests.screens.person import opened, place, press, read, row, screen_text


def begin(coach, name, kind="entries", day="2026-11-20", **fields):
    coach.drafts.keep_fields(Draft(name, kind, f"{day}T08:00:00.000+01:00", fields))


def rows(coach):
    return [(each.label, each.about) for each in asks(gather(coach)) if each.cause == "draft"]


def test_one_opens_at_once_and_several_are_one_row(at):
    coach = at("2026-11-20")
    begin(coach, "entry-1", text="Half a thought")
    assert rows(coach) == [("Draft", "08:00: Half a thought")]
    begin(coach, "decision", Decision.kind, text="Which price")
    assert rows(coach) == [("2 drafts", "Begun, a decision, Draft")]


def test_after_a_week_it_waits_no_more(at):
    begin(at("2026-11-20"), "entry-1", text="Half a thought")
    assert len(rows(at("2026-11-26"))) == 1
    assert rows(at("2026-11-27")) == []
    assert [each.name for each in at("2026-12-30").drafts.left()] == ["entry-1"], "and is not lost"


async def test_x_throws_it_away_for_good_and_escape_keeps_it(at):
    coach = at("2026-11-20")
    coach.journal.write("Something")
    begin(coach, "entry-1", day="2026-10-01", text="An old thought")
    begin(coach, "entry-2", text="A new thought")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "4", "b")
        assert place(app) is DraftsScreen
        assert "An old thought" in read(app)
        await press(pilot, row("An old thought"), "x", "escape")
        assert len(list(coach.drafts.left())) == 2
        await press(pilot, row("An old thought"), "x", "enter")
        assert "An old thought" not in screen_text(app)
    assert [each.name for each in coach.drafts.left()] == ["entry-2"]


async def test_what_was_kept_since_stands_below_its_words(at):
    coach = at("2026-11-20")
    entry = coach.journal.write("As it was kept first")
    begin(coach, f"change-{entry.id}", entry=entry.id, text="As it was begun", day="2026-11-19")
    at("2026-11-20T10:00").journal.change(entry, text="As it was kept later")
    app = CoachApp(at("2026-11-20T11:00"), gather(at("2026-11-20T11:00")))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "4", "b")
        said = " ".join(read(app).split())
        assert "As it was begun" in said
        assert "Kept since you wrote this, and newer: As it was kept later" in said
