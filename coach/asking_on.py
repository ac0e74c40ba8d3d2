"""Asking on: after an answer at most one more question, by rule, in the person's own words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.answers import OWN
from coach.core.texts import words
from coach.fields import Field
from coach.session import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence

MORE = "-more"
"""The answer to what was asked on after a question is named after it, and so."""
_ASKED, _KIND = f"{OWN}more-", f"{OWN}kind-"
_RECORDED = ("trial", "success", "reason", "both_ways", "plan_never", "plan_not")


class Second(NamedTuple):
    """One more question, and by which rule."""

    kind: str
    ask: str


def is_more(question: str) -> bool:
    """Whether it was asked on."""
    return question.endswith(MORE)


def asked_on(said: Mapping[str, str]) -> dict[str, str]:
    """What was asked on so far, by the name of its answer."""
    own = ((name.removeprefix(_ASKED), ask) for name, ask in said.items() if name.startswith(_ASKED))
    return {f"{question}{MORE}": ask for question, ask in own if ask}


def as_asked(answers: Iterable[str], asked: Mapping[str, str]) -> dict[str, str]:
    """As a session remembers it, from what was kept."""
    own = ((name.removesuffix(MORE), asked.get(name, "")) for name in answers if is_more(name))
    return {f"{_ASKED}{question}": ask for question, ask in own if ask}


def with_more(steps: Sequence[Step], said: Mapping[str, str]) -> list[Step]:
    """The steps, each with what was asked on after it."""
    more = asked_on(said)
    return [each for step in steps for each in (step, *_after(step, more, said))]


def _after(step: Step, more: Mapping[str, str], said: Mapping[str, str]) -> Iterator[Step]:
    name = f"{step.name}{MORE}"
    if ask := more.get(name):
        is_recorded = said.get(f"{_KIND}{step.name}") in _RECORDED
        about = words.asking_on["recorded" if is_recorded else "wrote"]
        yield Step(name, words.asking_on.title, ask, about, (Field(name),), part=step.part, is_more=True)


def ask_on(said: MutableMapping[str, str], question: str, rules: Iterable[Second]) -> None:
    """Remembers the first of a kind that was not asked yet. What was answered is not asked otherwise."""
    if said.get(f"{question}{MORE}", "").strip():
        return
    told = {kind for name, kind in said.items() if name.startswith(_KIND) and name != f"{_KIND}{question}"}
    second = next((each for each in rules if each.kind not in told), Second("", ""))
    said[f"{_ASKED}{question}"], said[f"{_KIND}{question}"] = second.ask, second.kind
