"""`coach uncertainty`: what was scored, week by week; with three numbers, one more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coach.commitments.records import Commitment
from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.numbers import trend_said
from coach.deciding.records import BUCKETS
from coach.deciding.uncertainty import crossed, reading, score_line
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell


_SCORES = frozenset("012345")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="REF 0-5 0-5 0-5")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, typed = shell.coach(), arguments.words
    if typed:
        *said, _, _, _ = typed if len(typed) > len(BUCKETS) else ["", *typed, "", "", ""]
        scores = typed[-len(BUCKETS) :]
        if not said or not said[0] or not all(each in _SCORES for each in scores):
            names = ", ".join(words.uncertainty.bucket[each] for each in BUCKETS)
            error = words.uncertainty.error
            raise UsageError(filled(error.scores, names=names), do=error.scores_do)
        text, of = _subject(coach, " ".join(said))
        told = {name: int(score) for name, score in zip(BUCKETS, scores, strict=True)}
        kept = coach.uncertainty.score(text, told, of, source="shell")
        shell.say(safe_text(filled(words.uncertainty.kept, line=score_line(kept.text, kept.scores))))
        before = [each for each in coach.uncertainty.of(kept.about) if each.last < kept.last]
        said = crossed(kept.total, before[-1].total) if before else ""
        shell.say(f"{said} {words.uncertainty.says[reading(kept.total)]}".strip())
        if arguments.json:
            shell.json(kept.as_json())
        return DONE
    lately = coach.uncertainty.lately(coach.today())
    if arguments.json:
        shell.json([each.as_json() for own in lately.values() for each in own])
        return DONE
    if not lately:
        raise NoDataError(words.uncertainty.none)
    for own in lately.values():
        last = own[-1]
        totals = trend_said([each.total for each in own])
        shell.out(safe_text(score_line(last.text, last.scores)))
        shell.out(shell.dim(f"  {totals}  {words.uncertainty.says[reading(last.total)]}"))
    return DONE


def _subject(coach: Coach, typed: str) -> tuple[str, str | None]:
    """A commitment by its short id, else something else in words."""
    with suppress(NotFoundError, UsageError):
        record = find(coach.store, typed)
        if isinstance(record, Commitment):
            return record.text, record.id
    return typed, None


COMMANDS = (Command("uncertainty", _run, _arguments),)
