"""`coach diagnose`: five questions on a situation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_lines
from coach.core.texts import filled, words
from coach.describe import in_full
from coach.diagnosis.diagnosis import (
    CRISIS,
    TEXT,
    about_of,
    blend_line,
    draft_name,
    left,
    moments,
    questions,
)
from coach.diagnosis.session import DiagnosisSession
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.drafts import Draft
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT")
    parser.add_argument("--of", metavar="REF")
    for each in questions():
        names = [own.name for own in each.answers]
        parser.add_argument(f"--{each.id}", choices=names, help=each.ask)
    parser.add_argument(
        "--crisis", choices=[name for _, _, name in moments()], help=words.diagnosis.crisis_ask
    )
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    of = coach.commitments.find(arguments.of) if arguments.of else None
    text = of.text if of else " ".join(" ".join(arguments.text).split())
    given = {each.id: said for each in questions() if (said := getattr(arguments, each.id))}
    begun = None if given else _begun(coach, text, of)
    if begun and not text:
        of_id, text = about_of(begun)
        of = coach.commitments.find(of_id) if of_id else None
        text = of.text if of else text
    if not text:
        raise UsageError(words.diagnosis.what_needed, do=words.diagnosis.error.coach_diagnose_the_new_price)
    draft = begun.name if begun else coach.drafts.free_name(draft_name(of))
    session = DiagnosisSession(coach, of, text, draft)
    given |= {CRISIS: arguments.crisis} if arguments.crisis else {}
    if any(each.id in given for each in questions()):
        kept = session.keep(session.was | given, "shell")
    else:
        kept = walk(shell, session, given if of else {TEXT: text, **given})
    if arguments.json:
        shell.json(kept.record.as_json())
        return DONE
    for line in safe_lines(in_full(kept.record, coach)):
        shell.out(line)
    shell.say(
        filled(
            words.diagnosis.says.kept_as, ref=short(kept.record.id), leading=blend_line(kept.record.leading)
        )
    )
    return DONE


def _begun(coach: Coach, text: str, of: Commitment | None) -> Draft | None:
    known = {each.id for each in coach.commitments.all()}
    return left(coach.drafts.left(), known, text, of)


COMMANDS = (
    Command(
        "diagnose",
        _run,
        _arguments,
        takes_text="text",
    ),
)
