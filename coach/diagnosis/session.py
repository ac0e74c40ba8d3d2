"""M2 as a session: what it is about, the five questions, and how long a crisis has lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.diagnosis.context import context_on
from coach.diagnosis.diagnosis import (
    CRISIS,
    NO_CRISIS,
    TEXT,
    blend_line,
    draft_name,
    moments,
    questions,
)
from coach.diagnosis.records import Diagnosis
from coach.fields import Field, needed
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.core.record import Source
    from coach.diagnosis.diagnosis import Question


class DiagnosisSession(Session):
    """On a situation in a few words, or on a commitment."""

    KIND = Diagnosis.kind
    IS_SHOWN = True
    command = "coach diagnose"

    def __init__(self, coach: Coach, of: Commitment | None = None, text: str = "", draft: str = "") -> None:
        self.commitment = of
        self._text = of.text if of else text
        """What it is about, where that need not be asked."""
        self.context, crisis = context_on(coach, coach.today())
        title = of.text if of else text or words.diagnosis.title
        super().__init__(coach, title, draft or draft_name(of), {CRISIS: crisis}, of.id if of else "")

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A question a step."""
        del said
        found = [
            Step(each.id, each.title, each.ask, each.about, (_column(each.id, _answers(each)),))
            for each in questions()
        ]
        title, ask, about = (words.diagnosis[f"crisis_{part}"] for part in ("title", "ask", "about"))
        timeline = tuple((key, said, name) for key, said, name in moments())
        none = ("n", words.diagnosis.crisis_no, NO_CRISIS)
        crisis = Step(CRISIS, title, ask, about, (_column(CRISIS, (none, *timeline)),))
        return [*([] if self._text else [_what()]), *found, crisis]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept, with what such a context usually asks for."""
        crisis = said.get(CRISIS, "")
        kept = self.coach.diagnoses.keep(
            self._text or said.get(TEXT, ""),
            {each.id: said.get(each.id, "") for each in questions()},
            context=self.context,
            crisis="" if crisis == NO_CRISIS else crisis,
            commitment=self.commitment.id if self.commitment else None,
            source=source,
        )
        return Kept(filled(words.diagnosis.done, blend=blend_line(kept.leading)), kept)


def _what() -> Step:
    title, ask, about = (
        words.diagnosis.title,
        words.diagnosis.what,
        words.diagnosis.what_about,
    )
    field = Field(TEXT, words.diagnosis.what_label, check=needed(words.diagnosis.what_needed))
    return Step(TEXT, title, ask, about, (field,))


def _answers(question: Question) -> tuple[tuple[str, str, str], ...]:
    return tuple((own.key, own.said, own.name) for own in question.answers)


def _column(name: str, choices: tuple[tuple[str, str, str], ...]) -> Field:
    return Field(name, kind="column", choices=choices)
