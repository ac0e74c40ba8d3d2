"""S6 as a session: the gate of a commitment, four questions beside its own marks, then what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from coach.commitments.agreement import AGAIN, QUESTIONS, again_of, unanswered
from coach.commitments.going import goes_well
from coach.commitments.overview import life_of
from coach.commitments.terms import when_of
from coach.core.errors import UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field, needed
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import TurnResult
    from coach.core.record import Source
    from coach.core.when import Reader
    from coach.pauses.over import Over

RESULTS: dict[str, TurnResult] = {"r": "renew", "c": "change", "x": "expand", "e": "end"}
OTHER_TERMS = ("change", "expand")
_NAME, _GATE, PROBLEM = 40, "gate", "problem"


class GateSession(Session):
    """One commitment at its gate."""

    KIND = "gates"
    NAMED: ClassVar[str] = "gate"
    """What its draft is called, before the commitment."""

    def __init__(self, coach: Coach, each: Progress, *, is_in_lines: bool = False) -> None:
        self.each = each
        self.parts: dict[str, Any] = {}
        """The terms it goes on with, where they become others."""
        self.because = ""
        self.over: Over | None = None
        """L15: until when one more than the limit is right."""
        self._life = tuple(life_of(coach, each))
        self._is_well = goes_well(coach.store, each.commitment, coach.today())
        self._is_in_lines = is_in_lines
        self.command = f"coach gate {short(each.commitment.id)} --plain"
        self.left_early = words.commitments.gate.left
        name = first_line(each.commitment.text, _NAME)
        title = filled(words.commitments.gate.title, name=name)
        of = each.commitment.id
        super().__init__(coach, title, f"{self.NAMED}-{of}", self.planned(coach), of)

    def planned(self, coach: Coach) -> Mapping[str, str]:
        """What was decided already."""
        del coach
        return {}

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """Whether one would start it today, three questions more, and what becomes of it, at once."""
        del said
        name = first_line(self.each.commitment.text, _NAME)
        gate = words.commitments.gate
        fields = [
            self._again(),
            *self._problem(),
            *(
                Field(each, asked=gate.question[each], is_below=True, wanted=self._is_open)
                for each in QUESTIONS[1:]
            ),
        ]
        said_results = tuple(
            (key, words.commitments.gate.result[each], each) for key, each in RESULTS.items()
        )
        fields.append(
            Field(
                "result",
                kind="choice",
                choices=said_results,
                check=needed(gate.choose),
                asked=f"{gate.outcome} {gate.outcome_about}",
                is_below=True,
            )
        )
        if self._is_in_lines:
            when = words.commitments.gate.new_when
            fields.append(
                Field("when", when, wanted=_is_other, check=lambda typed: when_of(typed, self._reader))
            )
        well = gate.well if self._is_well else gate.not_well
        return [Step(_GATE, name, filled(gate.about, well=well), "", tuple(fields), self._life)]

    def _again(self) -> Field:
        """First of all whether one would start it today."""
        gate = words.commitments.gate
        choices = tuple((key, gate.again[name], name) for key, name in AGAIN)
        return Field("again", kind="choice", choices=choices, asked=gate.question.again, is_below=True)

    def _problem(self) -> list[Field]:
        """What it was made for, where nobody said so: without it the next question has no answer."""
        if self.each.commitment.problem:
            return []
        return [Field(PROBLEM, asked=words.commitments.gate.problem, is_below=True, wanted=self._is_open)]

    def _is_open(self, said: Mapping[str, Any]) -> bool:
        """Whether the other questions are asked: of what goes well and would be started again, none is."""
        return not (self._is_well and again_of(said.get("again") or "") == "yes")

    @property
    def _reader(self) -> Reader:
        return self.coach.reader()

    def check(self, step: Step, said: Mapping[str, str]) -> None:
        """Going on takes an answer to each question; ending it takes none."""
        super().check(step, said)
        if said.get("result") != "end":
            self.check_answers(said)

    def check_answers(self, said: Mapping[str, str]) -> None:
        """Refuses a gate that was not looked at."""
        if unanswered(said, is_well=self._is_well):
            raise UsageError(words.commitments.gate.unanswered)

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Through the gate."""
        del source
        result = next((each for each in RESULTS.values() if each == said.get("result")), None)
        if result is None:
            raise UsageError(words.commitments.gate.choose)
        if self._is_in_lines and _is_other(said) and said.get("when"):
            self.parts["rhythm"], self.parts["due"] = when_of(said["when"], self._reader)
        if problem := said.get(PROBLEM, "").strip():
            self.parts[PROBLEM] = problem
        answers = {name: said.get(name, "") for name in QUESTIONS}
        return Kept(self.told_done(result), self.pass_it(result, answers))

    def told_done(self, result: TurnResult) -> str:
        """What became of it."""
        return f"{words.commitments.turn[result].capitalize()}."

    def pass_it(self, result: TurnResult, answers: dict[str, str]) -> Any:
        """Carries it out."""
        return self.coach.commitments.pass_gate(
            self.each.commitment,
            result,
            answers,
            because=self.because,
            over=self.over,
            **self.parts,
        )


def _is_other(said: Mapping[str, Any]) -> bool:
    return said.get("result") in OTHER_TERMS
