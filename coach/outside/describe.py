"""A form that came back, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.outside.form import parts
from coach.outside.records import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _view(record: View, coach: Coach) -> str:
    del coach
    numbers = {"signs": len(record.signs), "judged": len(record.diagnostics), "said": len(record.answers)}
    return filled(words.outside.line, role=words.feedback.role[record.role], **numbers)


def _view_lines(record: View, coach: Coach) -> Iterator[str]:
    yield from (_view(record, coach), "")
    asked = parts()
    for name, step in record.signs.items():
        yield f"{step:g}  {asked['signs'].get(name, name)}"
    for name, said in record.diagnostics.items():
        yield f"{words.assess.answer[said]}: {asked['diagnostics'].get(name, name)}"
    for name, text in record.answers.items():
        yield from ("", asked["hard"].get(name, name), f"  {text}")


LINES: dict[str, Callable[[Any, Coach], str]] = {View.kind: _view}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {View.kind: _view_lines}
