"""One table of a run: each promise, its bar, what was measured, how far the runs lay apart, and a verdict; and
the file that keeps the runs of releases."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

BARE = [sys.executable, "-c", "pass"]
"""What every command is measured beside."""
_FEW = 4
"""So many runs have no middle half worth telling."""
HEAD = ("version", "day", "python", "promise", "bar", "unit", "measured", "spread", "verdict")


class Measured(float):
    """The median of several runs, and the half width of their middle half as a part of it."""

    spread: float | None = None

    @classmethod
    def against(cls, one: Sequence[float], other: Sequence[float]) -> Measured:
        """Runs taken in turn, pair by pair, as one ratio."""
        return cls.of([a / b for a, b in zip(one, other, strict=True)])

    @classmethod
    def of(cls, runs: Sequence[float]) -> Measured:
        """The runs as one figure."""
        found = cls(statistics.median(runs))
        if len(runs) >= _FEW and found:
            low, _, high = statistics.quantiles(runs, n=4)
            found.spread = (high - low) / 2 / found
        return found


def timed(act: Callable[[], object]) -> float:
    """How long it takes, or what it says itself of that."""
    started = time.perf_counter()
    told = act()
    return told if isinstance(told, float) else time.perf_counter() - started


class Row(NamedTuple):
    """A promise and how it was kept; a figure without a bar is told for comparison."""

    promise: str
    bar: float | None
    measured: float
    unit: str

    @property
    def spread(self) -> str:
        """How far the runs lay apart, where there were several."""
        spread = getattr(self.measured, "spread", None)
        return "" if spread is None else f"{spread:.0%}"

    @property
    def verdict(self) -> str:
        """Whether the bar was held."""
        return "" if self.bar is None else "pass" if self.measured <= self.bar else "SHORT"


class Table:
    """Prints each row as it is measured, and keeps it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def begin(self) -> None:
        """The names of the columns."""
        print(f"\n{'promise':<60}{'bar':>12}{'measured':>15}{'spread':>9}   verdict")

    def row(self, promise: str, bar: float | None, measured: float, unit: str = "x") -> None:
        """One more."""
        row = Row(promise, bar, measured, unit)
        self.rows.append(row)
        said = "" if bar is None else f"{bar:,.2f} {unit:<2}"
        print(
            f"{promise:<60}{said:>12}{measured:>12,.2f} {unit:<2}{row.spread:>9}   {row.verdict}", flush=True
        )

    def end(self) -> None:
        """What fell short."""
        short = [each.promise for each in self.rows if each.verdict == "SHORT"]
        print(f"\n{len(short)} fell short" + "".join(f"\n  {each}" for each in short))

    def keep(self, path: Path, version: str, day: str, python: str) -> None:
        """Adds this run to those of other releases."""
        lines = [] if path.exists() else ["\t".join(HEAD)]
        lines += [
            "\t".join(
                (
                    version,
                    day,
                    python,
                    each.promise,
                    "" if each.bar is None else f"{each.bar:g}",
                    each.unit,
                    f"{each.measured:.3f}",
                    each.spread,
                    each.verdict,
                )
            )
            for each in self.rows
        ]
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
