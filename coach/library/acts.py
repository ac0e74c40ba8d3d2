"""What a card leads to: a practice to try for two weeks, or what the program does elsewhere. Names only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.assessment.instrument import correction
from coach.commitments.ready import ready
from coach.ladders.ladders import Practice, levels
from coach.ladders.records import LADDERS

if TYPE_CHECKING:
    from coach.assessment.records import Wording


class Act(NamedTuple):
    """What one key does in the app, and what does the same in the shell."""

    way: str
    """`place:action`, or a way of the routes, or an action of the app."""
    command: str


ACTS = {
    "action": Act("reflect:begin('action')", "coach reflect action"),
    "ask": Act("assess:begin('feedback')", "coach feedback"),
    "assess": Act("assess:begin('full')", "coach assess"),
    "calendar": Act("calendar_page", "coach calendar FILE.ics"),
    "commitments": Act("app.place('commitments')", "coach list commitments"),
    "decide": Act("app.place('decide')", "coach deciding"),
    "emergency": Act("reflect:emergency", "coach reassess emergency"),
    "forecast": Act("forecast_week", "coach forecast"),
    "frame": Act("app.frame", "coach frame"),
    "insights": Act("app.place('insights')", "coach insights"),
    "ladders": Act("assess:begin('ladders')", "coach ladders"),
    "mentor": Act("app.place('mentor')", "coach packet"),
    "monthly": Act("reflect:begin('monthly')", "coach reflect monthly"),
    "others": Act("others_form", "coach others form"),
    "packet": Act("mentor:begin('begin')", "coach packet"),
    "practices": Act("commitments:practices", "coach commit --practices"),
    "prepare": Act("prepare_something", "coach prepare"),
    "quarterly": Act("reflect:begin('quarterly')", "coach reflect quarterly"),
    "quote": Act("quote", "coach frame --quote TEXT"),
    "season": Act("app.frame", "coach season"),
    "settings": Act("settings_page", "coach config"),
    "signal": Act("app.signal", "coach signal TEXT"),
    "signals": Act("app.place('reflect')", "coach list signals"),
    "situation": Act("assess:begin('diagnosis')", "coach diagnose"),
    "tally": Act("tally_now", "coach tally"),
    "ten-days": Act("ten_days_page", "coach tendays"),
    "triage": Act("triage_something", "coach triage TEXT"),
    "try": Act("try_something", "coach commit TEXT --trial"),
    "uncertainty": Act("score_uncertain", "coach uncertainty"),
    "vitality": Act("reflect:begin('vitality')", "coach vitality"),
    "weekly": Act("reflect:begin('weekly')", "coach reflect weekly"),
    "window": Act("reflect:begin('reassessment')", "coach reassess"),
    "yearly": Act("reflect:begin('yearly')", "coach reflect yearly"),
}


def practice_of(name: str, wording: Wording) -> Practice | None:
    """What can be tried for two weeks, by its id: a correction, a rung's practice, or one that is ready."""
    if found := correction(name):
        cue, act = found.plan(wording)
        return Practice(found.id, found.text(wording), found.rhythm, cue, act)
    for ladder in LADDERS:
        for level in levels(ladder, wording):
            for each in level.practices:
                if each.id == name:
                    return each
    own = ready(name)
    return Practice(own["id"], own["text"], own["rhythm"], own["cue"], own["act"]) if own else None
