"""Scales, balance and signs over time, line by line, each time with the uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.assessment.assessments import before
from coach.assessment.instrument import SCALES, of_scale, signs
from coach.assessment.picture import BALANCE, SCALE, SIGN, drawn, numbers
from coach.assessment.scoring import (
    balance,
    has_balance_moved,
    says_little,
    scale_change,
    score,
)
from coach.core.texts import words
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.assessment.records import Assessment
    from coach.core.own_days import Days

_DATE, _SAID = 17, 16
_SO_FAR = 5
_OFTEN_SHORT = ("0", "1", "2–3", "4–6", "7+")


def trend_lines(known: Sequence[Assessment], name: str, days: Days) -> Iterator[Told]:
    """One scale, the balance or one sign over time, each time with its uncertainty."""
    axis = {"managing": SCALE, "leading": SCALE, "balance": BALANCE}.get(name, SIGN)
    kind = {"managing": "scale", "leading": "scale", "balance": "balance"}.get(name, "sign")
    yield Told(words.assess.trend[f"{kind}_changes"], "quiet")
    yield Told()
    head = words.assess.trend.balance_axis if name == "balance" else numbers(axis)
    head = head if axis != SIGN else "".join(f"{each:<{SIGN.unit}}" for each in _OFTEN_SHORT)
    yield Told(f"{'':<{_DATE + _SAID}}{head}", "picture_quiet")
    for each in known:
        value = value_of(each, name)
        day = days.said(each.at)
        yield Told(f"{day:<{_DATE}}{said(value, name):<{_SAID}}{drawn(axis, value)}", "picture", each)
    if len(known) == 1:
        yield Told()
        yield Told(words.assess.trend.only_one, "quiet")


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
        return words.assess.trend.none
    if name in SCALES:
        return f"{value:.1f}"
    if name == "balance":
        return f"{value:+.1f}"
    return words.assess.often[str(int(value))]


def series() -> list[tuple[str, str]]:
    """Everything that has a trend: name and title."""
    scales = [(each, words.assess.scale[each]) for each in SCALES]
    return [
        *scales,
        ("balance", words.assess.result.balance),
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
        return told, words.assess.trend[f"{change}_{way}"] if change else ""
    if name == "balance":
        return told, words.assess.trend.moved if has_balance_moved(was, now) else ""
    return told, ""


def _short(value: float, name: str) -> str:
    return _OFTEN_SHORT[int(value)] if name not in {*SCALES, "balance"} else said(value, name)
