"""M6, M21: the ladders in words, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.progress import gate_of
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from coach.ladders.ladders import climbed, next_level, stage
from coach.ladders.records import LADDERS
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.assessment.records import Wording
    from coach.core.own_days import Days
    from coach.ladders.ladders import Level, Practice
    from coach.ladders.records import Ladder, LadderRating

_LABEL = 30


class Ladders(NamedTuple):
    """Both, as they are rated, and what is practised."""

    days: Days
    ratings: Mapping[Ladder, list[LadderRating]]
    wording: Wording
    held: Mapping[str, date]
    """Until when each practice is held, by its id."""

    def skills(self, ladder: Ladder, back: int = 1) -> Mapping[str, float]:
        """The last rating, or one before it."""
        found = self.ratings[ladder]
        return found[-back].skills if len(found) >= back else {}


def ladders(coach: Coach) -> Ladders:
    """Gathered."""
    active, rests = coach.commitments.active(), coach.commitments.rests()
    return Ladders(
        coach.days,
        {each: coach.ratings.of(each) for each in LADDERS},
        coach.wording,
        {each.practice: gate_of(each, rests) for each in active if each.practice},
    )


def ladders_lines(known: Ladders) -> Iterator[Told]:
    """Level by level, the next practice of each, and how far both have grown together."""
    yield Told(words.ladders.title, "strong")
    yield Told(words.ladders.about, "quiet")
    standing = []
    for ladder in LADDERS:
        found = climbed(ladder, known.skills(ladder), known.wording)
        standing.append(sum(each.stands for each in found))
        upcoming = next_level(found)
        ratings = known.ratings[ladder]
        said = words.ladders.not_rated
        if ratings:
            day = known.days.of(ratings[-1].updated or ratings[-1].at)
            said = filled(words.ladders.rated, day=known.days.say(day))
        yield Told()
        yield Told(f"{words.ladders.ladder[ladder]}, {said}", "strong")
        for each in found:
            mark = "●" if each.stands else "◐" if each.level == upcoming and ratings else "○"
            steps = "".join(SIGNS[int(each.skills.get(name, 0))] for name in each.level.skills)
            yield Told(f"{mark} {each.level.title:<{_LABEL}}{steps}", "picture", each.level)
        if upcoming is None:
            yield Told(words.ladders.all_stand, "quiet")
        else:
            yield Told(filled(words.ladders.next_practice, title=upcoming.title), "quiet")
            yield from _practice(upcoming.practices[0], known)
    if any(known.ratings.values()):
        title, text = stage(min(standing))
        yield Told()
        yield Told(title, "strong")
        yield Told(text)


def level_lines(known: Ladders, level: Level) -> Iterator[Told]:
    """One level in full."""
    skills, before = known.skills(level.ladder), known.skills(level.ladder, 2)
    yield Told(f"{words.ladders.ladder[level.ladder]}: {level.title}", "strong")
    yield Told(level.about)
    yield Told()
    yield Told(words.ladders.skills, "strong")
    for name, text in level.skills.items():
        step = int(skills.get(name, 0))
        said = words.ladders.step[str(step)] if step else words.ladders.not_rated
        was = int(before.get(name, 0))
        changed = f" ({filled(words.ladders.before, value=was)})" if was and was != step else ""
        yield Told(f"{SIGNS[step]} {text}: {said}{changed}", hang=2)
    yield Told()
    yield Told(words.ladders.practise, "strong")
    for each in level.practices:
        yield from _practice(each, known)
    yield Told()
    yield Told(words.ladders.example, "strong")
    yield Told(level.example)


def _practice(each: Practice, known: Ladders) -> Iterator[Told]:
    yield Told(f"{each.text} ({each.rhythm})", target=each)
    plan = filled(words.assess.result.correction_plan, cue=each.cue, act=each.act)
    yield Told(plan, "quiet", indent=2)
    if each.id in known.held:
        until = known.days.say(known.held[each.id])
        yield Told(filled(words.assess.result.correction_held, day=until), "quiet", indent=2)
