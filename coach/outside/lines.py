"""What others saw, in lines: beside one's own bands and answers; whoever said it is named by role only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coach.assessment.instrument import diagnostics
from coach.core.counting import counted
from coach.core.record import GIVEN
from coach.core.texts import filled, words
from coach.lines import Told
from coach.outside.form import TRADEOFF, parts
from coach.outside.views import judged, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.assessment.records import Assessment
    from coach.outside.records import View


def outside_lines(
    found: Sequence[View], own: Assessment | None, given_up: Mapping[str, str]
) -> Iterator[Told]:
    """Scale by scale, question by question, then their words beside what one wrote oneself (L6)."""
    if not found:
        return
    said = words.outside
    yield Told(said.beside_title, "strong")
    for each in seen(found, own):
        mine = said.beside_none if each.own is None else f"{each.own:.1f}"
        scale, count = words.assess.scale[each.scale], counted(each.n, "form")
        numbers = {"outside": f"{each.outside:.1f}", "own": mine}
        yield Told(filled(said.beside, scale=scale, count=count, **numbers))
    titles = {each.id: each.title for each in diagnostics()}
    for name, answers in judged(found).items():
        count_of = Counter(answers)
        told = ", ".join(f"{count_of[each]} {words.assess.answer[each]}" for each in GIVEN if count_of[each])
        given = own.diagnostics.get(name) if own else None
        ours = words.assess.answer[given] if given else said.beside_none
        yield Told(filled(said.beside_asked, question=titles[name], said=told, own=ours))
    questions = parts()["hard"]
    for view in found:
        role = words.feedback.role[view.role]
        for name, text in view.answers.items():
            yield Told(filled(said.word, role=role, question=questions.get(name, name), said=text))
        if TRADEOFF in view.answers and (written := given_up.get(view.id)):
            yield Told(filled(said.given_up, giving_up=written), "quiet")


def given_up_then(coach: Coach, found: Sequence[View]) -> dict[str, str]:
    """What stood in the frame when each of them was filled in."""
    frames = {view.id: coach.frames.on(coach.days.of(view.at)) for view in found}
    return {name: frame.giving_up for name, frame in frames.items() if frame}
