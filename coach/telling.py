"""An assessment in words and pictures, line by line: the app draws the lines and the shell prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessing.assessments import before
from coach.assessing.instrument import SCALES, Correction, of_scale, signs
from coach.assessing.picture import BALANCE, SCALE, SIGN, drawn, numbers
from coach.assessing.scoring import (
    STANDS_OUT,
    balance,
    band,
    has_balance_moved,
    has_sign_changed,
    is_straight,
    says_little,
    scale_change,
    score,
)
from coach.content import filled, table, words
from coach.counting import counted
from coach.days import day_of
from coach.when import say_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, time

    from coach.assessed import Assessed, Became
    from coach.assessing.feedback import Gap
    from coach.assessing.result import Measured, Moved, Result, Spoken
    from coach.records import Assessment

_LABEL, _SCORED = 15, 16
_DATE = 15
_PART = 15
_SO_FAR = 5
_OFTEN_SHORT = ("0", "1", "2–3", "4–6", "7+")


class Told(NamedTuple):
    """One line."""

    text: str = ""
    role: str = "text"
    """`strong`, `text`, `quiet`, `keys` (what keys do in the app), `picture` (not to be wrapped)."""
    target: Any = None
    """What it opens, or what can be done with it."""
    indent: int = 0
    hang: int = 0
    """How long the label at its beginning is: below, it goes on beside it."""


class Offer(NamedTuple):
    """A correction that can be held, and the other one for the same sign."""

    correction: Correction
    others: tuple[Correction, ...]


def result_lines(found: Assessed, today: date, ends: time, turned: int = 0) -> Iterator[Told]:
    """The whole result. `turned` says how often another correction was asked for."""
    result = found.result
    day = say_day(day_of(result.assessment.at, ends), today)
    if result.assessment.name == "flagged":
        yield Told(filled(words("assess", "result", "flagged_title"), day=day), "strong")
        yield from _flagged(result)
    else:
        yield Told(filled(words("assess", "result", "title"), day=day), "strong")
        yield from picture_lines(result)
        yield Told(words("assess", "result", "uncertain"), "quiet")
        yield Told()
        is_low = max(each.score or 0 for each in result.scales) < STANDS_OUT
        even = "even_low" if result.reading == "even" and is_low else result.reading
        yield Told(words("assess", "result", even))
        if result.reading in SCALES and _is_both(result):
            yield Told(words("assess", "result", "both_often"))
    if result.says_little:
        low = "low_same" if is_straight(result.assessment.answers) else "low_fast"
        yield Told(words("assess", "result", low), "quiet")
    if result.assessment.name == "full":
        yield from _changes(result, today, ends)
        yield from _stood_out(result)
    yield from _trials(found.trials)
    yield from _corrections(found, today, turned)
    if result.assessment.name == "full":
        yield from _balanced(result)
        yield from _spoken(result)
        yield from _named(result)
    yield from _asks(found)


def trend_lines(known: Sequence[Assessment], name: str, today: date, ends: time) -> Iterator[Told]:
    """One scale, the balance or one sign over time, each time with its uncertainty."""
    axis = {"managing": SCALE, "leading": SCALE, "balance": BALANCE}.get(name, SIGN)
    kind = {"managing": "scale", "leading": "scale", "balance": "balance"}.get(name, "sign")
    yield Told(words("assess", "trend", f"{kind}_changes"), "quiet")
    yield Told()
    head = words("assess", "trend", "balance_axis") if name == "balance" else numbers(axis)
    head = head if axis != SIGN else "".join(f"{each:<{SIGN.unit}}" for each in _OFTEN_SHORT)
    yield Told(f"{'':<{_DATE + _SCORED}}{head}", "picture_quiet")
    for each in known:
        value = value_of(each, name)
        day = say_day(day_of(each.at, ends), today)
        yield Told(f"{day:<{_DATE}}{said(value, name):<{_SCORED}}{drawn(axis, value)}", "picture", each)
    if len(known) == 1:
        yield Told()
        yield Told(words("assess", "trend", "only_one"), "quiet")


def value_of(assessment: Assessment, name: str) -> float | None:
    """A scale, the balance, or a sign of an assessment."""
    answers = assessment.answers
    if name in SCALES:
        return score(answers, of_scale("managing" if name == "managing" else "leading"))
    if name == "balance":
        return balance(score(answers, of_scale("managing")), score(answers, of_scale("leading")))
    return answers.get(name)


def said(value: float | None, name: str) -> str:
    """A value in a word or a number."""
    if value is None:
        return words("assess", "trend", "none")
    if name in SCALES:
        return f"{value:.1f}"
    if name == "balance":
        return f"{value:+.1f}"
    return words("assess", "often", str(int(value)))


def series() -> list[tuple[str, str]]:
    """Everything that has a trend: name and title."""
    scales = [(each, words("assess", "scale", each)) for each in SCALES]
    return [
        *scales,
        ("balance", words("assess", "result", "balance")),
        *((each.id, each.title) for each in signs()),
    ]


def compared(known: Sequence[Assessment]) -> list[Assessment]:
    """Those that can lie beside one another: full ones, in the wording of the last."""
    full = [each for each in known if each.name == "full"]
    return [each for each in full if each.wording == full[-1].wording]


def so_far(known: Sequence[Assessment], name: str) -> tuple[str, str]:
    """The values one after the other, and how the last one lies beside the one it is compared with: only what
    is larger than the uncertainty is called a change."""
    values = [value for each in known if (value := value_of(each, name)) is not None]
    told = "".join(f"{_short(value, name):>6}" for value in values[-_SO_FAR:])
    last = known[-1] if known else None
    then = before(known, last) if last and not says_little(last.answers, last.spent) else None
    if last is None or then is None:
        return told, ""
    was, now = value_of(then, name), value_of(last, name)
    way = "less" if (now or 0) < (was or 0) else "more"
    if name in SCALES:
        change = scale_change(was, now)
        return told, words("assess", "trend", f"{change}_{way}") if change else ""
    if name == "balance":
        return told, words("assess", "trend", "moved") if has_balance_moved(was, now) else ""
    return told, words("assess", "trend", f"real_{way}") if has_sign_changed(was, now) else ""


def _short(value: float, name: str) -> str:
    return _OFTEN_SHORT[int(value)] if name not in {*SCALES, "balance"} else said(value, name)


def gap_line(gap: Gap) -> str:
    """What was expected beside what was heard, or only what was heard."""
    side = words("feedback", "side", gap.side)
    if gap.n:
        numbers_of = {"lower": gap.lower, "same": gap.same, "higher": gap.higher}
        n = counted(gap.n, "answer")
        return filled(words("feedback", "gap_line"), side=side, n=n, **numbers_of)
    return filled(words("feedback", "gap_heard"), side=side, n=sum(gap.heard.values()), **gap.heard)


def picture_lines(result: Result) -> Iterator[Told]:
    """Both scales and the balance, each with its uncertainty."""
    yield Told(f"{'':<{_LABEL + _SCORED}}{numbers(SCALE)}", "picture_quiet")
    for each in result.scales:
        title = words("assess", "scale", each.scale)
        yield Told(f"{title:<{_LABEL}}{_scored(each):<{_SCORED}}{drawn(SCALE, each.score)}", "picture")
    if result.balance is not None:
        yield Told(f"{'':<{_LABEL + _SCORED}}{words('assess', 'trend', 'balance_axis')}", "picture_quiet")
        title = words("assess", "result", "balance")
        moved = f"{result.balance:+.1f}"
        yield Told(f"{title:<{_LABEL}}{moved:<{_SCORED}}{drawn(BALANCE, result.balance)}", "picture")


def _scored(each: Measured) -> str:
    if each.score is None:
        return filled(words("assess", "result", "scale_open"), answered=each.answered)
    word = words("assess", "band", band(each.score))
    return filled(words("assess", "result", "scale_line"), score=f"{each.score:.1f}", word=word)


def _is_both(result: Result) -> bool:
    """Whether the scale that does not lean comes often, too."""
    return min(each.score or 0 for each in result.scales) >= STANDS_OUT


def _changes(result: Result, today: date, ends: time) -> Iterator[Told]:
    """What differs from the time before by more than the uncertainty, and nothing else."""
    if result.before is None:
        return
    yield Told()
    yield Told(words("assess", "result", "changes"), "strong")
    day = say_day(day_of(result.before.at, ends), today)
    yield Told(filled(words("assess", "result", "changes_about"), day=day), "quiet")
    lines = [line for each in result.scales if (line := _changed(each))]
    if result.moved_by is not None:
        side = words("assess", "result", "balance_managing" if result.moved_by > 0 else "balance_leading")
        moved = filled(
            words("assess", "result", "balance_moved"), by=f"{abs(result.moved_by):.1f}", side=side
        )
        lines.append(moved)
    lines += [_sign_line(each) for each in result.asked if each.is_change]
    yield from (Told(line) for line in lines or [words("assess", "result", "change_none")])


def _changed(each: Measured) -> str:
    if each.change is None or each.score is None or each.before is None:
        return ""
    way = "less" if each.score < each.before else "more"
    text = words("assess", "result", f"change_{each.change}_{way}")
    title = words("assess", "scale", each.scale)
    return filled(text, scale=title, before=f"{each.before:.1f}", now=f"{each.score:.1f}")


def _sign_line(each: Moved) -> str:
    """A sign then and now; that it changed only where it did by more than the uncertainty."""
    if each.before is None:
        return f"{each.sign.title}: {often(each.now)}"
    way = "same" if not each.is_change else "less" if each.now < each.before else "more"
    text = words("assess", "result", f"sign_{way}")
    return filled(text, title=each.sign.title, before=often(each.before), now=often(each.now))


def often(step: int) -> str:
    """How often a sign was, in words."""
    return words("assess", "often", str(step))


def _flagged(result: Result) -> Iterator[Told]:
    """In mid-season: each sign beside the time before."""
    yield Told()
    yield from (Told(_sign_line(each)) for each in result.asked)


def _stood_out(result: Result) -> Iterator[Told]:
    yield Told()
    yield Told(words("assess", "result", "strongest"), "strong")
    if not result.stood_out:
        yield Told(words("assess", "result", "strongest_none"), "quiet")
    for place, each in enumerate(result.stood_out):
        if place:
            yield Told()
        yield Told(f"{each.sign.title}: {often(each.now)}")
        wording = result.assessment.wording
        said = {"asked": f"“{each.sign.text(wording)}”", **each.sign.about(wording)}
        for part, text in said.items():
            label = words("assess", "result", part)
            yield Told(f"{label:<{_PART}}{text}", "quiet", indent=2, hang=_PART)


def _trials(trials: Sequence[Became]) -> Iterator[Told]:
    if not trials:
        return
    yield Told()
    yield Told(words("assess", "result", "trials"), "strong")
    for each in trials:
        text = words("assess", "result", "trial_line")
        yield Told(filled(text, name=each.commitment.text, said=each.said), target=each.commitment)
        sign = _sign_line(each.sign) if each.sign else words("assess", "result", "trial_sign_none")
        yield Told(sign, "quiet", indent=2)


def _corrections(found: Assessed, today: date, turned: int) -> Iterator[Told]:
    """M17: at most two, each with one key."""
    offered = found.result.offered
    if not offered:
        return
    yield Told()
    yield Told(words("assess", "result", "corrections"), "strong")
    yield Told(words("assess", "result", "corrections_about"), "keys")
    for own in offered:
        each = next((one for one in own if one.id in found.held), own[turned % len(own)])
        text = words("assess", "result", "correction_line")
        wording = found.result.assessment.wording
        yield Told(filled(text, name=each.text(wording), rhythm=each.rhythm), "offer", Offer(each, own))
        plan = filled(words("assess", "result", "correction_plan"), cue=each.cue, act=each.act)
        yield Told(plan, "quiet", indent=2)
        if each.id in found.held:
            until = say_day(found.gates[each.id], today)
            yield Told(filled(words("assess", "result", "correction_held"), day=until), "quiet", indent=2)


def _balanced(result: Result) -> Iterator[Told]:
    if not result.balanced:
        return
    yield Told()
    yield Told(words("assess", "result", "balanced"), "strong")
    wording = result.assessment.wording
    texts = {each["id"]: each[wording] for each in table("signs")["balance"]}
    yield from (Told(texts[name]) for name in result.balanced)
    if result.is_whole:
        yield Told(words("assess", "result", "balanced_both"))


def _spoken(result: Result) -> Iterator[Told]:
    if not result.spoken:
        return
    yield Told()
    yield Told(words("assess", "result", "diagnostics"), "strong")
    for each in result.spoken:
        yield Told(
            f"{each.question.title}: {words('assess', 'answer', each.answer)}, {_speaks(each)}", target=each
        )
        count = len(each.cites)
        beside = filled(words("assess", "result", "evidence"), count=counted(count, "record"))
        yield Told(beside if count else words("assess", "result", "no_evidence"), "quiet", indent=2)


def _speaks(each: Spoken) -> str:
    way = {"no": "for", "yes": "against", "partly": "partly"}.get(each.answer, "unclear")
    scale = words("assess", "scale", each.question.scale).lower()
    return filled(words("assess", "result", way), scale=scale)


def _named(result: Result) -> Iterator[Told]:
    if not result.named:
        return
    yield Told()
    yield Told(words("assess", "result", "named"), "strong")
    yield Told(words("assess", "result", "named_about"), "quiet")
    for each in result.named:
        yield Told(f"{each.name}. {each.sign}")
        yield Told(words("emphasis", each.id, "way"), "quiet", indent=2)


def _asks(found: Assessed) -> Iterator[Told]:
    yield Told()
    yield Told(words("assess", "result", "ask"), "strong")
    yield Told(words("assess", "result", "ask_about"), "quiet")
    yield Told(words("assess", "result", "ask_keys"), "keys")
    wording = found.result.assessment.wording
    for each in found.asks:
        yield Told(
            f"{words('feedback', 'role', each.role).capitalize()}: “{each.text(wording)}”", target=each
        )
    if found.gaps:
        yield Told()
        yield Told(words("assess", "result", "others"), "strong")
        yield from (Told(gap_line(each)) for each in found.gaps)
