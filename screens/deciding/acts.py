"""What can be done with decisions, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.decisions import MOST
from coach.deciding.describe import is_held_now
from coach.deciding.fields import (
    OPTIONS,
    decision_fields,
    domain_fields,
    lines_of,
    parts_of,
    split_fields,
    triage_fields,
)
from coach.deciding.records import Decision, Domain, Triage
from coach.deciding.sessions import DecideSession, ReviewSession
from coach.deciding.triage import way
from coach.references import by_id
from screens.base.draft_page import begin, begin_session, offer_away
from screens.base.form import FormScreen
from screens.base.guided import GuidedScreen
from screens.commitments.acts import commit, with_room
from screens.deciding.handing_over import HANDOVER, hand_over
from screens.deciding.uncertain import UNSURE, score_on
from screens.routes import open_record
from screens.routes import way as opening
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

DRAFT, _SPLIT, _TRIAGE = "decision", "split-", "triage-"
_NAME = 50
_RIGHTS = "rights"


async def decide_something(
    app: CoachApp, known: dict[str, Any] | None = None, draft: Draft | None = None, of: str | None = None
) -> None:
    """A page for a new decision; what is known of it already stands there."""
    coach, reader = app.coach, app.coach.reader()
    domains = await app.background.do(coach.domains.all)

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        parts = parts_of(said, reader) | {"of": of}
        made = await app.change(lambda: coach.decisions.log(**parts))
        count = len(await app.background.do(coach.decisions.active))
        told = filled(words.deciding.told.logged, what=first_line(made.text, _NAME), count=count, most=MOST)
        held = words.deciding.told.frame_held if made.frame and is_held_now(coach) else ""
        app.tell(f"{told} {held}".strip())
        return True

    page = FormScreen(
        words.deciding.new,
        decision_fields(reader, domains),
        keep,
        await begin(app, DRAFT, Decision.kind, draft=draft),
        lead=words.deciding.new_about,
        was={"cross": False, "frame": False, "decider": words.deciding.me, **(known or {})},
    )
    await app.push_screen_wait(page)


async def change_decision(app: CoachApp, decision: Decision, draft: Draft | None = None) -> None:
    """Other words for an open one."""
    coach, reader = app.coach, app.coach.reader()
    domains = await app.background.do(coach.domains.all)

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        parts = parts_of(said, reader)
        names = {"options" if name in OPTIONS else "failures" if name.startswith("failure") else name
                 for name in changed}  # fmt: skip
        if names:
            now = {name: parts[name] for name in names}
            if "options" in now:
                now["options"] = (*now["options"], *decision.options[len(OPTIONS) :])
            await app.change(lambda: coach.decisions.change(decision, **now))
            app.tell(filled(words.deciding.told.changed, what=first_line(decision.text, _NAME)))
        return True

    begun = await begin(app, f"{DRAFT}-{decision.id}", Decision.kind, decision.id, draft)
    page = FormScreen(
        words.deciding.change, decision_fields(reader, domains), keep, begun, was=lines_of(decision)
    )
    await app.push_screen_wait(page)


async def decide(app: CoachApp, decision: Decision, draft: Draft | None = None) -> None:
    """One of its options is chosen."""
    coach = app.coach
    session = await app.background.do(lambda: DecideSession(coach, decision))
    await app.push_screen_wait(DecideScreen(session, await begin_session(app, session, draft)))


async def review_decision(app: CoachApp, decision: Decision, draft: Draft | None = None) -> None:
    """What came of it."""
    coach = app.coach
    session = await app.background.do(lambda: ReviewSession(coach, decision))
    await app.push_screen_wait(ReviewDecisionScreen(session, await begin_session(app, session, draft)))


async def reverse(app: CoachApp, decision: Decision) -> None:
    """Only on new evidence."""
    coach, ask = app.coach, words.deciding.reverse
    evidence = await app.push_screen_wait(AskSheet(ask.ask, hint=ask.hint, about=ask.about))
    if evidence is not None:
        await app.change(lambda: coach.decisions.reverse(decision, evidence))
        app.tell(words.deciding.told.reversed)


async def close(app: CoachApp, decision: Decision) -> None:
    """Nothing more is expected of it."""
    coach = app.coach
    await app.change(lambda: coach.decisions.close(decision))
    app.tell(words.deciding.told.closed)


async def go_on(app: CoachApp, decision: Decision) -> None:
    """What comes next with it: it is decided, or what came of it is said; else it is read."""
    if decision.is_open:
        await decide(app, decision)
    elif decision.is_active and decision.outcome:
        await review_decision(app, decision)
    else:
        open_record(app, decision)


async def triage_something(app: CoachApp, of: Any = None, draft: Draft | None = None) -> None:
    """Twenty seconds: a line and three keys. What is both is split, if the person wants that."""
    coach, found = app.coach, list[Triage]()

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        scales = (said["ambiguity"], said["coupling"], said["reversible"])
        about = of.id if of else None
        found.append(await app.change(lambda: coach.triages.keep(said["text"], scales, about)))
        return True

    page = FormScreen(
        words.deciding.triage.title,
        triage_fields(),
        keep,
        await begin(app, f"{_TRIAGE}{of.id}" if of else _TRIAGE, Decision.kind, of.id if of else "", draft),
        lead=words.deciding.triage.about_page,
        was={"text": of.text} if of else {},
    )
    await app.push_screen_wait(page)
    for kept in found:
        asked = way(kept.ambiguity, kept.coupling, kept.reversible)
        named, first = (words.deciding.way[asked, part] for part in ("name", "first"))
        name = first_line(kept.text, _NAME)
        if asked == "split":
            await split(app, kept)
        else:
            app.tell(filled(words.deciding.told.triaged, name=name, way=named, first=first))


async def split(app: CoachApp, triage: Triage, draft: Draft | None = None) -> None:
    """Two commitments, with what goes from one to the other; escape leaves it at the answer."""
    coach = app.coach

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        parts = (said["lead"], said["manage"], said["handoff"])
        made = await with_room(app, lambda over: coach.triages.split(triage, *parts, over))
        if made is None:
            return False
        one, other = (first_line(each.text, _NAME) for each in made)
        app.tell(filled(words.deciding.told.split, first=one, second=other))
        return True

    begun = await begin(app, f"{_SPLIT}{triage.id}", Decision.kind, triage.id, draft)
    lead = f"{words.deciding.way.split.name}. {words.deciding.way.split.first}"
    await app.push_screen_wait(FormScreen(words.deciding.split.title, split_fields(), keep, begun, lead=lead))


async def write_rights(app: CoachApp, domain: Domain | None = None, draft: Draft | None = None) -> None:
    """A page of rights, new or changed."""
    coach = app.coach

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        kept = await app.change(lambda: coach.domains.keep(said, domain))
        app.tell(filled(words.deciding.told.domain, name=first_line(kept.name, _NAME)))
        return True

    name = f"{_RIGHTS}-{domain.id}" if domain else _RIGHTS
    begun = await begin(app, name, Decision.kind, domain.id if domain else "", draft)
    fields = domain_fields()
    was = {each.name: getattr(domain, each.name) for each in fields} if domain else {}
    page = FormScreen(
        words.deciding.rights.page, fields, keep, begun, lead=words.deciding.rights.about_page, was=was
    )
    await app.push_screen_wait(page)


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One of them that was left. What became of its subject meanwhile may leave no place for it: then it is
    shown, and can be let away."""
    coach, of = app.coach, str(draft.fields.get("of") or "")
    record = await app.background.do(lambda: by_id(coach.store, of)) if of else None
    try:
        await (offer_away(app, draft) if of and record is None else _take_up(app, draft, record))
    except UsageError as error:
        app.tell(str(error))
        await offer_away(app, draft)


async def _take_up(app: CoachApp, draft: Draft, record: Any) -> None:
    """By how its name begins: another window may have put its own behind it."""
    name = draft.name
    if name.startswith(_RIGHTS):
        await write_rights(app, record, draft)
    elif name.startswith(_SPLIT):
        await split(app, record, draft)
    elif name.startswith(HANDOVER):
        await hand_over(app, record, draft)
    elif name.startswith(UNSURE):
        await score_on(app, record, draft)
    elif name.startswith(_TRIAGE):
        await triage_something(app, record, draft)
    elif name.startswith(DecideSession.NAMED):
        await decide(app, record, draft)
    elif name.startswith(ReviewSession.NAMED):
        await review_decision(app, record, draft)
    elif record is None:
        await decide_something(app, draft=draft)
    elif record.is_open:
        await change_decision(app, record, draft)
    else:
        await offer_away(app, draft)


async def keep_rule(app: CoachApp, of: str, rule: str) -> None:
    """L17: what became a rule is held as a commitment, or decided."""
    said = words.deciding.rule
    options = [
        ("c", said.commitment, "commitment"), ("t", said.trial, "trial"), ("d", said.decision, "decision")
    ]  # fmt: skip
    chosen = await app.push_screen_wait(PickSheet(said.ask, options, rule))
    text = " ".join(rule.split())
    if chosen == "commitment":
        await commit(app, text=text)
    elif chosen == "trial":
        await opening("try_something")(app, text=text)
    elif chosen == "decision":
        known = {"text": text, "option1": said.adopt, "option2": said.leave}
        await decide_something(app, known, of=of)


class DecideScreen(GuidedScreen[DecideSession]):
    """One of the options."""

    PLACE = "deciding"


class ReviewDecisionScreen(GuidedScreen[ReviewSession]):
    """What came of it."""

    PLACE = "deciding"
