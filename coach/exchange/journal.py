"""The journal for other programs and for paper: Markdown as one file or a folder a month, and PDF."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from coach.core import typeset
from coach.core.days import day_of
from coach.core.ids import short
from coach.core.safe_text import safe_lines, safe_text
from coach.core.said_days import say_day, say_month
from coach.core.texts import words
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.app import Coach
    from coach.core.steps import Steps
    from coach.find import Filter
    from coach.journal.records import Entry


def entries(coach: Coach, wanted: Filter) -> list[Entry]:
    """The entries meant, the earliest first."""
    return [*coach.journal.entries(wanted)][::-1]


def one_file(coach: Coach, wanted: Filter, steps: Steps) -> Iterator[bytes]:
    """All of it to be read on: a heading a day, the entries below it. What could steer a terminal is shown as
    a sign."""
    found = entries(coach, wanted)
    ends, today = coach.settings.day_ends, coach.today()
    yield f"# {words.exchange.journal}\n".encode()
    last = None
    for each in steps.each(found, len(found)):
        day = day_of(each.at, ends)
        head = (
            f"\n## {say_day(day, today)}{'' if day.year != today.year else f' {day.year}'}\n"
            if day != last
            else ""
        )
        last = day
        extras = "  ".join(
            [
                f"{each.at:%H:%M}",
                *(f"#{tag}" for tag in each.tags),
                *([words.journal.mode[each.mode]] if each.mode else []),
            ]
        )
        text = "\n".join(safe_lines(each.text))
        yield f"{head}\n### {safe_text(extras)}\n\n{text}\n".encode()


def into_folder(coach: Coach, wanted: Filter, place: str, steps: Steps) -> int:
    """A folder a month with a file an entry, its facts in front, its words as they are. Gives how many."""
    found = entries(coach, wanted)
    made: set[str] = set()
    for each in steps.each(found, len(found)):
        month = os.path.join(place, f"{each.at:%Y-%m}")
        if month not in made:
            os.mkdir(month, files.FOLDER_MODE)
            made.add(month)
        begins = os.path.join(month, f"{each.at:%Y-%m-%d-%H%M}")
        path = f"{begins}-{short(each.id)}.md"
        file = files.create(f"{begins}-{each.id}.md" if os.path.exists(path) else path)
        try:
            files.write(file, _with_front(each))
        finally:
            os.close(file)
    os.sync()  # once, and not for each of thousands of files
    return len(found)


def _with_front(each: Entry) -> bytes:
    front: dict[str, Any] = {
        "id": each.id,
        "date": each.at.isoformat(timespec="milliseconds"),
        "zone": each.zone,
    }
    lines = [f"{name}: {value}" for name, value in front.items()]
    lines += [f"tags: {json.dumps(each.tags)}"] if each.tags else []
    lines += [f"mode: {each.mode}"] if each.mode else []
    lines += ["share: true"] if each.share else []
    return ("\n".join(["---", *lines, "---", "", each.text]) + "\n").encode("utf-8", "surrogatepass")


def on_paper(coach: Coach, wanted: Filter, steps: Steps) -> bytes:
    """The journal as a book, a month after the other."""
    found = entries(coach, wanted)
    today = coach.today()
    given = {"title": words.exchange.journal, "months": _months(found, coach, steps),
             "about": _span(found, coach, today)}  # fmt: skip
    return typeset.pdf("journal", given, steps.look)


def _months(found: Sequence[Entry], coach: Coach, steps: Steps) -> list[dict[str, Any]]:
    ends, today = coach.settings.day_ends, coach.today()
    months: list[dict[str, Any]] = []
    for each in steps.each(found, len(found)):
        title = say_month(each.at)
        if not months or months[-1]["title"] != title:
            months.append({"title": title, "entries": []})
        extras = [
            f"{each.at:%H:%M}",
            *(f"#{tag}" for tag in each.tags),
            *([words.journal.mode[each.mode]] if each.mode else []),
        ]
        day = say_day(day_of(each.at, ends), today)
        head = safe_text("  ".join([day, *extras]))
        months[-1]["entries"].append({"head": head, "lines": safe_lines(each.text)})
    return months


def _span(found: Sequence[Entry], coach: Coach, today: Any) -> str:
    ends = coach.settings.day_ends
    days = [day_of(each.at, ends) for each in (found[0], found[-1])] if found else [today, today]
    return f"{say_day(days[0], today)} – {say_day(days[1], today)}"
