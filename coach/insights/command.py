"""`coach insights`: what the records say of one's weeks, and how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.trial_lines import card_json, card_lines
from coach.core.errors import DONE
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.insights.known import YEAR
from coach.insights.lines import bar_lines, chance_said, finding_json, trust_line
from coach.insights.looking import look
from coach.insights.pictures import emphasis, quarter, trial_cards
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.findings import Finding
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--since", metavar="DATE")
    parser.add_argument("--until", metavar="DATE")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    reader = coach.reader()
    day = reader.day(arguments.until) if arguments.until else coach.today()
    weeks = ((day - reader.day(arguments.since)).days + 7) // 7 if arguments.since else YEAR
    looked = look(coach, day, min(max(weeks, 1), YEAR))
    if arguments.json:
        shell.json(
            {
                "day": day.isoformat(),
                "first": looked.known.first.isoformat(),
                "last": looked.known.last.isoformat(),
                "looked": len({each.name for each in looked.all}),
                "by_chance": round(looked.by_chance, 2),
                "emphasis": [each.text for each in emphasis(coach, quarter(day))],
                "trials": [card_json(each) for each in trial_cards(coach, quarter(day))],
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
    for fact in emphasis(coach, quarter(day)):
        shell.out(safe_text(fact.text))
    for card in trial_cards(coach, quarter(day)):
        shell.out(shell.strong(words.insights["trial_over" if card.is_over else "trial_runs"]))
        for line in card_lines(card):
            shell.out(f"    {safe_text(line)}")
    shell.out(shell.dim(trust_line(looked)))
    return DONE


def _told(each: Finding, shell: Shell) -> None:
    shell.out(shell.strong(words.findings.kind[each.kind]) + f"  {safe_text(each.says)}")
    for line in bar_lines(each.bars):
        shell.out(f"    {safe_text(line)}")
    against = f"  {words.insights.against} {each.against.text}" if each.against else ""
    shell.out(shell.dim(f"    {chance_said(each.chance)}{safe_text(against)}"))


COMMANDS = (Command("insights", _run, _arguments, pages=True),)
