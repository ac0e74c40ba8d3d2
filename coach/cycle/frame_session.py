"""S17 as a session: the new frame, part by part, with the real condition behind each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.glance import NAME_WIDTH, results
from coach.commitments.trial_facts import trial_facts
from coach.core.counting import counted
from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.questions_session import remembered
from coach.cycle.reassessment import RATED, SUDDEN, is_other
from coach.facts import Fact, fact
from coach.fields import Field, page
from coach.frame.frames import BOUND, NUMBERS
from coach.session import Kept, Session, Step, cited, spent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.core.own_days import Days
    from coach.core.record import Source
    from coach.cycle.window import Window
    from coach.frame.records import Frame
    from coach.signals.records import Signal

_KEEPS = "keeps"
_RATINGS = 5
_QUOTED, _ASKED = 200, 100


class FrameSession(Session):
    """A part of the frame a step: how well it holds, what it is to be, and the condition behind a change."""

    KIND = "reassessments"
    CITES = True
    command = "coach reassess frame"

    def __init__(self, coach: Coach, found: Window) -> None:
        self._frame = found.frame
        self._changing = [each.text for each in found.settled if each.settled == "change"]
        """What was said to change something."""
        self._known = (*_changing(found, coach.days), *_lived(coach, found), *_facts(found, coach.days))
        kept = found.stands.reassessment
        said = {name: _now(found.frame, name) for name in BOUND}
        if kept:
            said |= kept.frame
            said |= {f"condition-{name}": text for name, text in kept.conditions.items()}
            said |= {f"rating-{name}": f"{value:g}" for name, value in kept.ratings.items()}
            said |= {_KEEPS: kept.keeps}
            said |= remembered(kept)
        title = words.reassessment.step.frame
        super().__init__(coach, title, f"frame-{found.now.season.id}", said)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """Each part, then why it stays; a signal that changes something is asked about where nothing does."""
        title, ask = (words.reassessment.frame[part] for part in (_KEEPS, "keeps_about"))
        about = words.reassessment.cite_hint
        if self._changing and not any(self._is_changed(name, said) for name in BOUND):
            count = counted(len(self._changing), "signal")
            quoted = first_line(self._changing[0], _ASKED)
            one = "keeps_though" if len(self._changing) == 1 else "keeps_though_more"
            about, ask = f"{ask} {about}", filled(words.reassessment.frame[one], signal=quoted, count=count)
        stays = Step(_KEEPS, title, ask, about, (page(_KEEPS),), facts=self._known)
        return [*(self._step(name) for name in BOUND), stays]

    def _step(self, name: str) -> Step:
        title, ask = words.season.page[name], words.season.ask[name]
        about, now = words.reassessment.frame.condition_about, _now(self._frame, name)
        fields = []
        if name in RATED and now:
            rate = f"{words.reassessment.frame.rate}  {now}"
            fields.append(Field(f"rating-{name}", kind="choice", choices=_rated(), asked=rate))
        fields.append(Field(name, title))
        condition = words.reassessment.frame.condition
        fields.append(
            Field(
                f"condition-{name}",
                condition,
                wanted=lambda said: is_other(self._frame, name, said[name] or ""),
            )
        )
        return Step(name, title, ask, about, tuple(fields), facts=self._known)

    def cited_for(self, step: Step) -> str:
        """A change rests on records, and so does what stays."""
        return step.name if step.name == _KEEPS else f"condition-{step.name}"

    def check(self, step: Step, said: Mapping[str, str]) -> None:
        """S17: a change has a real condition behind it."""
        name = step.name
        if name == "direction" and not said.get(name, "").strip():
            raise UsageError(words.reassessment.open.direction.capitalize())
        if name in BOUND and self._is_changed(name, said) and not said.get(f"condition-{name}", "").strip():
            raise UsageError(words.reassessment.open.condition.capitalize())

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Decided; it is carried out when the window closes."""
        del source
        for step in self.steps(said):
            self.check(step, said)
        changed = [name for name in BOUND if self._is_changed(name, said)]
        keeps = said.get(_KEEPS, "").strip()
        if not changed and not keeps:
            raise UsageError(words.reassessment.frame.undecided)
        parts: dict[str, Any] = {
            "frame": {name: said.get(name, "").strip() for name in changed},
            "conditions": {name: said.get(f"condition-{name}", "").strip() for name in changed},
            "ratings": {name: float(rated) for name in RATED if (rated := said.get(f"rating-{name}"))},
            "cites": {
                name: cited(said, name) for name in (*(f"condition-{each}" for each in changed), _KEEPS)
            },
            "spent": spent(said),
            "keeps": keeps,
        }
        reassessments = self.coach.reassessments
        kept = reassessments.keep(reassessments.begin(), "frame", **parts)
        if not changed:
            return Kept(words.reassessment.frame.told_keeps, kept)
        names = ", ".join(words.season.page[name].lower() for name in changed)
        return Kept(filled(words.reassessment.frame.told_changes, parts=names), kept)

    def _is_changed(self, name: str, said: Mapping[str, str]) -> bool:
        return is_other(self._frame, name, said.get(name, ""))


def _rated() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (str(each), words.reassessment.frame[f"rating_{each}"], str(each)) for each in range(1, _RATINGS + 1)
    )


def _now(frame: Frame | None, name: str) -> str:
    return getattr(frame, name, None) or ""


def _lived(coach: Coach, found: Window) -> Iterator[Fact]:
    """What the cycle showed: its two numbers, how each commitment went, what trials showed."""
    day, first = coach.today(), found.now.cycle_starts
    since = {name: coach.frames.part_since(name, day) for name in NUMBERS}
    for name, series in coach.reviews.series(day, since, day - first).items():
        if len(series) > 1:
            ends = {"first": f"{series[0]:g}", "last": f"{series[-1]:g}", "count": len(series)}
            yield fact(f"number_{name}", [], len(series), **ends)
    marks = coach.marks.between(first, day)
    for each in found.commitments:
        own = [mark for _, mark in sorted(marks.get(each.commitment.id, {}).items())]
        if own:
            name = first_line(each.commitment.text, NAME_WIDTH)
            yield fact("marks", own, name=name, said=results(own))
    yield from trial_facts(coach, first, day)
    yield from coach.decisions.evidence(first, day)
    if itself := coach.insights.itself(day):
        yield itself
    for told in coach.insights.for_window(day):
        yield Fact(f"pattern_{told.what}", told.text, int(told.n), told.ids)


def _changing(found: Window, days: Days) -> Iterator[Fact]:
    """The signals of which it was said that they change something."""
    for each in found.settled:
        if each.settled == "change":
            yield fact("settled_change", [each], day=days.say(days.about(each)), said=each.text)


def _answer(signal: Signal) -> str:
    said = words.reassessment.settled_said[signal.settled or "keep"]
    return f"{said}, {signal.because}" if signal.because else said


def _facts(found: Window, days: Days) -> tuple[Fact, ...]:
    """What was answered on the way here: the sealed questions and the signals."""
    kept = found.stands.reassessment
    facts = []
    if kept:
        titles = words.reassessment.question_title
        said = {name: text for name, text in kept.answers.items() if text and name not in SUDDEN}
        facts = [
            fact("sealed", [kept], question=titles[name], said=first_line(text, _QUOTED))
            for name, text in said.items()
        ]
    facts += [
        fact(
            "settled",
            [each],
            day=days.say(days.about(each)),
            said=each.text,
            settled=_answer(each),
        )
        for each in found.settled
        if each.settled and each.settled != "change"
    ]
    return tuple(facts)
