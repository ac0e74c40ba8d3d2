"""The person's own numbers below a card: a line or two each, and nothing where there is nothing to say."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.assessment.instrument import SCALES
from coach.assessment.result import result
from coach.commitments.overview import commitments_on
from coach.commitments.trial import is_trial
from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.calls import calls_lines
from coach.cycle.words import next_words, week_words
from coach.deciding.calibration import calibration
from coach.deciding.decisions import MOST
from coach.deciding.tally import count_line
from coach.deciding.telemetry import SPAN, span_of
from coach.deciding.uncertainty import score_line
from coach.diagnosis import mix
from coach.diagnosis.context import usual_on
from coach.diagnosis.diagnosis import blend_line
from coach.frame.frames import NUMBERS
from coach.ladders.ladders import climbed
from coach.ladders.records import LADDERS
from coach.reflection import emphasis
from coach.reflection.lived import energy, gather
from coach.reflection.plans import plans_of
from coach.reflection.typed import as_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.app import Coach
    from coach.library.cards import Card
    from coach.reflection.lived import Lived

WEEKS = 13
_DAY = timedelta(days=1)
_NAME = 60
_YEAR = timedelta(days=365)


def yours(coach: Coach, card: Card) -> list[str]:
    """What a person's records of a quarter say to a card."""
    if not card.facts:
        return []
    day = coach.today()
    lived = gather(coach, day - timedelta(weeks=WEEKS) + _DAY, day)
    return [line for name in card.facts for line in FACTS[name](coach, lived)]


def _kept(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    if found := emphasis.kept(lived):
        share, _ = found
        yield filled(words.library.yours.kept, kept=share.part, of=share.of, share=share.percent, weeks=WEEKS)


def _season(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    if now := coach.seasons.now():
        yield filled(words.library.yours.season, week=week_words(now), next=next_words(now))


def _direction(coach: Coach, lived: Lived) -> Iterator[str]:
    frame = coach.frames.current()
    yield from (each.text for each in mix.beside(lived.usual, frame, usual_on(coach, lived.last)))


def _frame(coach: Coach, lived: Lived) -> Iterator[str]:
    if frame := coach.frames.current():
        since = coach.frames.part_since("direction", lived.last) or lived.last
        yield filled(words.library.yours.frame, direction=frame.direction, day=coach.days.say(since))


def _quotes(coach: Coach, lived: Lived) -> Iterator[str]:
    found = coach.quotes.since(lived.first)
    if found:
        last = first_line(found[-1].text, _NAME)
        yield filled(words.library.yours.quotes, count=counted(len(found), "time"), last=last)


def _feedback(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    told = [each for each in lived.feedback if each.answer or each.seen]
    if lived.feedback:
        asked = counted(len(lived.feedback), "question")
        yield filled(words.library.yours.feedback, asked=asked, told=len(told), weeks=WEEKS)


def _uncertainty(coach: Coach, lived: Lived) -> Iterator[str]:
    for name, found in coach.uncertainty.lately(lived.last).items():
        yield score_line(first_line(name, _NAME), found[-1].scores)


def _signals(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    waiting = coach.signals.waiting()
    people = sum(each.about == "people" for each in waiting)
    yield filled(words.library.yours.signals, count=counted(len(waiting), "signal"), people=people)
    held = coach.reassessments.held()
    if held:
        since = coach.days.of(held[-2].closed) if len(held) > 1 and held[-2].closed else date.min
        answered = [each for each in coach.signals.since(since) if each.settled]
        tests = sum(each.settled == "test" for each in answered)
        if answered:
            yield filled(words.library.yours.settled, count=len(answered), tests=counted(tests, "test"))


def _windows(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    if held := coach.reassessments.held():
        changed = sum(bool(each.changed) for each in held)
        yield filled(words.library.yours.windows, count=counted(len(held), "window"), changed=changed)


def _calls(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    yield from calls_lines(coach)[:1]


def _gates(coach: Coach, lived: Lived) -> Iterator[str]:
    held = [each for each in commitments_on(coach, lived.last) if each.state in {"held", "paused"}]
    if held:
        first = min(held, key=lambda each: each.gate)
        name = first_line(first.commitment.text, _NAME)
        yield filled(words.library.yours.gates, name=name, day=coach.days.say(first.gate))


def _reviews(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    if lived.reviews_asked:
        yield filled(words.library.yours.reviews, count=len(lived.reviews), of=lived.reviews_asked)


def _energy(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    yield energy(lived).text


def _diagnosis(coach: Coach, lived: Lived) -> Iterator[str]:
    if found := coach.diagnoses.all(lived.first):
        last = found[-1]
        said = f"{first_line(last.text, _NAME)}: {blend_line(last.leading)}"
        yield filled(words.library.yours.diagnosis, count=counted(len(found), "time"), last=said)


def _decisions(coach: Coach, lived: Lived) -> Iterator[str]:
    active = coach.decisions.active()
    span = span_of(coach, lived.last - SPAN + _DAY, lived.last)
    if active or span.hours:
        said = filled(words.library.yours.decisions, count=len(active), most=MOST)
        if span.latency is not None:
            said = filled(
                words.library.yours.with_latency, said=said, hours=f"{span.latency:.0f}", n=len(span.hours)
            )
        yield said


def _exceptions(coach: Coach, lived: Lived) -> Iterator[str]:
    running = [each for each in coach.commitments.rests() if each.first <= lived.last <= each.until]
    for each in running:
        yield filled(words.library.yours.exception, day=coach.days.say(each.until))


def _calendar(coach: Coach, lived: Lived) -> Iterator[str]:
    yield from (each.text for each in coach.calendar.evidence(lived.first, lived.last))


def _plans(coach: Coach, lived: Lived) -> Iterator[str]:
    said = [each for day in _weeks(lived) for each in plans_of(coach.store, day)]
    asked = {(each.review.id, each.place): each.came for each in said if each.came}
    if asked:
        done, never = (sum(came == name for came in asked.values()) for name in ("done", "never"))
        yield filled(words.library.yours.plans, count=counted(len(asked), "line"), done=done, never=never)


def _reasons(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    marks = [mark for each in lived.marks for mark in lived.told_marks(each) if mark.reason]
    if marks:
        reason, often = Counter(each.reason for each in marks if each.reason).most_common(1)[0]
        said = words.marks.reason[reason]
        yield filled(words.library.yours.reasons, count=len(marks), reason=said, often=often)


def _limit(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    found = coach.commitments
    yield filled(words.library.yours.limit, count=len(found.active()), limit=found.limit)


def _numbers(coach: Coach, lived: Lived) -> Iterator[str]:
    frame = coach.frames.current()
    for name in NUMBERS:
        called, values = getattr(frame, name, ""), lived.told_numbers(name)
        if called and values:
            shown = ", ".join(as_typed(getattr(each, name)) for each in values[-4:])
            yield filled(words.library.yours.number, name=called, values=shown)


def _tally(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    if found := coach.tallies.latest():
        yield count_line(found)


def _trials(coach: Coach, lived: Lived) -> Iterator[str]:
    tried = [each for each in coach.commitments.all() if is_trial(each) and each.starts > lived.last - _YEAR]
    if tried:
        over = sum(each.ended is not None for each in tried)
        yield filled(words.library.yours.trials, count=counted(len(tried), "trial"), over=over)


def _ladders(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    for ladder in LADDERS:
        if rated := coach.ratings.of(ladder):
            stand = sum(each.stands for each in climbed(ladder, rated[-1].skills))
            yield filled(words.library.yours.ladder, name=words.ladders.ladder[ladder], stand=stand)


def _rounds(coach: Coach, lived: Lived) -> Iterator[str]:
    del coach
    yield filled(words.library.yours.rounds, count=counted(len(lived.rounds), "round"), weeks=WEEKS)


def _events(coach: Coach, lived: Lived) -> Iterator[str]:
    found = [each for each in coach.reflections.since(lived.first) if each.name == "action"]
    ruled = sum(bool(each.answers.get("rule", "").strip()) for each in found)
    if found:
        yield filled(words.library.yours.events, count=counted(len(found), "event"), rules=ruled)


def _balance(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    if taken := coach.assessments.latest():
        told = {each.scale: each.score for each in result(taken, None).scales}
        said = [f"{words.assess.scale[name]} {told[name]:.1f}" for name in SCALES if told[name] is not None]
        day = coach.days.said(taken.at)
        yield filled(words.library.yours.balance, day=day, scores=", ".join(said))


def _findings(coach: Coach, lived: Lived) -> Iterator[str]:
    from coach.insights.lines import trust_line  # what it looks at takes some time, and one card asks
    from coach.insights.looking import look

    yield trust_line(look(coach, lived.last))


def _calibration(coach: Coach, lived: Lived) -> Iterator[str]:
    del lived
    found = calibration([*coach.decisions.all(), *coach.forecasts.all()])
    if found.n:
        yield filled(
            words.library.yours.calibration, n=found.n, came=found.came, said=f"{found.expected:.0f}"
        )


def _prepared(coach: Coach, lived: Lived) -> Iterator[str]:
    found = coach.preparations.since(lived.first)
    told = sum(each.is_told for each in found)
    if found:
        yield filled(words.library.yours.prepared, count=counted(len(found), "time"), told=told, weeks=WEEKS)


def _weeks(lived: Lived) -> Iterator[date]:
    day = lived.first
    while day <= lived.last:
        yield day
        day += timedelta(weeks=1)


FACTS: dict[str, Callable[[Coach, Lived], Iterator[str]]] = {
    "balance": _balance,
    "calendar": _calendar,
    "calibration": _calibration,
    "calls": _calls,
    "decisions": _decisions,
    "diagnosis": _diagnosis,
    "direction": _direction,
    "energy": _energy,
    "events": _events,
    "exceptions": _exceptions,
    "feedback": _feedback,
    "findings": _findings,
    "frame": _frame,
    "gates": _gates,
    "kept": _kept,
    "ladders": _ladders,
    "limit": _limit,
    "numbers": _numbers,
    "plans": _plans,
    "prepared": _prepared,
    "quotes": _quotes,
    "reasons": _reasons,
    "reviews": _reviews,
    "rounds": _rounds,
    "season": _season,
    "signals": _signals,
    "tally": _tally,
    "trials": _trials,
    "uncertainty": _uncertainty,
    "windows": _windows,
}
"""By the names the cards give them."""
