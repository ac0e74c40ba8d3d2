"""`coach status`: what a prompt shows, and that it stays silent when nothing is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.checkin.checkins import Answers
from coach.core.errors import DONE, NOTHING_DUE, WRONG_PASSPHRASE
from coach.reminding.due import Due, line
from coach.store import protecting
from coach.store.keys import LEAST

FRIDAY = date(2026, 11, 20)


def checked_in(at, *days: date) -> None:
    for day in days:
        at(day).checkins.keep(day, Answers(energy=4))


def lately(at, *back: int) -> None:
    checked_in(at, *(FRIDAY - timedelta(days=each) for each in back))


def test_an_empty_home_is_silent_and_stays_empty(shell, paths):
    said = shell("status")
    assert (said.code, said.out, said.err) == (NOTHING_DUE, "", "")
    assert not shell.entries()


def test_a_check_in_is_due_on_a_day_that_usually_has_one_until_it_is_made(shell, at):
    lately(at, 1, 2, 3)
    said = shell("status")
    assert (said.code, said.out) == (DONE, "◆ Check in\n")
    shell("checkin", "-e", "4")
    assert (shell("status").code, shell("status").out) == (NOTHING_DUE, "")


def test_no_check_in_is_due_on_a_weekday_that_never_has_one(shell, at):
    lately(at, *(back for back in range(1, 28) if (FRIDAY - timedelta(days=back)).weekday() < 4))
    assert shell("status").code == NOTHING_DUE


def test_after_days_away_nobody_is_called(shell, at):
    lately(at, *range(20, 40))
    assert shell("status").code == NOTHING_DUE


def test_nobody_is_called_while_everything_rests(shell, at):
    lately(at, 1, 2, 3)
    shell("season", "execution")
    shell("season", "pause", "--until", "+2w")
    assert shell("status").code == NOTHING_DUE


def test_it_counts_what_asks_for_a_mark_and_says_no_word_of_the_person(shell, at):
    lately(at, 1, 2, 3)
    for text in ("Secret walk", "Secret page"):
        shell("commit", text, "--every", "day")
    shell("checkin", "-e", "4")
    said = shell("status")
    assert said.out.startswith("◆ 2 to mark")
    assert "Secret" not in said.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tmux", "#[bold]◆#[nobold] Check in\n"),
        ("waybar", '{"text": "◆ 1", "tooltip": "Check in", "class": "due", "alt": "due"}\n'),
        (
            "json",
            '{"text": "Check in", "due": [{"cause": "check_in", "count": 1, "text": "Check in"}]}\n',
        ),
    ],
)
def test_bars_and_programs_get_it_in_their_form(shell, at, name, expected):
    lately(at, 1, 2, 3)
    assert shell("status", "--format", name).out == expected


def test_a_program_gets_an_answer_when_nothing_is_due_too(shell):
    said = shell("status", "--format", "json")
    assert (said.code, said.json) == (NOTHING_DUE, {"text": "", "due": []})


def test_it_is_short_however_much_is_due():
    found = [Due(str(number), 1, f"thing {number}") for number in range(9)]
    assert line(found) == "thing 0 · thing 1 · thing 2 · +6"


def test_json_is_asked_for_as_everywhere(shell):
    assert shell("status", "--json").out == shell("status", "--format", "json").out


def test_sealed_data_asks_no_prompt_for_a_passphrase(shell, coach):
    coach.journal.write("a word")
    protecting.protect(coach.store, "a passphrase of many words", LEAST)
    said = shell("status")
    assert (said.code, said.out, said.err) == (WRONG_PASSPHRASE, "", "")


def test_looking_tells_nothing_and_changes_nothing(shell, at, paths):
    lately(at, 1, 2, 3)
    shell("today")
    before = at(FRIDAY).store.pulse()
    shell("status")
    assert at(FRIDAY).store.pulse() == before
