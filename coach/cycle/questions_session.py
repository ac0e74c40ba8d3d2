"""S3, S16 as a session: the hard questions, an empty page each. Nothing lies beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.answers import CITES, SPENT
from coach.core.texts import words
from coach.cycle.reassessment import SUDDEN, questions
from coach.fields import page
from coach.session import Kept, Session, Step, cited, spent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source
    from coach.cycle.records import Reassessment
    from coach.cycle.season import Standing


class Asked(NamedTuple):
    """A question in words."""

    title: str
    ask: str
    about: str


def asked(name: str) -> Asked:
    """One of the hard questions, or of those about what runs by itself."""
    return Asked(
        *(words.reassessment[part, name] for part in ("question_title", "question", "question_about"))
    )


class QuestionsSession(Session):
    """Those of a window. Once they are sealed, they rest."""

    KIND = "reassessments"
    CITES = True
    command = "coach reassess questions"

    def __init__(self, coach: Coach, now: Standing) -> None:
        kept = coach.reassessments.of(now.season)
        said: dict[str, str] = {}
        if kept:
            said = {name: text for name, text in kept.answers.items() if name not in SUDDEN}
            said |= remembered(kept)
        self._names = questions(automation=coach.settings.automation)
        title = words.reassessment.step.questions
        super().__init__(coach, title, f"questions-{now.season.id}", said)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A question a step."""
        del said
        return [
            Step(name, each.title, each.ask, each.about, (page(name),))
            for name in self._names
            for each in (asked(name),)
        ]

    def told(self, step: Step, said: Mapping[str, str]) -> str:
        """With the key that cites."""
        del said
        return f"{step.about} {words.reassessment.cite_hint}"

    def in_lines(self, step: Step, place: str) -> str:
        """With the word about it."""
        del place
        return f"{step.question} {step.about}"

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept; sealing them is a word of its own."""
        del source
        answers = {name: said.get(name, "").strip() for name in self._names}
        new = {name for name in {*said, *self.was} if said.get(name, "") != self.was.get(name, "")}
        cites = {name: cited(said, name) for name in answers if f"{CITES}{name}" in new}
        took = {name: seconds for name, seconds in spent(said).items() if f"{SPENT}{name}" in new}
        kept = self.coach.reassessments.answer(answers, cites, took, self.was)
        return Kept("", kept if any(answers.values()) else None)


def remembered(kept: Reassessment) -> dict[str, str]:
    """What its answers rest on, and how long they took, as the lines of a session."""
    cites = {f"{CITES}{name}": " ".join(ids) for name, ids in kept.cites.items()}
    return cites | {f"{SPENT}{name}": f"{seconds:.1f}" for name, seconds in kept.spent.items()}
