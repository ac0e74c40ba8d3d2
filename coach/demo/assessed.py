"""What the person of the demo assessed, looked at, rated, practised and heard from others."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from coach.assessment.in_context import TRIAL
from coach.assessment.instrument import correction, diagnostics, shuffled, signs
from coach.assessment.records import Assessment
from coach.core.days import quarter_of
from coach.diagnosis.diagnosis import blend, questions, usual
from coach.diagnosis.records import Diagnosis
from coach.feedback.feedback import question
from coach.feedback.records import Feedback
from coach.ladders.ladders import levels
from coach.ladders.records import LADDERS, LadderRating, Round
from coach.ladders.rounds import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.core.record import Context, Record
    from coach.demo.held import Held
    from coach.demo.told import Stamps

_NOON, _EVENING = time(12, 20), time(17, 40)
_SECONDS = 9.5


class Lookings:
    """What is assessed, decided by the day and nothing else."""

    def __init__(self, plan: Any, stamps: Stamps, held: Held, commitments: Mapping[str, str]) -> None:
        self._plan = plan
        self._stamps = stamps
        self._held = held
        self._commitments = commitments
        """The ids of what is held, by its text."""
        self._context: Context = plan["frame"][-1]["context"]

    def records(self) -> Iterator[Record]:
        """Everything, kind by kind."""
        trials: list[str] = []
        for told in self._plan["assessment"]:
            made = self._assessment(told, trials)
            yield made
            if "tries" in told:
                for each in self._trial(told, made.id):
                    trials += [each.id] if each.kind == "commitments" else []
                    yield each
        for told in self._plan["diagnosis"]:
            yield self._diagnosis(told)
        for told in self._plan["rating"]:
            yield from self._ratings(told)
        for told in self._plan["round"]:
            yield Round(
                **self._stamps.happened(told["ago"], _NOON),
                commitment=self._commitments[told["of"]],
                **{name: told[name] for name in PARTS},
            )
        for told in self._plan["feedback"]:
            yield self._feedback(told)

    def _assessment(self, told: dict[str, Any], trials: list[str]) -> Assessment:
        order = shuffled([each.id for each in signs()], f"demo {told['ago']}")
        asked = [each.id for each in diagnostics()]
        return Assessment(
            **self._stamps.happened(told["ago"], _EVENING),
            name="full",
            wording="team",
            order=order,
            answers={each.id: float(step) for each, step in zip(signs(), told["signs"], strict=True)},
            diagnostics=dict(zip(asked, told["diagnostics"], strict=True)),
            cites={name: (trials[place],) for name, place in told.get("rests", {}).items()},
            spent=dict.fromkeys([*order, *asked], _SECONDS),
        )

    def _trial(self, told: dict[str, Any], of: str) -> Iterator[Record]:
        """What was tried for fourteen days, from the day after."""
        found = correction(told["tries"])
        assert found  # noqa: S101 - a story of our own
        begins = told["ago"] - 1
        plan = {
            "ago": begins,
            "text": found.text("team"),
            "rhythm": found.rhythm,
            "why": found.adds,
            "cue": found.cue,
            "act": found.act,
            "gate": begins - TRIAL.days,
            "kept": told["kept"],
            "reasons": told["reasons"],
            "practice": found.id,
            "ended": begins - TRIAL.days,
            "ended_as": "finished",
            "because": told["because"],
        }
        yield from self._held.commitment(plan, trial_of=of)

    def _diagnosis(self, told: dict[str, Any]) -> Diagnosis:
        answers = {each.id: name for each, name in zip(questions(), told["answers"], strict=True)}
        known = usual(self._context)
        return Diagnosis(
            **self._stamps.happened(told["ago"], _NOON),
            text=told["text"],
            answers=answers,
            leading=float(blend(answers) or 0),
            usual=known.leading if known else None,
            context=self._context,
        )

    def _ratings(self, told: dict[str, Any]) -> Iterator[LadderRating]:
        for ladder in LADDERS:
            names = [name for each in levels(ladder) for name in each.skills]
            yield LadderRating(
                **self._stamps.happened(told["ago"], _EVENING),
                ladder=ladder,
                last=quarter_of(self._stamps.day(told["ago"]))[1],
                skills={name: float(step) for name, step in zip(names, told[ladder], strict=True)},
            )

    def _feedback(self, told: dict[str, Any]) -> Feedback:
        asked = question(told["question"])
        assert asked  # noqa: S101 - a story of our own
        return Feedback(
            **self._stamps.happened(told["ago"], _NOON),
            role=told["role"],
            name=told["name"],
            question=asked.id,
            asked=asked.text("team"),
            expected=told.get("expected"),
            seen=told.get("seen"),
            answer=told["answer"],
            will=told["will"],
        )
