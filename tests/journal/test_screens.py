"""The journal, its year, its search, and reading an entry."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.checkin.checkins import Answers
from coach.checkin.drafted import draft_name
from coach.journal.records import Entry
from coach.signals.records import Signal
from coach.today.today import gather
from screens.app import CoachApp
from screens.checkin.sheet import CheckinSheet
from screens.journal.entry import EntryScreen
from screens.journal.page import JournalScreen
from screens.journal.year import YearScreen
from screens.today.page import TodayScreen
from screens.widgets.rows import Rows
from tests.screens.person import opened, place, press, screen_text, settled, type_in

ZONE = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def year(coach) -> CoachApp:
    """A person who wrote now and then for a year."""
    coach.journal.write("Said no to the offsite", at=at("2025-11-20T18:00"), tags=["no"])
    coach.journal.write("Snow, and a long walk", at=at("2026-01-12T08:00"))
    coach.journal.write("Asked Mara and then waited", at=at("2026-06-03T10:00"), mode="leading")
    coach.journal.write("# A plan\n\n- boring onboarding\n- **no** offsite", at=at("2026-11-18T21:00"))
    coach.journal.write("Walked before mail", at=at("2026-11-20T07:30"), tags=["walk", "morning"])
    coach.checkins.keep(date(2026, 11, 19), Answers(energy=4, gave="walk", line="only a check-in that day"))
    return CoachApp(coach, gather(coach))


def current(app) -> Entry:
    """The entry under the cursor."""
    found = app.screen.query_one(Rows).current
    assert isinstance(found, Entry)
    return found


def beside(app) -> str:
    """What stands to the right of the list."""
    return "\n".join(line[62:] for line in screen_text(app).splitlines())


async def test_the_list_is_by_day_with_what_was_said_of_the_day(year):
    async with opened(year) as pilot:
        await press(pilot, "2")
        lines = [line.strip(" │·▁▂▄▆█") for line in screen_text(year).splitlines()]
        days = [line for line in lines if line[:3] in {"Fri", "Thu", "Wed", "Mon"}]
        assert [day.split("   ")[0] for day in days] == [
            "Fri 20 Nov", "Thu 19 Nov", "Wed 18 Nov", "Wed 3 Jun", "Mon 12 Jan", "Thu 20 Nov 2025",
        ]  # fmt: skip
        assert "only a check-in that day" in screen_text(year)
        assert "07:30  Walked before mail  #walk #morning" in screen_text(year)


async def test_wide_screens_show_the_month_and_the_day_beside_the_list(year):
    async with opened(year, (120, 40)) as pilot:
        await press(pilot, "2", "down")
        assert "only a check-in that day" in beside(year)
        assert "November 2026" in screen_text(year)
        await press(pilot, "down")
        assert "- **no** offsite" in beside(year)


async def test_an_entry_is_read_changed_deleted_and_brought_back(year, coach):
    async with opened(year) as pilot:
        await press(pilot, "2", "enter")
        assert place(year) is EntryScreen
        assert "Walked before mail" in screen_text(year)
        await press(pilot, "e")
        await type_in(pilot, ", twice as clear")
        await press(pilot, "ctrl+s", "escape")
        assert "Walked before mail, twice as clear" in screen_text(year)
        await press(pilot, "escape")
        assert "Walked before mail, twice as clear" in screen_text(year)
        await press(pilot, "d")
        assert "Walked before mail" not in "\n".join(screen_text(year).splitlines()[6:])
        await press(pilot, "u", "enter")
        assert "Walked before mail, twice as" in screen_text(year)
    assert sum(1 for _ in coach.journal.entries()) == 5


async def test_jumping_to_a_date_lands_on_it_or_on_the_day_before(year):
    async with opened(year) as pilot:
        await press(pilot, "2", "g")
        await type_in(pilot, "2026-06")
        assert "Tue 30 Jun" in screen_text(year)
        await press(pilot, "enter")
        assert current(year).text == "Asked Mara and then waited"
        await press(pilot, "g")
        await type_in(pilot, "gibberish")
        assert "not a date" in screen_text(year)
        await press(pilot, "escape")
        assert place(year) is JournalScreen


async def test_the_year_shows_days_by_entries_and_energy_and_leads_there(year):
    async with opened(year, (120, 40)) as pilot:
        await press(pilot, "2", "y")
        assert place(year) is YearScreen
        assert "2026, by entries" in screen_text(year)
        assert "4 entries" in screen_text(year)
        await press(pilot, "e")
        assert "by energy" in screen_text(year)
        assert "1 check-ins" not in screen_text(year)
        await press(pilot, "up", "enter")
        assert place(year) is JournalScreen
        assert year.screen.query_one(Rows).current.day == date(2026, 11, 19)
        await press(pilot, "enter")
        assert place(year) is CheckinSheet


async def test_on_this_day_shows_what_other_years_held(year):
    async with opened(year) as pilot:
        await press(pilot, "2", "o")
        assert "Said no to the offsite" in screen_text(year)
        await press(pilot, "enter")
        assert place(year) is EntryScreen


async def test_searching_finds_words_phrases_and_tags_while_typing(year):
    async with opened(year) as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "offsite")
        shown = screen_text(year)
        assert "2 found" in shown
        assert shown.index("boring onboarding") < shown.index("Said no to the offsite")
        await press(pilot, "down", "enter")
        assert place(year) is EntryScreen
        assert "Said no to the offsite" in screen_text(year)
        await press(pilot, "escape")
        await press(pilot, *["backspace"] * 7)
        await type_in(pilot, "#walk")
        assert "2 found" in screen_text(year)
        await press(pilot, *["backspace"] * 5)
        await type_in(pilot, '"before mail"')
        assert "1 found" in screen_text(year)
        await press(pilot, *["backspace"] * 13)
        await type_in(pilot, "only check-in")
        assert "1 found" in screen_text(year)


async def test_an_empty_journal_says_how_to_begin_and_its_footer_promises_nothing(coach):
    coach.frames.point("Make onboarding boring")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "2")
        assert "n writes the first entry" in screen_text(app)
        assert "d delete" not in screen_text(app)
        await press(pilot, "e", "d", "enter", "m", "g", "escape", "y", "escape", "o", "escape")
        assert place(app) is JournalScreen


async def test_a_day_with_only_a_check_in_is_opened_and_taken_away(coach):
    coach.checkins.keep(date(2026, 11, 19), Answers(energy=4, line="! the offsite"))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "enter")
        assert place(app) is CheckinSheet
        await press(pilot, "escape", "d")
        assert coach.checkins.of(date(2026, 11, 19)) is None
        assert [each.text for each in coach.store.read("2026-11", Signal)] == ["the offsite"]  # it waits
        await press(pilot, "u", "enter")
        assert coach.checkins.of(date(2026, 11, 19))


async def test_a_day_is_looked_at_without_beginning_anything(coach):
    coach.checkins.keep(date(2026, 11, 19), Answers(energy=4))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "enter", "2", "x", "escape")
        assert place(app) is JournalScreen
        assert coach.drafts.read_fields(draft_name(date(2026, 11, 19))) is None
        await press(pilot, "enter", "enter", "2", "escape")
        assert coach.drafts.read_fields(draft_name(date(2026, 11, 19))).fields["energy"] == 2
        await press(pilot, "enter")
        assert place(app) is CheckinSheet
        await press(pilot, "ctrl+s")
    assert coach.checkins.of(date(2026, 11, 19)).energy == 2


async def test_after_deleting_the_cursor_stays_where_it_was(coach):
    for minute in range(10):
        coach.journal.write(f"entry {minute}", at=at(f"2026-11-20T08:{minute:02}"))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "down", "down", "down", "d")
        assert current(app).text == "entry 5"


async def test_what_was_written_after_midnight_belongs_to_the_day_before_everywhere(coach):
    coach.journal.write("by night", at=at("2025-11-21T02:30"))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2")
        assert "Thu 20 Nov 2025" in screen_text(app)
        await press(pilot, "home", "g")
        await type_in(pilot, "2026-11-20")
        await press(pilot, "enter", "slash")
        await type_in(pilot, "night")
        assert "Thu 20 Nov 2025" in screen_text(app)
        assert "21 Nov" not in screen_text(app)


async def test_an_answer_is_read_below_its_question(coach, shell):
    prompt = coach.prompts.of(gather(coach).day)
    coach.journal.write("an answer", prompt=prompt.id)
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "2", "enter")
        assert prompt.text[:40] in screen_text(app)
    assert prompt.text[:40] in shell("show", shell.ref("an answer")).out


async def test_places_are_reached_from_everywhere(year):
    async with opened(year) as pilot:
        await press(pilot, "2", "enter", "1")
        assert place(year) is TodayScreen
        await press(pilot, "2")
        assert place(year) is JournalScreen
        await press(pilot, "comma", "1", "2")
        assert place(year) is JournalScreen
        await press(pilot, "y", "1", "2")
        assert place(year) is JournalScreen


async def test_search_knows_tags_of_two_words_and_what_gave_energy(year, coach):
    coach.journal.write("focus", tags=["deep work"])
    async with opened(year) as pilot:
        await press(pilot, "slash")
        await type_in(pilot, '#"deep work"')
        assert "1 found" in screen_text(year)
        await press(pilot, *["backspace"] * 12)
        await type_in(pilot, "walk")
        shown = screen_text(year)
        assert "3 found" in shown
        assert "+ walk" in shown


async def test_hundreds_of_entries_come_as_they_are_scrolled_to(coach):
    with coach.store.change("many") as change:
        from coach.core.ids import new_id

        for day in range(600):
            moment = at("2024-06-01T09:00").timestamp() + day * 86_400
            when = datetime.fromtimestamp(moment, ZONE)
            entry = Entry(
                id=new_id(int(moment * 1_000_000_000)), created=when, created_zone="Europe/Berlin",
                text=f"day {day}", at=when, zone="Europe/Berlin",
            )  # fmt: skip
            change.put(Entry.kind, entry.id, entry.fields())
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2")
        first = len(app.screen.query_one(Rows).items)
        assert first < 600
        while "day 0" not in [getattr(row, "text", "") for row in app.screen.query_one(Rows).items]:
            await press(pilot, "end")
        texts = [row.text for row in app.screen.query_one(Rows).items if hasattr(row, "text")]
        assert texts == [f"day {day}" for day in reversed(range(600))]


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (200, 60)])
async def test_no_size_breaks_it_also_while_it_changes(year, size):
    async with opened(year) as pilot:
        await press(pilot, "2")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert "07:30  Walked" in screen_text(year)
        await press(pilot, "enter", "escape", "y", "escape", "slash", "escape", "n", "escape", "c", "escape")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "Walked before mail" in screen_text(year)


async def test_the_mouse_does_what_the_keys_do(year):
    async with opened(year) as pilot:
        tabs = screen_text(year).splitlines()[0]
        await pilot.click("TopBar", offset=(tabs.index("2"), 0))
        await settled(pilot)
        assert place(year) is JournalScreen
        rows = year.screen.query_one(Rows)
        await pilot.click(rows, offset=(10, 4))
        await settled(pilot)
        assert current(year).text.startswith("# A plan")
        await pilot.click(rows, offset=(10, 4))
        await settled(pilot)
        assert place(year) is EntryScreen
