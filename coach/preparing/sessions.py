"""Before and after, as sessions: a screen walks them, and so do plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field
from coach.preparing.preparations import NEXT
from coach.preparing.records import Preparation
from coach.preparing.situations import known, situation
from coach.session import DatedSession, Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source

_NAME = 40


class BeforeSession(DatedSession):
    """Two minutes before."""

    KIND = Preparation.kind

    def __init__(self, coach: Coach, card: str, of: str = "", text: str = "") -> None:
        self.situation = situation(card)
        name = self.situation.title(coach.wording)
        self.command = f"coach prepare {card}"
        self.left_early = filled(words.preparing.left_early, card=card)
        title = filled(words.preparing.title, name=first_line(text or name, _NAME))
        own = f"prepare-{card}-{short(of)}" if of else f"prepare-{card}"
        super().__init__(coach, title, own, {"text": text} if text else {}, of)

    @property
    def beside_title(self) -> str:
        """What has helped others."""
        return words.preparing.beside

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """What it is about, both columns, the first sentence, the if-then line."""
        del said
        asked, card = words.preparing.ask, self.situation
        columns, saying = tuple(self._columns()), tuple(self._saying())
        plan = (f"{words.preparing.field.cue} {card.if_then['cue']}, {card.if_then['act']}.",)
        name = card.title(self.coach.wording)
        day = _line("day", hint=words.preparing.hint.day)._replace(read=self.say_ahead, check=self.ahead)
        return [
            Step("what", name, asked.what, asked.what_about, (_line("text"), day), columns),
            Step("both", name, asked.both, asked.both_about, (_line("settle"), _line("people")), columns),
            Step("say", name, asked.say, asked.say_about, (_line("sentence"),), saying),
            Step("plan", name, asked.plan, asked.plan_about, (_line("cue"), _line("act")), plan),
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept; in the evening it is asked about."""
        coach, day = self.coach, self.ahead(said.get("day", "")) or self.coach.today()
        kept = coach.preparations.keep(self.situation.id, day, said, self.of or None, source)
        return Kept(filled(words.preparing.kept, day=coach.days.say(day)), kept)

    def _columns(self) -> Iterator[str]:
        for heading, lines in (("settle", self.situation.settle), ("people", self.situation.people)):
            yield f"{words.preparing.heading[heading]}: {'; '.join(lines)}"

    def _saying(self) -> Iterator[str]:
        card = self.situation
        said = {"sentence": card.first_sentence, "question": card.one_question, "do_not": card.do_not}
        for heading, line in said.items():
            yield f"{words.preparing.heading[heading]}: {line}"


class AfterSession(Session):
    """In the evening: its own questions, and what one would do otherwise."""

    KIND = Preparation.kind

    def __init__(self, coach: Coach, kept: Preparation) -> None:
        self.kept = kept
        self.command = "coach prepare --after"
        name = first_line(coach.preparations.called(kept), _NAME)
        super().__init__(coach, name, f"prepared-{kept.id}", dict(kept.after), kept.id)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """All at once, beside what was written before."""
        del said
        asked, kept = words.preparing.ask, self.kept
        own = tuple(
            Field(str(place), asked=question, is_below=True)
            for place, question in enumerate(questions_of(kept), 1)
        )
        further = Field(NEXT, words.preparing.field.next, asked=asked.next)
        return [
            Step("after", self.title, asked.after, asked.after_about, (*own, further), tuple(written(kept)))
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept with what was prepared."""
        names = [str(place) for place in range(1, len(questions_of(self.kept)) + 1)]
        answers = {name: said.get(name, "") for name in (*names, NEXT)}
        practised = self.coach.preparations.tell(self.kept, answers, source)
        more = filled(words.preparing.practised, name=first_line(practised.text, _NAME)) if practised else ""
        return Kept(filled(words.preparing.kept_after, practised=more).strip(), self.kept)


def questions_of(kept: Preparation) -> Sequence[str]:
    """What its card asks afterwards."""
    card = known(kept.card)
    return card.after if card else ()


def written(kept: Preparation) -> Iterator[str]:
    """What was written before, line by line."""
    for name in ("settle", "people", "sentence"):
        if text := getattr(kept, name):
            yield f"{words.preparing.heading[name]}: {text}"
    plan = {"cue": kept.cue, "act": kept.act}
    if said := [f"{words.preparing.field[name]} {text}" for name, text in plan.items() if text]:
        yield ", ".join(said)


def _line(name: str, hint: str = "") -> Field:
    return Field(name, words.preparing.field[name], hint=hint)
