"""`coach reflect`: guided reflections in plain lines, and past ones to read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coach.cli.command import Command
from coach.content import filled, words
from coach.daily.drafts import Draft
from coach.errors import DONE, CoachError, NoDataError, UsageError
from coach.ids import short
from coach.managing.reviews import ANSWERS, PLANS, Said, diverge, draft_name, number_of
from coach.safe_text import first_line, safe_text
from coach.week import diverged, facts, week_of_review
from coach.when import say_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.cli.shell import Shell
    from coach.records import Reflection

_SHOWN = 10
_WIDTH = 60
_CLEARS = "-"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("which", nargs="?", choices=("weekly",), metavar="WHICH", help="weekly")
    parser.add_argument("--list", action="store_true", help="the past ones, the latest first")
    for name in ANSWERS:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words("weekly", "question", name))
    parser.add_argument("--plan", action="append", metavar="TEXT", help="an if-then line; up to three")
    parser.add_argument("--flow", metavar="N", help="the flow number")
    parser.add_argument("--outcome", metavar="N", help="the outcome number")
    parser.add_argument("--doubt", metavar="TEXT", help="parked as a signal for the window")
    parser.add_argument("--json", action="store_true", help="show it as JSON")


def _run(arguments: Namespace, shell: Shell) -> int:
    if arguments.list:
        return _list(arguments, shell)
    if arguments.which is None:
        raise UsageError("which reflection?", do="`coach reflect weekly`, or `coach reflect --list`")
    coach = shell.coach()
    day = coach.reader().today
    told = {name: getattr(arguments, name) or "" for name in (*ANSWERS, "flow", "outcome", "doubt")}
    plans = tuple(arguments.plan or ())
    if any(told.values()) or plans:
        said = Said.read(told)._replace(plans=plans)
        review = coach.reviews.keep(said, day, "shell", told["doubt"])
        before = week_of_review(coach, day).before
    else:
        asking = _Asking(shell)
        review, before = asking.keep(), asking.week.before
    if arguments.json:
        shell.json(review.as_json())
        return DONE
    if before and diverge(review, before):
        shell.say(diverged(review, before))
    for name in ("truth", "tradeoff"):
        if not review.answers.get(name):
            shell.say(f"{words('weekly', 'question', name)} --{name} adds it.")
    shell.say(f"Kept {short(review.id)}: the week to {say_day(review.last, day)}.")
    return DONE


class _Asking:
    """The whole review, a question a line, facts first. What was said before is offered again."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._coach = coach = shell.coach()
        self._day = coach.reader().today
        self.week = week_of_review(coach, self._day)
        self._began = Said.of(coach.reviews.of(self._day))
        self._said = self._began.lines()
        self._name, draft = coach.drafts.take_up(draft_name(self.week.last))
        if draft:
            was = draft.fields.get("was")
            self._began = Said.read(was) if isinstance(was, dict) else self._began
            self._said = {name: text for name, text in draft.fields.items() if isinstance(text, str)}

    def keep(self) -> Reflection:
        """Asks, and keeps what was said; what cannot be kept is a draft."""
        coach = self._coach
        try:
            self._ask_all()
        except EOFError:
            self._shell.say("")
        except KeyboardInterrupt:
            raise self._kept_as_draft(CoachError("stopped")) from None
        try:
            review = coach.reviews.keep(
                Said.read(self._said), self._day, "shell", self._said.get("doubt", ""), self._began
            )
        except CoachError as error:
            raise self._kept_as_draft(error) from error
        coach.drafts.discard(self._name)
        return review

    def _ask_all(self) -> None:
        say, week = self._shell.say, self.week
        say(filled(words("weekly", "title"), day=say_day(week.last, self._day)))
        for line in facts(week):
            say(f"  {safe_text(line)}")
        for plan in week.plans:
            say(safe_text(filled(words("weekly", "planned"), plan=plan)))
        say(f"Enter leaves a question as it is, {_CLEARS} clears an answer, ctrl+d ends here.")
        self._ask("truth", words("weekly", "question", "truth"))
        for name in PLANS:
            if not self._ask(name, words("weekly", "question", "plans")):
                break
        frame = self._coach.frames.current()
        for name in ("flow", "outcome"):
            if metric := getattr(frame, name, ""):
                self._ask_number(name, f"{metric}?")
        for name in ("moments", "tradeoff", "doubt"):
            self._ask(name, words("weekly", "question", name))

    def _ask(self, name: str, question: str) -> str:
        """What stands there in the end."""
        now = self._said.get(name, "")
        kept = f"  (now: {first_line(now, _WIDTH)})" if now else ""
        self._shell.say(safe_text(f"{question}{kept}"))
        if typed := self._shell.read_line():
            self._said[name] = "" if typed == _CLEARS else typed
        return self._said.get(name, "")

    def _ask_number(self, name: str, question: str) -> None:
        before = self._said.get(name, "")
        while True:
            try:
                number_of(self._ask(name, question))
            except UsageError as error:
                self._said[name] = before
                self._shell.say(safe_text(str(error)))
            else:
                return

    def _kept_as_draft(self, error: CoachError) -> CoachError:
        if not any(self._said.values()):
            return error
        now = self._shell.clock.now().isoformat(timespec="milliseconds")
        fields = self._said | {"at": "0", "was": self._began.lines()}
        self._coach.drafts.keep_fields(Draft(self._name, "reflections", now, fields))
        return type(error)(
            error.what, kept="Your answers are kept", do="`coach reflect weekly` takes them up"
        )


def _list(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    today = coach.reader().today
    found = list(islice(coach.reflections.past(), None if arguments.json else _SHOWN))
    if not found:
        raise NoDataError("nothing was reflected on yet", do="`coach reflect weekly` begins")
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    for each in found:
        said = first_line("  ".join(each.words.split("\n")), _WIDTH)
        shell.out(f"{shell.dim(short(each.id))}  {say_day(each.last, today):<17}{said}")
    return DONE


COMMANDS = (
    Command(
        "reflect",
        "look back, guided: weekly",
        _run,
        _arguments,
        """
  coach reflect weekly            asks in plain lines, facts first
  coach reflect weekly --truth "The importer is two weeks late" --flow 4 --outcome 1
  coach reflect --list""",
    ),
)
