"""What Today shows, line by line: what the day asks, what the coach noticed, what lies around it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content

from coach.checkin.checkins import Answers, in_words
from coach.checkin.drafted import drafted_day
from coach.checkin.records import Checkin
from coach.commitments.glance import count, dots, gate_line, noticed_line, sign
from coach.core.counting import counted
from coach.core.record import day_about
from coach.core.safe_text import cells, first_line, wrapped
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.cycle.words import in_words as season_words
from coach.cycle.words import stands_line
from coach.draft_shape import WELCOME
from coach.journal.records import Entry
from coach.practices import drafting
from screens.widgets.energy import energy_in_words, energy_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coach.commitments.noticing import Noticed
    from coach.commitments.progress import Progress
    from coach.core.texts import Prompt
    from coach.drafts import Draft
    from coach.today.today import Held, Today
    from screens.widgets.rows import Piece

PANEL = 34
REVIEW, QUOTE, FRAME, OVER, REASSESS = "review", "quote", "frame", "over", "reassess"
"""What some rows open."""
_INDENT = "   "
_LABEL = 17
_NARROWEST = 12
_DOTS, _COUNT = 15, 10


class TodayRow(NamedTuple):
    """A line of Today, and what it opens."""

    pieces: tuple[Piece, ...] = ()
    target: Any = None


class Gate(NamedTuple):
    """A commitment whose gate is open."""

    each: Progress


def rows_of(today: Today, width: int, ends: Any) -> Iterator[TodayRow]:
    """Everything, from the date to what was written last."""
    day = today.day
    yield TodayRow(((f"{day:%A} {day.day} {day:%B}", "strong"),))
    yield TodayRow()
    if today.trouble:
        yield from _said(today.trouble, width, "accent")
    if today.is_after_a_gap:
        yield from _said(words("checkin", "gap"), width)
    yield _checkin_row(today, width)
    if today.is_yesterday_open:
        yield _row("○", "Yesterday", "still open, if you like", day - timedelta(days=1), width)
    yield from _held_rows(today.held, day, width, [each.name for each in today.drafts])
    for draft in today.drafts:
        yield _draft_row(draft, today, width)
    if today.held.noticed:
        yield from _noticed_rows(today.held.noticed, width)
    yield from _prompt_rows(today.prompt, width)
    last_day = None
    for entry in today.recent:
        its_day = day_about(entry, ends)
        if its_day != last_day:
            yield TodayRow()
            yield TodayRow(((("Today" if its_day == day else say_day(its_day, day)), "strong"),))
            last_day = its_day
        text = first_line(entry.text, width)
        yield TodayRow(((f"{_INDENT}{entry.at:%H:%M}  ", "quiet"), (text, "text")), entry)


def _said(text: str, width: int, role: str = "text") -> Iterator[TodayRow]:
    yield from (TodayRow(((line, role),)) for line in wrapped(text, width))
    yield TodayRow()


def _row(mark: str, label: str, said: str, target: Any, width: int) -> TodayRow:
    text = first_line(said, max(width - _LABEL - 2, _NARROWEST))
    return TodayRow(((f"{mark} ", "accent"), (f"{label:<{_LABEL}}", "text"), (text, "quiet")), target)


def _checkin_row(today: Today, width: int) -> TodayRow:
    if today.checkin is None:
        return _row("○", words("today", "check_in"), "half a minute", today.day, width)
    return _row("●", words("today", "checked_in"), in_words(today.checkin), today.day, width)


def _held_rows(held: Held, day: date, width: int, begun: Collection[str]) -> Iterator[TodayRow]:
    """What is held asks for this today; the window, open or due, comes first."""
    for line in season_words(held.season):
        first, *more = wrapped(line, max(width - 2, _NARROWEST))
        yield TodayRow((("◷ ", "accent"), (first, "text")), FRAME)
        yield from (TodayRow((("  ", "text"), (rest, "text"))) for rest in more)
    if held.stands:
        yield _row("◆", words("today", "reassess_row"), stands_line(held.stands), REASSESS, width)
    for each in held.due:
        yield _commitment_row(each, day, width)
    if held.is_review_due:
        yield _row("○", words("today", "review_row"), words("today", "review_about"), REVIEW, width)
    due = held.looks_back
    if due and not any(each.startswith(f"{due.name}-{due.last}") for each in begun):
        label, about = (words("today", f"{due.name}_{part}") for part in ("row", "about"))
        yield _row("○", label, about, due.name, width)
    yield from _waiting_rows(held, width, begun)
    for each in held.gates:
        yield _row(
            "◷", words("today", "gate_row"), gate_line(each, day, each.commitment.text), Gate(each), width
        )
    if held.is_quote_asked:
        yield _row("○", words("today", "quote_row"), words("today", "quote_about"), QUOTE, width)
    if held.is_over:
        yield _row("◷", words("today", "over_row"), words("today", "over_about"), OVER, width)


def _waiting_rows(held: Held, width: int, begun: Collection[str]) -> Iterator[TodayRow]:
    """What else waits; what is under way already is shown as that."""
    for each in filter(None, held.waiting.values()):
        if not (each.begun and any(name.startswith(each.begun) for name in begun)):
            yield _row("○", each.label, each.about, each, width)


def _commitment_row(each: Progress, day: date, width: int) -> TodayRow:
    """How today went, the outcome, its last times."""
    room = max(width - 2 - _DOTS - _COUNT, _NARROWEST)
    name = first_line(each.commitment.text, room - 1)
    padded = name + " " * max(room - cells(name), 1)
    pieces: tuple[Piece, ...] = ((f"{sign(each)} ", "accent"), (padded, "text"))
    if each.commitment.due:
        return TodayRow((*pieces, (f"due {say_day(each.commitment.due, day)}", "quiet")), each)
    return TodayRow((*pieces, (f"{dots(each.dots):<{_DOTS}}", "accent"), (count(each), "quiet")), each)


def _noticed_rows(noticed: Noticed, width: int) -> Iterator[TodayRow]:
    """What the coach noticed, with what it rests on one key away."""
    yield TodayRow()
    yield TodayRow(((words("today", "noticed"), "strong"),))
    first, *more = wrapped(noticed_line(noticed), max(width - 2, _NARROWEST))
    yield TodayRow((("  ", "text"), (first, "text")), noticed)
    yield from (TodayRow((("  ", "text"), (line, "text"))) for line in more)
    yield TodayRow((("  ", "text"), (words("today", "noticed_keys"), "quiet")))
    yield TodayRow()


def _draft_row(draft: Draft, today: Today, width: int) -> TodayRow:
    """What it is, of when, and how it begins."""
    written = datetime.fromisoformat(draft.written)
    when = f"{written:%H:%M}" if written.date() == today.day else say_day(written.date(), today.day)
    label, text = "Draft", f"{when}: {draft.text}"
    if draft.kind == Checkin.kind:
        day = drafted_day(draft.name)
        label = "Begun, check-in"
        text = f"{say_day(day, today.day)}: {in_words(Answers.of_fields(draft.fields))}"
    elif draft.kind not in {Entry.kind, WELCOME} and (practice := drafting(draft.kind)):
        label = words(practice.content, "draft", draft.kind)
        text = next(iter(draft.lines), "")
        if draft.kind in {"assessments", "diagnoses", "ladders"}:
            text = filled(words("assess", "begun_count"), count=len(draft.lines))
    return _row("✎", label, text or "begun, no words yet", draft, width)


def _prompt_rows(prompt: Prompt, width: int) -> Iterator[TodayRow]:
    lines = wrapped(prompt.text, max(width - _LABEL - 2, _NARROWEST))
    yield TodayRow((("? ", "accent"), (f"{'A question':<{_LABEL}}", "text"), (lines[0], "quiet")), prompt)
    for line in lines[1:]:
        yield TodayRow(((" " * (_LABEL + 2), "text"), (line, "quiet")))


def panel(today: Today) -> Content:
    """What lies around the day, in a column of its own."""
    held, frame = today.held, today.held.frame
    parts = [Content.styled("Frame", "bold")]
    direction = wrapped(frame.direction if frame else _no_direction(held), PANEL)
    parts += [Content.styled(line, "" if frame else "$quiet") for line in direction]
    shown = ("outcome",) if held.is_quote_asked else ("giving_up", "outcome")  # L6: not beside the question
    for name in shown:
        text = getattr(frame, name) if frame else ""
        for place, line in enumerate(wrapped(text, PANEL - 11) if text else ()):
            label = words("season", "page", name) if place == 0 else ""
            parts.append(Content.assemble((f"{label:<11}", "$quiet"), line))
    parts += [Content(""), Content.styled("Next", "bold")]
    for when, what in held.next:
        said = first_line(what, PANEL - 12)
        parts.append(Content.assemble((f"{say_day(when, today.day):<12}", "$quiet"), said))
    parts += [Content(""), Content.styled(f"Energy, {len(today.energy)} days", "bold")]
    parts += [energy_line(today.energy), Content.styled(energy_in_words(today.energy), "$quiet")]
    if held.signals:
        parked = filled(words("today", "signals"), count=counted(held.signals, "signal"))
        parts += [Content(""), Content.styled(parked, "$quiet")]
    return Content("\n").join(parts)


def _no_direction(held: Held) -> str:
    return words("today", "no_direction" if held.is_read else "unread")


def strip(today: Today, width: int) -> Content:
    """What lies around the day in three lines, where there is little room."""
    held = today.held
    text = held.frame.direction if held.frame else _no_direction(held)
    direction = first_line(text, max(width - 14, _NARROWEST))
    when, what = held.next[0]
    energy = Content.assemble(energy_line(today.energy), "  ")
    numbers = energy_in_words(today.energy)
    room = width - 14 - len(today.energy) - 2
    parked = f"   {counted(held.signals, 'signal')} parked" if held.signals else ""
    what = first_line(what, max(width - 28 - len(parked), _NARROWEST))
    return Content("\n").join([
        Content.assemble((f"{'Direction':<14}", "bold"), (direction, "" if held.frame else "$quiet")),
        Content.assemble(
            (f"{'Next':<14}", "bold"), (f"{say_day(when, today.day)}  ", "$quiet"), what, (parked, "$quiet")
        ),
        Content.assemble((f"{'Energy':<14}", "bold"), energy, (numbers[: max(room, 0)], "$quiet")),
    ])  # fmt: skip
