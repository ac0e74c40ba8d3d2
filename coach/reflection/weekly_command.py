"""`coach reflect weekly`: the review of the week in plain lines, facts first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.reflection.reviews import ANSWERS, PLANS, Said, diverge, draft_name, number_of, unsaid
from coach.reflection.week import diverged, facts, numbers_before, week_of_review
from coach.shell.asking import HOW, Asking

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.reflection.records import Reflection
    from coach.reflection.week import Week
    from coach.shell.shell import Shell


def arguments(parser: ArgumentParser) -> None:
    """What can be said at once."""
    for name in ANSWERS:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words("weekly", "question", name))
    parser.add_argument("--plan", action="append", metavar="TEXT", help="an if-then line; up to three")
    parser.add_argument("--flow", metavar="N", help="the flow number")
    parser.add_argument("--outcome", metavar="N", help="the outcome number")
    parser.add_argument("--doubt", metavar="TEXT", help="parked as a signal for the window")


def run(arguments: Namespace, shell: Shell) -> int:
    """The review, from what was given or asked for line by line."""
    coach = shell.coach()
    day = coach.today()
    if arguments.facts:
        return _facts(week_of_review(coach, day), shell)
    told = {name: getattr(arguments, name) or "" for name in (*ANSWERS, "flow", "outcome", "doubt")}
    plans = tuple(arguments.plan or ())
    if any(told.values()) or plans:
        said = Said.read(told)._replace(plans=plans)
        review = coach.reviews.keep(said, day, "shell", told["doubt"])
        before = numbers_before(coach, day)
        missing = unsaid(review.answers)
    else:
        asking = _Asking(shell)
        review, before = asking.keep(), asking.week.before
        missing = []  # they were asked for
    if arguments.json:
        shell.json(review.as_json())
        return DONE
    if before and diverge(review, before):
        shell.say(diverged(review, before))
    for name in missing:
        shell.say(f"{words('weekly', 'missing', name)} --{name} adds it.")
    shell.say(f"Kept {short(review.id)}: the week to {say_day(review.last, day)}.")
    return DONE


def _facts(week: Week, shell: Shell) -> int:
    for line in facts(week):
        shell.out(safe_text(line))
    return DONE


class _Asking:
    """The whole review, a question a line, facts first."""

    def __init__(self, shell: Shell) -> None:
        coach = shell.coach()
        self._day = coach.today()
        self.week = week_of_review(coach, self._day)
        self._asking = asking = Asking(shell, draft_name(self.week.last), "coach reflect weekly")
        self._began = Said.of(coach.reviews.of(self._day))
        asking.take_up(self._began.lines(), (*ANSWERS, *PLANS, "doubt"))

    def keep(self) -> Reflection:
        """Asks, and keeps what was said."""
        said, reviews = self._asking.said, self._asking.coach.reviews
        return self._asking.hold(
            self._ask_all,
            lambda: reviews.keep(Said.read(said), self._day, "shell", said.get("doubt", ""), self._began),
            self._began.lines(),
        )

    def _ask_all(self) -> None:
        asking, week = self._asking, self.week
        say = asking.shell.say
        say(filled(words("weekly", "title"), day=say_day(week.last, self._day)))
        for line in facts(week):
            say(f"  {safe_text(line)}")
        for plan in week.plans:
            say(safe_text(filled(words("weekly", "planned"), plan=plan)))
        say(HOW)
        asking.ask("truth", words("weekly", "question", "truth"))
        for name in PLANS:
            if not asking.ask(name, words("weekly", "question", "plans")):
                break
        frame = asking.coach.frames.current()
        for name in ("flow", "outcome"):
            if metric := getattr(frame, name, ""):
                asking.ask_until(name, f"{metric}?", number_of)
        for name in ("moments", "tradeoff", "doubt"):
            asking.ask(name, words("weekly", "question", name))
        for name in unsaid(asking.said):
            asking.ask(name, words("weekly", "missing", name))
