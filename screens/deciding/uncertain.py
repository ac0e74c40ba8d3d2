"""L2: how uncertain something under way is, scored on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.records import BUCKETS, Decision
from coach.deciding.scoring import bucket
from coach.deciding.uncertainty import reading, score_line
from coach.fields import Field
from screens.base.draft_page import begin
from screens.base.form import FormScreen
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

UNSURE = "unsure-"
_ABOUT, _NAME, _OWN = "text", 50, "own"
"""Something that is no commitment."""


async def score_uncertain(app: CoachApp) -> None:
    """How uncertain something under way is; from then on the weekly review asks it again."""
    coach, said = app.coach, words.uncertainty
    held = await app.background.do(coach.commitments.active)
    options: list[tuple[str, str, Any]] = [
        (str(place), first_line(each.text, _NAME), each) for place, each in enumerate(held[:9], 1)
    ]
    options.append(("o", said.named, _OWN))
    chosen = await app.push_screen_wait(PickSheet(said.which, options))
    if chosen is None:
        return
    text = await app.push_screen_wait(AskSheet(said.which)) if chosen is _OWN else chosen.text
    if not text:
        return
    of = None if chosen is _OWN else chosen.id

    await _score(app, text, chosen is _OWN, of)


async def score_on(app: CoachApp, record: Any, draft: Draft) -> None:
    """Scores that were left."""
    text = str(draft.fields.get(_ABOUT) or getattr(record, "text", ""))
    await _score(app, text, record is None, record.id if record else None, draft)


async def _score(app: CoachApp, text: str, is_own: bool, of: str | None, draft: Draft | None = None) -> None:
    """The page of its scores; what it is about stands on it, where it is in the person's own words."""
    coach, said = app.coach, words.uncertainty

    async def keep(scores: dict[str, Any], changed: set[str]) -> bool:
        del changed
        about = str(scores.get(_ABOUT) or text)
        told = {name: int(scores[name] or -1) for name in BUCKETS}
        kept = await app.change(lambda: coach.uncertainty.score(about, told, of))
        app.tell(f"{score_line(kept.text, kept.scores)}. {said.says[reading(kept.total)]}")
        return True

    begun = await begin(app, f"{UNSURE}{of or ''}", Decision.kind, of or "", draft)
    title = filled(said.title, name=first_line(text, _NAME))
    own = [Field(_ABOUT, said.which_label)] if is_own else []
    fields = [*own, *(bucket(name) for name in BUCKETS)]
    page = FormScreen(title, fields, keep, begun, lead=said.about, was={_ABOUT: text})
    await app.push_screen_wait(page)
