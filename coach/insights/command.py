"""`coach insights`: what the records say of one's weeks, and how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.findings import QUARTER
from coach.insights.known import YEAR
from coach.insights.lines import bar_lines, chance_said, finding_json, trust_line
from coach.insights.looking import look
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.findings import Finding
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--year", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    day = coach.today()
    looked = look(coach, day, YEAR if arguments.year else QUARTER)
    if arguments.json:
        shell.json(
            {
                "day": day.isoformat(),
                "first": looked.known.first.isoformat(),
                "last": looked.known.last.isoformat(),
                "looked": len({each.name for each in looked.all}),
                "by_chance": round(looked.by_chance, 2),
                "findings": [finding_json(each) for each in looked.found],
                "all": [finding_json(each) for each in looked.all] if arguments.all else None,
            }
        )
        return DONE
    for each in looked.found:
        _told(each, shell)
    if not looked.found:
        shell.out(words.insights.nothing)
    if arguments.all:
        shell.out(shell.strong(words.insights.looked_at))
        for each in looked.all:
            shell.out(f"  {safe_text(each.says)} {shell.dim(chance_said(each.chance))}")
    shell.out(shell.dim(trust_line(looked)))
    return DONE


def _told(each: Finding, shell: Shell) -> None:
    shell.out(shell.strong(words.findings.kind[each.kind]) + f"  {safe_text(each.says)}")
    for line in bar_lines(each.bars):
        shell.out(f"    {safe_text(line)}")
    against = f"  {words.insights.against} {each.against.text}" if each.against else ""
    shell.out(shell.dim(f"    {chance_said(each.chance)}{safe_text(against)}"))


COMMANDS = (Command("insights", _run, _arguments),)
