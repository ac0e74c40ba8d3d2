"""Everything a day asks for, in the order in which it comes: the first is what is next."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach.checkin.checkins import Answers, in_words
from coach.checkin.drafted import drafted_day
from coach.checkin.records import Checkin
from coach.commitments.glance import gate_line
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.cycle.words import stands_line
from coach.draft_shape import WELCOME
from coach.journal.records import Entry
from coach.practices import drafting
from coach.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.drafts import Draft
    from coach.today.today import Today

GATE, DRAFT, CHECK_IN = "gate", "draft", "check_in"
_COUNTED = ("assessments", "diagnoses", "ladders")


def asks(today: Today) -> list[Waiting]:
    """The window before all, then the check-in, the looks back, the gates; what was begun comes last."""
    return [*_asked(today), *(_draft(each, today) for each in today.drafts)]


def folded(waiting: list[Waiting], signals: int) -> str:
    """What waits in a few words: the same by its number, the rest by its name."""
    said = []
    for cause, name in ((DRAFT, "draft"), (GATE, "gate")):
        if count := sum(each.cause == cause for each in waiting):
            said.append(counted(count, name))
    said += [each.label for each in waiting if each.cause not in {DRAFT, GATE}]
    if signals:
        said.append(filled(words.today.signals, count=counted(signals, "signal")))
    return "  ·  ".join(said)


def _asked(today: Today) -> Iterator[Waiting]:
    held, day = today.held, today.day
    if held.stands:
        yield _named("reassess", stands_line(held.stands))
    if today.checkin is None:
        yield Waiting(CHECK_IN, words.today.check_in, words.today.check_in_about, "check_in", day)
    elif unmarked := [each.commitment.text for each in held.commitments if each.is_due]:
        yield Waiting("marks", words.today.marks_row, ", ".join(unmarked), "check_in", day)
    if today.is_yesterday_open:
        yield Waiting(
            "yesterday",
            words.today.yesterday,
            words.today.yesterday_about,
            "check_in",
            day - timedelta(days=1),
        )
    yield from _looks_back(today)
    for each in held.gates:
        about = gate_line(each, day, each.commitment.text)
        yield Waiting(GATE, words.today.gate_row, about, "pass_gate", each)
    if held.is_quote_asked:
        yield _named("quote", words.today.quote_about)
    if held.is_over:
        yield _named("over", words.today.over_about)


def _looks_back(today: Today) -> Iterator[Waiting]:
    """The week, the month or the quarter, and what else a practice says; not what is under way."""
    held, begun = today.held, [each.name for each in today.drafts]
    if held.is_review_due:
        yield _named("review", words.today.review_about)
    due = held.looks_back
    if due and not any(each.startswith(f"{due.name}-{due.last}") for each in begun):
        label, about = (words.today[f"{due.name}_{part}"] for part in ("row", "about"))
        yield Waiting(due.name, label, about, "look_back", due.name)
    for waiting in filter(None, held.waiting.values()):
        if not (waiting.begun and any(name.startswith(waiting.begun) for name in begun)):
            yield waiting


def _named(name: str, about: str) -> Waiting:
    return Waiting(name, words.today[f"{name}_row"], about, name)


def _draft(draft: Draft, today: Today) -> Waiting:
    """What it is, of when, and how it begins."""
    written = datetime.fromisoformat(draft.written)
    when = f"{written:%H:%M}" if written.date() == today.day else say_day(written.date(), today.day)
    label, text = words.today.draft, f"{when}: {draft.text}"
    if draft.kind == Checkin.kind:
        day = drafted_day(draft.name)
        label = words.today.draft_checkin
        text = f"{say_day(day, today.day)}: {in_words(Answers.of_fields(draft.fields))}"
    elif draft.kind not in {Entry.kind, WELCOME} and (practice := drafting(draft.kind)):
        label = words[practice.content, "draft", draft.kind]
        text = next(iter(draft.lines), "")
        if draft.kind in _COUNTED:
            text = filled(words.assess.begun_count, count=len(draft.lines))
    return Waiting(DRAFT, label, text or words.today.draft_empty, "take_up", draft)
