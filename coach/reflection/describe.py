"""A look back in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.asking_on import MORE
from coach.core.texts import filled, table, words
from coach.describe import asked, cited, indented, line_of
from coach.reflection.looking_back import QUARTER
from coach.reflection.records import Reading, Reflection
from coach.reflection.sure import STEPS, step_of
from coach.reflection.typed import as_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from coach.app import Coach


def _reflection(record: Reflection, coach: Coach) -> str:
    said = "  ·  ".join(record.words.split("\n"))
    return filled(
        words.reflect.says.line,
        name=words.reflect.name[record.name],
        day=coach.days.say(record.last),
        said=said,
    )


def reflection_lines(review: Reflection, coach: Coach) -> list[str]:
    """A look back as it is read again: the questions, what was thought first, what it rests on."""
    found: list[str] = []
    if review.of:
        found += [words.action.what, f"  {line_of(review.of, coach)}", ""]
    if review.severity:
        found += [f"{words.action.grave}: {words.action.severity[review.severity]}", ""]
    for name, text in _in_order(review):
        title = words.monthly.became.title if name == "became" else asked(name, words.weekly.asked)
        found += [review.asked.get(name) or title, *indented(text)]
        if first := review.before.get(name):
            found += [f"  {words.monthly.thought_first}: {first.splitlines()[0]}"]
            found += [f"  {line}" for line in first.splitlines()[1:]]
        found += cited(review.cites.get(name, ()), coach)
        found.append("")
    if review.experiment:
        plans = [f"  {plan}" for plan in review.plans]
        found += [words.monthly.experiment.title, *indented(review.experiment), *plans, ""]
    elif review.plans:
        found += [words.weekly.step.plans, *(f"  {plan}" for plan in review.plans), ""]
    if review.flow is not None or review.outcome is not None:
        numbers = f"{_number(review.flow)}, {_number(review.outcome)}"
        found.append(f"{words.weekly.step.numbers}: {numbers}")
    if review.parted:
        found.append(review.parted)
    if review.confidence is not None:
        found.append(filled(words.weekly.confidence.shown, sure=step_of(review.confidence), of=STEPS))
    return found


def _in_order(review: Reflection) -> list[tuple[str, str]]:
    """The answers in the order in which they are asked."""
    asked = [each["id"] for each in table(review.name).get("question", ()) if isinstance(each, dict)]
    quarters = [f"{QUARTER}{number}" for number in range(1, 5)] if review.name == "yearly" else []
    place = {name: number for number, name in enumerate([*quarters, *asked, "became"])}
    return sorted(review.answers.items(), key=lambda each: place.get(each[0].removesuffix(MORE), len(place)))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _reading(record: Reading) -> str:
    return filled(
        words.reflect.says.reading_line, name=words.season.page[record.name], value=as_typed(record.value)
    )


LINES: dict[str, Callable[[Any, Coach], str]] = {
    Reflection.kind: _reflection,
    Reading.kind: lambda record, _: _reading(record),
}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Reflection.kind: reflection_lines}
TITLES: dict[str, Callable[[Any], str]] = {Reflection.kind: lambda record: words.reflect.name[record.name]}
