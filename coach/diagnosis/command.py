"""`coach diagnose`: five questions on a situation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import words
from coach.describe import in_full
from coach.diagnosis.context import context_on
from coach.diagnosis.diagnosis import (
    CRISIS,
    NO_CRISIS,
    TEXT,
    about_of,
    blend_line,
    draft_name,
    left,
    moments,
    questions,
)
from coach.diagnosis.records import Diagnosis
from coach.shell.asking import HOW, Asking
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.drafts import Draft
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the situation, in a few words")
    parser.add_argument("--of", metavar="REF", help="a commitment instead")
    for each in questions():
        names = [own.name for own in each.answers]
        parser.add_argument(f"--{each.id}", choices=names, help=each.ask)
    parser.add_argument(
        "--crisis", choices=[name for _, _, name in moments()], help=words("diagnosis", "crisis_ask")
    )
    parser.add_argument("--json", action="store_true", help="show it as JSON")


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
        raise UsageError(words("diagnosis", "what_needed"), do="`coach diagnose The new price`")
    context, crisis = context_on(coach, coach.today())

    def keep(answers: dict[str, str]) -> Diagnosis:
        when = arguments.crisis or answers.get(CRISIS) or crisis
        return coach.diagnoses.keep(
            text,
            answers,
            context=context,
            crisis="" if when == NO_CRISIS else when,
            commitment=of.id if of else None,
            source="shell",
        )

    kept = keep(given) if given else _asked(shell, begun, text, of, keep)
    if arguments.json:
        shell.json(kept.as_json())
        return DONE
    for line in safe_lines(in_full(kept, coach)):
        shell.out(line)
    shell.say(f"Kept {short(kept.id)}: {blend_line(kept.leading)}.")
    return DONE


def _begun(coach: Coach, text: str, of: Commitment | None) -> Draft | None:
    known = {each.id for each in coach.commitments.all()}
    return left(coach.drafts.left(), known, text, of)


def _asked(
    shell: Shell, begun: Draft | None, text: str, of: Commitment | None, keep: Callable[[Any], Diagnosis]
) -> Diagnosis:
    """A question a line."""
    name = begun.name if begun else shell.coach().drafts.free_name(draft_name(of))
    of_id = of.id if of else ""
    asking = Asking(shell, name, "coach diagnose", Diagnosis.kind, of=of_id)
    if of is None:
        asking.said[TEXT] = text

    def ask_all() -> None:
        if begun:
            shell.say(safe_text(text))
        shell.say(HOW)
        for each in questions():
            ready = {word: own.name for own in each.answers for word in (own.key, own.name, own.said)}
            said = ", ".join(f"{own.key} {own.said}" for own in each.answers)
            asking.ask_step(each.id, f"{each.ask} {said}", ready.get)

    kept: Diagnosis = asking.hold(ask_all, lambda: keep(asking.said), {})
    return kept


COMMANDS = (
    Command(
        "diagnose",
        "five questions: does a situation ask for managing or for leading",
        _run,
        _arguments,
        """
  coach diagnose The price for large teams
  coach diagnose                           go on with the one that was left
  coach diagnose --of 3fa2 --path yes --right uncertain --motivated yes --processes yes --challenge change
  coach diagnose The outage --crisis day --path no --processes no""",
        takes_text="text",
    ),
)
