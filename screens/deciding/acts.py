"""What can be done with decisions, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.decisions import MOST
from coach.deciding.describe import handover_line, is_held_now
from coach.deciding.fields import (
    OPTIONS,
    decision_fields,
    domain_fields,
    handover_fields,
    lines_of,
    parts_of,
    split_fields,
    triage_fields,
)
from coach.deciding.forecasts import ODDS
from coach.deciding.handovers import is_steady
from coach.deciding.records import BUCKETS, CAME, OUTCOMES, Decision, Domain, Forecast, Handover, Triage
from coach.deciding.scoring import bucket
from coach.deciding.sessions import DecideSession, ReviewSession
from coach.deciding.tally import LASTS, count_line
from coach.deciding.triage import way
from coach.deciding.uncertainty import reading, score_line
from coach.fields import Field
from coach.references import by_id
from screens.base.draft_page import begin, begin_session, offer_away
from screens.base.form import FormScreen
from screens.base.guided import GuidedScreen
from screens.commitments.acts import commit, with_room
from screens.routes import open_record
from screens.routes import way as opening
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

DRAFT, _SPLIT, _TRIAGE, _HANDOVER = "decision", "split-", "triage-", "handover-"
_UNSURE, _ABOUT = "unsure-", "text"
_NAME = 50
_OWN, _RIGHTS = "own", "rights"
"""Something that is no commitment."""


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


async def forecast_week(app: CoachApp) -> None:
    """Two keys: which commitment, and how likely it is done by Friday."""
    coach = app.coach
    held = await app.background.do(coach.commitments.active)
    options: list[tuple[str, str, Any]] = [
        (str(place), first_line(each.text, _NAME), each) for place, each in enumerate(held[:9], 1)
    ]
    options.append(("o", words.deciding.forecast.own, _OWN))
    chosen = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, options))
    if chosen is None:
        return
    is_own = chosen is _OWN
    text = await app.push_screen_wait(AskSheet(words.deciding.forecast.what)) if is_own else chosen.text
    if not text:
        return
    odds = [(str(each), f"{each}0%", each) for each in ODDS]
    tenths = await app.push_screen_wait(PickSheet(words.deciding.forecast.ask, odds, text))
    if tenths:
        kept = await app.change(lambda: coach.forecasts.say(text, tenths, None if is_own else chosen.id))
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
    elif name.startswith(_HANDOVER):
        await hand_over(app, record, draft)
    elif name.startswith(_UNSURE):
        await _score_on(app, record, draft)
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


async def _score_on(app: CoachApp, record: Any, draft: Draft) -> None:
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

    begun = await begin(app, f"{_UNSURE}{of or ''}", Decision.kind, of or "", draft)
    title = filled(said.title, name=first_line(text, _NAME))
    own = [Field(_ABOUT, said.which_label)] if is_own else []
    fields = [*own, *(bucket(name) for name in BUCKETS)]
    page = FormScreen(title, fields, keep, begun, lead=said.about, was={_ABOUT: text})
    await app.push_screen_wait(page)


async def hand_over(app: CoachApp, handover: Handover | None = None, draft: Draft | None = None) -> None:
    """One kind of decision to another, with its limits; or other limits for it."""
    coach = app.coach

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        parts = {name: said[name] for name in ("text", "to", "boundary")}
        if handover:
            now = await app.change(lambda: coach.handovers.change(handover, **parts))
            app.tell(filled(words.handover.changed, what=first_line(now.text, _NAME)))
        else:
            now = await app.change(lambda: coach.handovers.hand(**parts))
            to, what = first_line(now.to, _NAME), first_line(now.text, _NAME)
            app.tell(filled(words.handover.handed, to=to, what=what))
        return True

    name = f"{_HANDOVER}{handover.id}" if handover else _HANDOVER
    begun = await begin(app, name, Decision.kind, handover.id if handover else "", draft)
    was = {name: getattr(handover, name) for name in ("text", "to", "boundary")} if handover else {}
    page = FormScreen(
        words.handover.page, handover_fields(), keep, begun, lead=words.handover.page_about, was=was
    )
    await app.push_screen_wait(page)


async def look_at_handover(app: CoachApp, handover: Handover) -> None:
    """How it was decided since one looked last: one key."""
    coach, said = app.coach, words.handover
    options = [(said.key[name], said.outcome[name], name) for name in OUTCOMES]
    went = await app.push_screen_wait(PickSheet(said.asked, options, handover_line(handover)))
    if went is None:
        return
    now = await app.change(lambda: coach.handovers.look(handover, went))
    more = said.widen if went == "outside" else said.settled if is_steady(now) else ""
    app.tell(f"{filled(said.looked, said=said.outcome[went])}. {more}".strip())


class DecideScreen(GuidedScreen[DecideSession]):
    """One of the options."""

    PLACE = "deciding"


class ReviewDecisionScreen(GuidedScreen[ReviewSession]):
    """What came of it."""

    PLACE = "deciding"
