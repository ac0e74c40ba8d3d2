"""What others keep comes in as they keep it: YAML, Logseq, org, Loop, Daylio; and org and HTML go out."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import settings
from coach.app import build
from coach.checkin.checkins import Answers
from coach.commitments.rhythm import read, say
from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.exchange import exporting, incoming, reading
from coach.exchange.front_matter import split
from tests.exchange.others import CHECKMARKS, DAY, DAYLIO, GRAPH, HABITS, MONTH, OBSIDIAN
from tests.exchange.test_imports import bring, entries, written
from tests.hostile import STRINGS


def read_rhythm(typed: str) -> str:
    return say(read(typed))


def test_front_matter_is_yaml(coach, tmp_path):
    bring(coach, written(tmp_path, "walk.md", OBSIDIAN))
    assert entries(coach) == [
        ("2026-11-20 07:30", "# A walk: long\n\nAlong the canal.", ("walk", "deep work"))
    ]
    front, _ = split(OBSIDIAN)
    assert (front["due"], front["note"], front["aliases"]) == ("21:30", "two lines", ["canal"])


@pytest.mark.parametrize(
    "said",
    [
        "title: A walk: long\ntags: [walk]",
        "- a\n- b",
        "a: &x [1]\nb: *x",
        "a: " + "[" * 5_000,
        "a:\n" + "".join(f"{'  ' * deep}b:\n" for deep in range(1, 900)),
        "\tx: 1",
        "a: !!python/object/apply:os.system ['true']",
        "? [a]\n: b",
        "a: &-0 [x,x]\nb: &-1 [*-0,*-0]\nc: [*-1,*-1]",
        "a: [\n" * 5_000,
        "? " * 5_000,
    ],
)
def test_what_is_nearly_yaml_or_more_than_that_harms_nobody(said):
    front, body = split(f"---\n{said}\n---\nwords\n")
    assert "words" in body
    assert all(isinstance(each, str | list) for each in front.values())
    if "A walk" in said:
        assert front == {"title": "A walk: long", "tags": ["walk"]}


def test_words_between_dashes_stay_words():
    assert split("---\nHello there\n---\nmore") == ({}, "---\nHello there\n---\nmore")


def test_a_graph_of_logseq_is_an_entry_a_day(coach, tmp_path):
    graph = tmp_path / "graph"
    written(graph, "journals/2026_11_20.md", GRAPH)
    written(graph, "journals/2026_11_19.md", "- Only this\n  id:: 1\n  and that")
    written(graph, "pages/Idea.md", "- no day")
    written(graph, "logseq/config.edn", "{}")
    found = bring(coach, str(graph))
    assert entries(coach) == [
        ("2026-11-19 12:00", "Only this\nand that", ()),
        ("2026-11-20 12:00", "- TODO Send the brief #work\n- Walked #[[before mail]]\n\t- twice as clear",
         ("work", "before mail")),
    ]  # fmt: skip
    assert [each.where for each in found.incoming.left] == ["pages/Idea.md"]
    with pytest.raises(CoachError, match="is a folder"):
        bring(coach, str(graph / "pages" / "Idea.md"), "logseq")


def test_a_month_and_a_day_of_org_journal(coach, tmp_path):
    folder = tmp_path / "org"
    written(folder, "november.org", MONTH)
    written(folder, "20261122", DAY)  # as org-journal calls it
    bring(coach, str(folder))
    assert entries(coach) == [
        ("2026-11-20 12:00", "A thought without an hour\n*** with a heading of its own\nand more", ()),
        ("2026-11-20 21:30", "Walked along the canal\nand back.\n* no heading", ("walk", "home")),
        ("2026-11-21 07:05", "Early", ()),
        ("2026-11-22 12:00", "Later", ()),
        ("2026-11-22 21:30", "Walked\ntwice", ()),
    ]


def test_a_date_within_somebodys_words_is_words(coach, tmp_path):
    said = "* Planning for 2027-01-15 release\n* 21:30 Reviewed the 2025-01-02 postmortem\n* 2026-11-23 samedi\n** 09:00 Late\n"
    bring(coach, written(tmp_path, "20261122", said))
    assert entries(coach) == [
        ("2026-11-22 12:00", "Planning for 2027-01-15 release", ()),
        ("2026-11-22 21:30", "Reviewed the 2025-01-02 postmortem", ()),
        ("2026-11-23 09:00", "Late", ()),
        ("2026-11-23 12:00", "samedi", ()),
    ]


def test_a_note_that_says_when_it_was_made_keeps_its_words(coach, tmp_path):
    said = "* Orgzly note :idea:\n:PROPERTIES:\n:CREATED: [2026-11-19 Thu 08:15]\n:END:\nbody\n"
    bring(coach, written(tmp_path, "notes.org", said))
    assert entries(coach) == [("2026-11-19 08:15", "Orgzly note\nbody", ("idea",))]


def test_what_looks_like_something_else_in_an_org_of_ours_is_still_ours(coach, tmp_path):
    coach.journal.write("coach-packet: is how it begins\r\nand ends")
    place = exporting.export(coach, exporting.Wanted("org"), str(tmp_path / "j.org"), Steps())
    found = reading.read(coach, place)
    assert (found.format, incoming.plan(coach, found).is_empty) == ("org", True)


def test_hostile_lines_take_no_time(coach, tmp_path):
    """Each of them took seconds to minutes once."""
    written(tmp_path / "g", "journals/2026_11_20.md", "- " + "#[[" * 100_000)
    bring(coach, str(tmp_path / "g"))
    bring(coach, written(tmp_path, "20261121", "* x" + " " * 100_000 + "y\n"))
    note = '"' + "<" * 130_000 + '"'
    bring(
        coach,
        written(
            tmp_path,
            "d.csv",
            f"full_date,time,mood,activities,note_title,note\n2026-11-19,9:00,rad,,,{note}\n",
        ),
    )


def test_what_a_person_wrote_is_no_property_of_logseq(coach, tmp_path):
    day = (
        "- Idea:: build a boat\n  id:: 1\n- ```\n  :LOGBOOK:\n  ```\n- :LOGBOOK: never closed\n- still here\n"
    )
    written(tmp_path / "g", "journals/2026_11_20.md", day)
    bring(coach, str(tmp_path / "g"))
    ((_, text, _),) = entries(coach)
    assert "Idea:: build a boat" in text
    assert "still here" in text
    assert "id::" not in text


@pytest.mark.parametrize(
    ("habit", "rhythm"),
    [
        ("-3,7", "once a week"),
        ("1,400", None),
        ("inf,nan", "every day"),
        ("2,7", "twice a week"),
        ("1,30", "once a month"),
    ],
)
def test_a_habit_is_held_as_often_as_it_can_be_said(coach, tmp_path, habit, rhythm):
    habits = f"Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator\n1,Walk,YES_NO,,,{habit}\n"
    found = bring(coach, loop(tmp_path, "Date,Walk\n2026-11-20,2\n2030-01-01,2\n", habits))
    held = coach.commitments.all()
    if rhythm is None:
        assert held == []
        assert [each.where for each in found.incoming.left] == ["Walk"]
    else:
        assert [each.rhythm for each in held] == [read_rhythm(rhythm)]
        assert len(found.new) == 2, "no mark of a day that lies ahead"


def test_at_most_is_at_most(coach, tmp_path):
    habits = "Position,Name,Type,Unit,Target Type,Target Value\n1,Coffee,NUMERICAL,cups,AT_MOST,2\n"
    bring(coach, loop(tmp_path, "Date,Coffee\n2026-11-20,3000\n2026-11-19,1000\n", habits))
    (marks,) = coach.marks.between(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert {f"{day}": mark.result for day, mark in marks.items()} == {
        "2026-11-20": "partly",
        "2026-11-19": "kept",
    }


def test_moods_without_an_hour_all_count_and_words_stay_words(coach, tmp_path):
    head = "full_date,date,weekday,time,mood,activities,note_title,note\n"
    rows = '2026-11-19,,,,rad,,,"I <3 you and 5 > 4 &amp; so on"\n2026-11-19,,,,awful,,,\n2027-01-01,,,,rad,,,ahead\n'
    found = bring(coach, written(tmp_path, "d.csv", head + rows))
    assert entries(coach) == [("2026-11-19 12:00", "I <3 you and 5 > 4 & so on", ())]
    assert coach.checkins.of(date(2026, 11, 19)).energy == 3
    assert [each.why for each in found.incoming.left] == ["its day lies ahead"]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_org_comes_back_as_it_went(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("homes")
    one, other = (build(Paths(str(folder / name)), Clock()) for name in ("one", "other"))
    texts = [text for text in texts if text.strip() and text == text.strip("\n")] or ["** x\n*", ":END:"]
    for text in texts:
        one.journal.write(text, tags=["walk before mail"], mode="leading")
    place = exporting.export(one, exporting.Wanted("org"), str(folder / "j.org"), Steps())
    incoming.bring_in(other, incoming.plan(other, reading.read(other, place)), "x", Steps())
    kept = [{**each.fields(), "source": "app"} for each in other.journal.entries()]
    assert kept == [{**each.fields(), "created": each.fields()["at"]} for each in one.journal.entries()]
    assert incoming.plan(one, reading.read(one, place)).is_empty


def loop(folder, checkmarks=CHECKMARKS, habits=HABITS) -> str:
    path = folder / "Loop.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Checkmarks.csv", checkmarks)
        archive.writestr("Habits.csv", habits)
        archive.writestr("001 Walk/Scores.csv", "x")
    return str(path)


def test_habits_of_loop_are_commitments_with_what_was_checked(coach, tmp_path):
    found = bring(coach, loop(tmp_path))
    held = {each.text: each for each in coach.commitments.all()}
    assert {name: each.rhythm for name, each in held.items()} == {
        "Walk": "every day", "Pages": "3 times a week", "Old": "once a week",
    }  # fmt: skip
    assert (held["Walk"].why, held["Old"].ended_as) == ("Did you walk?", "finished")
    marks = coach.marks.between(date(2026, 11, 1), date(2026, 11, 30))
    walked = {f"{day}": mark.result for day, mark in marks[held["Walk"].id].items()}
    assert walked == {"2026-11-20": "kept", "2026-11-19": "kept", "2026-11-18": "pass"}
    assert held["Pages"].amount == "20 pages"
    paged = {f"{day}": (mark.result, mark.amount) for day, mark in marks[held["Pages"].id].items()}
    assert paged == {"2026-11-20": ("kept", 30.0), "2026-11-19": ("partly", 10.0)}
    assert [(each.where, each.why) for each in found.incoming.left] == [("Never", "never checked")]
    assert incoming.plan(coach, reading.read(coach, loop(tmp_path))).is_empty
    coach.store.undo()
    assert coach.commitments.all() == []


def test_the_tables_of_loop_may_be_unpacked(coach, tmp_path):
    for name, content in (("Checkmarks.csv", CHECKMARKS), ("Habits.csv", HABITS)):
        written(tmp_path / "loop", name, content)
    bring(coach, str(tmp_path / "loop"))
    assert {each.text for each in coach.commitments.all()} == {"Walk", "Pages", "Old"}


def test_a_folder_in_which_nothing_can_be_read_says_so(coach, tmp_path):
    written(tmp_path / "pictures", "a.png", b"x")
    with pytest.raises(CoachError, match="nothing in it that can be read"):
        bring(coach, str(tmp_path / "pictures"))


def test_habits_come_in_as_far_as_there_is_room(coach, tmp_path):
    coach.commitments.limit = 1
    found = bring(coach, loop(tmp_path))
    assert sorted(each.text for each in coach.commitments.all()) == ["Old", "Walk"]
    assert ("Pages", "your limit is 1 at a time") in [(each.where, each.why) for each in found.incoming.left]


@given(st.integers(0, 400), st.text(max_size=30))
def test_no_harm_to_habits_makes_more_than_one_clear_line(tmp_path_factory, place, text):
    folder = tmp_path_factory.mktemp("harmed")
    coach = build(Paths(str(folder / "home")), Clock())
    harm = [
        (each[:place] + text + each[place:]).encode("utf-8", "replace").decode()
        for each in (CHECKMARKS, HABITS)
    ]
    try:
        bring(coach, loop(folder, *harm))
    except CoachError as error:
        assert "\n" not in str(error).strip()
        assert coach.store.is_new()
    assert coach.store.damage.error() is None


def test_moods_of_daylio_are_check_ins_and_notes_are_entries(coach, tmp_path):
    coach.checkins.keep(date(2026, 11, 17), Answers(energy=3))
    found = bring(coach, written(tmp_path, "daylio.csv", DAYLIO))
    assert entries(coach) == [("2026-11-19 21:30", "A day\n\nAlong\nthe canal", ("walk", "reading"))]
    days = coach.checkins.between(date(2026, 11, 1), date(2026, 11, 30))
    assert {f"{day}": each.mean for day, each in days.items()} == {"2026-11-19": 4.5, "2026-11-17": 3}
    assert days[date(2026, 11, 19)].line == "walk, reading"
    assert sorted(each.why[:24] for each in found.incoming.left) == [
        "you checked in on that d",
        "“strange” is no mood tha",
    ]
    assert incoming.plan(coach, reading.read(coach, str(tmp_path / "daylio.csv"))).is_empty


def test_a_table_may_have_its_days_with_dots(coach, tmp_path):
    bring(coach, written(tmp_path, "t.csv", "Datum;Zeit;Eintrag\n3.4.2024;;April\n03.04.2024;21:30;Late\n"))
    assert entries(coach) == [("2024-04-03 12:00", "April", ()), ("2024-04-03 21:30", "Late", ())]


def test_the_page_for_a_browser_says_everything_and_runs_nothing(coach, tmp_path):
    for each in (*STRINGS, "<script>alert(1)</script>"):
        coach.journal.write(each, tags=['"><b>'])
    place = exporting.export(coach, exporting.Wanted("html"), str(tmp_path / "j.html"), Steps())
    with open(place, encoding="utf-8") as file:
        page = file.read()
    assert page.count("<article>") == len(STRINGS) + 1
    assert "<script" not in page
    assert "<b>" not in page
    assert "default-src 'none'" in page


def test_an_archive_carries_what_was_chosen_to_where_nothing_was(coach, tmp_path):
    settings.write(coach.paths.config, "review_day", "monday")
    settings.write(coach.paths.config, "editor", "rm -rf")
    coach.journal.write("mine")
    place = exporting.export(coach, exporting.Wanted("json"), str(tmp_path / "a.json"), Steps())
    other = build(Paths(str(tmp_path / "other")), coach.clock)
    found = reading.read(other, place)
    assert any("settings" in line for line in incoming.told(other, incoming.plan(other, found)))
    incoming.bring_in(other, incoming.plan(other, found), "x", Steps())
    assert settings.load(other.paths.config).review_day == "monday"
    assert settings.load(other.paths.config).editor == "", "no file from elsewhere says what is started"
    settings.take_over(
        other.paths.config + ".new", {"theme": "\ud800", "lock_after": 0, "limit": 7, "pace": 3}
    )
    assert settings.load(other.paths.config + ".new").limit == 7
    assert settings.load(other.paths.config + ".new").lock_after == 10
    settings.write(other.paths.config, "review_day", "sunday")
    coach.journal.write("more")
    again = exporting.export(coach, exporting.Wanted("json"), str(tmp_path / "b.json"), Steps())
    incoming.bring_in(other, incoming.plan(other, reading.read(other, again)), "x", Steps())
    assert settings.load(other.paths.config).review_day == "sunday"
