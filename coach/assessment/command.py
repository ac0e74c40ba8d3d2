"""`coach assess`: the latest result, or the instrument in plain lines."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.assessment.answers import ORDER, WORDING, is_stale
from coach.assessment.in_context import assessed, try_correction
from coach.assessment.instrument import correction
from coach.assessment.lines import Offer, result_lines
from coach.assessment.records import WORDINGS
from coach.assessment.scoring import band
from coach.assessment.session import FULL, InstrumentSession
from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.pauses.over import add_over, over_of
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from coach.app import Coach
    from coach.assessment.in_context import Assessed
    from coach.assessment.records import Assessment, Wording
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--with", dest="wording", choices=WORDINGS)
    parser.add_argument("--try", dest="tried", metavar="ID")
    add_over(parser)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.wording and not arguments.plain:
        raise UsageError(words.assess.error.with_goes_with_plain)
    if arguments.over_until and not arguments.tried:
        raise UsageError(words.assess.error.over_until_goes_with_try)
    if arguments.plain:
        latest = _take(arguments, shell)
    else:
        found = coach.assessments.latest()
        if found is None:
            raise NoDataError(words.assess.no_result, do=words.assess.no_result_do)
        latest = found
    if arguments.tried:
        return _try(arguments, latest, shell)
    if arguments.again:
        wanted = not coach.assessments.is_wanted_again(latest)
        latest = coach.assessments.again(latest, wanted=wanted)
        day = coach.days.say(latest.again) if latest.again else ""
        shell.say(filled(words.assess["asked_again" if day else "asked_no_more"], day=day))
        if arguments.json:
            shell.json(latest.as_json())
        return DONE
    if arguments.json:
        shell.json(_as_json(assessed(coach, latest)))
        return DONE
    _tell(latest, shell, coach)
    return DONE


def _take(arguments: Namespace, shell: Shell) -> Assessment:
    """A question a line. Left half way, it is a draft that goes on where it was left, here or in the app."""
    order, wording = _begun(shell)
    session = InstrumentSession(shell.coach(), order, wording=arguments.wording or wording)
    given = {WORDING: arguments.wording} if arguments.wording else {}
    kept: Assessment = walk(shell, session, given).record
    shell.say(filled(words.assess.says.kept_it, ref=short(kept.id)))
    return kept


def _begun(shell: Shell) -> tuple[Sequence[str], Wording | None]:
    """The order and the wording in which one was begun, unless that was about ten other days."""
    drafts = shell.coach().drafts
    name, draft = drafts.take_up(FULL)
    if draft is None:
        return (), None
    written = datetime.fromisoformat(draft.written)
    if is_stale(written, shell.clock.now()):
        day = say_day(written.date(), shell.coach().today())
        shell.say(filled(words.assess.stale_told, day=day))
        drafts.discard(name)
        return (), None
    wording = next((each for each in WORDINGS if draft.fields.get(WORDING) == each), None)
    return str(draft.fields.get(ORDER) or "").split(), wording


def _try(arguments: Namespace, latest: Assessment, shell: Shell) -> int:
    """M17: one of the things to try, by its id."""
    coach = shell.coach()
    offered = [own.id for each in assessed(coach, latest).result.offered for own in each]
    found = correction(arguments.tried)
    if found is None or found.id not in offered:
        raise UsageError(
            filled(words.assess.error.is_nothing_the_last_assessment_offers, tried=arguments.tried),
            do=filled(words.assess.error.there_are, value=", ".join(offered))
            if offered
            else words.assess.error.it_offers_nothing_to_try,
        )
    made = try_correction(coach, latest, found, over_of(arguments, coach))
    if arguments.json:
        shell.json(made.as_json())
        return DONE
    day = coach.days.say(made.gate)
    shell.say(f"{filled(words.assess.trial_told, day=day, name=made.text)} {short(made.id)}")
    return DONE


def _tell(latest: Assessment, shell: Shell, coach: Coach) -> None:
    known = assessed(coach, latest)
    for each in result_lines(known, coach.days):
        if each.role == "keys":
            continue
        text = safe_text(each.text)
        if each.role == "strong":
            text = shell.strong(text)
        elif each.role.endswith("quiet"):
            text = shell.dim(text)
        ref = f"  [{each.target.correction.id}]" if isinstance(each.target, Offer) else ""
        shell.out(f"{' ' * each.indent}{text}{ref}")
    if known.result.offered:
        shell.say(words.assess.plain_try)


def _as_json(known: Assessed) -> dict[str, Any]:
    """The record, and what it shows."""
    result = known.result
    return result.assessment.as_json() | {
        "scores": {each.scale: each.score for each in result.scales},
        "bands": {each.scale: _band(each.score) for each in result.scales},
        "balance": result.balance,
        "reading": result.reading,
        "says_little": result.says_little,
        "changes": {
            each.scale: {"change": each.change, "before": each.before, "now": each.score}
            for each in result.scales
        },
        "balance_moved_by": result.moved_by,
        "signs_moved": {"of": len(result.asked), "count": sum(each.is_change for each in result.asked)},
        "stood_out": [each.sign.id for each in result.stood_out],
        "balanced": result.balanced,
        "named": [each.id for each in result.named],
        "offered": [own.id for each in result.offered for own in each],
        "trials": [
            {
                "id": each.commitment.id,
                "said": each.said,
                "sign": each.sign.sign.id if each.sign else None,
                "before": each.sign.before if each.sign else None,
                "now": each.sign.now if each.sign else None,
            }
            for each in known.trials
        ],
    }


def _band(value: float | None) -> str | None:
    return None if value is None else words.assess.band[band(value)]


COMMANDS = (
    Command(
        "assess",
        _run,
        _arguments,
    ),
)
