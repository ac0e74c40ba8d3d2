"""Assessing from the shell: the result, the instrument in plain lines, five questions, feedback."""

from __future__ import annotations

import pytest

from coach.assessment.instrument import diagnostics, signs
from coach.core.errors import NO_DATA, NOT_FOUND, USAGE
from coach.drafts import Draft, Drafts
from tests.assessment.conftest import given
from tests.helpers import stopped_after


def lines(*typed: str) -> bytes:
    return "\n".join([*typed, ""]).encode()


def test_the_latest_result_in_words_and_as_json(shell, coach):
    none = shell("assess")
    assert none.code == NO_DATA
    assert "coach assess --plain" in none.err
    coach.assessments.keep(given("423131" + "010101", "nnpnyyyp"))
    said = shell("assess")
    assert said.code == 0
    assert "More signs of over-managing than of over-leading." in said.out
    assert "[OM1a]" in said.out
    told = shell("assess", "--json").json
    assert told["reading"] == "managing"
    assert told["scores"] == {"managing": pytest.approx(14 / 6), "leading": 0.5}
    assert told["bands"] == {"managing": "often", "leading": "seldom"}
    assert told["stood_out"] == ["OM1", "OM3", "OM5"]
    assert told["offered"] == ["OM1a", "OM1b", "OM3a", "OM3b"]
    assert told["answers"]["OM1"] == 4
    assert told["id"]


def test_it_is_taken_in_plain_lines(shell):
    said = shell(
        "assess", "--plain", "--json", stdin=lines("t", *["2"] * 6, *["0"] * 5, "x", *["y"] * 7, "n")
    )
    assert said.code == 0, said.err
    told = said.json
    assert told["wording"] == "team"
    assert sorted(told["answers"].values()) == [0] * 5 + [2] * 6
    assert len(told["unsure"]) == 1
    assert list(told["diagnostics"].values()) == ["yes"] * 7 + ["no"]
    assert told["source"] == "shell"
    texts = [each.text("team") for each in signs()] + [each.text("team") for each in diagnostics()]
    assert all(text in said.err for text in texts)
    assert "20/20" in said.err
    again = shell("assess", "--plain", "--json", stdin=lines(*["1"] * 12, *["p"] * 8))
    assert again.json["wording"] == "team"  # asked once


def test_what_is_no_answer_is_asked_again_and_enter_leaves_it_open(shell):
    said = shell(
        "assess",
        "--plain",
        "--with",
        "alone",
        "--json",
        stdin=lines("often", "7", "", *["0"] * 10, *["y"] * 8),
    )
    assert said.code == 0
    assert "Please one of" in said.err
    assert sorted(said.json["answers"].values()) == [0] * 10 + [4]
    assert said.json["wording"] == "alone"


def test_nothing_answered_keeps_nothing_and_leaves_no_draft(shell, paths):
    said = shell("assess", "--plain", "--with", "team", stdin=b"")
    assert said.code == 1
    assert "kept" not in said.err
    assert list(Drafts(paths.drafts).left()) == []
    assert shell("assess").code == NO_DATA


@pytest.mark.parametrize(
    ("typed", "step"),
    [("0", 0), ("1", 1), ("2", 2), ("3", 2), ("4", 3), ("6", 3), ("7", 4), ("10", 4), ("250", 4), ("2-3", 2),
     ("4–6", 3), ("7+", 4), ("7 times or more", 4), ("Once", 1)],
)  # fmt: skip
def test_a_count_is_taken_as_what_it_says(shell, typed, step):
    said = shell("assess", "--plain", "--with", "team", "--json", stdin=lines(*[typed] * 12, *["y"] * 8))
    assert set(said.json["answers"].values()) == {step}


@pytest.mark.parametrize("typed", ["never heard", "yesterday", "often", "-1", "1.5", "twice"])
def test_nothing_is_guessed_of_what_is_no_answer(shell, typed):
    said = shell("assess", "--plain", "--with", "team", stdin=lines(*[typed] * 30))
    assert said.code == 1
    assert "Please one of" in said.err
    assert shell("assess").code == NO_DATA


def test_left_before_the_end_it_is_a_draft_and_no_fragment_of_a_result(shell, paths):
    said = shell("assess", "--plain", "--with", "team", stdin=lines("4", "4"))
    assert said.code == 1
    assert "Your answers are kept" in said.err
    assert shell("assess").code == NO_DATA
    assert [each.kind for each in Drafts(paths.drafts).left()] == ["assessments"]


def test_options_that_belong_to_something_else_are_refused(shell, coach):
    coach.assessments.keep(given("400000" + "000001"))
    for words in (
        ("assess", "--with", "team"), ("assess", "--over-until", "+1w"), ("feedback", "--answer", "x"),
        ("feedback", "--question", "how"),
    ):  # fmt: skip
        assert shell(*words).code == 2
    asked = shell("feedback", "add", "What?", "--json").json["id"][-12:-6]
    assert shell("feedback", "add", "--of", asked).code == 2
    assert shell("feedback", "add", "--of", asked, "--question", "how").code == 2


def test_what_waits_is_said_by_today_once_there_was_a_week_to_look_back_on(shell, monkeypatch):
    shell("season", "execution")
    shell("checkin", "--energy", "3")
    assert "Assessment" not in shell("today").out
    monkeypatch.setenv("COACH_NOW", "2026-11-26T09:00:00")
    shell("checkin", "--energy", "3")
    assert shell("today", "--json").json["assessment"] is None
    monkeypatch.setenv("COACH_NOW", "2026-11-27T09:00:00")
    assert "Assessment: the self-assessment, 4 min" in shell("today").out
    assert shell("today", "--json").json["assessment"] == "first"


def test_one_of_the_things_to_try_is_held_and_what_is_not_offered_is_refused(shell, coach):
    coach.assessments.keep(given("400000" + "000000"))
    refused = shell("assess", "--try", "OL1a")
    assert refused.code == 2
    assert "OM1a, OM1b" in refused.err
    held = shell("assess", "--try", "OM1a")
    assert held.code == 0
    assert "Trial until Thu 3 Dec: Hand over one kind" in held.err
    assert shell("assess", "--try", "OM1a").code == 0  # once
    assert len(shell("list", "commitments", "--json").json) == 1


def test_it_can_be_asked_for_once_more_and_that_taken_back(shell, coach):
    coach.assessments.keep(given("000000" + "000000"))
    assert "Mon 30 Nov" in shell("assess", "--again").err
    taken_back = shell("assess", "--again", "--json")
    assert "not asked once more" in taken_back.err
    assert taken_back.json["again"] is None


def test_assessments_are_listed_shown_and_deleted(shell, coach):
    kept = coach.assessments.keep(given("423131" + "010101", "n"))
    listed = shell("list", "assessments")
    assert "Over-managing 2.3, often; Over-leading 0.5, seldom" in listed.out
    ref = kept.id[-12:-6]
    shown = shell("show", ref)
    assert "Every decision comes back to you: 7 times or more" in shown.out
    assert "Autonomy: no" in shown.out
    assert shell("delete", ref).code == 0
    assert coach.assessments.latest() is None or shell("assess").code == NO_DATA
    assert "deleted assessment" in shell("undo").err + shell("undo", "--list").out


def test_five_questions_at_once_and_in_plain_lines(shell):
    shell("frame", "--direction", "North", "--context", "mature")
    said = shell(
        "diagnose", "The", "price", "--path", "no", "--right", "uncertain", "--challenge", "execution"
    )
    assert said.code == 0
    assert "The price: 33% managing, 67% leading, from 3 of 5 answers" in said.out
    assert "about 30% leading is usual" in said.out
    asked = shell("diagnose", "The price", "--json", stdin=lines("n", "p", "", "y", "c"))
    assert asked.json["answers"] == {
        "path": "no",
        "right": "partly",
        "processes": "yes",
        "challenge": "change",
    }
    assert asked.json["leading"] == 62
    assert "Looked at before" in shell("show", asked.json["id"][-12:-6]).out
    assert shell("diagnose").code == 2
    assert shell("diagnose", "The price", stdin=b"").code == 2
    crisis = shell("diagnose", "The outage", "--crisis", "day", "--path", "no", "--json")
    assert crisis.json["usual"] == 20


def test_five_questions_on_a_commitment(shell):
    made = shell("commit", "Walk before mail", "--every", "day", "--outside", "--json").json
    ref = made["id"][-12:-6]
    said = shell("diagnose", "--of", ref, "--path", "yes", "--json")
    assert said.json["commitment"] == made["id"]
    assert said.json["text"] == "Walk before mail"
    assert shell("diagnose", "--of", "abcdef", "--path", "yes").code == NOT_FOUND


def test_feedback_is_added_answered_and_listed_with_the_gap(shell):
    assert shell("feedback").code == NO_DATA
    assert "Is it clear to you how to do it" in shell("feedback", "--questions").out
    added = shell("feedback", "add", "--question", "how", "--expected", "yes", "--name", "T.", "--json").json
    assert (added["role"], added["asked"]) == (
        "team",
        "Is it clear to you how to do it?",
    )
    ref = added["id"][-12:-6]
    answered = shell("feedback", "add", "--of", ref, "--seen", "partly", "--answer", "Not in which order")
    assert answered.code == 0
    said = shell("feedback")
    assert "Not in which order" in said.out
    assert "1 answer, 1 lower than you expected" in said.err
    own = shell("feedback", "add", "What", "do you miss?", "--role", "peer")
    assert "coach feedback add --of" in own.err
    assert [each["role"] for each in shell("feedback", "--json").json] == ["peer", "team"]
    assert shell("feedback", "add").code == 2
    assert shell("feedback", "add", "--question", "nothing").code == 2
    assert shell("feedback", "add", "--of", "abcdef", "--answer", "x").code == NOT_FOUND
    assert "Not in which order" in shell("search", "order").out


def test_a_session_that_is_stopped_is_taken_up_again(shell, paths, monkeypatch):
    from coach.shell.shell import Shell

    typed = iter(["t", "9", "2", "0"])

    def stopped(self: Shell) -> str:
        found = next(typed, None)
        if found is None:
            raise KeyboardInterrupt
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Shell, "read_line", stopped)
        said = shell("assess", "--plain")
    assert said.code == 1
    assert "Your answers are kept" in said.err
    assert [each.kind for each in Drafts(paths.drafts).left()] == ["assessments"]
    went_on = shell("assess", "--plain", "--json", stdin=lines(*[""] * 3, *["1"] * 9, *["y"] * 8))
    assert went_on.code == 0, went_on.err
    assert sorted(went_on.json["answers"].values()) == [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4]
    assert went_on.json["wording"] == "team"


def test_assessing_is_in_the_help_and_in_the_completions(shell):
    said = shell("help").out
    assert "Assessing" in said
    for name in ("assess", "diagnose", "feedback"):
        assert f"  {name} " in said
        assert f"{name}\t" in shell("completions", "fish", "--", "").out


def test_the_demo_year_has_three_assessments_a_shift_that_is_explained_and_two_trials(shell, tmp_path):
    home = str(tmp_path / "demo")
    assert shell("demo", "--into", home).code == 0
    found = shell("--home", home, "list", "assessments", "--json").json
    assert len(found) == 3
    said = shell("--home", home, "assess").out
    assert "Over-managing came less often: 2.7 then, 1.5 now." in said
    assert "“Every decision comes back to you”: 7 times or more then, once now, less often." in said
    assert "What became of what was tried" in said
    commitments = shell("--home", home, "list", "commitments", "--json").json
    ids = {each["id"] for each in found}
    assert len([each for each in commitments if each["trial_of"] in ids]) == 2


def test_five_questions_that_were_stopped_are_taken_up_as_it_says(shell, coach, monkeypatch):
    with monkeypatch.context() as patch:
        stopped_after(patch, "y", "u")
        stopped = shell("diagnose", "The", "new", "price")
    assert "`coach diagnose` takes them up" in stopped.err
    other = shell("diagnose", "The outage", "--json", stdin=lines("n", "", "", "", "")).json
    assert (other["text"], other["answers"]) == ("The outage", {"path": "no"})
    taken_up = shell("diagnose", "--json", stdin=lines("", "", "y"))
    assert "The new price" in taken_up.err
    told = taken_up.json
    assert told["text"] == "The new price"
    assert told["answers"] == {"path": "yes", "right": "uncertain", "motivated": "yes"}
    assert not list(coach.drafts.left())
    assert shell("diagnose").code == USAGE


def test_five_questions_begun_in_the_app_are_taken_up_in_the_shell(shell, coach):
    walk = coach.commitments.make("Walk", rhythm="every day")
    fields = {"path": "no", "at": "right", "of": walk.id, "was": {}}
    coach.drafts.keep_fields(
        Draft(f"diagnosis-{walk.id}", "diagnoses", "2026-11-20T09:00:00.000+01:00", fields)
    )
    told = shell("diagnose", "--of", walk.id[-12:-6], "--json", stdin=lines("", "y")).json
    assert (told["commitment"], told["answers"]) == (walk.id, {"path": "no", "right": "yes"})
    assert not list(coach.drafts.left())


def test_what_nobody_answers_stays_a_draft_and_one_about_what_is_gone_is_in_nobodys_way(shell, coach):
    old = "2026-11-19T09:00:00.000+01:00"
    coach.drafts.keep_fields(Draft("diagnosis", "diagnoses", old, {"text": "Fire Robin?", "path": "yes"}))
    gone = {"of": "01a1fd78-0000-7000-8000-000000000001", "path": "no"}
    coach.drafts.keep_fields(Draft("diagnosis-gone", "diagnoses", "2026-11-20T09:00:00.000+01:00", gone))
    said = shell("diagnose", stdin=b"")
    assert (said.code, coach.diagnoses.all()) == (1, [])
    assert {each.name for each in coach.drafts.left()} == {"diagnosis", "diagnosis-gone"}
    told = shell("diagnose", "--json", stdin=lines("", "", "", "", "")).json
    assert (told["text"], told["answers"]) == ("Fire Robin?", {"path": "yes"})
    assert [each.name for each in coach.drafts.left()] == ["diagnosis-gone"]


def test_the_ladders_are_told_to_programs_once_they_are_rated(at, shell):
    at("2026-11-20").ratings.rate("management", {"m1-promises": 4})
    told = shell("ladders", "--json")
    assert told.json[0]["rated"] == "2026-12-31"
