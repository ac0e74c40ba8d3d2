"""Drafts, as they are left by the real pages: shown in their own words, thrown away only as they were seen."""

from __future__ import annotations

from datetime import date

from coach.journal.records import Entry
from coach.today.begun import words_of
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, row, screen_text, type_in

FRIDAY = date(2026, 11, 20)


async def test_a_draft_is_shown_in_its_own_words_and_no_id_stands_there(at):
    entry = at(FRIDAY).journal.write("Walked", mode="leading")
    app = CoachApp(coach := at(FRIDAY), gather(coach))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "2", row("Walked"), "enter", "e", "end")
        await type_in(pilot, " far")
        await press(pilot, "escape", "escape", "c", "4", "escape")
        await press(pilot, "4", "b")
        shown = screen_text(app)
        assert entry.id not in shown
        assert "no words yet" not in shown
        assert "good" in shown
    said = {each.kind: words_of(each, at(FRIDAY).days) for each in at(FRIDAY).drafts.left()}
    assert said == {"entries": ["Walked far"], "checkins": ["today: good"]} or "good" in said["checkins"][0]


async def test_an_entry_that_got_another_day_takes_its_waiting_draft_along(at):
    at(FRIDAY).journal.write("Walked")
    app = CoachApp(coach := at(FRIDAY), gather(coach))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "2", row("Walked"), "enter", "e", "end")
        await type_in(pilot, " far")
        await press(pilot, "escape", "w")
        await type_in(pilot, "yesterday\n")
        await press(pilot, "e", "ctrl+s")
    entries = list(at(FRIDAY).journal.entries())
    assert [each.text for each in entries] == ["Walked far"]
    assert entries[0].at.date() == date(2026, 11, 19)


def test_what_was_written_on_meanwhile_is_not_thrown_away(at):
    from coach.drafts import Draft

    coach = at(FRIDAY)
    draft = Draft("entry-1", Entry.kind, "2026-11-20T08:00:00.000+01:00", {"text": "half"})
    coach.drafts.keep_fields(draft)
    seen = draft._replace(fields={"text": "less"})
    assert not coach.drafts.throw(seen)
    assert coach.drafts.read_fields("entry-1")


async def test_what_is_uncertain_is_gone_on_with_where_it_was_left(at):
    app = CoachApp(coach := at(FRIDAY), gather(coach))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "ctrl+p", *"how uncertain", "enter", "o")
        await type_in(pilot, "Whether the bridge will hold\n")
        await press(pilot, "enter", "3", "escape", "1", row("Begun"), "enter")
        assert "Whether the bridge will hold" in screen_text(app)
