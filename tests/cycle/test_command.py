"""A whole cycle of twelve weeks from the shell: held, marked, renewed, lapsed, and questioned when its time comes."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from coach.core.errors import DAMAGED
from coach.signals.command import _ABOUT
from coach.signals.records import ABOUT
from tests.helpers import process

FRAME = ("frame", "--direction", "Make onboarding boring by March", "--giving-up", "talks, the rewrite",
         "--outcome", "people who ship in week 1", "--flow", "changes merged a week")  # fmt: skip
GATE = ("--solves", "yes", "--unintended", "calm mornings", "--different", "not now", "--again", "yes")


@pytest.fixture
def on(shell, monkeypatch):
    """The shell on a day, at nine in the morning."""

    def say(day: str, *words: str, code: int = 0, stdin: bytes | None = None):
        monkeypatch.setenv("COACH_NOW", day if "T" in day else f"{day}T09:00")
        said = shell(*words, stdin=stdin)
        assert said.code == code, (words, said)
        assert "Traceback" not in said.err
        return said

    return say


def ref(on, day: str, text: str) -> str:
    found = on(day, "list", "commitments", "--json").json
    return next(each["id"][-12:-6] for each in found if each["text"] == text)


def test_a_cycle_of_twelve_weeks(on, tmp_path):
    # Monday 7 September: the frame, the season, three commitments.
    on("2026-08-28", *FRAME)  # a week to try it on
    assert "window opens Mon 16 Nov" in on("2026-09-07", "season", "execution").out
    on("2026-09-07", "commit", "Walk before mail", "--every", "weekday", "--why", "think first")
    on("2026-09-07", "commit", "Newsletter", "--every", "second friday", "--outside", "--gate", "2026-10-16")
    on("2026-09-07", "commit", "Send the brief", "--due", "2026-09-11", "--if", "coffee", "--then", "open it")
    walk, letter, brief = (
        ref(on, "2026-09-07", each) for each in ("Walk before mail", "Newsletter", "Send the brief")
    )

    # The first week: kept, missed with reasons, and a doubt that is parked and not decided.
    assert on("2026-09-07", "mark", "all", "kept").err == "Walk before mail: kept   1 of 1\n"
    for day in ("2026-09-08", "2026-09-09", "2026-09-10"):
        on(day, "mark", walk, "missed", "--because", "waiting on someone")
    refused = on("2026-09-10", "frame", "--direction", "Something else", code=1)
    assert "fixed until Mon 16 Nov" in refused.err
    assert "coach signal" in refused.err
    assert "coach season redesign --because" in refused.err
    assert on("2026-09-10", "frame", "--json").json["direction"] == "Make onboarding boring by March"
    on("2026-09-10", "signal", "--about", "contradicts", "Nobody asked for March")
    today = on("2026-09-11", "today", "--json").json
    assert {each["text"] for each in today["commitments"]} == {
        "Walk before mail", "Send the brief", "Newsletter",
    }  # fmt: skip
    assert today["noticed"]["kind"] == "reason"
    assert len(today["noticed"]["records"]) == 3
    assert (today["review_due"], today["signals"]) == (True, 1)
    on("2026-09-11", "mark", brief, "kept", walk, "missed:forgot")
    review = on("2026-09-11", "reflect", "weekly", "--truth", "The importer is late", "--flow", "6",
                "--outcome", "1", "--plan", "If mail opens, I walk", "--doubt", "Is it March?", "--json").json  # fmt: skip
    assert (review["first"], review["last"], review["plans"]) == (
        "2026-09-05", "2026-09-11", ["If mail opens, I walk"],
    )  # fmt: skip
    assert on("2026-09-12", "today", "--json").json["review_due"] is False

    # The second review: its questions one a line; two numbers of two weeks are no direction.
    answers = b"d\n8\n0\nTwo people waited\nNo talks\nIf standup ends, I ask\n\nI said no once\n\n"
    said = on("2026-09-18", "reflect", "weekly", stdin=answers)
    assert "Planned a week ago: If mail opens, I walk" in said.err
    assert "Walk before mail: no mark." in said.err

    # Renegotiated to less; more is for its gate.
    assert "goes through its gate" in on("2026-09-21", "renegotiate", walk, "--every", "day", code=1).err
    on("2026-09-21", "renegotiate", walk, "--every", "2 times a week", "--because", "mornings are full")

    # The newsletter's gate opens on 16 September, is left alone, lapses after 16 October, and is renewed.
    assert [each["text"] for each in on("2026-09-16", "today", "--json").json["gates"]] == ["Newsletter"]
    assert (
        "was not due on Fri 2 Oct"
        in on("2026-10-09", "mark", letter, "kept", "--on", "2026-10-02", code=2).err
    )
    on("2026-10-12", "add", "Back at the desk")
    assert on("2026-10-16", "today", "--json").json["gates"][0]["state"] == "held"
    assert "lapsed after Fri 16 Oct" in on("2026-10-17", "today").out
    assert "lapsed after Fri 16 Oct" in on("2026-10-23", "mark", letter, "kept", code=2).err
    assert "Still open: --again" in on("2026-10-23", "gate", letter, "renew", *GATE[:-2], code=1).err
    on("2026-10-23", "gate", letter, "renew", *GATE)
    on("2026-10-23", "mark", letter, "kept")  # every second Friday: 11 and 25 September, 9 and 23 October
    on("2026-10-23", "mark", letter, "kept", "--on", "2026-10-09")

    # Two weeks of leave cost nothing and move the window.
    on("2026-10-26", "season", "pause", "--until", "2026-11-08", "--because", "leave")
    resting = on("2026-10-30", "today", "--json").json
    assert (resting["commitments"], resting["review_due"]) == ([], False)
    assert "window opens Mon 30 Nov" in on("2026-11-09", "season").out

    # The window is due and opened a day late. Now the frame is on the table, and nothing tactical is asked.
    assert on("2026-11-30", "season", "--json").json["notices"] == [{"what": "due", "days": 0, "of": 0}]
    on("2026-12-01", "season", "redesign")
    window = on("2026-12-01", "season", "--json").json
    assert (window["held"], window["week"], window["weeks"]) == (False, 1, 2)
    on("2026-12-01", "frame", "--direction", "Boring by May", "--because", "two teams joined", code=1)
    on("2026-12-01", "reassess", "open")
    on("2026-12-01", "frame", "--direction", "Boring by May", "--because", "two teams joined")
    history = on("2026-12-01", "frame", "--history", "--json").json
    assert [each["direction"] for each in history] == ["Boring by May", "Make onboarding boring by March"]
    assert history[0]["because"] == "two teams joined"
    on("2026-12-01", "gate", walk, "end")
    assert on("2026-12-04", "today", "--json").json["review_due"] is False

    # The next season begins with all of it in the records.
    assert "without an answer" in on("2026-12-14", "season", "execution", code=1).err
    on("2026-12-14", "season", "execution", "--anyway")
    kept = on("2026-12-14", "list", "marks", "--json").json
    assert sorted(each["day"] for each in kept if each["result"] == "missed") == [
        "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11",
    ]  # fmt: skip
    assert [each["about"] for each in on("2026-12-14", "list", "signals", "--json").json] == [
        "contradicts"
    ] * 2
    found = on("2026-12-14", "search", "importer").out
    assert "The importer is late" in found


def test_the_calendar_keeps_its_ids_when_dates_move(on, tmp_path):
    path = str(tmp_path / "coach.ics")
    on("2026-09-07", "season", "execution", "--rhythm", "six-two")
    on("2026-09-07", "commit", "Walk; with, signs \\ and\nlines", "--every", "day")
    on("2026-09-07", "season", "--calendar", path)
    before = events(path)
    on("2026-09-08", "season", "pause", "--until", "2026-09-14")
    on("2026-09-15", "season", "--calendar", path)
    after = events(path)
    assert before.keys() == after.keys()
    assert season(before, 1)["dtstart"].dt == date(2026, 10, 19)
    assert season(after, 1)["dtstart"].dt == date(2026, 10, 26)
    assert season(after, 1)["sequence"] > season(before, 1)["sequence"]
    on("2026-10-26", "season", "redesign")
    on("2026-10-26", "season", "--calendar", path)
    opened = season(events(path), 1)
    assert (opened["dtstart"].dt, opened["dtend"].dt) == (date(2026, 10, 26), date(2026, 11, 9))
    assert (
        "FREQ=WEEKLY"
        in next(each for name, each in before.items() if "weekly-review" in name).to_ical().decode()
    )
    gate = next(each for name, each in before.items() if name.endswith("-gate@coach"))
    assert "Walk; with, signs \\ and lines" in str(gate["summary"])


def test_the_check_in_is_in_the_calendar_on_its_weekdays_and_rings_at_its_hour(on, tmp_path):
    path = str(tmp_path / "coach.ics")
    for week in range(4):
        for weekday in range(3):
            day = date(2026, 11, 2) + timedelta(weeks=week, days=weekday)
            on(f"{day}T17:30", "checkin", "-e", "4")
    on("2026-11-26", "season", "execution")
    on("2026-11-26", "season", "--calendar", path)
    found = events(path)
    checkin = found["checkin@coach"]
    assert checkin["dtstart"].dt == datetime.fromisoformat("2026-11-30T18:00")
    assert checkin["rrule"]["BYDAY"] == ["MO", "TU", "WE"]
    (alarm,) = checkin.walk("VALARM")
    assert alarm["trigger"].dt == timedelta()
    monthly = next(each for name, each in found.items() if name.startswith("monthly-"))
    (alarm,) = monthly.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=18)


def test_without_check_ins_none_is_in_the_calendar(on, tmp_path):
    path = str(tmp_path / "coach.ics")
    on("2026-11-26", "season", "execution")
    on("2026-11-26", "season", "--calendar", path)
    assert "checkin@coach" not in events(path)


def season(found: dict[str, Any], number: int) -> Any:
    return next(each for name, each in found.items() if name.endswith(f"-season-{number}@coach"))


def events(path: str) -> dict[str, Any]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    return {str(each["uid"]): each for each in calendar.walk("VEVENT")}


def test_a_bad_tuesday_cannot_get_around_the_frame(on):
    on("2026-09-07", *FRAME)
    on("2026-09-07", "season", "execution")
    frame = on("2026-09-07", "list", "frames", "--json").json[0]
    on("2026-09-08", "delete", frame["id"], code=2)
    season = on("2026-09-08", "list", "seasons", "--json").json[0]
    on("2026-09-08", "delete", season["id"], code=2)
    on("2026-09-08", "season", "redesign", code=2)
    on("2026-09-08", "season", "execution", code=2)
    assert on("2026-09-08", "season", "--json").json["held"] is True


def test_marks_in_bulk_happen_whole_or_not_at_all(on):
    on("2026-09-07", "commit", "Walk", "--every", "day")
    on("2026-09-07", "commit", "Read", "--every", "friday")
    walk, read = ref(on, "2026-09-07", "Walk"), ref(on, "2026-09-07", "Read")
    assert "not due" in on("2026-09-07", "mark", walk, "kept", read, "kept", code=2).err
    assert on("2026-09-07", "list", "marks", "--json").json == []
    assert "stands alone" in on("2026-09-07", "mark", walk, code=2).err
    assert "none of the reasons" in on("2026-09-07", "mark", walk, "missed:boredom", code=2).err
    assert "none of kept" in on("2026-09-07", "mark", walk, "done", code=2).err
    on("2026-09-11", "mark", "all", "partly", "--json")
    assert "nothing is due" in on("2026-09-11", "mark", "all", "kept", code=3).err
    assert len(on("2026-09-11", "mark", walk, "kept", read, "kept", "--json").json) == 2
    assert len(on("2026-09-11", "list", "marks", "--json").json) == 2


def test_two_processes_mark_the_same_day_once(paths, on):
    on("2026-09-07", "commit", "Walk", "--every", "day")
    walk = ref(on, "2026-09-07", "Walk")
    for _ in range(2):
        assert process(paths, "mark", walk, "kept", COACH_NOW="2026-09-07T20:00").returncode == 0
    assert len(on("2026-09-07", "list", "marks", "--json").json) == 1


def test_a_practice_is_adopted_once(on):
    on("2026-09-07", "commit", "--practice", "teach")
    assert "already" in on("2026-09-07", "commit", "--practice", "teach", code=2).err


def test_practices_are_ready_to_adopt(on):
    assert "Talk with a mentor, every second Thursday" in on("2026-09-07", "commit", "--practices").out
    made = on("2026-09-07", "commit", "--practice", "moments", "--json").json
    assert (made["rhythm"], made["practice"], made["fits"]) == ("every Friday", "moments", True)
    on("2026-09-07", "commit", "--practice", "juggling", code=2)


def test_a_rule_for_how_things_are_done_is_asked_what_it_avoids(on):
    said = on("2026-09-07", "commit", "Two reviewers", "--every", "day", "--process")
    assert "Which decision would make it unnecessary?" in said.err
    made = on("2026-09-07", "commit", "Standup", "--process", "--avoids", "who leads", "--json").json
    assert (made["process"], made["avoids"]) == (True, "who leads")


def test_the_sixth_needs_an_end_date_from_the_shell(on):
    for number in range(5):
        on("2026-09-07", "commit", f"Number {number}")
    assert "--over-until" in on("2026-09-07", "commit", "A sixth", code=1).err
    on("2026-09-07", "commit", "A sixth", "--over-until", "+2w", "--over-because", "A promise")
    on("2026-09-07", "config", "limit", "7")
    on("2026-12-07", "config", "limit", "many", code=2)


def test_the_tradeoff_from_memory_lies_beside_what_was_written(on):
    on("2026-09-07", *FRAME)
    said = on("2026-09-07", "frame", "--quote", "no talks").out
    assert "You said      no talks" in said
    assert "You wrote     talks, the rewrite" in said
    more = on("2026-09-08", "frame", "--quote", "no talks", "--direction", "to be boring").out
    assert more.count("You said") == 2
    assert "You said      to be boring" in more
    assert "to be boring" not in on("2026-09-08", "frame").out, "said from memory, the frame is as it was"
    on("2026-09-08", "frame", "--quote", "no talks", "--flow", "x", code=2)
    on("2026-09-08", "frame", "--quote", "no talks", "--because", "a long reason", code=2)
    on("2026-09-08", "undo")
    assert len(on("2026-09-08", "list", "quotes", "--all", "--json").json) == 1, "one quote is one step"


def test_today_in_words(on):
    on("2026-09-07", *FRAME)
    on("2026-09-07", "season", "execution")
    on("2026-09-07", "commit", "Walk", "--every", "day")
    said = on("2026-09-08", "today").out
    assert (
        "Tuesday 8 September   MANAGING  the frame can change until Sun 13 Sep  week 1 of 10  window opens Mon 16 Nov"
        in said
    )
    assert "○ Check in" in said
    assert "○ Walk" in said
    on("2026-09-08", "checkin", "-e", "4")
    assert "● Checked in" in on("2026-09-08", "today").out


def test_there_is_no_season_or_frame_yet(on):
    on("2026-09-07", "season", code=10)
    on("2026-09-07", "frame", code=10)
    assert on("2026-09-07", "today", "--json").json["season"] is None
    assert json.loads(on("2026-09-07", "today", "--json").out)["frame"] is None


def test_the_quick_command_knows_what_signals_are_about():
    assert _ABOUT == ABOUT


def test_a_review_that_was_stopped_is_taken_up_and_keeps_what_came_meanwhile(on, coach, monkeypatch):
    def stopped():
        if answers:
            return answers.pop(0)
        raise KeyboardInterrupt

    answers = ["The importer is late", "", "", "", "", "I asked"]
    monkeypatch.setenv("COACH_NOW", "2026-11-20T09:00")
    on("2026-11-20", "reflect", "weekly", "--truth", "Late")
    with monkeypatch.context() as patch:
        patch.setattr("coach.shell.shell.Shell.read_line", lambda _: stopped())
        from coach.cli.main import run

        assert run(["reflect", "weekly"]) == 1
    (draft,) = coach.drafts.left()
    assert draft.fields["moments"] == "I asked"
    on("2026-11-20", "reflect", "weekly", "--tradeoff", "no talks")
    on("2026-11-20", "reflect", "weekly", stdin=b"\n")
    (review,) = on("2026-11-20", "reflect", "--list", "--json").json
    assert review["answers"] == {
        "truth": "The importer is late",
        "moments": "I asked",
        "tradeoff": "no talks",
    }
    assert not list(coach.drafts.left())


def test_bytes_that_are_no_text_are_shown_as_such(on):
    on("2026-11-20", "reflect", "weekly", stdin=b"\xff\xfe late\n")
    (review,) = on("2026-11-20", "reflect", "--list", "--json").json
    assert review["answers"]["truth"].endswith("late")
    review["answers"]["truth"].encode()


def test_a_rest_and_other_terms_are_not_mixed(on):
    on("2026-09-07", "commit", "Walk", "--every", "day")
    walk = ref(on, "2026-09-07", "Walk")
    on("2026-09-07", "renegotiate", walk, "--pause", "+1w", "--every", "friday", code=2)
    said = on("2026-09-07", "mark", walk, "kept", walk, "missed:forgot")
    assert said.err.splitlines() == ["Walk: missed, forgot   0 of 1"]


def test_a_pause_without_a_season_is_a_record_too(on):
    assert on("2026-09-07", "season", "pause", "--until", "+1w", "--json").json["until"] == "2026-09-14"
    on("2026-09-07", "season", "resume")


def test_what_only_programs_asked_for_is_json_too(on):
    on("2026-09-07", *FRAME)
    assert on("2026-09-07", "frame", "--quote", "talks", "--json").json["text"] == "talks"
    assert len(on("2026-09-07", "season", "rhythms", "--json").json) == 6
    assert len(on("2026-09-07", "commit", "--practices", "--json").json) == 5
    on("2026-09-07", "commit", "Walk", "--every", "day")
    gate = on("2026-09-07", "gate", ref(on, "2026-09-07", "Walk"), "--json").json
    assert (gate["opens"], gate["lapses_after"], gate["open"]) == ("2026-10-31", "2026-11-30", False)


def test_a_question_of_a_newer_version_is_called_by_its_name(on, coach):
    on("2026-11-20", "reflect", "weekly", "--truth", "late")
    coach.store.refresh()
    review = coach.reviews.of(date(2026, 11, 20))
    with coach.store.change("a newer version") as change:
        change.put(review.kind, review.id, review.but(answers={"horizon": "far"}).fields())
    assert "horizon" in on("2026-11-20", "show", review.id).out


def test_a_pause_of_a_commitment_is_shown_to_programs_too(on):
    on("2026-11-20", "commit", "Walk", "--every", "day")
    walk = ref(on, "2026-11-20", "Walk")
    said = on("2026-11-20", "renegotiate", walk, "--pause", "2026-11-25", "--json").json
    assert said["until"] == "2026-11-25"
    assert on("2026-11-21", "renegotiate", walk, "--resume", "--json").json["text"] == "Walk"


def test_a_letter_is_no_tradeoff_and_the_missing_half_is_asked_for_once(on):
    typed = "It is two weeks late\nx\nNo talks\n\n\nI asked\n\nIn standup\n"
    said = on("2026-11-20", "reflect", "weekly", stdin=typed.encode())
    assert "And what did you not do this week" in said.err
    assert "No tradeoff yet" not in said.err
    (review,) = on("2026-11-20", "reflect", "--list", "--json").json
    assert review["answers"] == {
        "truth": "It is two weeks late",
        "tradeoff": "No talks",
        "moments": "I asked",
        "moments-more": "In standup",
    }
    said = on("2026-11-20", "reflect", "weekly", "--truth", "It is two weeks late", "--tradeoff", "no talks")
    assert "No " not in said.err


def test_whether_it_fits_is_asked_while_the_direction_is_held_and_it_can_be_parked(on, coach, monkeypatch):
    asked = []

    def picks(answer):
        def pick(_, question, options):
            asked.append(question)
            return next(name for key, _, name in options if key == answer)

        monkeypatch.setattr("coach.shell.shell.Shell.pick", pick)

    on("2026-11-20", "frame", "--direction", "Boring onboarding")
    picks("n")
    on("2026-11-20", "commit", "Before the season")
    assert asked == []
    on("2026-11-20", "season", "execution")
    made = on("2026-11-20", "commit", "A podcast", "--json").json
    assert (made["fits"], len(asked)) == (False, 1)
    assert "Boring onboarding" in asked[0]
    picks("s")
    parked = on("2026-11-20", "commit", "A newsletter", "--json").json
    assert (parked["text"], parked["about"]) == ("A newsletter", "contradicts")
    assert [each.text for each in coach.commitments.all()] == ["Before the season", "A podcast"]
    on("2026-11-20", "commit", "Walk the new hire through", "--why", "onboarding")
    assert len(asked) == 2


def test_a_cycle_that_cannot_be_read_is_not_said_to_be_none(on, coach):
    on("2026-11-20", "season", "execution")
    with open(coach.store.data_files.path_of("standing"), "r+b") as file:
        file.seek(40)
        file.write(b"XX")
    said = on("2026-11-20", "today", code=DAMAGED)
    assert "cannot be read just now" in said.out
    assert "No season" not in said.out


def test_what_does_not_fit_takes_its_words_along_and_who_leaves_the_question_commits_to_nothing(
    on, coach, monkeypatch
):
    on("2026-11-20", "frame", "--direction", "Boring onboarding")
    on("2026-11-20", "season", "execution")
    monkeypatch.setattr("coach.shell.shell.Shell.is_person", True)
    monkeypatch.setattr("coach.shell.shell.Shell.is_watched", True)
    typed = ("commit", "A newsletter", "--problem", "Nobody hears of us", "--drop-if", "no reader by May")
    assert "ctrl+d leaves it" in on("2026-11-20", *typed, code=130, stdin=b"\n").err
    assert coach.commitments.all() == []
    on("2026-11-20", *typed, stdin=b"s\n")
    (signal,) = coach.signals.for_window()
    assert signal.text == "A newsletter; Nobody hears of us; no reader by May"


def test_a_frame_that_is_still_being_found_says_so_and_what_stood_before(on):
    on("2026-11-20", "frame", "--direction", "North")
    on("2026-11-20", "season", "execution")
    said = on("2026-11-21", "frame", "--direction", "South")
    assert "Direction was: North." in said.err
    assert "Until Thu 26 Nov you can still change it" in said.err
    on("2026-11-27", "frame", "--direction", "West", code=1)


def test_the_facts_of_a_week_are_only_told(on, coach):
    on("2026-11-20", "checkin", "-e", "4")
    said = on("2026-11-20", "reflect", "weekly", "--facts")
    assert "Energy noted on 1 day" in said.out
    assert "nothing was reflected on yet" in on("2026-11-20", "reflect", "--list", code=10).err
    assert list(coach.drafts.left()) == []


def test_a_window_is_answered_in_plain_lines_from_the_questions_to_the_frame(on, coach):
    on("2026-11-02", "frame", "--direction", "Boring by March")
    on("2026-11-02", "season", "execution", "--rhythm", "8+2")
    on("2026-11-03", "signal", "Nobody asks for the importer any more")
    on("2027-01-04", "season", "redesign")
    on("2027-01-04", "reassess", "frame", code=2)  # not before the answers rest
    asked = on("2027-01-04", "reassess", "questions", stdin=b"The customers left\n\nThe quiet ones\n")
    assert "What did you learn since the last window" in asked.err
    on("2027-01-04", "reassess", "open")
    settled = on("2027-01-04", "reassess", "signals", stdin=b"z\nk\nseen twice\n")
    assert "Please one of c, t, k, d, or enter." in settled.err
    stopped = on("2027-01-04", "reassess", "frame", stdin=b"3\nBoring by May\n", code=2)
    assert "Your answers are kept" in stopped.err
    said = on("2027-01-04", "reassess", "frame", "--json", stdin=b"\n\nThree teams wait\n").json
    assert said["frame"] == {"direction": "Boring by May"}
    assert said["conditions"] == {"direction": "Three teams wait"}
    assert said["ratings"] == {"direction": 3}
    assert list(said["answers"].values()) == ["The customers left", "The quiet ones"]


def test_a_gate_is_passed_in_plain_lines_and_what_was_left_goes_on(on):
    on("2026-09-07", "commit", "Walk before mail", "--every", "weekday")
    walk = ref(on, "2026-09-07", "Walk before mail")
    on("2026-09-07", "gate", walk, "--plain", code=2)  # not yet
    left = on("2026-11-20", "gate", walk, "--plain", stdin=b"y\n\nquieter mornings\n", code=1)
    assert f"coach gate {walk} --plain" in left.err
    said = on("2026-11-20", "gate", walk, "--plain", stdin=b"\n\n\nno\nyes\nc\n3 times a week\n")
    assert "now: quieter mornings" in said.err
    assert "3 times a week" in said.err
    (kept,) = [
        each
        for each in on("2026-11-20", "list", "commitments", "--json").json
        if each["text"] == "Walk before mail"
    ]
    assert kept["rhythm"] == "3 times a week"
