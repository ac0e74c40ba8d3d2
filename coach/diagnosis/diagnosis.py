"""M2: five questions on a situation. Each answer leans to managing or to leading: together a blend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, table, words
from coach.diagnosis.records import Diagnosis
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from coach.commitments.records import Commitment
    from coach.core.record import Context, Source, Stage
    from coach.drafts import Draft

TEXT, CRISIS, NO_CRISIS = "text", "crisis", "none"
"""Lines of a session beside its five questions."""
_HALF = 50


class Answer(NamedTuple):
    """What can be answered to a question."""

    key: str
    name: str
    said: str
    leading: int
    """How far it leans to leading, of a hundred."""
    means: str
    first: str

    @property
    def lean(self) -> str:
        """Which way, by its name in assets/content/diagnosis/diagnosis.toml."""
        return "both" if self.leading == _HALF else "leading" if self.leading > _HALF else "managing"


class Question(NamedTuple):
    """One of the five."""

    id: str
    title: str
    ask: str
    about: str
    answers: tuple[Answer, ...]


class Usual(NamedTuple):
    """M3, M4: how much leading is usual, and how the context is said."""

    leading: int
    said: str
    is_crisis: bool = False
    pace: str = ""
    """M3: a field that moves fast asks for more leading, a stable one for less; no source says how much."""


def draft_name(of: Commitment | None) -> str:
    """What the draft of a session is called, in the app and in the shell."""
    return f"diagnosis-{of.id}" if of else "diagnosis"


def left(
    drafts: Iterable[Draft], known: Container[str], text: str = "", of: Commitment | None = None
) -> Draft | None:
    """The latest that was begun and left, in either face: about this, or about anything. One about what
    is gone cannot be gone on with."""
    about = (of.id, "") if of else ("", " ".join(text.split()))
    for draft in drafts:
        of_id, said = about_of(draft)
        is_there = draft.kind == Diagnosis.kind and (of_id in known if of_id else bool(said))
        if is_there and about in {("", ""), (of_id, "" if of_id else said)}:
            return draft
    return None


def about_of(draft: Draft) -> tuple[str, str]:
    """The id of the commitment a draft is about, and the situation."""
    return str(draft.fields.get("of") or ""), " ".join(str(draft.fields.get(TEXT) or "").split())


def questions() -> tuple[Question, ...]:
    """All five."""
    return tuple(
        Question(
            each["id"],
            each["title"],
            each["ask"],
            each["about"],
            tuple(
                Answer(own["key"], own["name"], own["said"], own["leading"], own["means"], own["first"])
                for own in each["answer"]
            ),
        )
        for each in table("diagnosis")["question"]
    )


def given(answers: Mapping[str, str]) -> list[tuple[Question, Answer]]:
    """What was answered, question by question."""
    return [(each, own) for each in questions() for own in each.answers if answers.get(each.id) == own.name]


def blend(answers: Mapping[str, str]) -> int | None:
    """How much of it asks for leading, of a hundred."""
    found = given(answers)
    return round(sum(own.leading for _, own in found) / len(found)) if found else None


def crisis_step(crisis: str) -> str:
    """M4: what a crisis asks for at this point of it; it stands beside what the answers ask for."""
    moment = _moment(crisis)
    return str(moment["first"]) if moment else ""


def first_step(answers: Mapping[str, str]) -> str:
    """What to do first: what the most pressing answer asks for."""
    found = {(each.id, own.name): own.first for each, own in given(answers)}
    ranked = ((each["question"], each["answer"]) for each in table("diagnosis")["first"])
    return next((found[each] for each in ranked if each in found), "")


def usual(context: Context | None, crisis: str = "", stage: Stage | None = None) -> Usual | None:
    """What such a situation and such a stage of a career usually ask for, half and half; in a crisis, what
    its timeline does."""
    if moment := _moment(crisis):
        return Usual(int(moment["leading"]), str(moment["when"]), is_crisis=True)
    found = [table("contexts")[name] for name in (context, stage) if name and name in table("contexts")]
    if not found:
        return None
    leading = sum(int(each["leading"]) for each in found) // len(found)
    return Usual(leading, ", ".join(str(each["name"]) for each in found))


def blend_line(leading: float) -> str:
    """A blend in words."""
    return filled(words.diagnosis.blend, managing=100 - round(leading), leading=round(leading))


def usual_line(record: Diagnosis) -> str:
    """What is usual, or that it is not known."""
    known = usual(record.context, record.crisis)
    if known is None or record.usual is None:
        return words.diagnosis.expected_none
    said = words.diagnosis["expected_crisis" if known.is_crisis else "expected"]
    return filled(said, context=known.said, when=known.said, leading=round(record.usual))


def moments() -> list[tuple[str, str, str]]:
    """M4: how long a crisis has lasted: key, words, name."""
    return [(each["key"], each["said"], each["name"]) for each in table("diagnosis")["timeline"]]


def moment_of(began: date, day: date) -> str:
    """Where on the timeline of a crisis a day lies."""
    days = (day - began).days
    timeline = table("diagnosis")["timeline"]
    return str(next(each["name"] for each in timeline if days < each["until"] or not each["until"]))


class Diagnoses(Service):
    """What was looked at with the five questions."""

    def all(self, since: date | None = None) -> list[Diagnosis]:
        """Every one, perhaps only from the month of a day on, the earliest first."""
        return sorted(self._store.read_since(since, Diagnosis), key=lambda each: (each.at, each.id))

    def of(self, about: str, since: date | None = None) -> list[Diagnosis]:
        """Those on a commitment, by its id, or on a situation of these words."""
        names_it = (where("commitment") == about) | (where("text") == about)
        found = self._store.read_since(since, Diagnosis, names_it)
        return sorted((each for each in found if each.about == about), key=lambda each: (each.at, each.id))

    def keep(
        self,
        text: str,
        answers: Mapping[str, str],
        *,
        context: Context | None = None,
        crisis: str = "",
        commitment: str | None = None,
        source: Source = "app",
    ) -> Diagnosis:
        """What was answered about a situation."""
        said, found = " ".join(text.split()), blend(answers)
        if not said:
            raise UsageError(words.diagnosis.what_needed)
        if found is None:
            raise UsageError(words.diagnosis.answer_needed)
        known = usual(context, crisis)
        new = Diagnosis(
            **happened(self._store.clock),
            text=said,
            answers={each.id: own.name for each, own in given(answers)},
            leading=found,
            usual=known.leading if known else None,
            context=context,
            crisis=crisis,
            commitment=commitment,
            source=source,
        )
        with self._store.change(f"{words.diagnosis.undo} {quoted(said)}") as change:
            change.add(Diagnosis.kind, new.id, new.fields())
        return new


def _moment(name: str) -> Mapping[str, Any] | None:
    found: list[dict[str, Any]] = table("diagnosis")["timeline"]
    return next((each for each in found if each["name"] == name), None)
