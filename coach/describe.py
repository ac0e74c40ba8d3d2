"""Any record in words: on one line for a list, in full to be read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.assessment.records import Assessment
from coach.checkin.records import Checkin
from coach.commitments.progress import gate_of
from coach.commitments.records import Commitment, Mark, Reply, Turn
from coach.core.days import A_YEAR, day_of
from coach.core.kinds import called
from coach.core.record import day_about
from coach.core.safe_text import first_line
from coach.core.texts import ContentError, filled, table, words
from coach.core.when import say_day
from coach.cycle.reassessment import rests_until
from coach.cycle.records import Reassessment, Season
from coach.diagnosis.records import Diagnosis
from coach.feedback.records import Feedback
from coach.frame.records import Frame, Quote
from coach.journal.records import Entry
from coach.ladders.records import LadderRating, Round
from coach.packet.records import Packet, Person
from coach.pauses.records import Rest
from coach.references import by_id
from coach.reflection.records import Reflection
from coach.signals.records import Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Any

    from coach.app import Coach
    from coach.core.record import Record


_CITED_WIDTH, _CITED_SHOWN = 70, 3


def on_one_line(record: Record, coach: Coach) -> str:
    """What a list shows of it."""
    said: Callable[[Any, Coach], str] = _LINES[record.kind]
    return said(record, coach)


def name_of(record: Record) -> str:
    """What it is, in a word or two."""
    if isinstance(record, Reflection):
        return words("reflect", "name", record.name)
    if isinstance(record, Reassessment) and record.name != "window":
        return words("reassessment", f"title_{record.name}")
    return called(record.kind).capitalize()


def in_full(record: Record, coach: Coach) -> str:
    """Everything a person said in it."""
    names: tuple[str, ...]
    if isinstance(record, Frame):
        names = ("direction", "giving_up", "outcome", "flow", "context", "because")
        because = words("season", "page", "because")
        grounds = (f"{because:<16}{text}" for text in record.conditions.values())
        return "\n".join([_parts(names, record, "season", "page"), *grounds])
    if isinstance(record, Commitment):
        names = ("why", "problem", "obstacle", "cue", "act", "drop_if", "avoids")
        today = _today(coach)
        days = [("starts", record.starts), ("gate", gate_of(record, coach.commitments.rests()))]
        dated = "\n".join(
            f"{words('commitments', 'field', name):<16}{say_day(day, today)}" for name, day in days
        )
        return (
            f"{on_one_line(record, coach)}\n{dated}\n{_parts(names, record, 'commitments', 'field')}".rstrip()
        )
    if isinstance(record, Reflection):
        return "\n".join(reflection_lines(record, coach))
    if isinstance(record, Reassessment):
        return "\n".join(_reassessment_lines(record, coach))
    if isinstance(record, Turn):
        asked = (_question(name, "commitments", "gate", "question") for name in record.answers)
        answered = (f"{ask}\n  {text}" for ask, text in zip(asked, record.answers.values(), strict=True))
        return "\n".join([on_one_line(record, coach), *answered])
    below = [record.document, *record.files] if isinstance(record, Packet) else _assessed_lines(record, coach)
    return "\n".join([on_one_line(record, coach), *below])


def _assessed_lines(record: Record, coach: Coach) -> list[str]:
    """What an assessment, five questions, a rating, a round or feedback hold."""
    from coach.assessment.words import in_full  # noqa: PLC0415
    from coach.diagnosis.diagnosis import blend_line  # noqa: PLC0415 - 3 ms, and entries need none of it

    found = [*in_full(record)]
    if isinstance(record, Diagnosis):
        alike = coach.diagnoses.of(record.about, record.at.date() - A_YEAR)
        earlier = [each for each in alike if (each.at, each.id) < (record.at, record.id)]
        found += ["", words("diagnosis", "before")] if earlier else []
        for each in earlier:
            day = say_day(day_about(each, coach.settings.day_ends), _today(coach))
            found.append(f"  {day}: {blend_line(each.leading)}")
    return found


def _assessed(record: Any, coach: Coach) -> str:
    from coach.assessment.words import on_one_line  # noqa: PLC0415

    return on_one_line(record, _today(coach))


def reflection_lines(review: Reflection, coach: Coach) -> list[str]:
    """A look back as it is read again: the questions, what was thought first, what it rests on."""
    found: list[str] = []
    if review.of:
        found += [words("action", "what"), f"  {_record_line(review.of, coach)}", ""]
    for name, text in _in_order(review):
        found += [review.asked.get(name) or _question(name, "weekly", "question"), *_indented(text)]
        if first := review.before.get(name):
            found += [f"  {words('monthly', 'thought_first')}: {first.splitlines()[0]}"]
            found += [f"  {line}" for line in first.splitlines()[1:]]
        found += _cited(review.cites.get(name, ()), coach)
        found.append("")
    if review.experiment:
        plans = [f"  {plan}" for plan in review.plans]
        found += [words("monthly", "experiment", "title"), *_indented(review.experiment), *plans, ""]
    elif review.plans:
        found += [words("weekly", "step", "plans"), *(f"  {plan}" for plan in review.plans), ""]
    if review.flow is not None or review.outcome is not None:
        numbers = f"{_number(review.flow)}, {_number(review.outcome)}"
        found.append(f"{words('weekly', 'step', 'numbers')}: {numbers}")
    return found


def _in_order(review: Reflection) -> list[tuple[str, str]]:
    """The answers in the order in which they are asked."""
    asked = [each["id"] for each in table(review.name).get("question", ()) if isinstance(each, dict)]
    place = {name: number for number, name in enumerate([*asked, "became"])}
    return sorted(review.answers.items(), key=lambda each: place.get(each[0], len(place)))


def _reassessment_lines(record: Reassessment, coach: Coach) -> list[str]:
    """What was answered, when it was sealed, what was decided."""
    found = [on_one_line(record, coach), ""]
    if opens := rests_until(record, _today(coach), coach.settings.day_ends):
        return [*found, filled(words("reassessment", "state", "rests"), day=say_day(opens, _today(coach)))]
    for name, text in record.answers.items():
        found += [_question(name, "reassessment", "question"), *_indented(text)]
        found += [*_cited(record.cites.get(name, ()), coach), ""]
    for name in record.frame:
        found += [f"{words('season', 'page', name)}: {record.frame[name] or '–'}"]
        if ground := record.conditions.get(name):
            found += [f"  {words('season', 'page', 'because')}: {ground}"]
    if record.keeps:
        found += [f"{words('reassessment', 'frame', 'keeps')}: {record.keeps}"]
        found += _cited(record.cites.get("keeps", ()), coach)
    for commitment, plan in record.gates.items():
        result = words("commitments", "turn", plan["result"])
        found.append(f"{_name(commitment, coach)}: {result}")
    if record.surprised:
        found += [words("reassessment", "close", "surprise"), *_indented(record.surprised)]
    return found


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _cited(ids: Sequence[str], coach: Coach) -> list[str]:
    said = [f"  {words('monthly', 'rests_on')}: {_record_line(each, coach)}" for each in ids[:_CITED_SHOWN]]
    more = len(ids) - _CITED_SHOWN
    return [*said, f"  {filled(words('monthly', 'rests_on_more'), count=more)}"] if more > 0 else said


def _record_line(record_id: str, coach: Coach) -> str:
    """A record that something rests on, with its day."""
    record = by_id(coach.store, record_id)
    if record is None:
        return words("evidence", "gone")
    day = say_day(day_about(record, coach.settings.day_ends), _today(coach))
    return f"{day}, {first_line(on_one_line(record, coach), _CITED_WIDTH)}"


def _question(name: str, *where: str) -> str:
    """The question in words; one that only a newer version asks is called by its name."""
    try:
        return words(*where, name)
    except ContentError:
        return name


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _checkin(record: Checkin, coach: Coach) -> str:
    del coach
    from coach.checkin.checkins import in_words  # noqa: PLC0415 - 5 ms, and entries need none of it

    return in_words(record)


def _signal(record: Signal, coach: Coach) -> str:
    del coach
    about = f"  ({words('signals', 'about_kind', record.about)})" if record.about else ""
    settled = f", {words('reassessment', 'settled_said', record.settled)}" if record.settled else ""
    because = f": {record.because}" if record.because else ""
    return f"{record.text}{about}{settled}{because}"


def _season(record: Season, coach: Coach) -> str:
    today = _today(coach)
    ends = record.closed - timedelta(days=1) if record.closed else record.ends
    because = f", because {record.because}" if record.because else ""
    name = words("season", "name", record.name)
    return f"{name}, {say_day(record.starts, today)} to {say_day(ends, today)}{because}"


def _rest(record: Rest, coach: Coach) -> str:
    today = _today(coach)
    of = f" of “{_name(record.commitment, coach)}”" if record.commitment else ""
    days = f"{say_day(record.first, today)} to {say_day(record.until, today)}"
    because = f", {record.because}" if record.because else ""
    return f"{words('commitments', 'exempt', record.what)}{of}, {days}{because}"


def _commitment(record: Commitment, coach: Coach) -> str:
    when = f", due {say_day(record.due, _today(coach))}" if record.due else ""
    when = f", {record.rhythm}" if record.rhythm else when
    ended = f", {words('commitments', 'ended', record.ended_as)}" if record.ended_as else ""
    return f"{record.text}{when}{ended}"


def _mark(record: Mark, coach: Coach) -> str:
    reason = f", {words('marks', 'reason', record.reason)}" if record.reason else ""
    return f"{_name(record.commitment, coach)}: {words('marks', 'result', record.result)}{reason}"


def _turn(record: Turn, coach: Coach) -> str:
    because = f", because {record.because}" if record.because else ""
    done = words("commitments", "turn", record.result)
    return f"{done}: {record.was or _name(record.commitment, coach)}{because}"


def _reflection(record: Reflection, coach: Coach) -> str:
    said = "  ·  ".join(record.words.split("\n"))
    return f"{words('reflect', 'name', record.name)}, to {say_day(record.last, _today(coach))}: {said}"


def _reassessment(record: Reassessment, coach: Coach) -> str:
    parts = [name_of(record)]
    if record.sealed:
        day = say_day(day_of(record.sealed, coach.settings.day_ends), _today(coach))
        parts.append(f"{words('reassessment', 'state', 'sealed')} {day}")
    if record.unsealed:
        parts.append(words("reassessment", "state", "unsealed"))
    if record.changed:
        names = ", ".join(words("season", "page", name).lower() for name in record.changed)
        parts.append(filled(words("reassessment", "state", "changes"), parts=names))
    elif record.closed:
        parts.append(words("reassessment", "state", "keeps"))
    return ", ".join(parts)


def _reply(record: Reply, coach: Coach) -> str:
    del coach
    return f"{record.said}: {record.about}"


def _round(record: Round, coach: Coach) -> str:
    from coach.assessment.words import round_line  # noqa: PLC0415

    return f"{_name(record.commitment, coach)}: {round_line(record)}"


_LINES: dict[str, Callable[[Any, Coach], str]] = {
    Entry.kind: lambda record, _: record.text,
    Frame.kind: lambda record, _: record.direction,
    Quote.kind: lambda record, _: record.text,
    Checkin.kind: _checkin,
    Signal.kind: _signal,
    Season.kind: _season,
    Rest.kind: _rest,
    Commitment.kind: _commitment,
    Mark.kind: _mark,
    Turn.kind: _turn,
    Reflection.kind: _reflection,
    Reassessment.kind: _reassessment,
    Reply.kind: _reply,
    Assessment.kind: _assessed,
    Diagnosis.kind: _assessed,
    LadderRating.kind: _assessed,
    Round.kind: _round,
    Feedback.kind: _assessed,
    Packet.kind: lambda record, _: filled(words("packet", "row"), to=record.to, ask=record.ask),
    Person.kind: lambda record, _: f"{record.name} = {record.said}",
}


def _parts(names: tuple[str, ...], record: Record, *where: str) -> str:
    said = []
    for name in names:
        value = getattr(record, name)
        if value:
            text = table("contexts")[value]["name"] if name == "context" else value
            said.append(f"{words(*where, name):<16}{text}")
    return "\n".join(said)


def _name(commitment: str, coach: Coach) -> str:
    fields = coach.store.find(Commitment.kind, commitment)
    return str(fields.get("text", "")) if fields else "a commitment that is gone"


def _today(coach: Coach) -> date:
    return coach.reader().today
