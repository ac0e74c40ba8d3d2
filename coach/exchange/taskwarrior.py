"""Tasks of Taskwarrior (`task export`) as commitments: what is done as finished, what is open as far as there
is room for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import GATE_WEEKS, check
from coach.commitments.records import Commitment
from coach.core.days import FIRST_YEAR, LAST_YEAR, day_of
from coach.core.errors import UsageError
from coach.core.texts import filled, words
from coach.exchange.incoming import MOST_RECORDS, BadFileError, Incoming, Left, named_id, room_for, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.store.format import Fields

_RHYTHMS = {
    "daily": "every day", "day": "every day", "1d": "every day", "weekdays": "every weekday",
    "weekly": "once a week", "week": "once a week", "1w": "once a week", "7d": "once a week",
    "monthly": "once a month", "month": "once a month",
}  # fmt: skip
_GATE = timedelta(weeks=GATE_WEEKS)
_MOST_URGENT = 1e9
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""For tasks that do not say since when they are: the same each time."""


def read_tasks(coach: Coach, tasks: list[dict[str, Any]]) -> Incoming:
    """Every task that can be one of a few things held."""
    if len(tasks) > MOST_RECORDS:
        raise too_many(MOST_RECORDS)
    left: list[Left] = []
    found: list[tuple[str, str, Fields]] = []
    here = {each.id: each.fields() for each in coach.commitments.all()}
    room = room_for(coach)
    urgent = sorted(enumerate(tasks, 1), key=lambda each: -_urgency(each[1]))
    for place, task in urgent:
        where = filled(words.exchange.says.task, place=place)
        if not isinstance(task.get("uuid"), str) or not isinstance(task.get("description"), str):
            raise BadFileError(words.exchange.bad.no_task, where)
        status = task.get("status")
        if status == "deleted" or task.get("parent"):
            left.append(Left(where, words.exchange.left["deleted" if status == "deleted" else "instance"]))
            continue
        try:
            made = _commitment(coach, task, is_done=status == "completed")
        except UsageError as error:
            left.append(Left(where, str(error)))
            continue
        if made.id in here:
            found.append((Commitment.kind, made.id, here[made.id]))
            continue
        if not made.ended:
            if room == 0:
                left.append(Left(where, filled(words.exchange.left.limit, limit=coach.commitments.limit)))
                continue
            room -= 1
        left += [Left(where, words.exchange.left[each]) for each in _dropped(task, made)]
        found.append((Commitment.kind, made.id, made.fields()))
    return Incoming("taskwarrior", found, left)


def _dropped(task: dict[str, Any], made: Commitment) -> Iterator[str]:
    """What of a task has no place here."""
    if task.get("due") and not (made.due or made.rhythm or made.ended):
        yield "due"
    if task.get("annotations"):
        yield "annotations"


def _commitment(coach: Coach, task: dict[str, Any], *, is_done: bool) -> Commitment:
    """A task as it is held here."""
    ends, today = coach.settings.day_ends, coach.today()
    entered = _moment(coach, task.get("entry")) or coach.clock.now()
    done = _day(coach, task.get("end"))
    due = _day(coach, task.get("due"))
    recurs = str(task.get("recur") or "").strip().lower()
    rhythm = _RHYTHMS.get(recurs, "")
    if recurs and not rhythm:
        raise UsageError(filled(words.exchange.left.rhythm, rhythm=recurs))
    starts = min(day_of(entered, ends), today)
    text = " ".join(task["description"].split())
    held: dict[str, Any] = {
        "starts": starts,
        "agreed": today if starts != today else None,
        "gate": today + _GATE,
    }
    if is_done:
        over = max(done or today, starts)
        held = {"starts": starts, "gate": over, "ended": over, "ended_as": "finished"}
    commitment = Commitment(
        id=named_id(_moment(coach, task.get("entry")) or _LONG_AGO, f"taskwarrior {task['uuid']}"),
        created=entered,
        created_zone=coach.clock.zone,
        text=text,
        rhythm=rhythm,
        due=due if due and due >= today and not rhythm and not is_done and due <= today + _GATE else None,
        why=task["project"] if isinstance(task.get("project"), str) else "",
        **held,
    )
    if not is_done:
        check(commitment, None, today)
    elif not text:
        raise UsageError(words.exchange.left.no_text)
    return commitment


def _urgency(task: dict[str, Any]) -> float:
    said: Any = task.get("urgency")
    is_number = isinstance(said, int | float) and not isinstance(said, bool)
    return float(said) if is_number and abs(said) < _MOST_URGENT else 0.0


def _moment(coach: Coach, said: Any) -> datetime | None:
    """A moment as Taskwarrior writes it, 20261120T080000Z, in the wall time of this place."""
    try:
        moment = (
            datetime.strptime(said, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if isinstance(said, str) else None
        )
    except ValueError:
        return None
    return coach.clock.here(moment) if moment and FIRST_YEAR < moment.year < LAST_YEAR else None


def _day(coach: Coach, said: Any) -> date | None:
    moment = _moment(coach, said)
    return moment.date() if moment else None
