"""What can be agreed on: the rules for a commitment's terms, as plain functions of it and a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coach.commitments import amount
from coach.commitments.records import TERMS, Turn
from coach.commitments.recurrence import first_on, in_28_days
from coach.commitments.rhythm import read, say
from coach.core.errors import CoachError, UsageError
from coach.core.said_days import say_day
from coach.core.stamp import happened
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coach.commitments.records import Commitment, TurnResult
    from coach.core.days import Clock

GATE_WEEKS = 12
QUESTIONS = ("again", "solves", "unintended", "different")
"""S6: what a gate asks, by the names of its content."""
AGAIN = (("y", "yes"), ("s", "unsure"), ("n", "no"))
"""Whether one would start it today: the key, and its name in its content."""
FITS = (("y", "yes"), ("n", "no"), ("s", "signal"))
"""S5: what can be answered to "does it fit?": the key, and its name in its content."""
WORDS = ("text", *TERMS)
_SPREAD = 21
"""In so many days a gate finds a day of its own."""
_WIDER = 3
"""So many words more are more than a better wording."""
_STOPS, _ENDS = " .!,;:", ("", *" .!,;:")
"""What may stand behind a plain answer, and behind its first word."""
_MORE = 0.5
"""In four weeks: less is rounding."""


class ExpansionError(CoachError):
    """S6: more of it, or for longer, goes through the gate."""


class UnansweredError(UsageError):
    """Going on takes an answer to each of the gate's questions."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            words.commitments.error.a_gate_is_passed_with_an,
            kept=words.commitments.error.nothing_was_changed,
            do=words.commitments.error.ending_it_needs_none,
        )
        self.missing = missing


def cleaned(parts: dict[str, Any]) -> dict[str, Any]:
    """Texts on one line, rhythms in their own words; a rhythm and a day exclude each other, and a clause it
    serves says that it serves one."""
    found = {name: line(value) if name in WORDS else value for name, value in parts.items()}
    if found.get("amount"):
        found["amount"] = amount.say(amount.read(found["amount"]))
    if found.get("rhythm"):
        found["rhythm"] = say(read(found["rhythm"]))
        found.setdefault("due", None)
    elif found.get("due"):
        found.setdefault("rhythm", "")
    if found.get("why") and found.get("fits") is None:
        found["fits"] = True
    return found


def terms(commitment: Commitment) -> tuple[Any, ...]:
    """What is agreed on: changing it is to renegotiate, filling in the rest is not."""
    return commitment.text, commitment.rhythm, commitment.due, commitment.amount


def in_words(commitment: Commitment) -> str:
    """The outcome, how much, and when it is due."""
    due = (
        filled(words.commitments.says.due, day=say_day(commitment.due, commitment.starts))
        if commitment.due
        else ""
    )
    said = (commitment.text, commitment.amount, commitment.rhythm, due)
    return ", ".join(each for each in said if each)


def check(commitment: Commitment, before: Commitment | None, today: date) -> None:
    """Refuses terms that cannot be kept."""
    agreed = commitment.agreed or commitment.starts
    gate = say_day(commitment.gate, today)
    if not commitment.text:
        raise UsageError(words.commitments.needs_outcome)
    if commitment.rhythm and commitment.due:
        raise UsageError(words.commitments.error.a_commitment_has_a_rhythm_or)
    if commitment.gate < commitment.starts:
        raise UsageError(
            filled(
                words.commitments.error.its_gate_on_lies_before_its,
                gate=gate,
                day=say_day(commitment.starts, today),
            )
        )
    if commitment.gate < today and (before is None or commitment.gate != before.gate):
        raise UsageError(
            filled(words.commitments.error.its_gate_on_lies_behind_us, gate=gate),
            do=words.commitments.error.to_let_go_of_it_end,
        )
    latest = agreed + timedelta(weeks=GATE_WEEKS)
    if commitment.gate > latest:
        raise UsageError(
            filled(
                words.commitments.error.a_gate_is_at_most_weeks,
                GATE_WEEKS=GATE_WEEKS,
                day=say_day(latest, today),
            ),
            do=words.commitments.error.it_can_be_renewed_there_as,
        )
    if commitment.due and commitment.due < commitment.starts:
        raise UsageError(
            filled(words.commitments.error.it_would_be_due_on_before, day=say_day(commitment.due, today))
        )
    if commitment.rhythm and (before is None or commitment.rhythm != before.rhythm):
        _check_rhythm(commitment, gate, today)


def refuse_more(kept: Commitment, changed: Commitment) -> None:
    """S6: more often, or a later gate, needs the gate's answers. A first rhythm is not more of anything."""
    is_first = not (kept.rhythm or kept.due)
    more = (
        ""
        if is_first or _often(changed) <= _often(kept) + _MORE
        else words.commitments.says.more_often_than_now
    )
    larger = words.commitments.error.a_larger_amount if _is_larger(changed, kept) else ""
    wider = words.commitments.error.a_wider_outcome if _is_wider(changed.text, kept.text) else ""
    longer = words.commitments.says.a_later_gate if changed.gate > kept.gate else ""
    if what := more or larger or wider or longer:
        raise ExpansionError(
            filled(words.commitments.error.goes_through_its_gate_with_an, value=what),
            kept=words.commitments.error.nothing_was_changed,
            do=words.commitments.error.less_or_something_else_can_be,
        )


def answered(answers: Mapping[str, str]) -> dict[str, str]:
    """What was said to the gate's questions."""
    said = {name: line(answers.get(name, "")) for name in QUESTIONS}
    return {name: text for name, text in said.items() if text}


def turned(
    clock: Clock,
    kept: Commitment,
    result: TurnResult,
    because: str = "",
    answers: dict[str, str] | None = None,
) -> Turn:
    """What became of a commitment, with how it stood before."""
    return Turn(
        **happened(clock),
        commitment=kept.id,
        result=result,
        answers=answers or {},
        because=line(because),
        was=in_words(kept),
    )


def free_day(latest: date, taken: Collection[date], due: date | None = None) -> date:
    """The latest day that is not taken, of the weeks before it, and not before it is due; where all are, the
    latest."""
    days = (latest - timedelta(days=back) for back in range(_SPREAD))
    return next((each for each in days if each not in taken and (due is None or each >= due)), latest)


def again_of(typed: str) -> str:
    """Whether one would start it today, in a word; what is said in more words is no clear yes, and no no."""
    said = line(typed).lower()
    first = re.match(r"\w*", said)
    told = {word: name for key, name in AGAIN for word in (key, name, words.commitments.gate.again[name])}
    plain = said.strip(_STOPS)
    if plain in told:
        return told[plain]
    is_no = first is not None and told.get(first[0]) == "no" and said[first.end() : first.end() + 1] in _ENDS
    return "no" if is_no else "unsure" if said else ""


def unanswered(answers: Mapping[str, str], *, is_well: bool) -> list[str]:
    """S6: what still has to be said before it goes on. Of what goes well, a clear yes is enough."""
    if is_well and again_of(answers.get("again", "")) == "yes":
        return []
    return [name for name in QUESTIONS if name not in answered(answers)]


def at_gate(
    kept: Commitment,
    result: TurnResult,
    answers: Mapping[str, str],
    parts: Mapping[str, Any],
    today: date,
    *,
    is_well: bool = False,
) -> Commitment:
    """S6: the commitment as it goes on from its gate. Going on takes an answer to each question; what one
    would not start today goes on only as something else."""
    if missing := unanswered(answers, is_well=is_well):
        raise UnansweredError(missing)
    if result in {"renew", "expand"} and again_of(answers.get("again", "")) == "no":
        raise UsageError(words.commitments.gate.not_again, do=words.commitments.gate.not_again_do)
    said = cleaned(dict(parts))
    gate = said.pop("gate", None) or today + timedelta(weeks=GATE_WEEKS)
    changed = kept.but(**said, gate=gate, agreed=today)
    if result == "renew" and terms(changed) != terms(kept):
        raise UsageError(
            words.commitments.error.to_renew_keeps_it_as_it,
            do=words.commitments.error.change_and_expand_take_other_terms,
        )
    if result in {"change", "expand"} and terms(changed) == terms(kept):
        raise UsageError(
            filled(words.commitments.error.to_takes_other_terms, result=result),
            do=words.commitments.error.renew_keeps_them_as_they_are,
        )
    if result == "change":
        refuse_more(kept, changed.but(gate=kept.gate))
    return changed


def line(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def _check_rhythm(commitment: Commitment, gate: str, today: date) -> None:
    rule = read(commitment.rhythm)
    first = None if rule.times else first_on(rule, commitment.since or commitment.starts)
    if first and first > commitment.gate:
        raise UsageError(
            filled(
                words.commitments.error.comes_first_on_after_its_gate,
                rhythm=commitment.rhythm,
                day=say_day(first, today),
                gate=gate,
            ),
            do=words.commitments.error.give_the_day_itself_as_the,
        )


def _is_wider(now: str, was: str) -> bool:
    """Whether it says all that it said and more: the same outcome for more people, places or things."""
    before, after = set(was.casefold().split()), now.casefold().split()
    return len(after) >= len(was.split()) + _WIDER and before <= set(after)


def _is_larger(changed: Commitment, kept: Commitment) -> bool:
    """More of the same thing; a first amount, or one of something else, is no more of anything."""
    now = amount.goal_of(changed)
    was = [each for each in (amount.goal_of(kept), *map(_readable, kept.amounts)) if each]
    if now is None:
        return False
    alike = [number for each in was if (number := amount.counted_in(each, now)) is not None]
    return bool(alike) and now.number > max(alike)


def _readable(typed: str) -> amount.Amount | None:
    """An amount that was kept; what a newer version wrote may not be one."""
    try:
        return amount.read(typed)
    except UsageError:
        return None


def _often(commitment: Commitment) -> float:
    return in_28_days(read(commitment.rhythm)) if commitment.rhythm else 0.0
