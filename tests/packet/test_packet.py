"""The packet: what goes in, what stays at home, and that what leaves is what was seen."""

from __future__ import annotations

import json
import os
import re
import stat
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coach.app import build
from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.core.days import Clock
from coach.core.errors import CoachError, NotFoundError, UsageError
from coach.core.steps import Steps
from coach.exchange import incoming, reading
from coach.feedback.records import Feedback
from coach.packet import formats, names, packets
from coach.packet.charts import in_signs, svg
from coach.packet.document import Chart, Document, Line, Section, TableRow, retold
from coach.packet.markdown import escaped, markdown, text
from coach.reflection.lived import gather
from coach.store import files
from tests.assessment.conftest import given
from tests.hostile import STRINGS, unexpected

TODAY = date(2026, 11, 20)
SECRET = "nobody-reads-this"


def plan(coach, to="Robin", ask="Where is it thin?", days=60, **parts):
    own = parts.pop("own", {})
    made = packets.new_plan(coach, to, ask=ask, first=TODAY - timedelta(days=days), last=TODAY)
    return made._replace(own=own, **parts)


def everything(coach, **parts):
    """A plan with every part of it turned on."""
    sections = dict.fromkeys(("patterns", "assessment", "reflections", "energy", "private"), True)
    return plan(coach, sections=sections, **parts)


def said(document: Document) -> str:
    return markdown(document)


@pytest.fixture
def lived_in(coach):
    """Somebody with a frame, something held, and words that are nobody's business."""
    coach.frames.change(
        {
            "direction": "Make onboarding boring",
            "giving_up": "the talks with Ana",
            "outcome": "ships",
            "flow": "merges",
        }
    )
    walk = coach.commitments.make("Walk before mail", rhythm="every day", why="think before reacting")
    brief = coach.commitments.make(
        "Send the brief to Ana Lima", rhythm="every day", obstacle=SECRET, cue=SECRET, act=SECRET
    )
    coach.marks.mark([Given(walk, "kept"), Given(brief, "missed", "waiting")], TODAY)
    coach.commitments.pause(brief, TODAY + timedelta(days=3), SECRET)
    coach.checkins.keep(TODAY, Answers(energy=4, mostly="direction", line=SECRET, gave="walk"))
    coach.checkins.keep(TODAY - timedelta(days=1), Answers(energy=1, line=SECRET, unusual=True))
    coach.journal.write(f"private {SECRET}")
    coach.journal.write("For anyone who asks: Ana said yes.", share=True)
    coach.signals.park(SECRET)
    coach.feedback.keep(
        {"asked": SECRET, "name": "Zacharias", "answer": SECRET, "will": SECRET, "role": "peer"}
    )
    coach.assessments.keep(given("331111" + "111111", "npynypny"))
    return coach


def test_by_itself_a_packet_carries_the_two_pages_and_what_was_written_to_be_shown(lived_in):
    found = packets.prepare(
        lived_in, plan(lived_in, own={"challenge": "That I have to read it all."})
    ).document
    assert [each.name for each in found.sections] == ["direction", "delivery", "challenge", "shared"]
    assert found.sections[0].is_page
    assert found.sections[1].is_page
    told = said(found)
    for part in (
        "Make onboarding boring",
        "the talks with",
        "ships",
        "merges",
        "Walk before mail",
        "Kept 1 of 2 times",
    ):
        assert part in told
    assert "For anyone who asks" in told
    assert "think before reacting" in told


def test_page_one_is_direction_and_page_two_is_delivery_and_nothing_is_on_both(lived_in):
    first, second, *_ = packets.prepare(lived_in, plan(lived_in)).document.sections
    assert {each.name.split(".")[0] for each in first.lines} == {"direction"}
    assert {each.name.split(".")[0] for each in second.lines} == {"delivery"}
    assert [each.name for each in first.lines[:4]] == [
        f"direction.{name}" for name in ("bet", "whom", "tradeoff", "outcome")
    ]
    assert [each.name for each in second.lines[:3]] == [
        f"delivery.{name}" for name in ("flow", "quality", "cost")
    ]


FORMATS = [name for name in formats.FORMATS if name != "pdf"]


def leaves(document, monkeypatch) -> bytes:
    """Every byte of every format; of the PDF, what the typesetter is given."""
    given_over: list[bytes] = []

    def typeset(_: str, data: object) -> bytes:
        given_over.append(json.dumps(data, ensure_ascii=False).encode())
        return b""

    monkeypatch.setattr(formats, "typeset_pdf", typeset)
    made = [formats.FORMATS[name](document) for name in formats.FORMATS]
    return b"".join(made + given_over)


def test_no_private_word_is_in_any_byte_of_any_format(lived_in, monkeypatch):
    names.mark(lived_in, "Ana Lima", "a colleague")
    found = packets.prepare(
        lived_in, everything(lived_in, ask="What would Ana Lima say?", own={"whom": "ANA's team"})
    )
    bytes_of_it = leaves(found.document, monkeypatch)
    for word in (SECRET.encode(), b"Zacharias", b"Ana", b"ANA", b"Lima"):
        assert word not in bytes_of_it
    assert b"a colleague" in bytes_of_it
    assert found.kept_back == 1
    assert found.lines == 2
    assert found.replaced == 3


@examples(st.data())
def test_whatever_is_turned_on_and_off_no_unshared_entry_leaves_by_itself(tmp_path_factory, data):
    from coach.core.days import Clock
    from coach.core.paths import Paths

    coach = build(Paths(str(tmp_path_factory.mktemp("home"))), Clock())
    today = coach.today()
    coach.journal.write(f"mine {SECRET}")
    coach.journal.write("to show", share=True)
    found = packets.prepare(coach, packets.new_plan(coach, "R", ask="a", first=today, last=today))
    for _ in range(data.draw(st.integers(0, 12))):
        section = data.draw(st.sampled_from(found.everything.sections))
        lines = [each.name for each in section.lines if not each.is_private]
        found = found.turned(section.name, data.draw(st.sampled_from([None, *lines])))
    assert SECRET not in markdown(found.document)
    assert found.kept_back == 1


def test_a_private_entry_is_taken_in_by_itself_and_only_that_one(coach):
    mine, other = coach.journal.write("this one"), coach.journal.write("not this one")
    found = packets.prepare(coach, plan(coach)).turned("private", f"private.{mine.id}")
    assert "this one" in said(found.document)
    assert "not this one" not in said(found.document)
    assert found.kept_back == 1
    assert found.turned("private", f"private.{mine.id}").kept_back == 2
    assert other.id not in said(found.document)


def test_what_belongs_to_a_line_goes_where_the_line_goes(lived_in):
    found = packets.prepare(lived_in, plan(lived_in))
    walk = next(each for each in found.everything.lines() if "Walk before mail" in each.text)
    assert "think before reacting" not in said(found.turned("delivery", walk.name).document)
    assert "think before reacting" in said(
        found.turned("delivery", walk.name).turned("delivery", walk.name).document
    )


def test_a_line_of_a_part_that_stays_at_home_brings_nothing_else_of_it_along(lived_in):
    found = packets.prepare(lived_in, plan(lived_in))
    section = next(each for each in found.everything.sections if each.name == "assessment")
    alone = found.turned("assessment", section.lines[0].name).document
    assert [len(each.lines) for each in alone.sections if each.name == "assessment"] == [1]
    one = next(each for each in section.lines if "sign" in each.name)
    both = found.turned("assessment", one.name).document
    assert [each.name for each in both.lines() if each.name.startswith("assessment")] == [
        section.lines[0].name,
        one.name,
    ]


def test_the_assessment_never_leaves_without_its_uncertainty(lived_in):
    document = packets.prepare(lived_in, everything(lived_in)).document
    lines = next(each.lines for each in document.sections if each.name == "assessment")
    for line in lines:
        for row in line.chart.rows if line.chart else ():
            low, value, high = row.values
            assert high - low == pytest.approx(0.9 if line.name.endswith("scales") else 1.2)
            assert low < value < high
    assert "as wide as the uncertainty" in lines[0].text
    alone = packets.prepare(lived_in, everything(lived_in)).turned("assessment", lines[0].name).document
    assert "assessment" not in [each.name for each in alone.sections]


def test_a_picture_of_insights_leaves_only_where_it_is_taken_in_and_names_are_hidden_in_it(coach):
    held = coach.commitments.make("Run", rhythm="every day", starts=TODAY - timedelta(days=90))
    for ago in range(91):
        day = TODAY - timedelta(days=ago)
        gave = "Ana" if ago % 2 else None
        coach.checkins.keep(day, Answers(energy=4 if gave else 2, gave=gave, mostly="delivery"))
        coach.marks.mark([Given(held, "kept" if gave else "partly" if ago % 4 else "missed")], day)
    names.mark(coach, "Ana")
    found = packets.prepare(coach, plan(coach, days=91))
    assert "insights" not in [each.name for each in found.document.sections]
    one = found.turned("insights", "insights.goes_with").document
    (section,) = [each for each in one.sections if each.name == "insights"]
    (head, *under) = section.lines
    assert head.chart
    assert [row.label for row in head.chart.rows] == ["A."]
    assert head.chart.rows[0].values == (0.0, 2.0, 2.0)
    assert under == []  # what lies below it is taken in by itself
    all_of_it = said(found.turned("insights").document)
    assert "On 45 days with “A.” your energy was 4.0, on the other 46 days 2.0. Beyond chance" in all_of_it
    assert "45 of 91 kept in these days." in all_of_it
    assert "100% delivery, of 91 days that say so." in all_of_it
    assert "Ana" not in all_of_it
    few = packets.prepare(coach, plan(coach, days=30)).turned("insights")
    assert "“A.”" not in said(few.document)  # it rests on more days than these
    [kept] = [each for each in few.document.lines() if each.name == "insights.kept"]
    assert kept.chart
    assert tuple(map(sum, zip(*(row.values for row in kept.chart.rows), strict=True))) == (15.0, 8.0, 8.0)
    assert kept.chart.rows[0].label == "19 Oct"  # the Monday of the first of these days


def test_days_that_were_unusual_are_in_no_count_and_no_chart(coach):
    held = coach.commitments.make("Run", rhythm="every day", starts=TODAY - timedelta(days=5))
    for ago in range(5):
        day = TODAY - timedelta(days=ago)
        coach.checkins.keep(
            day, Answers(energy=5 if ago else 1, unusual=not ago, mostly="admin" if not ago else "delivery")
        )
        coach.marks.mark([Given(held, "missed" if not ago else "kept", "waiting" if not ago else None)], day)
    told = said(packets.prepare(coach, everything(coach)).document)
    assert "Kept 4 of 4 times" in told
    assert "0 admin" in told
    assert "waiting" not in told
    assert "4 days said" in told


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Ana said no", "A. said no"),
        ("ana and ANA and Ána", "A. and A. and A."),
        ("Ana's plan, Anas plan", "A.'s plan, A.s plan"),
        ("Banana, Anagram, analysis", "Banana, Anagram, analysis"),
        ("Ana Lima, Lima, Ana-Lima", "A., A., A.-A."),
        ("@ana #ana ana_lima ana2", "@A. #A. A._A. A.2"),
        ("A\u00adna and An\u200ba", "A. and A."),
        ("Ana\nLima", "A."),
        ("A\u0301na", "A."),
    ],
)
def test_a_marked_name_goes_in_every_shape_and_nothing_else_does(coach, written, left):
    names.mark(coach, "Ana Lima")
    assert names.known(coach).hide(written) == left


@pytest.mark.parametrize(
    ("name", "written", "left"),
    [
        ("O'Neill", "O’Neill wrote", "O. wrote"),
        ("Jo Li", "Jo and Li, but join and list", "J. and J., but join and list"),
        ("Łukasz", "Lukasz and łukasz", "Ł. and Ł."),
        ("李明", "今天和李明谈话", "今天和李.谈话"),
        ("Ana Lima", "A\u200dna, An\ufe0fa, AnaLima", "A., A., A."),
        ("Maria, my sister", "Maria came", "M. came"),
        ("Sean O'Brien", "OBrien, O’Brien and obrien", "S., S. and S."),
        ("Jean-Luc Picard", "JeanLuc, Jean-Luc, jeanluc", "J., J.-J., J."),
        ("Müller", "Mueller, MUELLER, Müller, Muller", "M., M., M., M."),
        ("Mueller", "Müller, Muller", "M., M."),
        ("Groß", "Gross and Groß", "G. and G."),
        ("Müller", "write to mueller@firm.example or a.muller+x@firm.co", "write to M. or M."),
        ("Bartholomew", "Bartho-\nlomew, Bartho\nlomew; over-\nmanaging", "B., B.; over-\nmanaging"),
        ("Jo Li", "mail joli@firm.example, list@firm.example", "mail J., list@firm.example"),
    ],
)
def test_names_are_found_however_a_phone_or_a_script_writes_them(coach, name, written, left):
    names.mark(coach, name)
    assert names.known(coach).hide(written) == left


def test_a_name_of_two_signs_in_the_feedback_log_stays_out_too(coach):
    coach.feedback.keep({"asked": "How?", "name": "老李", "answer": "fine", "role": "peer"})
    assert "老李" not in names.known(coach).hide("老李说好")


def test_letters_that_look_like_those_of_a_name_are_hinted(coach):
    names.mark(coach, "Ana")
    twin = "Аna"
    assert names.maybe_names([f"we met {twin} today"], names.marked(coach)) == [twin]


def test_what_stands_for_one_name_does_not_give_away_another(coach):
    names.mark(coach, "Ana", "the sister of Bob")
    names.mark(coach, "Bob")
    assert names.known(coach).hide("Ana came") == "the sister of B. came"


def test_a_long_name_of_what_is_held_is_hidden_before_it_is_cut(coach):
    names.mark(coach, "Bartholomew")
    held = coach.commitments.make(
        "Send the weekly summary of the numbers to Bartholomew",
        rhythm="every day",
        starts=TODAY - timedelta(days=40),
    )
    for ago in range(40):
        coach.marks.mark([Given(held, "missed", "waiting")], TODAY - timedelta(days=ago))
        coach.checkins.keep(TODAY - timedelta(days=ago), Answers(energy=3))
    told = said(packets.prepare(coach, everything(coach)).document)
    assert "not kept" in told
    assert "Barth" not in told


def test_a_plain_page_that_comes_back_quoted_holds_only_what_is_new(lived_in, tmp_path):
    found = packets.prepare(lived_in, plan(lived_in))
    packet = packets.write(lived_in, found, ["txt"])
    with open(packet.files[0], encoding="utf-8") as file:
        quoted = "\n".join(f"> {line}" for line in file.read().splitlines())
    back = answer(lived_in, tmp_path, f"Let go of the brief, and soon.\n\n{quoted}\n")
    ((_, _, fields),) = back.new
    assert fields["answer"] == "Let go of the brief, and soon."


def test_a_draft_of_a_packet_that_makes_no_sense_is_none(coach):
    good = plan(coach).fields()
    assert packets.plan_of(good) == plan(coach)
    harms: tuple[dict[str, object], ...] = (
        {"own": {"whom": 3}},
        {"last": "9999-12-31"},
        {"sections": {"private": "no"}},
        {"lines": "x"},
        {"to": 1},
    )
    for harm in harms:
        assert packets.plan_of(good | harm) is None


def test_names_in_the_feedback_log_are_known_without_being_marked(coach):
    coach.feedback.keep({"asked": "x", "name": "Bartholomew", "answer": "y", "role": "manager"})
    assert names.known(coach).hide("Bartholomew wrote") == "my manager wrote"


def test_a_name_is_marked_once_changed_and_unmarked(coach):
    names.mark(coach, "Ana", "a friend")
    names.mark(coach, "ANA", "a colleague")
    assert [(each.name, each.said) for each in names.marked(coach)] == [("Ana", "a colleague")]
    names.forget(coach, "ana")
    assert names.marked(coach) == []
    with pytest.raises(NotFoundError):
        names.forget(coach, "ana")
    for name, instead in (("", ""), ("12", ""), ("Ana Lima", "Lima's sister")):
        with pytest.raises(UsageError):
            names.mark(coach, name, instead)


def test_words_that_may_be_names_are_told_and_those_that_are_marked_are_not(coach):
    coach.journal.write(
        "Spoke with Torvald and with Ana on Monday. Monday was long. Then Again home.", share=True
    )
    names.mark(coach, "Ana")
    found = packets.prepare(coach, plan(coach))
    assert "Torvald" in found.maybe
    assert not {"Ana", "Monday", "Spoke"} & set(found.maybe)


def test_what_is_new_and_what_is_gone_since_the_last_one_to_this_person(lived_in):
    first = packets.prepare(lived_in, plan(lived_in))
    assert first.before is None
    assert not first.is_new(next(first.document.lines()))
    packets.write(lived_in, first, ["md"])
    lived_in.journal.write("Something came up.", share=True)
    again = packets.prepare(lived_in, plan(lived_in))
    assert again.changes == (1, 0)
    assert [each.text for each in again.document.lines() if again.is_new(each)] == ["Something came up."]
    assert packets.prepare(lived_in, plan(lived_in, to="robin")).before is not None
    assert packets.prepare(lived_in, plan(lived_in, to="Kim")).before is None


def test_the_next_one_begins_where_the_last_ended_with_its_parts_but_no_private_line(lived_in):
    mine = next(each for each in lived_in.journal.entries() if not each.share)
    found = packets.prepare(lived_in, everything(lived_in, own={"whom": "new people"})).turned(
        "private", f"private.{mine.id}"
    )
    packets.write(lived_in, found, ["md"])
    same_day = packets.new_plan(lived_in, "Robin")
    assert same_day.first == found.plan.first  # once more, in another format perhaps
    tomorrow = build(lived_in.paths, Clock(lived_in.clock.now() + timedelta(days=1)))
    following = packets.new_plan(tomorrow, "Robin")
    assert following.first == TODAY
    assert following.own == {"whom": "new people"}
    assert following.is_on("assessment")
    assert not following.is_on("private")
    assert following.lines == {}


def test_what_is_written_is_what_was_seen_and_the_log_keeps_it(lived_in):
    found = packets.prepare(lived_in, plan(lived_in))
    packet = packets.write(lived_in, found, FORMATS)
    seen = markdown(found.document._replace(id=packet.id))
    with open(packet.files[0], encoding="utf-8") as file:
        assert file.read() == seen
    assert packets.all_packets(build(lived_in.paths, lived_in.clock))[0].document == seen
    for path in packet.files:
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert os.path.dirname(path) == lived_in.paths.packets
        assert re.fullmatch(r"packet-2026-11-20-[0-9a-f]{6}\.\w+", os.path.basename(path))
    assert stat.S_IMODE(os.stat(lived_in.paths.packets).st_mode) == 0o700


def test_a_packet_that_cannot_be_written_is_not_in_the_log(lived_in, tmp_path, monkeypatch):
    found = packets.prepare(lived_in, plan(lived_in))
    (tmp_path / "file").write_text("x")
    with pytest.raises(CoachError, match="a file stands where a folder belongs"):
        packets.write(lived_in, found, ["md", "html"], str(tmp_path / "file"))
    place = files.place

    def second_fails(temporary: str, path: str) -> None:
        if path.endswith(".html"):
            fails()
        place(temporary, path)

    with monkeypatch.context() as patched:
        patched.setattr(files, "place", second_fails)
        with pytest.raises(CoachError, match="the disk is full"):
            packets.write(lived_in, found, ["md", "html"], str(tmp_path / "there"))
    assert os.listdir(tmp_path / "there") == []
    assert packets.all_packets(lived_in) == []
    monkeypatch.setattr(lived_in.store.ledger, "commit", fails)
    with pytest.raises(CoachError, match="the disk is full"):
        packets.write(lived_in, found, ["md", "html"], str(tmp_path / "there"))
    assert os.listdir(tmp_path / "there") == []
    assert packets.all_packets(lived_in) == []


def test_a_failed_packet_takes_back_its_own_alone(lived_in, paths, clock, tmp_path, monkeypatch):
    found = packets.prepare(lived_in, plan(lived_in))
    place = files.place

    def another_writes_and_it_fails(temporary: str, path: str) -> None:
        if path.endswith(".md"):
            monkeypatch.setattr(files, "place", place)
            build(paths, clock).journal.write("written by another window just then")
            fails()
        place(temporary, path)

    monkeypatch.setattr(files, "place", another_writes_and_it_fails)
    with pytest.raises(CoachError, match="the disk is full"):
        packets.write(lived_in, found, ["md"], str(tmp_path / "there"))
    now = build(paths, clock)
    assert packets.all_packets(now) == []
    assert "written by another window just then" in [each.text for each in now.journal.entries()]
    assert next(now.store.undoable()).what == "added entry “written by another window just then”"
    assert now.store.redoable() is None, "the failed packet is nothing to make so again"


def fails(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("missing", [{"to": " "}, {"ask": ""}])
def test_it_takes_somebody_and_one_ask(coach, missing):
    with pytest.raises(UsageError):
        packets.write(coach, packets.prepare(coach, plan(coach)._replace(**missing)), ["md"])


def hostile() -> Document:
    lines = tuple(
        Line(f"x.{place}", each, each, Chart("numbers", (TableRow(each, (1.0,)),), 0, 2))
        for place, each in enumerate(STRINGS)
    )
    sections = (Section("direction", lines, is_page=True), Section("shared", lines))
    return Document("id", STRINGS[0], STRINGS[1], TODAY, TODAY, TODAY, sections)


class Page(HTMLParser):
    """What a browser would make of it."""

    def __init__(self):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def test_the_page_runs_nothing_and_asks_nobody(lived_in):
    for document in (hostile(), packets.prepare(lived_in, everything(lived_in)).document):
        made = formats.FORMATS["html"](document).decode()
        page = Page()
        page.feed(made)
        allowed = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "span", "section", "dl", "div",
                   "dt", "dd", "br", "figure", "footer", "code", "svg", "rect", "line", "circle", "polyline", "text"}  # fmt: skip
        assert page.tags <= allowed
        assert not any(
            name.startswith("on") or name in {"href", "src", "style"} for name, _ in page.attributes
        )
        policy = str(
            next(
                value for name, value in page.attributes if name == "content" and "default-src" in str(value)
            )
        )
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "url(" not in made
        assert "@import" not in made
        assert unexpected(made.encode("utf-8", "surrogateescape")) == []


def test_nothing_that_was_written_is_markup(lived_in):
    made = markdown(hostile())
    tokens = MarkdownIt("commonmark").parse(made)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"link_open", "image", "html_inline", "code_inline", "em_open"} & set(inline)
    assert "html_block" not in {token.type for token in tokens}
    assert len([token for token in tokens if token.type == "heading_open"]) == 4  # to, two parts, the answer
    for name in ("md", "txt", "json"):
        assert unexpected(formats.FORMATS[name](hostile())) == []


@pytest.mark.parametrize(
    "line",
    ["# no heading", "1. no list", "- no list", "> no quote", "    no code", "a * b _c_ d", "~~~", "==="],
)
def test_a_line_comes_out_of_markdown_as_it_was_written(line):
    document = Document(
        "id", "R", "a", TODAY, TODAY, TODAY, (Section("shared", (Line("x", f"first\n{line}"),)),)
    )
    tokens = MarkdownIt("commonmark").parse(markdown(document))
    texts = [child.content for token in tokens for child in token.children or () if child.type == "text"]
    assert line.strip() in texts


def test_charts_are_drawn_in_black_and_white_and_in_signs_of_one_width():
    weeks = Chart(
        "weeks",
        (TableRow("2 Nov", (3, 1, 0)), TableRow("9 Nov", (0, 0, 0)), TableRow("16 Nov", (1, 0, 2))),
        0,
        4,
    )
    bands = Chart(
        "bands", (TableRow("Over-managing", (0.2, 0.6, 1.1)), TableRow("Over-leading", (3.6, 4, 4.4))), 0, 4
    )
    assert [each.rstrip() for each in in_signs(weeks)] == [" 2 Nov  ███▒", " 9 Nov", "16 Nov  █░░"]
    assert len({len(each) for each in in_signs(bands)}) == 1
    for chart in (weeks, bands, Chart("numbers", (TableRow("a", (1,)), TableRow("b", (2,))), 0, 2)):
        colours = set(re.findall(r"#[0-9a-f]{6}", svg(chart)))
        assert all(each[1:3] == each[3:5] == each[5:7] for each in colours)


def test_a_pdf_is_typeset_and_what_is_written_is_never_a_command(lived_in):
    pytest.importorskip("typst")
    assert formats.FORMATS["pdf"](packets.prepare(lived_in, everything(lived_in)).document).startswith(
        b"%PDF"
    )
    strings = (*STRINGS, '#panic("x")', "#import sys", "$ x $", '#read("/etc/passwd")', "*_`")
    lines = tuple(Line(str(place), each, each) for place, each in enumerate(strings))
    document = Document("id", strings[-1], strings[-2], TODAY, TODAY, TODAY, (Section("shared", lines),))
    assert formats.FORMATS["pdf"](document).startswith(b"%PDF")


def test_without_the_typesetter_it_is_said_how_to_get_it_and_nothing_leaves(lived_in, monkeypatch):
    monkeypatch.setattr("coach.core.typeset.find_spec", lambda _: None)
    with pytest.raises(CoachError, match="typst>="):
        packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md", "pdf"])
    assert packets.all_packets(lived_in) == []
    assert not os.path.exists(lived_in.paths.packets)


def answer(coach, tmp_path, said_back: str) -> incoming.Plan:
    path = tmp_path / "answer.md"
    path.write_text(said_back)
    return incoming.plan(coach, reading.read(coach, str(path)))


def test_an_answer_between_the_lines_comes_back_as_feedback_to_its_packet(lived_in, tmp_path):
    packet = packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    lines = packet.document.splitlines()
    place = next(at for at, line in enumerate(lines) if "Walk before mail" in line)
    back = "\n".join(
        [*lines[: place + 1], "", "And if you did not?", *lines[place + 1 :], "", "Call me on Friday."]
    )
    found = answer(lived_in, tmp_path, back)
    incoming.bring_in(lived_in, found, "answer.md", Steps())
    (kept,) = [each for each in lived_in.feedback.all() if each.role == "mentor"]
    assert kept.of == packet.id
    assert kept.asked == "Where is it thin?"
    assert kept.answer == "On “Delivery”:\nAnd if you did not?\n\nCall me on Friday."
    assert answer(lived_in, tmp_path, back).is_empty


def test_an_answer_on_a_page_of_its_own_lies_beside_the_next_look_back(lived_in, tmp_path):
    packet = packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    found = answer(lived_in, tmp_path, f"Let go of the brief.\n\ncoach-packet: {packet.id}\n")
    incoming.bring_in(lived_in, found, "answer.md", Steps())
    from coach.reflection.question_facts import facts_beside

    lived = gather(lived_in, TODAY.replace(day=1), TODAY)
    for question in ("shown", "battles"):
        told = [each.text for each in facts_beside(lived_in, lived, None, question)]
        assert any("mentor: Let go of the brief." in each for each in told)


@pytest.mark.parametrize(
    "back", ["coach-packet: 01a17d8c-0000-7000-8000-000000000000\nhello", "coach-packet: x"]
)
def test_an_answer_to_no_packet_of_ours_is_refused(lived_in, tmp_path, back):
    with pytest.raises(CoachError, match="does not say which packet it answers"):
        answer(lived_in, tmp_path, back)


def test_a_broken_archive_is_no_answer_that_is_asked_about(lived_in, tmp_path, shell, monkeypatch):
    packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    monkeypatch.setattr("coach.shell.shell.Shell.pick", lambda *_: pytest.fail("asked"))
    broken = tmp_path / "archive.json"
    broken.write_text('{"format": "coach-archive" broken')
    assert shell("import", str(broken)).code


def test_a_packet_sent_back_as_it_was_holds_no_answer(lived_in, tmp_path):
    packet = packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    with pytest.raises(CoachError, match="did not say already"):
        answer(lived_in, tmp_path, packet.document)
    assert not [each for each in lived_in.store.read_since(None, Feedback) if each.of == packet.id]


def test_the_plain_page_is_as_wide_as_a_mail(lived_in):
    told = text(packets.prepare(lived_in, everything(lived_in)).document)
    assert max(map(len, told.splitlines())) <= 76


def test_a_document_is_the_same_whoever_reads_it(lived_in):
    first, second = (markdown(packets.prepare(lived_in, everything(lived_in)).document) for _ in range(2))
    assert first == second


def test_these_stay_at_home_until_they_are_asked_for(coach):
    fresh = plan(coach)
    off = ("patterns", "assessment", "reflections", "energy", "private")
    assert not any(fresh.is_on(each) for each in off)
    assert all(fresh.is_on(each) for each in ("direction", "delivery"))


def test_labels_are_told_anew_too():
    chart = Chart("bands", (TableRow("Ana", (1,)),), 0, 1)
    told = retold(Line("one", "Ana said it", "Ana", chart), lambda text: text.replace("Ana", "A."))
    assert told.chart
    assert (told.text, told.label, told.chart.rows[0].label) == ("A. said it", "A.", "A.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        *((f"a{sign}b", rf"a\{sign}b") for sign in "\\`*[]<>|~"),
        *((f"{sign} a", rf"\{sign} a") for sign in "#>+=-"),
        ("_a", r"\_a"),
        ("a_", r"a\_"),
        ("a_b", "a_b"),
        ("&amp;", r"\&amp;"),
        ("&#35;", r"\&#35;"),
        ("a & b", "a & b"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("1 a", "1 a"),
    ],
)
def test_each_sign_that_could_be_markup_is_escaped(written, said):
    assert escaped(written) == [said]


def test_an_answer_keeps_its_paragraphs_and_its_list(lived_in, tmp_path):
    packet = packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    text = f"First the list:\n\n- one\n- two\n\n  - below it\n\nThen rest.\n\ncoach-packet: {packet.id}\n"
    incoming.bring_in(lived_in, answer(lived_in, tmp_path, text), "answer.md", Steps())
    (kept,) = [each for each in lived_in.feedback.all() if each.role == "mentor"]
    assert kept.answer == "First the list:\n\n- one\n- two\n\n  - below it\n\nThen rest."


def test_an_answer_without_its_line_is_brought_in_by_whoever_says_what_it_answers(shell, lived_in, tmp_path):
    packet = packets.write(lived_in, packets.prepare(lived_in, plan(lived_in)), ["md"])
    file = tmp_path / "mail.txt"
    file.write_text("Ask her first.\n\n- then the dates\n")
    assert shell("import", str(file), "--yes").code != 0
    assert shell("import", str(file), "--of", packet.id[-12:-6], "--yes").code == 0
    (kept,) = [each for each in shell("list", "feedback", "--json").json if each["role"] == "mentor"]
    assert (kept["answer"], kept["of"]) == ("Ask her first.\n\n- then the dates", packet.id)
