"""`coach tendays`: the programme of ten days, begun, paused, gone on with, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.ten_days_lines import ten_days_lines
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell

_ACTIONS = ("start", "pause", "resume", "stop")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=_ACTIONS)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    programmes, said = shell.coach().ten_days, words.ten_days
    if arguments.action == "start":
        programmes.start()
        shell.say(said.started)
    elif arguments.action == "pause":
        programmes.pause()
        shell.say(said.paused)
    elif arguments.action == "resume":
        now = programmes.resume()
        shell.say(filled(said.resumed, day=programmes.standing(now).day))
    elif arguments.action == "stop":
        programmes.end()
        shell.say(said.ended)
    latest = programmes.latest()
    if arguments.json:
        now_at = programmes.standing(latest, latest.ended) if latest else None
        steps = {each.name: {"done": each.done, "of": each.of} for each in now_at.steps} if now_at else {}
        shell.json({"day": now_at.day if now_at else None, "steps": steps})
        return DONE
    if arguments.action is None:
        for each in ten_days_lines(shell.coach()):
            line = safe_text(f"{' ' * each.indent}{each.text}")
            shell.out(shell.strong(line) if each.role == "strong" else line)
    return DONE


COMMANDS = (Command("tendays", _run, _arguments),)
