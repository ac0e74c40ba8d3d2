"""An assessment in words and pictures, line by line: the app draws the lines and the shell prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.assessment.instrument import SCALES, Correction
from coach.assessment.picture import BALANCE, SCALE, drawn, numbers
from coach.assessment.scoring import STANDS_OUT, band, is_straight
from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.texts import filled, table, words
from coach.feedback.describe import gap_line
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coach.assessment.in_context import Assessed, Became
    from coach.assessment.result import Measured, Moved, Result, Spoken
    from coach.core.own_days import Days

_LABEL, _SCORED = 15, 16
_PART = 15

_BY_CHANCE = 1 / 6
"""Of twelve signs of somebody who stays the same, about two move two steps."""


class Offer(NamedTuple):
    """A correction that can be held, and the other one for the same sign."""

    correction: Correction
    others: tuple[Correction, ...]


def result_lines(found: Assessed, days: Days, turned: int = 0) -> Iterator[Told]:
    """The whole result. `turned` says how often another correction was asked for."""
    result = found.result
    day = days.said(result.assessment.at)
    if result.assessment.name == "flagged":
        yield Told(filled(words.assess.result.flagged_title, day=day), "strong")
        yield from _flagged(result)
    else:
        yield Told(filled(words.assess.result.title, day=day), "strong")
        yield from picture_lines(result)
        yield Told(words.assess.result.uncertain, "quiet")
        yield Told()
        is_low = max(each.score or 0 for each in result.scales) < STANDS_OUT
        even = "even_low" if result.reading == "even" and is_low else result.reading
        yield Told(words.assess.result[even])
        if result.reading in SCALES and _is_both(result):
            yield Told(words.assess.result.both_often)
    if result.says_little:
        low = "low_same" if is_straight(result.assessment.answers) else "low_fast"
        yield Told(words.assess.result[low], "quiet")
    if result.assessment.name == "full":
        yield from _changes(result, days)
        yield from _stood_out(result)
        yield from _against(found)
    yield from _trials(found.trials)
    yield from _corrections(found, days.today, turned)
    if result.assessment.name == "full":
        yield from _balanced(result)
        yield from _spoken(result)
        yield from _named(result)
    yield from _asks(found)


def picture_lines(result: Result) -> Iterator[Told]:
    """Both scales and the balance, each with its uncertainty."""
    yield Told(f"{'':<{_LABEL + _SCORED}}{numbers(SCALE)}", "picture_quiet")
    for each in result.scales:
        title = words.assess.scale[each.scale]
        yield Told(f"{title:<{_LABEL}}{_scored(each):<{_SCORED}}{drawn(SCALE, each.score)}", "picture")
    if result.balance is not None:
        yield Told(f"{'':<{_LABEL + _SCORED}}{words.assess.trend.balance_axis}", "picture_quiet")
        title = words.assess.result.balance
        moved = f"{result.balance:+.1f}"
        yield Told(f"{title:<{_LABEL}}{moved:<{_SCORED}}{drawn(BALANCE, result.balance)}", "picture")


def _scored(each: Measured) -> str:
    if each.score is None:
        return filled(words.assess.result.scale_open, answered=each.answered)
    word = words.assess.band[band(each.score)]
    return filled(words.assess.result.scale_line, score=f"{each.score:.1f}", word=word)


def _is_both(result: Result) -> bool:
    """Whether the scale that does not lean comes often, too."""
    return min(each.score or 0 for each in result.scales) >= STANDS_OUT


def _changes(result: Result, days: Days) -> Iterator[Told]:
    """What differs from the time before by more than the uncertainty, and nothing else."""
    if result.before is None:
        return
    yield Told()
    yield Told(words.assess.result.changes, "strong")
    day = days.said(result.before.at)
    yield Told(filled(words.assess.result.changes_about, day=day), "quiet")
    yield from (Told(line) for line in change_lines(result) or [words.assess.result.change_none])
    if moved := _signs_moved(result):
        yield Told(moved, "quiet")


def change_lines(result: Result) -> list[str]:
    """Each change that is larger than the uncertainty."""
    lines = [line for each in result.scales if (line := _changed(each))]
    if result.moved_by is not None:
        side = words.assess.result["balance_managing" if result.moved_by > 0 else "balance_leading"]
        moved = filled(words.assess.result.balance_moved, by=f"{abs(result.moved_by):.1f}", side=side)
        lines.append(moved)
    return lines


def _signs_moved(result: Result) -> str:
    """No single sign is told as changed: of a person who stays the same, about one in six moves so far."""
    compared = [each for each in result.asked if each.before is not None]
    if not compared:
        return ""
    moved, chance = sum(each.is_change for each in compared), round(_BY_CHANCE * len(compared))
    text = words.assess.result.signs_moved
    return filled(
        text, of=len(compared), count=moved or words.counting.none, chance=chance or words.counting.none
    )


def _changed(each: Measured) -> str:
    if each.change is None or each.score is None or each.before is None:
        return ""
    way = "less" if each.score < each.before else "more"
    text = words.assess.result[f"change_{each.change}_{way}"]
    title = words.assess.scale[each.scale]
    return filled(text, scale=title, before=f"{each.before:.1f}", now=f"{each.score:.1f}")


def _sign_line(each: Moved) -> str:
    """A sign then and now; that it changed only where it did by more than the uncertainty."""
    if each.before is None:
        return f"{each.sign.title}: {often(each.now)}"
    way = "same" if not each.is_change else "less" if each.now < each.before else "more"
    text = words.assess.result[f"sign_{way}"]
    return filled(text, title=each.sign.title, before=often(each.before), now=often(each.now))


def _then_and_now(each: Moved) -> str:
    """Both answers, and no word on what lies between them."""
    if each.before is None:
        return f"{each.sign.title}: {often(each.now)}"
    text = words.assess.result.sign_then
    return filled(text, title=each.sign.title, before=often(each.before), now=often(each.now))


def often(step: int) -> str:
    """How often a sign was, in words."""
    return words.assess.often[str(step)]


def _flagged(result: Result) -> Iterator[Told]:
    """In mid-season: each sign beside the time before."""
    yield Told()
    yield from (Told(_then_and_now(each)) for each in result.asked)


def _stood_out(result: Result) -> Iterator[Told]:
    yield Told()
    yield Told(words.assess.result.strongest, "strong")
    if not result.stood_out:
        yield Told(words.assess.result.strongest_none, "quiet")
    for place, each in enumerate(result.stood_out):
        if place:
            yield Told()
        yield Told(f"{each.sign.title}: {often(each.now)}")
        wording = result.assessment.wording
        said = {"asked": f"“{each.sign.text(wording)}”", **each.sign.about(wording)}
        for part, text in said.items():
            label = words.assess.result[part]
            yield Told(f"{label:<{_PART}}{text}", "quiet", indent=2, hang=_PART)


def _against(found: Assessed) -> Iterator[Told]:
    if not found.against:
        return
    yield Told()
    yield Told(words.assess.result.recorded, "strong")
    for told, answer in found.against:
        yield Told(told)
        if answer:
            yield Told(answer, "quiet", indent=2)


def _trials(trials: Sequence[Became]) -> Iterator[Told]:
    if not trials:
        return
    yield Told()
    yield Told(words.assess.result.trials, "strong")
    for each in trials:
        text = words.assess.result.trial_line
        yield Told(filled(text, name=each.commitment.text, said=each.said), target=each.commitment)
        sign = _sign_line(each.sign) if each.sign else words.assess.result.trial_sign_none
        yield Told(sign, "quiet", indent=2)
        if each.sign and each.sign.is_change:
            yield Told(words.assess.result.regression, "quiet", indent=2)


def _corrections(found: Assessed, today: date, turned: int) -> Iterator[Told]:
    """M17: at most two, each with one key."""
    offered = found.result.offered
    if not offered:
        return
    yield Told()
    yield Told(words.assess.result.corrections, "strong")
    yield Told(words.assess.result.corrections_about, "keys")
    for own in offered:
        each = next((one for one in own if one.id in found.held), own[turned % len(own)])
        text = words.assess.result.correction_line
        wording = found.result.assessment.wording
        yield Told(filled(text, name=each.text(wording), rhythm=each.rhythm), "offer", Offer(each, own))
        cue, act = each.plan(wording)
        plan = filled(words.assess.result.correction_plan, cue=cue, act=act)
        yield Told(plan, "quiet", indent=2)
        if each.id in found.held:
            until = say_day(found.held[each.id], today)
            yield Told(filled(words.assess.result.correction_held, day=until), "quiet", indent=2)


def _balanced(result: Result) -> Iterator[Told]:
    if not result.balanced:
        return
    yield Told()
    yield Told(words.assess.result.balanced, "strong")
    wording = result.assessment.wording
    texts = {each["id"]: each[wording] for each in table("signs")["balance"]}
    yield from (Told(texts[name]) for name in result.balanced)
    if result.is_whole:
        yield Told(words.assess.result.balanced_both)


def _spoken(result: Result) -> Iterator[Told]:
    if not result.spoken:
        return
    yield Told()
    yield Told(words.assess.result.diagnostics, "strong")
    for each in result.spoken:
        yield Told(f"{each.question.title}: {words.assess.answer[each.answer]}, {_speaks(each)}", target=each)
        count = len(each.cites)
        beside = filled(words.assess.result.evidence, count=counted(count, "record"))
        yield Told(beside if count else words.assess.result.no_evidence, "quiet", indent=2)


def _speaks(each: Spoken) -> str:
    way = {"no": "for", "yes": "against", "partly": "partly"}.get(each.answer, "unclear")
    scale = words.assess.scale[each.question.scale].lower()
    return filled(words.assess.result[way], scale=scale)


def _named(result: Result) -> Iterator[Told]:
    if not result.named:
        return
    yield Told()
    yield Told(words.assess.result.named, "strong")
    yield Told(words.assess.result.named_about, "quiet")
    for each in result.named:
        yield Told(f"{each.name}. {each.sign}")
        yield Told(words.emphasis[each.id, "way"], "quiet", indent=2)


def _asks(found: Assessed) -> Iterator[Told]:
    yield Told()
    yield Told(words.assess.result.ask, "strong")
    yield Told(words.assess.result.ask_about, "quiet")
    yield Told(words.assess.result.ask_keys, "keys")
    wording = found.result.assessment.wording
    for each in found.asks:
        yield Told(f"{words.feedback.role[each.role].capitalize()}: “{each.text(wording)}”", target=each)
    if found.gaps:
        yield Told()
        yield Told(words.assess.result.others, "strong")
        yield from (Told(gap_line(each)) for each in found.gaps)
