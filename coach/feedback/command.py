"""`coach feedback`: what others were asked and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.feedback.describe import gap_line
from coach.feedback.feedback import gaps, question
from coach.feedback.feedback import questions as ready
from coach.feedback.fields import OPTIONS, field
from coach.feedback.records import Feedback
from coach.references import find
from coach.shell.command import Command
from coach.shell.options import add_options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell

_WIDTH = 90


def _feedback_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("add",), metavar="ACTION")
    parser.add_argument("asked", nargs="*", metavar="TEXT")
    parser.add_argument("--question", metavar="ID")
    parser.add_argument("--questions", action="store_true")
    add_options(parser, map(field, OPTIONS))
    parser.add_argument("--of", metavar="REF")
    parser.add_argument("--json", action="store_true")


def _feedback(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.questions:
        return _ready(shell, coach, as_json=arguments.json)
    if arguments.action == "add":
        return _add(arguments, shell, coach)
    if any(getattr(arguments, name) for name in (*OPTIONS, "question", "of")):
        raise UsageError(
            words.feedback.add_missing,
            kept=words.feedback.error.nothing_was_kept,
            do=words.feedback.error.coach_feedback_add,
        )
    found = coach.feedback.all()
    if not found:
        raise NoDataError(words.feedback.none_yet, do=words.feedback.none_yet_do)
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    days = coach.days
    for each in found:
        day, role = days.say(days.of(each.at)), words.feedback.role[each.role]
        said = each.answer or f"({words.feedback.row_open})"
        text = first_line(f"{each.asked} {said}", _WIDTH)
        shell.out(f"{shell.dim(short(each.id))}  {day:<17}{role:<12}{text}")
    for gap in gaps(found):
        shell.say(gap_line(gap))
    return DONE


def _ready(shell: Shell, coach: Coach, *, as_json: bool) -> int:
    wording = coach.wording
    if as_json:
        shell.json(
            [
                {"id": each.id, "role": each.role, "side": each.side, "text": each.text(wording)}
                for each in ready()
            ]
        )
        return DONE
    for each in ready():
        shell.out(f"{each.id:<12}{words.feedback.role[each.role]:<12}{each.text(wording)}")
    return DONE


def _add(arguments: Namespace, shell: Shell, coach: Coach) -> int:
    """A question that was asked, or the answer to one."""
    parts: dict[str, Any] = {name: said for name in OPTIONS if (said := getattr(arguments, name)) is not None}
    text = " ".join(arguments.asked)
    kept = None
    if arguments.of:
        found = find(coach.store, arguments.of)
        if not isinstance(found, Feedback):
            raise NotFoundError(
                filled(words.feedback.error.is_no_feedback, of=arguments.of),
                do=words.feedback.error.coach_feedback_shows_what_was_asked,
            )
        kept = found
        parts |= {"asked": text} if text else {}
        if arguments.question or not parts:
            raise UsageError(
                words.feedback.of_what,
                kept=words.feedback.error.nothing_was_changed,
                do=words.feedback.of_how,
            )
    else:
        known = question(arguments.question)
        if arguments.question and known is None:
            do = filled(words.feedback.says.there_are, value=", ".join(each.id for each in ready()))
            raise UsageError(
                filled(words.feedback.error.there_is_no_question, question=arguments.question), do=do
            )
        if known:
            parts = {"role": known.role, "question": known.id} | parts
        parts["asked"] = text or (known.text(coach.wording) if known else "")
    record = coach.feedback.keep(parts, kept, "shell")
    if arguments.json:
        shell.json(record.as_json())
        return DONE
    shell.say(filled(words.feedback.says.kept_as, ref=short(record.id), asked=safe_text(record.asked)))
    if not record.answer and not record.seen:
        shell.say(filled(words.feedback.answer_later, ref=short(record.id)))
    return DONE


COMMANDS = (
    Command(
        "feedback",
        _feedback,
        _feedback_arguments,
    ),
)
