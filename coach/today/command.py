"""`coach today`: the day at a glance, in a pipe or on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.glance import NAME_WIDTH, count, dots, sign
from coach.commitments.standing import standing_lines
from coach.core.counting import counted
from coach.core.errors import DONE
from coach.core.ids import short
from coach.core.safe_text import first_line, padded, safe_text
from coach.core.said_days import say_date, say_day
from coach.core.texts import filled, words
from coach.cycle.season_json import season_json
from coach.cycle.words import in_words, season_line, stands_line
from coach.insights.lines import found_json
from coach.shell.command import Command
from coach.today.asks import gates_asked
from coach.today.today import gather_held

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.shell.shell import Shell
    from coach.today.today import Held


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    day = coach.today()
    held, checkin = gather_held(coach, day), coach.checkins.of(day)
    if arguments.json:
        shell.json(
            {
                "day": day.isoformat(),
                "read": held.is_read,
                "season": season_json(held.season) if held.season else None,
                "frame": held.frame.as_json() if held.frame else None,
                "checkin": checkin.as_json() if checkin else None,
                "commitments": [progress_json(each) for each in held.due],
                "gates": [progress_json(each) for each in held.gates],
                "review_due": held.is_review_due,
                "looks_back": held.looks_back.name if held.looks_back else None,
                **{name: each.cause if each else None for name, each in held.waiting.items()},
                "reassessment": held.stands.step if held.stands else None,
                "noticed": found_json(held.noticed) if held.noticed else None,
                "away": [each.isoformat() for each in held.away] if held.away else None,
                "over_limit": held.is_over,
                "quote_asked": held.is_quote_asked,
                "signals": held.signals,
                "plans": list(held.plans),
                "next": [{"day": each.isoformat(), "what": what} for each, what in held.next],
            }
        )
        return DONE
    season = season_line(held.season) if held.is_read else words.season.unread
    shell.out(shell.strong(say_date(day)) + shell.dim(f"   {season}"))
    for line in in_words(held.season):
        shell.out(f"  {line}")
    shell.out(f"  {'●' if checkin else '○'} {words.today['checked_in' if checkin else 'check_in']}")
    _held_lines(held, coach, day, shell)
    if held.away:
        first, last = held.away
        shell.out(f"  {filled(words.today.away.shell, first=first, last=last)}")
    if held.noticed:
        shell.out(safe_text(f"  {held.noticed.text} {held.noticed.asks}"))
    if held.signals:
        shell.out(f"  {filled(words.today.says.parked, count=counted(held.signals, 'signal'))}")
    for plan in held.plans:
        shell.out(safe_text(f"  {words.plans.this_week}: {plan}"))
    for when, what in held.next:
        shell.out(shell.dim(f"  {say_day(when, day):<14}{first_line(what, NAME_WIDTH)}"))
    return DONE


def _held_lines(held: Held, coach: Coach, day: date, shell: Shell) -> None:
    """What is held asks for this."""
    for each in held.due:
        shell.out(f"  {commitment_line(each, shell, has_past=held.away is None)}")
    if held.is_review_due:
        shell.out(f"  ○ {words.today.review_due}")
    if held.stands:
        shell.out(f"  ◆ {words.today.reassess_row}: {stands_line(held.stands)}")
    if held.looks_back:
        shell.out(f"  ○ {words[held.looks_back.name, 'row_due']}")
    for waiting in filter(None, held.waiting.values()):
        told = f"   {shell.dim(waiting.command)}" if waiting.command else ""
        shell.out(f"  ○ {safe_text(f'{waiting.label}: {waiting.about}')}{told}")
    for line in standing_lines(coach, held.commitments, day) if held.is_read and not held.away else ():
        shell.out(f"  ○ {safe_text(line)}")
    if held.is_quote_asked:
        told = shell.dim("coach frame --quote TEXT")
        shell.out(f"  ○ {words.today.quote_row}: {words.today.quote_about}   {told}")
    for waiting in gates_asked(held.gates, day):
        own = waiting.of
        said = waiting.about if own else f"{waiting.label}: {waiting.about}"
        ref = f"   {shell.dim(short(own.commitment.id))}" if own else ""
        shell.out(f"  ◷ {safe_text(said)}{ref}")


def commitment_line(each: Progress, shell: Shell, *, has_past: bool = True) -> str:
    """One commitment: how today went, its last times unless they are nobody's business now, its reference."""
    name = padded(each.commitment.text, NAME_WIDTH + 1)
    last = f"{dots(each.dots):<14} {count(each):<8}" if has_past else ""
    return f"{sign(each)} {name} {last}{shell.dim(short(each.commitment.id))}".rstrip()


def progress_json(each: Progress) -> dict[str, Any]:
    """A commitment as it stands, for a program."""
    return {
        **each.commitment.as_json(),
        "state": each.state,
        "lapses_after": each.gate.isoformat(),
        "gate_open": each.is_gate_open,
        "is_due": each.is_due,
        "today": each.today.result if each.today else None,
        "last": list(each.dots),
        "kept": each.kept,
        "of": each.of,
        "next_due": each.next_due.isoformat() if each.next_due else None,
    }


COMMANDS = (Command("today", _run, _arguments),)
