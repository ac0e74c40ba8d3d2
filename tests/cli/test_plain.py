"""The whole day in plain lines: for screen readers, and where a terminal draws nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from coach.app import build
from coach.checkin.records import Checkin
from coach.commitments.marks import Given
from coach.core.days import Clock
from coach.core.paths import Paths
from tests.helpers import ZONE, environment
from tests.terminal import Terminal

FRIDAY = date(2026, 11, 20)


def day(paths, typed: str, **more: str) -> str:
    """What stands there after these lines were typed."""
    ran = subprocess.run(
        [sys.executable, "-m", "coach"], input=typed, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=environment(paths, COACH_NOW="2026-11-20T09:00:00", **more), timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
    assert "Traceback" not in ran.stdout
    return ran.stdout


def test_a_check_in_with_its_commitments_a_word_and_a_look_back(paths, clock, shell):
    shell("config", "plain", "yes")
    coach = build(paths, clock)
    coach.commitments.make("Walk before mail", rhythm="every day")
    typed = ["1", "4", "", "", "", "one line", "", "", "m", "2", "add", "Frost. Walked anyway.", "8", ""]
    said = day(paths, "\n".join(typed) + "\n")
    assert "What now?" in said
    assert "Walk before mail: how did it go? k kept, p partly" in said
    assert "Checked in for" in said
    coach = build(paths, clock)
    (checkin,) = coach.store.read("2026-11", Checkin)
    assert (checkin.energy, checkin.line) == (4, "one line")
    ((mark,),) = [list(each.values()) for each in coach.marks.between(FRIDAY, FRIDAY).values()]
    assert (mark.result, mark.reason) == ("missed", "waiting")
    assert [each.text for each in coach.journal.entries()] == ["Frost. Walked anyway."]


def test_what_is_none_of_the_choices_is_said_and_a_mistake_ends_nothing(paths, clock, shell):
    shell("config", "plain", "yes")
    said = day(paths, "nonsense\nundo\nq\n")
    assert "“nonsense” is none of these." in said
    assert said.count("What now?") == 3


def test_a_terminal_that_draws_nothing_gets_plain_lines(paths):
    assert "What now?" in day(paths, "", TERM="dumb")


def test_a_question_is_broken_between_words(paths):
    terminal = Terminal([sys.executable, "-m", "coach", "checkin"], environment(paths), (40, 24))
    terminal.until(b"full")
    lines = terminal.written.decode().replace("\r", "").split("\n")
    assert max(map(len, lines)) <= 40
    assert "How much energy did you have?" in " ".join(lines)
    terminal.kill()


def test_another_home_is_kept_to(paths, clock, shell, tmp_path):
    other = str(tmp_path / "other")
    shell("--home", other, "config", "plain", "yes")
    ran = subprocess.run(
        [sys.executable, "-m", "coach", "--home", other], input="add\nOnly here\n\n", text=True, capture_output=True,
        env=environment(paths, COACH_NOW="2026-11-20T09:00:00"), timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0
    assert not list(build(paths, clock).journal.entries())
    assert [each.text for each in build(Paths(other), clock).journal.entries()] == ["Only here"]


def test_a_mark_that_cannot_be_is_said_and_asked_again(paths, clock, shell):
    shell("config", "plain", "yes")
    coach = build(paths, Clock(datetime.fromisoformat("2026-11-02T09:00"), ZoneInfo(ZONE)))
    each = coach.commitments.make("Walk", rhythm="every day")
    for passed in (3, 4):
        build(paths, clock).marks.mark([Given(each, "pass")], date(2026, 11, passed))
    said = day(paths, "mark\nr\nk\nq\n")
    assert "both passes of November are used" in said
    assert "Marked: 1 commitment." in said
