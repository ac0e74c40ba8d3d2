"""M19: the situations there is a card for, each in two wordings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import NotFoundError
from coach.core.texts import filled, table, wordings_of, words

if TYPE_CHECKING:
    from coach.assessment.records import Wording


class Situation(NamedTuple):
    """One of them."""

    id: str
    called: dict[str, str]
    settle: tuple[str, ...]
    """The managing half."""
    people: tuple[str, ...]
    """The leading half."""
    first_sentence: str
    one_question: str
    do_not: str
    if_then: dict[str, str]
    after: tuple[str, ...]

    def title(self, wording: Wording) -> str:
        """As it is called with a team, or alone."""
        return self.called[wording]


@cache
def situations() -> tuple[Situation, ...]:
    """All of them, the seven of the source first."""
    return tuple(
        Situation(
            each["id"],
            wordings_of(each),
            tuple(each["settle"]),
            tuple(each["people"]),
            each["first_sentence"],
            each["one_question"],
            each["do_not"],
            each["if_then"],
            tuple(each["after"]),
        )
        for each in table("situations")["situation"]
    )


def known(name: str) -> Situation | None:
    """One by its id; what was kept may name one of a newer version."""
    return next((each for each in situations() if each.id == name), None)


def situation(name: str) -> Situation:
    """One by its id, or what there is."""
    if found := known(name):
        return found
    there_are = ", ".join(each.id for each in situations())
    raise NotFoundError(
        filled(words.preparing.no_card, name=name), do=filled(words.preparing.no_card_do, known=there_are)
    )
