"""What happens once the first frame is there: keys, the state of the data, a welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.condition import condition
from screens.keys import usable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

    from screens.app import CoachApp


async def open_with(app: CoachApp) -> None:
    """Reports what is wrong with the settings, then what stands in the way of writing, then says welcome."""
    for words in settings_trouble(app):
        app.tell(words, is_trouble=True)
    store = app.coach.store
    state = await app.background.do(lambda: condition(store))
    if state != "well":
        from screens.base.trouble import TroubleScreen  # noqa: PLC0415 - seldom needed

        app.push_screen(TroubleScreen(state))
    elif await app.background.do(store.is_new):
        from screens.start.welcome import DRAFT, WelcomeScreen  # noqa: PLC0415 - once in a life

        drafts = app.coach.drafts
        app.push_screen(WelcomeScreen(await app.background.do(lambda: drafts.read_fields(DRAFT))))


def settings_trouble(app: CoachApp) -> list[str]:
    """Takes the person's keys, and gives what of the settings cannot hold, in words."""
    said = [f"{app.coach.trouble} Until then the defaults hold."] if app.coach.trouble else []
    chosen = app.coach.settings
    if chosen.theme not in app.available_themes:
        said.append(f"There is no theme “{chosen.theme}”; coach-dark it is. The palette lists them.")
    if chosen.keys:
        keymap, wrong = usable(chosen.keys, scopes())
        app.set_keymap(keymap)
        said += [f"Keys in the settings: {'; '.join(wrong)}. There the defaults hold."] if wrong else []
    return said


def scopes() -> list[tuple[str, Iterable[BindingType]]]:
    """Every place with its keys; those that hold everywhere first."""
    from screens.assessment.instrument import InstrumentScreen  # noqa: PLC0415
    from screens.assessment.page import AssessScreen  # noqa: PLC0415
    from screens.assessment.result import AssessmentScreen  # noqa: PLC0415
    from screens.assessment.trend import TrendScreen  # noqa: PLC0415
    from screens.base.fact_page import RecordsScreen  # noqa: PLC0415
    from screens.base.form import FormScreen  # noqa: PLC0415
    from screens.base.record_page import ReadingScreen  # noqa: PLC0415
    from screens.commitments.commitment import CommitmentScreen  # noqa: PLC0415 - only for own keys
    from screens.commitments.gate import GateScreen  # noqa: PLC0415
    from screens.commitments.page import CommitmentsScreen  # noqa: PLC0415
    from screens.cycle.close_window import CloseScreen  # noqa: PLC0415
    from screens.cycle.frame_step import FrameStepScreen  # noqa: PLC0415
    from screens.cycle.hard_questions import QuestionsScreen  # noqa: PLC0415
    from screens.cycle.reassess import ReassessScreen  # noqa: PLC0415
    from screens.cycle.window_gates import GatesScreen, PlanScreen  # noqa: PLC0415
    from screens.diagnosis.five_questions import FiveQuestionsScreen  # noqa: PLC0415
    from screens.exchange.page import ExchangeScreen  # noqa: PLC0415
    from screens.feedback.page import FeedbackScreen  # noqa: PLC0415
    from screens.frame.page import FrameScreen  # noqa: PLC0415
    from screens.journal.editor import EditorScreen  # noqa: PLC0415
    from screens.journal.entry import EntryScreen  # noqa: PLC0415
    from screens.journal.page import JournalScreen  # noqa: PLC0415
    from screens.journal.year import YearScreen  # noqa: PLC0415
    from screens.keys import EVERYWHERE  # noqa: PLC0415
    from screens.ladders.page import LaddersScreen, LevelScreen, RateScreen  # noqa: PLC0415
    from screens.packet.names import NamesScreen  # noqa: PLC0415
    from screens.packet.packet import ExactScreen, PacketScreen  # noqa: PLC0415
    from screens.packet.page import MentorScreen  # noqa: PLC0415
    from screens.reflection.looking_back import ReflectionScreen  # noqa: PLC0415
    from screens.reflection.page import ReflectScreen  # noqa: PLC0415
    from screens.reflection.reading_back import BesideScreen, ThreadScreen  # noqa: PLC0415
    from screens.reflection.vitality import VitalityScreen  # noqa: PLC0415
    from screens.reflection.weekly import WeeklyScreen  # noqa: PLC0415
    from screens.settings.page import SettingsScreen  # noqa: PLC0415
    from screens.signals.settle import SignalsScreen  # noqa: PLC0415
    from screens.today.page import TodayScreen  # noqa: PLC0415
    from screens.widgets.rows import Rows  # noqa: PLC0415

    with_lists = (
        TodayScreen, JournalScreen, CommitmentsScreen, ReflectScreen, SettingsScreen, ReassessScreen,
        GatesScreen, VitalityScreen, RecordsScreen, AssessScreen, AssessmentScreen, TrendScreen,
        FeedbackScreen, LaddersScreen, LevelScreen, MentorScreen, PacketScreen, NamesScreen, ExchangeScreen,
    )  # fmt: skip
    places = [(cls.PLACE, [*Rows.BINDINGS, *_inherited(cls)]) for cls in with_lists]
    alone = (
        EntryScreen, EditorScreen, YearScreen, CommitmentScreen, FrameScreen, FormScreen, ReadingScreen,
        WeeklyScreen, GateScreen, ReflectionScreen, QuestionsScreen, SignalsScreen, PlanScreen,
        FrameStepScreen, CloseScreen, BesideScreen, ThreadScreen, InstrumentScreen, FiveQuestionsScreen,
        RateScreen, ExactScreen,
    )  # fmt: skip
    return [("everywhere", EVERYWHERE), *places, *((cls.PLACE, _inherited(cls)) for cls in alone)]


def _inherited(cls: type) -> list[BindingType]:
    """The keys of a place, with those it shares with others."""
    ours = (each for each in cls.__mro__ if each.__module__.startswith("screens"))
    return [key for each in ours for key in each.__dict__.get("BINDINGS", ())]
