"""`coach reflect weekly`: the review of the week in plain lines, facts first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.reflection.late import last_of
from coach.reflection.reviews import ANSWERS, Said, unsaid
from coach.reflection.week import facts, week_of_review
from coach.reflection.weekly_session import PART, PARTS, WeeklySession
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.reflection.week import Week
    from coach.shell.shell import Shell


_NUMBERS = ("flow", "outcome", "confidence")


def arguments(parser: ArgumentParser) -> None:
    """What can be said at once."""
    for name in ANSWERS:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words.weekly.asked[name])
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--confidence", metavar="1-5")
    parser.add_argument("--plan", action="append", metavar="TEXT")
    parser.add_argument("--flow", metavar="N")
    parser.add_argument("--outcome", metavar="N")
    parser.add_argument("--doubt", metavar="TEXT")


def run(arguments: Namespace, shell: Shell) -> int:
    """The review, from what was given or asked for line by line."""
    coach = shell.coach()
    today = coach.today()
    day = today if arguments.period is None else min(last_of(arguments.period, "weekly", coach), today)
    if arguments.facts:
        return _facts(week_of_review(coach, day), shell, as_json=arguments.json)
    told = {name: getattr(arguments, name) or "" for name in (*ANSWERS, *_NUMBERS, "doubt")}
    plans = tuple(arguments.plan or ())
    if any(told.values()) or plans:
        said = Said.read(told)._replace(plans=plans)
        review = coach.reviews.keep(said, day, "shell", told["doubt"])
        missing = unsaid(review.answers)
    else:
        session = WeeklySession(coach, day)
        kept = walk(shell, session, {PART: arguments.part or ""})
        if kept.is_same:
            shell.say(kept.told)
            return DONE
        review = kept.record
        missing = []  # they were asked for
    if arguments.json:
        shell.json(review.as_json())
        return DONE
    if review.parted:
        shell.say(review.parted)
    for name in missing:
        shell.say(filled(words.reflect.says.adds_it, value=words.weekly.missing[name], name=name))
    shell.say(
        filled(words.reflect.says.kept_the_week_to, ref=short(review.id), day=say_day(review.last, day))
    )
    return DONE


def _facts(week: Week, shell: Shell, *, as_json: bool) -> int:
    if as_json:
        shell.json({"first": week.first.isoformat(), "last": week.last.isoformat(), "lines": facts(week)})
        return DONE
    shell.out(shell.strong(filled(words.weekly.title, day=say_day(week.last, week.last))))
    for line in facts(week):
        shell.out(safe_text(line))
    return DONE
