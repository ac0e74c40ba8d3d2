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
    from collections.abc import Iterator, Sequence

    from coach.assessment.records import Assessment
    from coach.frame.records import Frame
    from coach.outside.records import View


def outside_lines(found: Sequence[View], own: Assessment | None, frame: Frame | None) -> Iterator[Told]:
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
    if frame and frame.giving_up and any(TRADEOFF in view.answers for view in found):
        yield Told(filled(said.given_up, giving_up=frame.giving_up), "quiet")
