"""The way to every page: what is opened from elsewhere, which page opens a record, which takes up a draft.
Names only: a page is loaded when somebody goes there, and rooms need not know one another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.core.texts import words
from coach.practice import loaded
from coach.signals.records import Signal

if TYPE_CHECKING:
    from coach.drafts import Draft
    from coach.facts import Fact
    from screens.app import CoachApp

PLACES = {
    "journal": "screens.journal.page:JournalScreen",
    "commitments": "screens.commitments.page:CommitmentsScreen",
    "reflect": "screens.reflection.page:ReflectScreen",
    "insights": "screens.insights.page:InsightsScreen",
    "decide": "screens.deciding.page:DecideScreen",
    "assess": "screens.assessment.page:AssessScreen",
    "mentor": "screens.packet.page:MentorScreen",
}
"""The places with a number of their own, but for Today, which is there from the first frame on."""
WAYS = {
    "another_day": "screens.journal.another_day:another_day",
    "ask_after": "screens.feedback.page:ask_after",
    "ask_mark": "screens.commitments.acts:ask_mark",
    "ask_somebody": "screens.feedback.page:ask_somebody",
    "assess": "screens.assessment.instrument:assess",
    "beside_last_year": "screens.reflection.reading_back:beside_last_year",
    "back_again": "screens.cycle.season:back_again",
    "both_versions": "screens.machines.page:BothVersionsScreen",
    "calendar_page": "screens.calendar.page:CalendarScreen",
    "check_in": "screens.checkin.sheet:check_in",
    "look_at_day": "screens.checkin.sheet:look_at",
    "open_commitment": "screens.commitments.commitment:show",
    "commitment_page": "screens.commitments.commitment:CommitmentScreen",
    "copy_question": "screens.feedback.page:copy_question",
    "begin_packet": "screens.packet.packet:prepare_packet",
    "names_page": "screens.packet.names:NamesScreen",
    "drafts_page": "screens.today.drafts:DraftsScreen",
    "emergency": "screens.cycle.emergency:emergency",
    "exchange_page": "screens.exchange.page:ExchangeScreen",
    "feedback_page": "screens.feedback.page:FeedbackScreen",
    "from_template": "screens.journal.beginnings:from_template",
    "frame_page": "screens.frame.page:FrameScreen",
    "ladders_page": "screens.ladders.page:LaddersScreen",
    "late_page": "screens.reflection.late:LateScreen",
    "learned_page": "screens.learned.page:LearnedScreen",
    "library_page": "screens.library.page:LibraryScreen",
    "library_card": "screens.library.page:open_card",
    "look_at": "screens.diagnosis.five_questions:look_at",
    "look_back": "screens.reflection.looking_back:look_back",
    "mark": "screens.commitments.acts:mark",
    "open_season": "screens.cycle.season:open_season",
    "park": "screens.signals.sheet:park",
    "pass_gate": "screens.commitments.gate:pass_gate",
    "pause_all": "screens.cycle.season:pause_all",
    "plan_came": "screens.reflection.plans:plan_came",
    "prepare_something": "screens.preparing.session:prepare_something",
    "after_preparing": "screens.preparing.session:after_preparing",
    "practise_round": "screens.ladders.practising:practise_round",
    "promise_told": "screens.commitments.acts:promise_told",
    "protection": "screens.settings.protection:protection",
    "question_about": "screens.journal.beginnings:question_about",
    "quote": "screens.frame.page:quote",
    "reassess": "screens.cycle.reassess:reassess",
    "remind_daily": "screens.reminding.asking:remind_daily",
    "reply": "screens.insights.answering:reply",
    "old_page": "screens.journal.old_page:old_page",
    "others_form": "screens.feedback.form:others_form",
    "over": "screens.commitments.page:go_there",
    "review": "screens.reflection.weekly:review",
    "tally_now": "screens.deciding.counting:tally_now",
    "take_up": "screens.routes:as_it_lies",
    "say_learned": "screens.learned.saying:say_learned",
    "settings_page": "screens.settings.page:SettingsScreen",
    "settle_signals": "screens.signals.settle:settle",
    "decide": "screens.deciding.acts:decide",
    "decide_something": "screens.deciding.acts:decide_something",
    "review_decision": "screens.deciding.acts:review_decision",
    "resolve_forecast": "screens.deciding.counting:resolve_forecast",
    "forecast_week": "screens.deciding.counting:forecast_week",
    "triage_something": "screens.deciding.acts:triage_something",
    "deciding_numbers": "screens.deciding.numbers:NumbersScreen",
    "keep_rule": "screens.deciding.acts:keep_rule",
    "handovers_page": "screens.deciding.handovers:HandoversScreen",
    "look_at_handover": "screens.deciding.handing_over:look_at_handover",
    "ten_days_page": "screens.deciding.ten_days:TenDaysScreen",
    "score_uncertain": "screens.deciding.uncertain:score_uncertain",
    "rights_page": "screens.deciding.rights:RightsScreen",
    "end_trial": "screens.commitments.trying:end_trial",
    "try_something": "screens.commitments.trying:try_something",
    "trend_page": "screens.assessment.trend:TrendScreen",
    "vitality_page": "screens.reflection.vitality:VitalityScreen",
    "after_talk": "screens.talks.session:after_talk",
    "before_talk": "screens.talks.session:before_talk",
    "talks_page": "screens.talks.page:TalksScreen",
    "thread": "screens.reflection.reading_back:thread",
    "write": "screens.journal.editor:write",
}
"""What a room opens for others."""
RECORDS = {
    "entries": "screens.journal.entry:show",
    "checkins": "screens.checkin.sheet:show",
    "assessments": "screens.assessment.result:show",
    "commitments": "screens.commitments.commitment:show",
    "marks": "screens.commitments.commitment:show",
}
"""Where a record is at home, by its kind; all others are read on one page."""
READING = "screens.base.record_page:show"
FACT = "screens.base.fact_page:open_fact"
DRAFTS = (
    ("welcome", "", "screens.start.welcome:take_up"),
    ("entries", "", "screens.journal.editor:take_up"),
    ("checkins", "", "screens.checkin.sheet:take_up"),
    ("signals", "", "screens.signals.sheet:park"),
    ("commitments", "try", "screens.commitments.trying:take_up"),
    ("commitments", "", "screens.commitments.gate:take_up"),
    ("gates", "trial-", "screens.commitments.trying:take_up"),
    ("gates", "", "screens.commitments.gate:take_up"),
    ("frames", "", "screens.frame.page:change_frame"),
    ("seasons", "pause", "screens.cycle.season:pause_all"),
    ("seasons", "", "screens.cycle.season:open_season"),
    ("reflections", "review-", "screens.reflection.weekly:review"),
    ("reflections", "", "screens.reflection.looking_back:take_up"),
    ("reassessments", "emergency", "screens.cycle.emergency:emergency"),
    ("reassessments", "", "screens.cycle.reassess:take_up"),
    ("assessments", "", "screens.assessment.instrument:take_up"),
    ("diagnoses", "", "screens.diagnosis.five_questions:take_up"),
    ("talks", "", "screens.talks.session:take_up"),
    ("ladders", "", "screens.ladders.page:take_up"),
    ("rounds", "", "screens.ladders.practising:take_up"),
    ("feedback", "", "screens.feedback.page:take_up"),
    ("decisions", "", "screens.deciding.acts:take_up"),
    ("preparations", "", "screens.preparing.session:take_up"),
    ("packets", "", "screens.packet.packet:take_up"),
)
"""Where a draft is gone on with: its kind, how its name begins, and the page. The first that fits counts."""


def way(name: str) -> Any:
    """What another room opens, by its name."""
    return loaded(WAYS[name])


def open_way(app: CoachApp, name: str, *of: object) -> None:
    """A page, or what opens one, with what it is about if it is about something."""
    opened = way(name)
    if isinstance(opened, type):
        app.push_screen(opened(*of))
    else:
        app.attempt(partial(opened, app, *of))


def open_record(app: CoachApp, record: Any) -> None:
    """On the page, or the sheet, that is its own. A signal parked with a check-in lies in it."""
    kind = "checkins" if isinstance(record, Signal) and record.checkin else record.kind
    loaded(RECORDS.get(kind, READING))(app, record)


async def open_fact(app: CoachApp, fact: Fact) -> None:
    """The records a fact rests on."""
    await loaded(FACT)(app, fact)


def take_up(app: CoachApp, draft: Draft) -> None:
    """What was left unfinished, where it was left; what was thrown away since is not brought back."""
    app.attempt(partial(as_it_lies, app, draft))


async def as_it_lies(app: CoachApp, seen: Draft) -> None:
    """Looked at once more before it is opened."""
    drafts = app.coach.drafts
    draft = await app.background.do(lambda: drafts.read_fields(seen.name))
    if draft is None:
        app.tell(words.leaving.thrown)
        app.version += 1
        await app.look_again()
        return
    await loaded(page_of(draft))(app, draft)


def page_of(draft: Draft) -> str:
    """Where a draft is gone on with."""
    return next(page for kind, begins, page in DRAFTS if draft.kind == kind and draft.name.startswith(begins))
