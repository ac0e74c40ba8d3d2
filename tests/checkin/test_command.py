"""`coach checkin`: by flags and in plain lines."""

from __future__ import annotations

from datetime import date

import pytest

from coach.checkin.checkins import Answers
from coach.drafts import Draft
from coach.signals.records import Signal

TODAY = date(2026, 11, 20)


def test_flags_say_it_at_once_and_add_to_what_was_said(shell, coach):
    said = shell(
        "checkin", "-e", "4", "--mostly", "delivery", "--gave", "walk", "--took", "#mail", "Shipped", "it"
    )
    assert said.code == 0
    assert said.err == "Checked in for Fri 20 Nov: good, delivery, + walk, − mail, Shipped it.\n"
    assert shell("checkin", "--unusual").code == 0
    assert (
        coach.checkins.of(TODAY).fields() | {"energy": 4, "unusual": True}
        == coach.checkins.of(TODAY).fields()
    )


def test_json_gives_the_record(shell):
    given = shell("checkin", "-e", "2", "--json").json
    assert (given["day"], given["energy"], given["source"]) == ("2026-11-20", 2, "shell")


@pytest.mark.parametrize(("day", "recalled"), [("yesterday", False), ("-2d", False), ("-3d", True)])
def test_a_past_day_is_recalled_after_48_hours(shell, coach, day, recalled):
    shell("checkin", "--day", day, "-e", "3")
    kept = next(iter(coach.checkins.between(date(2026, 11, 1), TODAY).values()))
    assert kept.recalled == recalled


@pytest.mark.parametrize(
    "words",
    [
        ["--day", "tomorrow", "-e", "3"],
        ["-e", "6"],
        ["-e", "0"],
        ["--mostly", "sleeping"],
        ["--day", "someday", "-e", "3"],
        ["--gave", "  "],
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(shell, coach, words):
    said = shell("checkin", *words)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert not coach.checkins.between(date(2026, 1, 1), TODAY)


def test_plain_lines_ask_for_each_field(shell, coach):
    coach.checkins.keep(date(2026, 11, 19), Answers(gave="walk", took="mail"))
    typed = b"7\n4\ndelivery\n1\na new one\n! the offsite keeps coming back\n2\nn\n"
    said = shell("checkin", stdin=typed)
    assert said.code == 0
    assert "Please one of 1, 2, 3, 4, 5, or enter." in said.err
    kept = coach.checkins.of(TODAY)
    assert (kept.energy, kept.mostly, kept.took, kept.direction) == (4, "delivery", "a new one", "hour")
    assert kept.gave in {"walk", "mail"}
    [signal] = coach.store.read("2026-11", Signal)
    assert signal.text == "the offsite keeps coming back"
    assert signal.at == coach.clock.now()  # and not at the noon that stands for the day


def test_plain_lines_can_be_left_open_ended_early_and_cleared(shell, coach):
    shell("checkin", "-e", "4", "--gave", "walk", "a line")
    assert shell("checkin", stdin=b"\n\n-\n").code == 0
    kept = coach.checkins.of(TODAY)
    assert (kept.energy, kept.gave, kept.line) == (4, None, "a line")
    assert shell("checkin", stdin=b"").err.endswith("Nothing was changed.\n")


def test_an_interrupted_check_in_is_taken_up_again(shell, coach, monkeypatch):
    lines = ["4", "2"]

    def stopped(_):
        if lines:
            return lines.pop(0)
        raise KeyboardInterrupt

    with monkeypatch.context() as typing:
        typing.setattr("coach.shell.shell.Shell.read_line", stopped)
        said = shell("checkin")
    assert said.code != 0
    assert "Your answers are kept" in said.err
    assert coach.checkins.of(TODAY) is None
    again = shell("checkin", stdin=b"")
    assert "good, delivery" in again.err
    assert coach.drafts.read_fields(f"checkin-{TODAY}") is None


def test_a_parked_signal_stays_and_grows_with_its_line(shell, coach):
    shell("checkin", "! one thing")
    shell("checkin", "! one thing more")
    assert [each.text for each in coach.store.read("2026-11", Signal)] == ["one thing more"]
    shell("checkin", "! another thing")
    shell("checkin", "nothing of the sort")
    assert {each.text for each in coach.store.read("2026-11", Signal)} == {"one thing more", "another thing"}


def test_what_was_said_before_is_told_when_it_is_replaced(shell):
    shell("checkin", "-e", "2", "Ana seemed flat")
    said = shell("checkin", "Shipped it")
    assert "Before, it said: low, Ana seemed flat." in said.err
    assert "Before" not in shell("checkin", "Shipped it").err


def test_flags_leave_a_draft_of_the_app_that_holds_more(shell, coach):
    draft = Draft(
        f"checkin-{TODAY}", "checkins", "2026-11-20T08:00:00.000+01:00", {"line": "typed in the app"}
    )
    coach.drafts.keep_fields(draft)
    shell("checkin", "-e", "4")
    assert coach.drafts.read_fields(draft.name)
    shell("checkin", "typed", "in", "the", "app")
    assert coach.drafts.read_fields(draft.name) is None


def test_one_tag_a_field(shell, coach):
    assert shell("checkin", "--gave", "walk, coffee").code == 2
    assert coach.checkins.of(TODAY) is None


def test_search_in_the_shell_knows_tags(shell):
    shell("checkin", "-e", "4", "--gave", "walk")
    shell("add", "--tag", "walk", "Walked")
    assert len(shell("search", "#walk", "--json").json) == 2


def test_one_undo_takes_back_the_check_in_with_its_signal(shell, coach):
    shell("checkin", "-e", "3", "! one thing")
    assert "checked in for Fri 20 Nov" in shell("undo").err
    assert coach.checkins.of(TODAY) is None
    assert list(coach.store.read("2026-11", Signal)) == []


def test_lists_and_search_find_check_ins(shell):
    shell("checkin", "-e", "3", "--gave", "walk", "Quiet day")
    assert "Quiet day" in shell("list", "checkins").out
    assert "Quiet day" in shell("search", "quiet").out


def test_a_check_in_does_not_need_a_long_line_kept_whole(shell, coach):
    long = "word " * 5_000
    shell("checkin", long)
    assert coach.checkins.of(TODAY).line == long.strip()


def test_a_parked_line_is_said_and_a_second_tag_is_refused(shell):
    assert "Parked as a signal too." in shell("checkin", "-e", "3", "! sales sells dropped things").err
    said = shell("checkin", "--took", "budget", "--took", "mail")
    assert (said.code, "one --took" in said.err) == (2, True)
