"""What Mentor shows: what was begun, the names that stay out, what left and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.describe import on_one_line
from coach.drafts import is_of
from coach.packet import names, packets

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.packet.packets import Plan
    from coach.packet.records import Packet

Now = Literal["begin", "talks", "names", "exchange"]
NOW: tuple[Now, ...] = ("begin", "talks", "names", "exchange")


class MentorNow(NamedTuple):
    """The place."""

    begun: Plan | None
    names: int
    left: list[Packet]
    answered: set[str]
    """The packets something came back to."""
    talk: str
    """The talk that comes next, or the last one."""

    def said(self, name: Now) -> str:
        """How it stands with one of them."""
        if name == "begin" and self.begun:
            title = filled(words.packet.row, to=self.begun.to, ask=self.begun.ask)
            return f"{title}   {words.packet.screen.begun}"
        if name == "names" and self.names:
            return counted(self.names, "name")
        if name == "talks" and self.talk:
            return self.talk
        return words.packet.mentor[f"{name}_short"]


def mentor_now(coach: Coach) -> MentorNow:
    """Gathered."""
    left = packets.all_packets(coach)
    draft = next((each for each in coach.drafts.left() if is_of(each, packets.DRAFT)), None)
    answered = {each.of for each in coach.feedback.all() if each.of and each.answer} if left else set()
    begun = packets.plan_of(draft.fields) if draft else None
    return MentorNow(begun, len(names.marked(coach)), left, answered, _talk(coach))


def _talk(coach: Coach) -> str:
    coming = coach.talks.since(coach.today())
    talk = coming[0] if coming else coach.talks.last_with()
    return f"{coach.days.say(talk.day)}  {on_one_line(talk, coach)}" if talk else ""
