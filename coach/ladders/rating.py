"""M6 as a session: a ladder is rated level by level, three skills each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.days import quarter_of
from coach.core.texts import filled, words
from coach.fields import Field
from coach.ladders.ladders import levels
from coach.ladders.records import LadderRating
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.core.record import Source
    from coach.ladders.records import Ladder

_STEPS = tuple((str(each), "", str(each)) for each in range(1, 6))


class RatingSession(Session):
    """One ladder, for this quarter."""

    KIND = LadderRating.kind

    def __init__(self, coach: Coach, ladder: Ladder) -> None:
        last = quarter_of(coach.today())[1]
        found = coach.ratings.of(ladder)
        now = found[-1].skills if found and found[-1].last == last else {}
        before = [each for each in found if each.last < last]
        self._before = before[-1].skills if before else {}
        self._ladder: Ladder = ladder
        self._levels = {each.id: each for each in levels(ladder, coach.wording)}
        was = {name: str(int(step)) for name, step in now.items()}
        super().__init__(coach, words.ladders.ladder[ladder], f"ladder-{ladder}-{last}", was)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """A level a step."""
        del said
        about = words.ladders.rate_about
        return [
            Step(
                each.id,
                each.title,
                each.about,
                about,
                tuple(Field(name, text, kind="choice", choices=_STEPS) for name, text in each.skills.items()),
            )
            for each in self._levels.values()
        ]

    def told(self, step: Step, said: Mapping[str, str]) -> str:
        """What the steps mean, and how it was rated before."""
        del said
        steps = "   ".join(f"{each} {words.ladders.step[each]}" for each, _, _ in _STEPS)
        own = [self._before.get(name) for name in self._levels[step.name].skills]
        was = ", ".join("–" if each is None else f"{each:g}" for each in own)
        before = f" {filled(words.ladders.rate_before, steps=was)}" if any(own) else ""
        return f"{steps}\n{step.about}{before}"

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept for this quarter."""
        del source
        names = [name for each in self._levels.values() for name in each.skills]
        skills = {name: float(said[name]) for name in names if said.get(name)}
        kept = self.coach.ratings.rate(self._ladder, skills)
        return Kept(words.ladders.kept, kept)
