"""`coach deciding`: how deciding goes, in the lines of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.deciding.calibration import calibration
from coach.deciding.forecast_command import calibration_json
from coach.deciding.numbers import deciding_lines
from coach.deciding.telemetry import telemetry
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if coach.store.is_new():
        raise NoDataError(words.deciding.error.no_numbers, do=words.deciding.error.none_active_do)
    if arguments.json:
        found = telemetry(coach, coach.today())
        judged = calibration([*coach.decisions.all(), *coach.forecasts.all()])
        sides = {name: getattr(found, name) for name in ("now", "before")}
        shell.json(
            {
                "verdict": found.verdict,
                "chance": found.chance,
                "calibration": calibration_json(judged),
                **{
                    name: {"first": each.first.isoformat(), "last": each.last.isoformat(),
                           "hours": each.latency, "decisions": len(each.hours), "changes": each.changes,
                           "flow": each.flow, "marks": each.due, "back": each.back, "troubles": each.troubles}
                    for name, each in sides.items()
                },
            }
        )  # fmt: skip
        return DONE
    said_as = {"strong": shell.strong, "quiet": shell.dim}
    for each in deciding_lines(coach):
        said = safe_text(f"{' ' * each.indent}{each.text}")
        shell.out(said_as[each.role](said) if each.role in said_as else said)
    return DONE


COMMANDS = (Command("deciding", _run, _arguments),)
