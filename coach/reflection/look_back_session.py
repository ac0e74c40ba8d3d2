"""M7, S7, L17: a look back as a session. The answer comes first, then one's own records beside it, then a
chance to see it differently; both versions are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.answers import FIRST, OWN, SEEN
from coach.asking_on import ask_on, is_more, with_more
from coach.commitments.terms import understood, when_of
from coach.commitments.trial import ends
from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.fields import Field, after, page
from coach.reflection.lived import gather
from coach.reflection.looking_back import (
    EXPERIMENT,
    SEVERITY,
    answered_in,
    became_question,
    begin,
    keep,
    lines_of,
)
from coach.reflection.question_facts import facts_beside, trial_of
from coach.reflection.records import SEVERITIES
from coach.reflection.reflections import Answered
from coach.reflection.second import after_answer
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.core.record import Source
    from coach.facts import Fact
    from coach.pauses.over import Over
    from coach.reflection.records import Reflection, ReflectionName

DAY, _WHEN = "day", "when"
SHORT, TRIAL = f"{OWN}short", f"{OWN}trial"
"""Two questions in a hard month; the experiment is held as a commitment."""
_LABELS = {EXPERIMENT: "label", "cue": "cue", "act": "act", "rhythm": "rhythm"}


class LookBackSession(Session):
    """A month, a quarter, or what happened."""

    CITES = True

    def __init__(
        self,
        coach: Coach,
        name: ReflectionName,
        day: date,
        of: str | None = None,
        again: Reflection | None = None,
        *,
        is_in_lines: bool = False,
    ) -> None:
        self._is_in_lines = is_in_lines
        """Whether a rhythm that is typed says that the experiment is held: in lines no key does."""
        self.rhythm: str | None = None
        """How often it is tried, where that was said before anything is asked."""
        look = self.look = begin(coach, name, day, of, again)
        self._lived = gather(coach, look.first, look.last) if look.is_guided else None
        """The records are read once."""
        self._is_revised = look.is_guided and name != "yearly"
        """Whether it is answered first, and then beside the records; the year lies beside them at once."""
        self._before = coach.reflections.before(name, look.first) if look.is_guided else None
        self._found: dict[str, list[Fact]] = {}
        self.has_trial = bool(look.kept and trial_of(coach, look.kept))
        self.over: Over | None = None
        """L15: until when one more than the limit is right."""
        self.held: Commitment | None = None
        """The trial that was made of the experiment."""
        self.command = f"coach reflect {name}"
        was = lines_of(Answered.of(look.kept))
        if name == "action":
            was[DAY] = say_day(look.last, coach.today()) if again else ""
        super().__init__(coach, look.title, look.draft, was, of or "")

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A step a question; then what became of the last experiment, and the next one."""
        look, is_short = self.look, bool(said.get(SHORT))
        steps = [
            Step(each.name, each.title, each.ask, each.about, (page(each.name),), tuple(look.event))
            for each in look.questions
            if each.is_short or not is_short
        ]
        if look.name == "action":
            steps.insert(0, self._when())
        if look.name != "monthly" or is_short:
            return with_more(steps, said)
        if look.experiment:
            steps.append(_step("became", became_question(look.experiment), page("became")))
        asked = words.monthly[EXPERIMENT, "question"]
        steps = with_more(steps, said)
        return [*steps, _step(EXPERIMENT, asked, *(self._line(name) for name in _LABELS))]

    def _when(self) -> Step:
        """L17: which day it was, and how grave."""
        said, reader = words.action, self.coach.reader()
        grave = tuple((str(at), said.severity[each], each) for at, each in enumerate(SEVERITIES, 1))
        fields = (
            Field(
                DAY,
                said.day,
                hint=said.day_hint,
                read=lambda typed: say_day(reader.day(typed), reader.today),
                check=self._behind,
                asked=said.day,
            ),
            Field(SEVERITY, said.grave, kind="choice", choices=grave, asked=said.grave),
        )
        return Step(_WHEN, said.when_title, said.when_ask, said.when_about, fields, tuple(self.look.event))

    def _behind(self, typed: str) -> date:
        """The day typed; one that is yet to come is refused."""
        reader = self.coach.reader()
        day = reader.day(typed) if typed.strip() else reader.today
        if day > reader.today:
            raise UsageError(words.action.ahead)
        return day

    def _line(self, name: str) -> Field:
        wanted = None if name == EXPERIMENT else after(EXPERIMENT)
        label = words.monthly[EXPERIMENT, _LABELS[name]]
        if name == "rhythm" and self._is_in_lines:
            label = words.monthly.trial_plain
            wanted = wanted if self.rhythm is None else lambda _: False
        check = (lambda typed: when_of(typed, self.coach.reader())) if name == "rhythm" else None
        return Field(name, label, wanted=wanted, check=check)

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """The first answer is only the first: then the records lie beside it. What is said then may be
        asked on."""
        if not self._is_revised or not step.is_page:
            return True
        if step.name in _looked_at(said):
            if not said.get(SHORT):
                self._ask_on(step.name, said)
            return True
        said.setdefault(f"{FIRST}{step.name}", said.get(step.name, ""))
        said[SEEN] = " ".join([*_looked_at(said), step.name])
        self.look_beside(said)
        return False

    def _ask_on(self, question: str, said: MutableMapping[str, str]) -> None:
        if self._lived:
            answers = said.get(f"{FIRST}{question}", ""), said.get(question, "")
            if answers[1].strip() == self.was.get(question, "").strip():
                return  # it stands as it was kept
            ask_on(said, question, after_answer(self.coach, self._lived, self._before, question, answers))

    def heard(self, field: Field, said: MutableMapping[str, str]) -> None:
        """Whoever says how often holds it as a trial; whoever clears that only remembers it."""
        if field.name == "rhythm":
            said[TRIAL] = "yes" if said.get("rhythm") else ""

    def look_beside(self, said: Mapping[str, str]) -> None:
        """Reads what lies beside the questions that were answered."""
        for name in _looked_at(said):
            if self._lived and name not in self._found:
                first = said.get(f"{FIRST}{name}") or said.get(name, "")
                self._found[name] = facts_beside(self.coach, self._lived, self.look.experiment, name, first)

    def facts(self, step: Step, said: Mapping[str, str]) -> Sequence[Fact]:
        """Nothing before the first answer; beside the quarters of a year at once."""
        if self._lived and not self._is_revised:
            if step.name not in self._found:
                self._found[step.name] = facts_beside(self.coach, self._lived, None, step.name)
            return self._found[step.name]
        self.look_beside(said)
        return self._found.get(step.name, ()) if step.name in _looked_at(said) else ()

    def told(self, step: Step, said: Mapping[str, str]) -> str:
        """What comes next."""
        if step.name == EXPERIMENT:
            return f"{step.about} {self._told_trial(said)}"
        if not self._is_revised or is_more(step.name):
            return step.about
        if step.name in _looked_at(said):
            return words.monthly.now_look
        short = words.monthly.short_on if said.get(SHORT) else ""
        return "\n".join(each for each in (f"{step.about} {words.monthly.first_then}", short) if each)

    def in_lines(self, step: Step, place: str) -> str:
        """With the word about it."""
        if step.is_more:
            return super().in_lines(step, place)
        return f"{step.question} {step.about}" if step.is_page else step.question

    def again(self, step: Step) -> str:
        """Said now, with the records beside it?"""
        del step
        return words.monthly.now_look_plain

    def cited_for(self, step: Step) -> str:
        """Only what is answered in words rests on records."""
        return step.name if step.is_page else ""

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept, with the trial if one was wanted."""
        now, began = (answered_in(self.look, each) for each in (said, self.was))
        if self.look.name == "action":
            day = self._behind(said.get(DAY, ""))
            self.look = self.look._replace(first=day, last=day)
        is_moved = self.look.again is not None and self.look.last != self.look.again.last
        if self.look.kept and now == began and not is_moved and not said.get(TRIAL) and self.rhythm is None:
            return Kept(words.checkin.unchanged, self.look.kept, is_same=True)
        rhythm = said.get("rhythm", "") if self.rhythm is None else self.rhythm
        is_held = self.rhythm is not None or said.get(TRIAL)
        trial = self._terms(said, rhythm) if is_held and now.experiment else None
        kept, self.held = keep(
            self.coach,
            self.look,
            now,
            trial=trial,
            over=self.over,
            source=source,
            began=began,
        )
        today = self.coach.today()
        if self.held:
            return Kept(filled(words.monthly.trial_told, day=say_day(self.held.gate, today)), kept)
        return Kept(filled(words[self.look.name, "done"], month=self.look.title), kept)

    def _terms(self, said: Mapping[str, str], typed: str) -> dict[str, Any]:
        rhythm, due = when_of(typed, self.coach.reader())
        return {"rhythm": rhythm, "due": due, "cue": said.get("cue", ""), "act": said.get("act", "")}

    def _told_trial(self, said: Mapping[str, str]) -> str:
        if self.has_trial:
            return words.monthly.trial_already
        reader = self.coach.reader()
        day = say_day(ends(reader.today), reader.today)
        try:
            when_of(said.get("rhythm", ""), reader)
            read = understood(said.get("rhythm", ""), reader)
        except UsageError:
            read = ""  # it is said when one goes on
        told = filled(words.monthly["trial_on" if said.get(TRIAL) else "trial_off"], day=day)
        return f"{told} {read}".strip()


def _step(name: str, question: str, *fields: Field) -> Step:
    return Step(name, words.monthly[name, "title"], question, words.monthly[name, "about"], fields)


def _looked_at(said: Mapping[str, str]) -> list[str]:
    """The questions beside which the records lie already."""
    return said.get(SEEN, "").split()
