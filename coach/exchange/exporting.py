"""Everything out, in the format that is asked for: into a file, a folder, or a pipe."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import NoDataError, UsageError
from coach.core.kinds import is_known, kinds
from coach.core.texts import filled, words
from coach.exchange import archive, journal, tables
from coach.find import EVERYTHING, Filter
from coach.store import noted_files, outfile
from coach.store.history import STANDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.app import Coach
    from coach.core.steps import Steps

FORMATS = ("json", "csv", "markdown", "html", "org", "pdf", "ics")
_ENDINGS = {name: f".{name}" for name in FORMATS} | {"markdown": ".md"}


class Wanted(NamedTuple):
    """What is to go out."""

    format: str
    days: Filter = EVERYTHING
    kind: str = ""
    """For tables: only this one."""
    is_folder: bool = False
    """For Markdown: a file an entry, in a folder a month."""


def name_for(coach: Coach, wanted: Wanted) -> str:
    """What it is called when nobody says so."""
    what = {"json": "archive", "csv": wanted.kind or "tables", "ics": "calendar"}.get(
        wanted.format, "journal"
    )
    folder = wanted.is_folder or (wanted.format == "csv" and not wanted.kind)
    return f"coach-{what}-{coach.clock.now():%Y-%m-%d-%H%M%S}{'' if folder else _ENDINGS[wanted.format]}"


def check(coach: Coach, wanted: Wanted) -> None:
    """Refuses what cannot be."""
    if wanted.format not in FORMATS:
        raise UsageError(
            filled(words.packet.no_format, name=wanted.format),
            do=filled(words.exchange.error.there_are, value=", ".join(FORMATS)),
        )
    if wanted.kind and (wanted.format != "csv" or not is_known(wanted.kind)):
        raise UsageError(
            filled(words.exchange.no_kind, kind=wanted.kind),
            do=filled(words.exchange.error.there_are, value=", ".join(kinds())),
        )
    if wanted.is_folder and wanted.format != "markdown":
        raise UsageError(words.exchange.no_folder)
    coach.store.damage.refuse()
    if coach.store.is_new():
        raise NoDataError(words.exchange.nothing_to_export)
    for name in (STANDING, *coach.store.months()):
        coach.store.tables(name)  # what is damaged is not left out in silence


def chunks(coach: Coach, wanted: Wanted, steps: Steps) -> Iterable[bytes]:
    """What goes out as one file, piece by piece."""
    if wanted.format == "json":
        return archive.chunks(coach, wanted.days, steps)
    if wanted.format == "markdown":
        return journal.one_file(coach, wanted.days, steps)
    if wanted.format in {"html", "org"}:
        from coach.exchange import org, web_page

        write = {"html": web_page.page, "org": org.write}[wanted.format]
        return write(coach, journal.entries(coach, wanted.days), steps)
    if wanted.format == "pdf":
        return [journal.on_paper(coach, wanted.days, steps)]
    if wanted.format == "ics":
        from coach.cycle.calendar import content  # 60 ms, and only here

        return [content(coach)[0]]
    return tables.rows(wanted.kind, archive.of_kind(coach, wanted.kind, wanted.days), steps)


def export(coach: Coach, wanted: Wanted, path: str, steps: Steps, *, over: bool = False) -> str:
    """Writes it, whole or not at all, and over another's file only when asked to; gives where it lies."""
    check(coach, wanted)
    path = outfile.place_for(coach.store, path, over=over)
    is_folder = wanted.is_folder or (wanted.format == "csv" and not wanted.kind)
    if os.path.isdir(path) and not is_folder:
        path = os.path.join(path, name_for(coach, wanted))
    if wanted.is_folder:
        with outfile.folder(coach.store, path) as begun:
            journal.into_folder(coach, wanted.days, begun, steps)
    elif is_folder:
        with outfile.folder(coach.store, path) as begun:
            for kind in kinds():
                if found := archive.of_kind(coach, kind, wanted.days):
                    rows = tables.rows(kind, found, steps)
                    outfile.write(coach.store, os.path.join(begun, f"{kind}.csv"), rows)
    else:
        outfile.write(coach.store, path, chunks(coach, wanted, steps))
    noted_files.note(coach.store, path)
    return path
