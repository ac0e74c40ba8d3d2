"""`coach checkin`: by flags at once, or in plain lines that a screen reader reads well."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coach.checkin.checkins import Answers, in_words
from coach.checkin.drafted import draft_name
from coach.checkin.fields import TAGS, asked_fields, field
from coach.checkin.records import MOSTLY, ON_DIRECTION, Checkin
from coach.core.counting import counted
from coach.core.errors import DONE, CoachError, UsageError
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.drafts import Draft
from coach.shell.asking import CLEARS, given_back, kept_aside
from coach.shell.command import Command
from coach.signals.parking import PARKS
from coach.signals.sight import masked, shown_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.fields import Field
    from coach.shell.shell import Shell

_ENERGIES = [str(level) for level in range(LOWEST_ENERGY, HIGHEST_ENERGY + 1)]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("line", nargs="*", metavar="LINE")
    parser.add_argument("-e", "--energy", choices=_ENERGIES)
    parser.add_argument("--mostly", choices=MOSTLY)
    parser.add_argument("--direction", choices=ON_DIRECTION)
    parser.add_argument("--gave", action="append", metavar="TAG")
    parser.add_argument("--took", action="append", metavar="TAG")
    parser.add_argument("--own", choices=_ENERGIES)
    parser.add_argument("--unusual", action="store_true", default=None)
    parser.add_argument("--day", metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    today = coach.today()
    day = coach.reader().day(arguments.day) if arguments.day else today
    if day > today:
        raise UsageError(filled(words.checkin.error.is_yet_to_come, day=say_day(day, today)))
    before = coach.checkins.begun(day)
    given = _told(arguments)
    if "own" in given and not coach.checkins.scale:
        raise UsageError(words.checkin.error.no_scale, do=words.checkin.error.no_scale_do)
    asking = None if given else _Asking(shell, day, before)
    answers = asking.all() if asking else before._replace(**given)
    if answers == before and not given:
        return _marked(shell, day)
    try:
        checkin = coach.checkins.keep(day, answers, "shell", before)
    except CoachError as error:
        raise (asking.kept_aside(error) if asking else error) from error
    if asking:
        asking.over()
    _drop_draft(coach, day, answers.cleaned())
    if arguments.json:
        shell.json(checkin.as_json())
    else:
        said = checkin if checkin.line != before.line else masked(checkin, coach)
        shell.say(
            safe_text(
                filled(words.checkin.says.checked_in_for, day=say_day(day, today), in_words=in_words(said))
            )
        )
        if said is checkin and checkin.line.startswith(PARKS):
            shell.say(words.checkin.parked)
        if before not in {Answers(), answers.cleaned()}:
            unseen = before._replace(line=shown_line(before.line, coach))
            shell.say(
                safe_text(
                    filled(words.checkin.says.before_it_said_coach_undo_returns, in_words=in_words(unseen))
                )
            )
    if asking and not (asking.is_ended and shell.is_person):
        _marked(shell, day, is_quiet=True)
    return DONE


def _told(arguments: Namespace) -> dict[str, Any]:
    """What was said by flags."""
    for name in ("gave", "took"):
        if len(getattr(arguments, name) or ()) > 1:
            raise UsageError(
                filled(words.checkin.one_tag, name=name), kept=words.checkin.error.nothing_was_saved
            )
    told = {
        "energy": int(arguments.energy) if arguments.energy else None,
        "own": int(arguments.own) if arguments.own else None,
        "mostly": arguments.mostly,
        "direction": arguments.direction,
        "gave": (arguments.gave or [None])[0],
        "took": (arguments.took or [None])[0],
        "line": " ".join(arguments.line) or None,
        "unusual": arguments.unusual,
    }
    return {name: value for name, value in told.items() if value is not None}


def _marked(shell: Shell, day: date, *, is_quiet: bool = False) -> int:
    """How the commitments of the day went, too."""
    from coach.commitments.asking import ask_marks

    _, count = ask_marks(shell, day)
    if count:
        shell.say(filled(words.marks.ask.told, count=counted(count, "commitment")))
    elif not is_quiet:
        shell.say(words.checkin.unchanged)
    return DONE


def _drop_draft(coach: Coach, day: date, said: Answers) -> None:
    """What was begun in the app goes once all of it is said."""
    draft = coach.drafts.read_fields(draft_name(day))
    known = said._asdict()
    if draft and all(known.get(name) == value for name, value in draft.fields.items() if name in known):
        coach.drafts.discard(draft_name(day))


class _Asking:
    """One question a line, one answer a line."""

    def __init__(self, shell: Shell, day: date, before: Answers) -> None:
        self._shell = shell
        self._coach = shell.coach()
        self._day = day
        self._before = before
        self._name, draft = self._coach.drafts.take_up(draft_name(day))
        begun = before
        if draft:
            kept = self._coach.checkins.of(day)
            begun, other = Answers.taken_up(draft.fields, kept, before, draft.written)
            if other != Answers():
                shell.say(safe_text(filled(words.checkin.kept_since, said=in_words(other))))
        self._said: dict[str, Any] = begun._asdict()
        self.is_ended = False
        """Whether the person wants no more questions."""

    def all(self) -> Answers:
        """Every answer; ctrl+d ends early and keeps what was said, ctrl+c keeps it for the next time."""
        say = self._shell.say
        say(filled(words.checkin.says.check_in_for, day=say_day(self._day, self._coach.today())))
        say(words.checkin.asking_how)
        try:
            tags = self._coach.tags.offered(self._coach.today())
            for name in asked_fields(self._coach.checkins.scale):
                self._field(field(name, scale=self._coach.checkins.scale), tags if name in TAGS else [])
        except EOFError:
            self.is_ended = True
            say("")
        except KeyboardInterrupt:
            raise self.kept_aside(CoachError("stopped")) from None
        return Answers(**self._said)

    def _field(self, field: Field, tags: list[str]) -> None:
        shown = [f"{place} {tag}" for place, tag in enumerate(tags, 1)]
        shown = shown or [f"{key} {said}" for key, said, _ in field.choices]
        while True:
            typed = self._ask(field.name, f"{field.asked}  {'  '.join(shown)}".rstrip())
            if self._is_left(field, typed):
                return
            meant = field.meant(typed) if field.is_chosen else _tag(typed, tags)
            if meant is not None:
                self._said[field.name] = meant
                return
            self._shell.say(field.wrong())

    def _is_left(self, field: Field, typed: str) -> bool:
        """Whether the answer stays as it was, or was cleared."""
        if typed == CLEARS:
            self._said[field.name] = getattr(Answers(), field.name)
        return typed in {"", CLEARS}

    def over(self) -> None:
        """All of it is said."""
        self._coach.drafts.discard(self._name)

    def kept_aside(self, error: CoachError) -> CoachError:
        """What went wrong, with the answers kept, or given back where the disk refuses."""
        said = {name: value for name, value in self._said.items() if value}
        try:
            return kept_aside(error, "coach checkin") if self._keep_draft() else error
        except CoachError:
            return given_back(self._shell, error, said)

    def _ask(self, field: str, question: str) -> str:
        with suppress(CoachError):  # a disk that refuses is told at the end, with the answers
            self._keep_draft()
        now = self._said[field]
        now = "yes" if now is True else now
        kept = f"  {filled(words.checkin.says.now, now=now)}" if now not in {None, "", False} else ""
        self._shell.say(safe_text(f"{question}{kept}"))
        return self._shell.read_line()

    def _keep_draft(self) -> bool:
        """Whether there is anything to keep; it is on the disk then."""
        is_new = Answers(**self._said) != self._before
        if is_new:
            now = self._shell.clock.now().isoformat(timespec="milliseconds")
            fields = {**self._said, "was": self._before._asdict()}
            self._coach.drafts.keep_fields(Draft(self._name, Checkin.kind, now, fields))
        return is_new


def _tag(typed: str, tags: list[str]) -> str:
    """By the number of one that is offered, or as it was typed."""
    is_picked = typed.isdecimal() and 0 < int(typed) <= len(tags)
    return tags[int(typed) - 1] if is_picked else typed


COMMANDS = (
    Command(
        "checkin",
        _run,
        _arguments,
        takes_text="line",
    ),
)
