"""What a packet may carry beside its two pages, each part only where the person wants it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.assessment.assessments import before
from coach.assessment.instrument import SCALES
from coach.assessment.lines import change_lines, often
from coach.assessment.picture import BALANCE, SCALE
from coach.assessment.result import result
from coach.assessment.scoring import band
from coach.commitments.overview import told_marks
from coach.commitments.trial import is_trial
from coach.commitments.trial_card import card
from coach.core.counting import counted
from coach.core.said_days import say_in_short
from coach.core.texts import filled, words
from coach.describe import on_one_line
from coach.packet.document import Chart, Line, Section, TableRow
from coach.packet.pictured import insights
from coach.reflection.looking_back import title_of
from coach.reflection.patterns import findings
from coach.reflection.records import Reflection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coach.app import Coach
    from coach.assessment.records import Assessment
    from coach.journal.records import Entry
    from coach.reflection.lived import Lived

_LOOKS_BACK = {"monthly", "quarterly", "action"}


def challenge(_: Coach, __: Lived, own: Mapping[str, str]) -> Iterator[Line]:
    """What the person wants to be challenged on."""
    if text := own.get("challenge"):
        yield Line("challenge.own", text)


def decisions(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """What was renewed, changed, ended on the way, and why."""
    for each in lived.turns:
        label = lived.days.said(each.at)
        yield Line(f"decisions.{each.id}", on_one_line(each, coach), label)
    for decision in coach.decisions.all():
        made = decision.decided
        if made and lived.first <= lived.days.of(made) <= lived.last:
            label = lived.days.said(made)
            yield Line(f"decisions.{decision.id}", on_one_line(decision, coach), label)
            for name in ("because", "gives_up", "dissent"):
                if text := getattr(decision, name):
                    label = words.deciding.field.label[name]
                    yield Line(f"decisions.{decision.id}.{name}", text, label, is_under=True)


def trials(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """What was tried, and what became of it."""
    for each in lived.commitments.values():
        if not (each.trial_of or each.practice) or each.starts > lived.last:
            continue
        if each.ended and each.ended < lived.first:
            continue
        label = lived.days.say(each.starts)
        said = told_marks(lived.told_marks(each.id))
        if is_trial(each):
            yield Line(f"trials.{each.id}", f"{said}. {card(coach, each, lived.last).says}", label)
            continue
        yield Line(f"trials.{each.id}", f"{on_one_line(each, coach)}: {said}", label)


def patterns(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """What holds in the weeks up to the last of these days, each with one record that speaks against it."""
    for each in findings(coach, lived):
        name = f"patterns.{each.name}.{each.ids[0] if each.ids else ''}"
        yield Line(name, each.text, filled(words.packet.n, n=each.n) if each.is_pattern else "")
        if each.is_pattern:
            against = each.against.text if each.against else words.evidence.no_against
            yield Line(f"{name}.against", against, words.packet.label.against, is_under=True)


def assessment(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """The latest whole one of these days, never without its uncertainty."""
    known = coach.assessments.all()
    own = [each for each in known if each.name == "full" and _is_inside(each, lived)]
    if not own:
        return
    found = result(own[-1], before(known, own[-1]))
    name = f"assessment.{own[-1].id}"
    day = lived.days.said(own[-1].at)
    told = {each.scale: each for each in found.scales}
    rows = tuple(
        TableRow(words.assess.scale[scale], (each.score - SCALE.half, each.score, each.score + SCALE.half))
        for scale in SCALES
        if (each := told[scale]).score is not None
    )
    scores = [
        f"{words.assess.scale[each.scale]} {score:.1f} ({words.assess.band[band(score)]})"
        for each in found.scales
        if (score := each.score) is not None
    ]
    chart = Chart("bands", rows, SCALE.lowest, SCALE.highest) if rows else None
    yield Line(name, words.packet.uncertain, day)
    yield _under(f"{name}.scales", ", ".join(scores) or words.assess.result.open, "scales", chart)
    if found.balance is not None:
        row = TableRow(words.assess.result.balance,
                  (found.balance - BALANCE.half, found.balance, found.balance + BALANCE.half))  # fmt: skip
        balance = Chart("bands", (row,), BALANCE.lowest, BALANCE.highest)
        yield _under(f"{name}.balance", words.assess.result[found.reading], "balance", balance)
    if found.says_little:
        yield _under(f"{name}.little", words.assess.result.low_fast, "uncertain")
    for out in found.stood_out:
        text = f"{out.sign.title}: {often(out.now)}"
        yield _under(f"{name}.sign.{out.sign.id}", text, "sign")
    for number, text in enumerate(change_lines(found)):
        yield _under(f"{name}.change.{number}", text, "change")


def _under(name: str, text: str, label: str, chart: Chart | None = None) -> Line:
    """What leaves only together with how sure it is."""
    return Line(name, text, words.packet.label[label], chart, is_under=True)


def reflections(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """What was answered when looking back, answer by answer."""
    found = [
        each
        for each in coach.store.read_since(lived.first, Reflection)
        if each.name in _LOOKS_BACK and lived.first <= lived.days.of(each.at) <= lived.last
    ]
    for each in sorted(found, key=lambda one: (one.at, one.id)):
        head = f"{words.reflect.name[each.name]}, {lived.days.say(each.last)}"
        yield Line(f"reflections.{each.id}", head)
        for name, text in each.answers.items():
            yield Line(f"reflections.{each.id}.{name}", text, title_of(each.name, name), is_under=True)


def shared(_: Coach, lived: Lived, __: Mapping[str, str]) -> Iterator[Line]:
    """Entries that were written to be shown."""
    yield from (_entry("shared", each, lived) for each in _in_order(lived) if each.share)


def energy(_: Coach, lived: Lived, __: Mapping[str, str]) -> Iterator[Line]:
    """How it was, week by week."""
    felt: dict[str, list[int]] = {}
    for each in lived.felt:
        monday = each.day - timedelta(days=each.day.weekday())
        felt.setdefault(say_in_short(monday), []).append(each.energy or 0)
    if not felt:
        return
    rows = tuple(TableRow(label, (fmean(values),)) for label, values in felt.items())
    count = Counter(each.energy or 0 for each in lived.felt)
    said = ", ".join(
        f"{count[step]} × {words.checkin.energy[str(step)]}" for step in sorted(count, reverse=True)
    )
    text = filled(words.packet.energy, count=counted(len(lived.felt), "day"), said=said)
    yield Line("energy.days", text, chart=Chart("numbers", rows, 1, 5))


def private(_: Coach, lived: Lived, __: Mapping[str, str]) -> Iterator[Line]:
    """Entries that were not: each stays at home until it is taken in by itself."""
    for each in _in_order(lived):
        if not each.share:
            yield _entry("private", each, lived)._replace(is_private=True)


def _entry(section: str, each: Entry, lived: Lived) -> Line:
    return Line(f"{section}.{each.id}", each.text, lived.days.said(each.at))


def _in_order(lived: Lived) -> list[Entry]:
    return sorted(lived.entries, key=lambda each: (each.at, each.id))


def _is_inside(each: Assessment, lived: Lived) -> bool:
    return lived.first <= lived.days.of(each.at) <= lived.last


PARTS: dict[str, Callable[[Coach, Lived, Mapping[str, str]], Iterator[Line]]] = {
    "challenge": challenge,
    "decisions": decisions,
    "trials": trials,
    "patterns": patterns,
    "insights": insights,
    "assessment": assessment,
    "reflections": reflections,
    "shared": shared,
    "energy": energy,
    "private": private,
}
"""Every part, in the order in which it is read."""


def sections(coach: Coach, lived: Lived, own: Mapping[str, str]) -> tuple[Section, ...]:
    """All parts that have something in them."""
    found = (Section(name, tuple(part(coach, lived, own))) for name, part in PARTS.items())
    return tuple(each for each in found if each.lines)
