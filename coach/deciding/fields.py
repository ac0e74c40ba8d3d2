"""What a decision, a page of rights and a triage are made of, declared once: the lines of their pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments.terms import day_understood
from coach.core.errors import UsageError
from coach.core.texts import filled, table, words
from coach.deciding.decisions import HIGHEST, LOWEST
from coach.deciding.domains import PARTS
from coach.deciding.records import HEIGHTS
from coach.fields import Field, after, needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.core.when import Reader
    from coach.deciding.records import Decision, Domain

OPTIONS, FAILURES = ("option1", "option2", "option3", "option4"), ("failure1", "failure2")
_LINES = ("text", "decider", "gives_up", "reversal", "outcome")
_DAYS = ("by", "due")
_DIGITS = 3


def decision_fields(reader: Reader, domains: Sequence[Domain] = ()) -> list[Field]:
    """Its lines. What would be seen comes before when, and when before how likely."""
    either = (("n", False), ("y", True))
    cross = tuple((key, words.deciding.cross["yes" if value else "no"], value) for key, value in either)
    touches = tuple((key, words.deciding.touches["yes" if value else "no"], value) for key, value in either)
    pages = tuple((str(place), each.name, each.id) for place, each in enumerate(domains[:9], 1))
    return [
        _line("text", check=needed(words.deciding.error.no_text)),
        *(_line(each, wanted=after("option3") if each == "option4" else None) for each in OPTIONS),
        *([_line("domain", kind="choice", choices=pages)] if pages else []),
        _line("decider"),
        _line("by", read=partial(_day, reader), check=partial(is_day, reader)),
        _line("cross", kind="choice", choices=cross),
        _line("frame", kind="choice", choices=touches),
        _line("gives_up"),
        _line("reversal"),
        _line("outcome"),
        _line("due", read=partial(_day, reader), check=partial(is_day, reader), wanted=after("outcome")),
        _line("odds", check=odds_of, wanted=after("due")),
        *(_line(each, wanted=after("outcome")) for each in FAILURES),
    ]  # fmt: skip


def domain_fields() -> list[Field]:
    """Those of a page of rights."""
    checks = {"name": words.deciding.error.no_name, "decides": words.deciding.error.no_decides}
    return [_line(each, "rights", check=needed(checks[each]) if each in checks else None) for each in PARTS]


def triage_fields() -> list[Field]:
    """What is triaged, and its three scales."""
    heights = tuple((key, words.deciding.height[each], each) for key, each in zip("lh", HEIGHTS, strict=True))
    either = tuple((each[0], words.deciding.reversible[each], each) for each in ("yes", "no"))
    choose = needed(words.deciding.error.choose)
    return [
        _line("text", "triage", check=needed(words.deciding.error.no_text)),
        _line("ambiguity", "triage", kind="choice", choices=heights, check=choose),
        _line("coupling", "triage", kind="choice", choices=heights, check=choose),
        _line("reversible", "triage", kind="choice", choices=either, check=choose),
    ]


def handover_fields() -> list[Field]:
    """Which kind, to whom, up to where."""
    said = words.handover
    return [
        Field(name, said.label[name], said.explains[name], said.hint[name], check=needed(said.error[name]))
        for name in ("text", "to", "boundary")
    ]


def split_fields() -> list[Field]:
    """The two parts, and what goes from one to the other."""
    needs = needed(words.deciding.error.split_needs)
    return [_line(name, "split", check=needs) for name in ("lead", "manage", "handoff")]


def _line(name: str, of: str = "field", **more: Any) -> Field:
    label, about = (words.deciding[of, part, name] for part in ("label", "about"))
    hint = str(table("deciding")[of]["hint"].get(name, ""))
    return Field(name, label, about, hint, **more)


def odds_of(typed: str) -> float | None:
    """A number from 50 to 95, with or without its sign."""
    line = typed.strip().removesuffix("%").strip()
    if not line:
        return None
    if not line.isdecimal() or len(line) > _DIGITS or not LOWEST <= int(line) <= HIGHEST:
        raise UsageError(filled(words.deciding.error.odds, lowest=LOWEST, highest=HIGHEST))
    return float(line)


def parts_of(said: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """What stands in the lines, as the service takes it."""
    parts: dict[str, Any] = {name: said.get(name) or "" for name in _LINES}
    parts["options"] = tuple(said[name] for name in OPTIONS if said.get(name))
    parts["failures"] = tuple(said[name] for name in FAILURES if said.get(name))
    parts |= {name: reader.day(said[name], ahead=True) if said.get(name) else None for name in _DAYS}
    parts["odds"] = odds_of(str(said.get("odds") or ""))
    parts |= {name: bool(said.get(name)) for name in ("cross", "frame")}
    parts["domain"] = said.get("domain") or None
    return parts


def lines_of(decision: Decision) -> dict[str, Any]:
    """The lines that `parts_of` reads back."""
    said: dict[str, Any] = {name: getattr(decision, name) for name in _LINES}
    said |= dict(zip(OPTIONS, decision.options, strict=False)) | dict(
        zip(FAILURES, decision.failures, strict=False)
    )
    said |= {name: day.isoformat() for name in _DAYS if (day := getattr(decision, name))}
    said["odds"] = f"{decision.odds:g}" if decision.odds is not None else ""
    said |= {name: getattr(decision, name) for name in ("cross", "frame", "domain")}
    return said


def _day(reader: Reader, typed: str) -> str:
    return day_understood(typed, reader)


def is_day(reader: Reader, typed: str) -> None:
    """Refuses what is no day."""
    if typed.strip():
        reader.day(typed, ahead=True)
