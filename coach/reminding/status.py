"""`coach status`: a short line for a prompt or a bar, silent when nothing is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NOTHING_DUE, WRONG_PASSPHRASE
from coach.reminding.due import due, line
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.reminding.due import Due
    from coach.shell.shell import Shell

FORMATS = ("line", "tmux", "waybar", "json")
_MARK = "◆"


def _arguments(parser: ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--format", choices=FORMATS, default="line")
    asked.add_argument("--json", action="store_const", const="json", dest="format")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach_for_app()
    if coach.sealing.is_locked:
        return WRONG_PASSPHRASE
    found = due(coach)
    if arguments.format == "json":
        shell.json(status_json(found))
    elif not found:
        return NOTHING_DUE
    elif arguments.format == "waybar":
        each_said = _escaped("\n".join(each.said for each in found))
        shell.json({"text": f"{_MARK} {len(found)}", "tooltip": each_said, "class": "due", "alt": "due"})
    else:
        mark, said = _MARK, line(found)
        if arguments.format == "tmux":
            mark, said = f"#[bold]{_MARK}#[nobold]", said.replace("#", "##")
        shell.out(f"{mark} {said}")
    return DONE if found else NOTHING_DUE


def status_json(found: list[Due]) -> dict[str, object]:
    """What is due, for a program."""
    return {
        "text": line(found),
        "due": [{"cause": each.cause, "count": each.number, "text": each.said} for each in found],
    }


def _escaped(text: str) -> str:
    """As Pango has it, which is what a bar of Wayland draws."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


COMMANDS = (Command("status", _run, _arguments),)
