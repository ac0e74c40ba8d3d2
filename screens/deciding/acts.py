"""What can be done with decisions, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.decisions import MOST
from coach.deciding.fields import (
    OPTIONS,
    decision_fields,
    domain_fields,
    lines_of,
    parts_of,
    split_fields,
    triage_fields,
)
from coach.deciding.forecasts import ODDS
from coach.deciding.records import CAME, Decision, Domain, Forecast, Triage
from coach.deciding.sessions import DecideSession, ReviewSession
from coach.deciding.tally import LASTS, count_line
from coach.deciding.triage import way
from coach.references import by_id
from screens.base.draft_page import begin, begin_session, offer_away
from screens.base.form import FormScreen
from screens.base.guided import GuidedScreen
from screens.commitments.acts import with_room
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

DRAFT, _SPLIT = "decision", "split-"
_NAME = 50


async def decide_something(app: CoachApp, draft: Draft | None = None) -> None:
    """A page for a new decision."""
    coach, reader = app.coach, app.coach.reader()
    domains = await app.background.do(coach.domains.all)

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        parts = parts_of(said, reader)
        parts["decider"] = parts["decider"] or ("" if parts["domain"] else words.deciding.field.hint.decider)
        made = await app.change(lambda: coach.decisions.log(**parts))
        count = len(await app.background.do(coach.decisions.active))
        app.tell(
            filled(words.deciding.told.logged, what=first_line(made.text, _NAME), count=count, most=MOST)
        )
        return True

    page = FormScreen(
        words.deciding.new,
        decision_fields(reader, domains),
        keep,
        await begin(app, DRAFT, Decision.kind, draft=draft),
        lead=words.deciding.new_about,
        was={"cross": False},
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
    """What came of it; one without an outcome is closed."""
    coach = app.coach
    if not decision.outcome:
        await app.change(lambda: coach.decisions.close(decision))
        app.tell(words.deciding.told.closed)
        return
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
    """What comes next with it: it is decided, or what came of it is said."""
    if decision.is_open:
        await decide(app, decision)
    elif decision.is_active:
        await review_decision(app, decision)


async def triage_something(app: CoachApp, of: Any = None) -> None:
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
        await begin(app, "triage", Decision.kind),
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


async def split(app: CoachApp, triage: Triage) -> None:
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

    begun = await begin(app, f"{_SPLIT}{triage.id}", Decision.kind)
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

    name = f"rights-{domain.id}" if domain else "rights"
    begun = await begin(app, name, Decision.kind, domain.id if domain else "", draft)
    fields = domain_fields()
    was = {each.name: getattr(domain, each.name) for each in fields} if domain else {}
    page = FormScreen(
        words.deciding.rights.page, fields, keep, begun, lead=words.deciding.rights.about_page, was=was
    )
    await app.push_screen_wait(page)


async def forecast_week(app: CoachApp) -> None:
    """Two keys: which commitment, and how likely it is done by Friday."""
    coach = app.coach
    held = await app.background.do(coach.commitments.active)
    options: list[tuple[str, str, Any]] = [
        (str(place), first_line(each.text, _NAME), each) for place, each in enumerate(held[:9], 1)
    ]
    options.append(("o", words.deciding.forecast.own, None))
    chosen = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, options))
    if chosen is None and not held:
        return
    text = chosen.text if chosen else await app.push_screen_wait(AskSheet(words.deciding.forecast.what))
    if not text:
        return
    odds = [(str(each), f"{each}0%", each) for each in ODDS]
    tenths = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, odds, text))
    if tenths:
        kept = await app.change(lambda: coach.forecasts.say(text, tenths, chosen.id if chosen else None))
        day = coach.days.say(kept.due)
        app.tell(
            filled(words.deciding.told.forecast, name=first_line(text, _NAME), odds=f"{kept.odds:g}", day=day)
        )


async def tally_now(app: CoachApp) -> None:
    """One decision, one key; without a round, one is begun if the person wants that."""
    coach, said = app.coach, words.deciding.tally
    running = await app.background.do(coach.tallies.running)
    if running is None:
        options: list[tuple[str, str, Any]] = [("s", said.start, "start")]
        if await app.push_screen_wait(PickSheet(said.title, options, said.start_about)):
            new = await app.change(coach.tallies.start)
            app.tell(filled(words.deciding.told.tally_started, day=coach.days.say(new.first + LASTS)))
        return
    told = count_line(await app.background.do(lambda: coach.tallies.count(running)))
    options = [("m", said.me, True), ("o", said.other, False)]
    needed_me = await app.push_screen_wait(PickSheet(said.title, options, told))
    if needed_me is not None:
        app.tell(count_line(await app.change(lambda: coach.tallies.add(needed_me=needed_me))))


async def resolve_forecast(app: CoachApp, forecast: Forecast) -> None:
    """Whether it was done."""
    coach = app.coach
    options = [(name[0], words.deciding.came[name], name) for name in CAME]
    came = await app.push_screen_wait(PickSheet(words.deciding.row_forecast, options, forecast.text))
    if came:
        await app.change(lambda: coach.forecasts.resolve(forecast, came))
        name = first_line(forecast.text, _NAME)
        app.tell(filled(words.deciding.told.resolved, name=name, came=words.deciding.came[came]))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One of them that was left."""
    coach, of = app.coach, str(draft.fields.get("of") or "")
    record = await app.background.do(lambda: by_id(coach.store, of)) if of else None
    if isinstance(record, Domain) or draft.name.startswith("rights"):
        await write_rights(app, record if isinstance(record, Domain) else None, draft)
    elif draft.name.startswith(_SPLIT):
        triage = await app.background.do(lambda: by_id(coach.store, draft.name.removeprefix(_SPLIT)))
        await (split(app, triage) if isinstance(triage, Triage) else offer_away(app, draft))
    elif draft.name.startswith("triage"):
        await triage_something(app)
    elif not of:
        await decide_something(app, draft)
    elif not isinstance(record, Decision):
        await offer_away(app, draft)
    elif draft.name.startswith(DecideSession.NAMED):
        await decide(app, record, draft)
    elif draft.name.startswith(ReviewSession.NAMED):
        await review_decision(app, record, draft)
    else:
        await change_decision(app, record, draft)


class DecideScreen(GuidedScreen[DecideSession]):
    """One of the options."""

    PLACE = "deciding"


class ReviewDecisionScreen(GuidedScreen[ReviewSession]):
    """What came of it."""

    PLACE = "deciding"
