"""What the person of the demo said looking back, assessed, looked at, practised and heard from others."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.assessment.assessments import Taken
from coach.assessment.in_context import try_correction
from coach.assessment.instrument import correction, diagnostics, shuffled, signs
from coach.core.days import quarter_of
from coach.demo.life import Act, Life, month_back
from coach.diagnosis.diagnosis import questions as five_questions
from coach.feedback.feedback import question
from coach.ladders.ladders import levels
from coach.ladders.records import LADDERS
from coach.ladders.rounds import PARTS
from coach.preparing.preparations import WORDS as PREPARED
from coach.reflection.looking_back import begin, keep
from coach.reflection.reflections import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.learned.records import Holds
    from coach.reflection.records import ReflectionName

_NOON, _AFTER_WORK, _EVENING = time(12, 20), time(17, 40), time(20, 15)
_SECONDS = 9.5


def reflections(life: Life) -> Iterator[Act]:
    """The ends of months and quarters, and what happened in between."""
    for told in life.plan["monthly"]:
        _, last = month_back(life.today, told["back"])
        yield Act(life.at(life.ago(last), _EVENING), partial(_look_back, life, "monthly", told))
    for told in life.plan["quarterly"]:
        first, last = quarter_of(life.today)
        for _ in range(told["back"]):
            first, last = quarter_of(first - timedelta(days=1))
        written = min(last + timedelta(days=3), life.today)
        yield Act(life.at(life.ago(written), _EVENING), partial(_look_back, life, "quarterly", told))
    for told in life.plan["yearly"]:
        last = date(life.today.year - told["back"], 12, 31)
        yield Act(
            life.at(life.ago(last + timedelta(days=4)), _EVENING), partial(_look_back, life, "yearly", told)
        )
    for told in life.plan["action"]:
        yield Act(life.at(told["ago"], _EVENING), partial(_look_back, life, "action", told))


def _look_back(life: Life, name: ReflectionName, told: dict[str, Any]) -> None:
    session = begin(life.coach, name, life.coach.today())
    asked = {each.name: each.ask for each in session.questions}
    answers = {each: told[each] for each in (*asked, "became") if each in told}
    said = Answered(
        answers,
        before=dict(told.get("first", {})),
        asked={each: asked[each] for each in answers if each in asked},
        experiment=told.get("experiment", ""),
        severity=told.get("severity"),
    )
    trial = told.get("trial")
    keep(life.coach, session, said, trial=trial and {name: trial[name] for name in ("rhythm", "why")})


def recalls(life: Life) -> Iterator[Act]:
    """What was said of lessons that came back."""
    for told in life.plan["recall"]:
        yield Act(life.at(told["ago"], _EVENING), partial(_recall, life, told["holds"]))


def _recall(life: Life, holds: Holds) -> None:
    lesson = life.coach.learned.due(life.coach.today())
    assert lesson  # noqa: S101 - a story of our own
    life.coach.learned.say(lesson, holds)


def assessments(life: Life) -> Iterator[Act]:
    """The signs, and the day after what is tried against one of them."""
    for told in life.plan["assessment"]:
        yield Act(life.at(told["ago"], _AFTER_WORK), partial(_assess, life, told))
        if "tries" in told:
            yield Act(life.at(told["ago"] - 1), partial(_try, life, told["tries"]))


def _assess(life: Life, told: dict[str, Any]) -> None:
    order = shuffled([each.id for each in signs()], f"demo {told['ago']}")
    asked = [each.id for each in diagnostics()]
    trials = [each for each in life.coach.commitments.all() if each.trial_of and each.practice]
    life.coach.assessments.keep(
        Taken(
            "team",
            order,
            {each.id: float(step) for each, step in zip(signs(), told["signs"], strict=True)},
            diagnostics=dict(zip(asked, told["diagnostics"], strict=True)),
            cites={name: (trials[place].id,) for name, place in told.get("rests", {}).items()},
            spent=dict.fromkeys([*order, *asked], _SECONDS),
        )
    )


def _try(life: Life, name: str) -> None:
    assessed, found = life.coach.assessments.latest(), correction(name)
    assert assessed  # noqa: S101 - a story of our own
    assert found  # noqa: S101 - a story of our own
    try_correction(life.coach, assessed, found)


def diagnoses(life: Life) -> Iterator[Act]:
    """Five questions on a situation."""
    for told in life.plan["diagnosis"]:
        yield Act(life.at(told["ago"], _NOON), partial(_diagnose, life, told))


def _diagnose(life: Life, told: dict[str, Any]) -> None:
    answers = {each.id: name for each, name in zip(five_questions(), told["answers"], strict=True)}
    frame = life.coach.frames.current()
    life.coach.diagnoses.keep(told["text"], answers, context=frame.context if frame else None)


def ladders(life: Life) -> Iterator[Act]:
    """Both ladders rated, and rounds of practising one thing."""
    for told in life.plan["rating"]:
        for ladder in LADDERS:
            names = [name for each in levels(ladder) for name in each.skills]
            skills = {name: float(step) for name, step in zip(names, told[ladder], strict=True)}
            rate = partial(life.coach.ratings.rate, ladder, skills)
            yield Act(life.at(told["ago"], _AFTER_WORK), rate)
    for told in life.plan["round"]:
        yield Act(life.at(told["ago"], _NOON), partial(_practise, life, told))


def _practise(life: Life, told: dict[str, Any]) -> None:
    life.coach.rounds.keep(life.commitment(told["of"]), {name: told[name] for name in PARTS})


def preparations(life: Life) -> Iterator[Act]:
    """What was prepared, and how it went."""
    for told in life.plan["prepared"]:
        yield Act(life.at(told["ago"], _NOON), partial(_prepare, life, told))
        if "after" in told:
            yield Act(life.at(told["ago"], _AFTER_WORK), partial(_tell_prepared, life, told))


def _prepare(life: Life, told: dict[str, Any]) -> None:
    said = {name: told[name] for name in PREPARED}
    life.coach.preparations.keep(told["card"], life.coach.today(), said)


def talks(life: Life) -> Iterator[Act]:
    """Talks with the mentor, the last of them still to come."""
    for told in life.plan["talk"]:
        if told["ago"] < 0:
            yield Act(life.at(1, _AFTER_WORK), partial(_plan_talk, life, told))
        else:
            yield Act(life.at(told["ago"] + 1, _AFTER_WORK), partial(_plan_talk, life, told))
            yield Act(life.at(told["ago"], _AFTER_WORK), partial(_tell_talk, life, told))


def _plan_talk(life: Life, told: dict[str, Any]) -> None:
    life.coach.talks.plan(told["to"], life.day(told["ago"]), told["agenda"])


def _tell_talk(life: Life, told: dict[str, Any]) -> None:
    talk = next(each for each in life.coach.talks.all() if not each.is_told)
    life.coach.talks.tell(talk, told["agreed"])


def _tell_prepared(life: Life, told: dict[str, Any]) -> None:
    kept = next(
        each for each in life.coach.preparations.since(life.coach.today()) if each.text == told["text"]
    )
    life.coach.preparations.tell(kept, told["after"])


def feedback(life: Life) -> Iterator[Act]:
    """Questions to others, what was expected and what was heard."""
    for told in life.plan["feedback"]:
        asked = question(told["question"])
        assert asked  # noqa: S101 - a story of our own
        said = {
            name: told[name]
            for name in ("role", "name", "expected", "seen", "answer", "will")
            if name in told
        }
        said |= {"question": asked.id, "asked": asked.text("team")}
        yield Act(life.at(told["ago"], _NOON), partial(life.coach.feedback.keep, said))
