"""What was begun and not kept: what it is, of when, how it begins, and whether something was kept since."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach.checkin.checkins import Answers, in_words
from coach.checkin.drafted import drafted_day
from coach.checkin.records import Checkin
from coach.core.texts import filled, words
from coach.draft_shape import WELCOME
from coach.journal.records import Entry
from coach.practices import drafting
from coach.references import by_id

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.core.own_days import Days
    from coach.core.record import Record
    from coach.drafts import Draft

_LATELY = timedelta(days=7)
"""So long a draft waits on Today; later it lies under Reflect."""
_COUNTED = ("assessments", "diagnoses", "ladders")


def is_lately(draft: Draft, days: Days) -> bool:
    """Whether it was written on in the last days."""
    return days.of(datetime.fromisoformat(draft.written)) > days.today - _LATELY


def begun_said(draft: Draft, days: Days) -> tuple[str, str]:
    """What it is, and of when, with how it begins."""
    label, text = words.today.draft, f"{when_said(draft, days)}: {draft.text or words.today.draft_emptied}"
    if draft.kind == Checkin.kind:
        label = words.today.draft_checkin
        said = in_words(Answers.of_fields(draft.fields))
        text = f"{days.say(drafted_day(draft.name))}: {said}"
    elif draft.kind not in {Entry.kind, WELCOME} and (practice := drafting(draft.kind)):
        label = words[practice.content, "draft", draft.kind]
        text = next(iter(draft.lines), "")
        if draft.kind in _COUNTED:
            text = filled(words.assess.begun_count, count=len(draft.lines))
    return label, text or words.today.draft_empty


def words_of(draft: Draft, days: Days) -> list[str]:
    """All that was said in it, in lines."""
    if draft.kind == Checkin.kind:
        return [begun_said(draft, days)[1]]
    return draft.lines


def when_said(draft: Draft, days: Days) -> str:
    """When it was written on last."""
    written = datetime.fromisoformat(draft.written)
    return f"{written:%H:%M}" if days.of(written) == days.today else days.said(written)


def kept_since(coach: Coach, draft: Draft) -> Record | None:
    """What it is about, where that was changed after the draft was written on last."""
    of = draft.fields.get("entry") or draft.fields.get("of")
    record = by_id(coach.store, of) if isinstance(of, str) and of else None
    if record is None or record.updated is None:
        return None
    written = datetime.fromisoformat(draft.written)
    return record if record.updated > written else None
