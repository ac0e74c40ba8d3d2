"""A packet as a document: sections of lines and charts, each with a name by which it is taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

ChartKind = Literal["weeks", "numbers", "bands"]


class TableRow(NamedTuple):
    """One row, column or point of a chart."""

    label: str
    values: tuple[float, ...]


class Chart(NamedTuple):
    """Numbers to look at. `weeks` are kept, partly and missed; `numbers` go over time; `bands` are a value
    between its lowest and its highest."""

    kind: ChartKind
    rows: tuple[TableRow, ...]
    lowest: float
    highest: float


class Line(NamedTuple):
    """One line, by a name that stays the same from one packet to the next."""

    name: str
    text: str
    label: str = ""
    chart: Chart | None = None
    """What it says, in a picture."""
    is_private: bool = False
    """Whether it stays at home until it is taken in by itself."""
    is_under: bool = False
    """Whether it belongs to the line above."""


class Section(NamedTuple):
    """Some lines under a heading."""

    name: str
    lines: tuple[Line, ...]
    is_page: bool = False
    """L13: whether it has a page of its own and comes first."""

    @property
    def title(self) -> str:
        """Its heading."""
        return words.packet.section[self.name]


class Document(NamedTuple):
    """All of it."""

    id: str
    to: str
    ask: str
    first: date
    last: date
    made: date
    sections: tuple[Section, ...]

    def lines(self) -> Iterator[Line]:
        """Every line there is."""
        for section in self.sections:
            yield from section.lines

    def each_line(self, change: Callable[[Line], Line]) -> Document:
        """A document like this one, with every line of it changed."""
        return self._replace(
            sections=tuple(
                section._replace(lines=tuple(change(each) for each in section.lines))
                for section in self.sections
            ),
        )


def retold(line: Line, change: Callable[[str], str]) -> Line:
    """A line with every text of it changed, its label and chart too."""
    chart = line.chart
    if chart:
        chart = chart._replace(rows=tuple(row._replace(label=change(row.label)) for row in chart.rows))
    return line._replace(text=change(line.text), label=change(line.label), chart=chart)
