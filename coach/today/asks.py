"""Everything a day asks for, in the order in which it comes: the first is what is next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.glance import NAME_WIDTH, gate_line
from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.words import stands_line
from coach.today.begun import begun_said, is_lately
from coach.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.commitments.progress import Progress
    from coach.today.today import Asked, Today

GATE, DRAFT, CHECK_IN, AWAY = "gate", "draft", "check_in", "away"
_SEVERAL = 2


def asks(today: Asked | Today) -> list[Waiting]:
    """The window before all, then the check-in, the looks back, the gates; what was begun comes last, in one
    row."""
    return [*_asked(today), *_begun(today)]


def folded(waiting: list[Waiting], signals: int) -> str:
    """What waits in a few words: the same by its number, the rest by its name."""
    said = []
    if count := sum(each.cause == GATE for each in waiting):
        said.append(counted(count, "gate"))
    said += [each.label for each in waiting if each.cause != GATE]
    if signals:
        said.append(filled(words.today.signals, count=counted(signals, "signal")))
    return "  ·  ".join(said)


def _begun(today: Asked | Today) -> Iterator[Waiting]:
    """What was begun in the last days: one opens at once, several are listed where each can go."""
    lately = [each for each in today.drafts if is_lately(each, today.days)]
    if len(lately) == 1:
        label, text = begun_said(lately[0], today.days)
        yield Waiting(DRAFT, label, text, "take_up", lately[0])
    elif lately:
        names = ", ".join(dict.fromkeys(begun_said(each, today.days)[0] for each in lately))
        yield Waiting(DRAFT, counted(len(lately), "draft"), names, "drafts_page")


def _asked(today: Asked | Today) -> Iterator[Waiting]:
    held, day = today.held, today.day
    if held.away:
        is_over = held.season is None or held.season.days_over
        about = words.today.away["about_over" if is_over else "about"]
        yield Waiting(AWAY, words.today.away.row, about, "back_again", held.away)
    if held.stands:
        yield _named("reassess", stands_line(held.stands))
    if today.checkin is None:
        yield Waiting(CHECK_IN, words.today.check_in, words.today.check_in_about, "check_in", day)
    elif today.is_asked_again:
        yield Waiting(CHECK_IN, words.today.check_in_again, words.today.check_in_again_about, "check_in", day)
    elif unmarked := [each.commitment.text for each in held.commitments if each.is_due]:
        yield Waiting("marks", words.today.marks_row, ", ".join(unmarked), "check_in", day)
    if today.is_yesterday_open and not held.away:
        yield Waiting(
            "yesterday",
            words.today.yesterday,
            words.today.yesterday_about,
            "check_in",
            day - timedelta(days=1),
        )
    yield from _looks_back(today)
    is_first = not any(each.commitment.agreed for each in held.commitments)
    yield from gates_asked(held.gates, day, is_first=is_first)
    if held.is_quote_asked:
        yield _named("quote", words.today.quote_about)
    if held.is_over:
        yield _named("over", words.today.over_about)


def _looks_back(today: Asked | Today) -> Iterator[Waiting]:
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


def gates_asked(gates: list[Progress], day: date, *, is_first: bool = False) -> Iterator[Waiting]:
    """A row each, the first one says what a gate is; several that lapsed are one, which opens their place."""
    lapsed = [each for each in gates if each.state == "lapsed"]
    for each in gates:
        if len(lapsed) < _SEVERAL or each not in lapsed:
            about = gate_line(each, day, first_line(each.commitment.text, NAME_WIDTH))
            if is_first and each.state != "lapsed":
                about = f"{about}. {words.today.gate_first}"
            yield Waiting(GATE, words.today.gate_row, about, "pass_gate", each)
    if len(lapsed) >= _SEVERAL:
        names = ", ".join(first_line(each.commitment.text, NAME_WIDTH) for each in lapsed)
        label = filled(words.today.lapsed_row, count=counted(len(lapsed), "gate"))
        yield Waiting("lapsed", label, names, "over")


def _named(name: str, about: str) -> Waiting:
    return Waiting(name, words.today[f"{name}_row"], about, name)
