"""Before and after a talk, as sessions: a screen walks them, and so do plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.ids import short
from coach.core.texts import filled, words
from coach.fields import Field, page
from coach.session import DatedSession, Kept, Step
from coach.talks.records import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source

_NEXT = "following"


class BeforeTalk(DatedSession):
    """With whom, when, and what about."""

    KIND = Talk.kind

    def __init__(self, coach: Coach, talk: Talk | None = None) -> None:
        self.talk = talk
        last = coach.talks.last_with(talk.to if talk else "")
        self._last = last
        was = {"to": last.to} if last and talk is None else {}
        if talk:
            was = {"to": talk.to, "day": talk.day.isoformat(), "agenda": talk.agenda}
        self.command = f"coach talk {short(talk.id)}" if talk else "coach talk --with"
        super().__init__(
            coach, words.talks.before, f"talk-{talk.id}" if talk else "talk", was, talk.id if talk else ""
        )

    @property
    def beside_title(self) -> str:
        """What was agreed the last time."""
        return words.talks.beside

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A line each, then a page."""
        del said
        asked, label = words.talks.ask, words.talks.field
        day = Field("day", label.day, hint=words.talks.hint.day, read=self.say_ahead, check=self.ahead)
        who = Field("to", label.to, hint=words.talks.hint.to)
        last = tuple(agreed_lines(self._last)) if self._last else ()
        return [
            Step("who", self.title, asked.who, asked.who_about, (who, day), last),
            Step("agenda", self.title, asked.agenda, asked.agenda_about, (page("agenda"),), last),
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Planned, or changed."""
        coach, day = self.coach, self.ahead(said.get("day", "")) or self.coach.today()
        to, agenda = said.get("to", ""), said.get("agenda", "")
        talk = self.talk
        kept = (
            coach.talks.change(talk, to, day, agenda) if talk else coach.talks.plan(to, day, agenda, source)
        )
        return Kept(filled(words.talks.kept, to=kept.to, day=coach.days.say(kept.day)), kept)


class AfterTalk(DatedSession):
    """What was agreed, and when the next one is."""

    KIND = Talk.kind
    DAY = _NEXT
    IS_TODAY = False

    def __init__(self, coach: Coach, talk: Talk) -> None:
        self.talk = talk
        self.command = f"coach talk {short(talk.id)} --after"
        title = filled(words.talks.after, to=talk.to, day=coach.days.say(talk.day))
        following = talk.following.isoformat() if talk.following else ""
        super().__init__(coach, title, f"told-{talk.id}", {"agreed": talk.agreed, _NEXT: following}, talk.id)

    @property
    def beside_title(self) -> str:
        """What it was to be about."""
        return words.talks.heading.agenda

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A page, a line each; then a day."""
        del said
        asked = words.talks.ask
        about = tuple(self.talk.agenda.splitlines())
        day = Field(
            _NEXT, words.talks.field.next, hint=words.talks.hint.day, read=self.say_ahead, check=self.ahead
        )
        return [
            Step("agreed", self.title, asked.agreed, asked.agreed_about, (page("agreed"),), about),
            Step(_NEXT, self.title, asked.next, asked.next_about, (day,), about),
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Told; the next one is planned with it."""
        following = self.ahead(said.get(_NEXT, ""))
        kept = self.coach.talks.tell(self.talk, said.get("agreed", ""), following, source)
        told = words.talks.told
        day = self.coach.days.say(following) if following else ""
        return Kept(filled(told.next, day=day) if following else told.kept, kept)


def agreed_lines(talk: Talk) -> Iterator[str]:
    """What was agreed, line by line."""
    yield from talk.agreed.splitlines()
