"""M7, S7, L17: a guided look back put together: its questions in this month's words, the evidence beside
each, what became of the last experiment, and the next one held as a trial."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from coach.answers import CITES, FIRST, SEEN
from coach.asking_on import MORE, as_asked, asked_on, is_more
from coach.commitments.trial import ends
from coach.core.errors import NotFoundError
from coach.core.said_days import month, say_day, say_day_of_month, say_month
from coach.core.texts import filled, table, words
from coach.cycle.questions_session import asked
from coach.cycle.reassessment import AUTOMATION
from coach.describe import on_one_line
from coach.references import by_id
from coach.reflection.lived import gather
from coach.reflection.question_facts import facts_beside, trial_of
from coach.reflection.records import SEVERITIES
from coach.reflection.reflections import DUE_FOR, Answered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.core.record import Source
    from coach.facts import Fact
    from coach.pauses.over import Over
    from coach.reflection.records import Reflection, ReflectionName

EXPERIMENT, SEVERITY, AGAIN, QUARTER = "experiment", "severity", "again-", "quarter"
_QUARTERS = (1, 4, 7, 10)
MINE = "own-"
"""How the name of a person's own question begins."""
_OPEN = "…"


class Question(NamedTuple):
    """One question of a look back."""

    name: str
    system: str
    title: str
    ask: str
    about: str
    is_short: bool = False
    """Whether it is asked in a hard month, too."""


class LookBack(NamedTuple):
    """A look back, ready to be held."""

    name: ReflectionName
    first: date
    last: date
    title: str
    questions: tuple[Question, ...]
    kept: Reflection | None
    """What was said already."""
    experiment: Reflection | None
    """The one before, when something was tried since."""
    of: str | None = None
    again: Reflection | None = None
    """L17: the after-action review that is changed."""
    event: tuple[str, ...] = ()
    """What an after-action review looks back on, in lines."""

    @property
    def is_guided(self) -> bool:
        """Whether it is answered first, and then beside the records."""
        return self.name in DUE_FOR

    @property
    def draft(self) -> str:
        """What its draft is called."""
        about = f"{AGAIN}{self.again.id}" if self.again else self.of or self.last
        return f"{self.name}-{about}"


def begin(
    coach: Coach, name: ReflectionName, day: date, of: str | None = None, again: Reflection | None = None
) -> LookBack:
    """The session of a day; or an after-action review once more, to be changed."""
    first, last = (again.first, again.last) if again else coach.reflections.period(name, day)
    of = again.of if again else of
    before = coach.reflections.before(name, first) if name == "monthly" else None
    event = event_lines(coach, of) if of else []
    return LookBack(
        name=name,
        first=first,
        last=last,
        title=filled(words[name, "title"], **_period_words(first, last, event[0] if event else "")),
        questions=(*questions(name, last, automation=coach.settings.automation), *_own(coach, name)),
        kept=coach.reflections.of(name, last) if name in DUE_FOR else again,
        experiment=before if before and before.experiment else None,
        of=of,
        again=again,
        event=tuple(event),
    )


def questions(name: ReflectionName, last: date, *, automation: bool = False) -> tuple[Question, ...]:
    """Its questions. What each asks is fixed; the words turn with the months."""
    found = list(_quarters(last)) if name == "yearly" else []
    turn = last.year * 12 + last.month - 1 if name == "monthly" else last.year * 4 + (last.month - 1) // 3
    for each in table(name)["question"]:
        ask = each["ask"][turn % len(each["ask"])]
        short = bool(each.get("short"))
        found.append(Question(each["id"], each["system"], each["title"], ask, each["about"], short))
    if automation and name == "quarterly":
        found += [Question(name, "S16", *asked(name)) for name in AUTOMATION]
    return tuple(found)


def _own(coach: Coach, name: ReflectionName) -> Iterator[Question]:
    """The person's own questions of this look back."""
    for each in coach.prompts.asked_at(name):
        own = f"{MINE}{crc32(each.text.encode()):08x}"
        yield Question(own, "", words.own.title_own, each.text, words.own.why)


def _quarters(last: date) -> Iterator[Question]:
    """The year, a screen a quarter."""
    said = words.yearly
    for number, begins in enumerate(_QUARTERS, 1):
        names = {"first": month(begins), "last": month(begins + 2), "year": last.year}
        title, ask = filled(said.quarter_title, **names), filled(said.quarter_ask, **names)
        yield Question(f"{QUARTER}{number}", "M7", title, ask, said.quarter_about)


def title_of(name: ReflectionName, question: str) -> str:
    """What a question is about, in a few words; one that only another version asks is called by its name."""
    if is_more(question):
        return title_of(name, question.removesuffix(MORE))
    if name == "weekly":
        return str(table(name)["step"].get(question, question))
    asked_of = {str(each["id"]): str(each["title"]) for each in table(name).get("question", ())}
    quarters = {each.name: each.title for each in _quarters(date(1, 1, 1))} if name == "yearly" else {}
    automation = {each: words.reassessment.question_title[each] for each in AUTOMATION}
    known = asked_of | quarters | automation | {"became": words.monthly.became.title}
    return known.get(question, words.own.title_own if question.startswith(MINE) else question)


def evidence(coach: Coach, session: LookBack) -> Callable[..., list[Fact]]:
    """What lies beside each question; the records are read once."""
    lived = gather(coach, session.first, session.last)
    return partial(facts_beside, coach, lived, session.experiment)


def keep(
    coach: Coach,
    session: LookBack,
    said: Answered,
    *,
    trial: Mapping[str, Any] | None = None,
    over: Over | None = None,
    source: Source = "app",
    began: Answered | None = None,
) -> tuple[Reflection, Commitment | None]:
    """What was said and, if the experiment is held as a trial, its commitment: both or neither."""
    today = coach.today()
    with coach.store.change(f"{words[session.name, 'undo']} {say_day(session.last, today)}") as change:
        reflection = coach.reflections.put(
            change,
            session.name,
            said,
            (session.first, session.last),
            source=source,
            of=session.of,
            began=began,
            again=session.again,
        )
        commitment = None
        if trial is not None and reflection.experiment and not trial_of(coach, reflection):
            parts: dict[str, Any] = {name: text for name, text in trial.items() if text}
            commitment = coach.commitments.put(
                change,
                reflection.experiment,
                over=over,
                gate=ends(today),
                trial_of=reflection.id,
                fits=True,
                **parts,
            )
    return reflection, commitment


def lines_of(answered: Answered) -> dict[str, str]:
    """What was said, as the lines of a session, on the screen or in the shell."""
    said = {**answered.answers, EXPERIMENT: answered.experiment, SEVERITY: answered.severity or ""}
    said |= {f"{FIRST}{name}": answered.before.get(name, text) for name, text in answered.answers.items()}
    said |= _planned(answered.plans) | as_asked(answered.answers, answered.asked)
    said |= {f"{CITES}{name}": " ".join(ids) for name, ids in answered.cites.items()}
    return said | ({SEEN: " ".join(answered.answers)} if answered.answers else {})


def answered_in(session: LookBack, said: Mapping[str, str]) -> Answered:
    """From lines to answers: what stands in the lines, with each question as it is worded now."""
    asked = {each.name: each.ask for each in session.questions}
    if session.experiment:
        asked["became"] = became_question(session.experiment)
    asked |= asked_on(said)
    answers = {name: text for name in asked if (text := said.get(name, "").strip())}
    first = {name: said.get(f"{FIRST}{name}", "").strip() for name in answers}
    cites = {name: tuple(said.get(f"{CITES}{name}", "").split()) for name in answers}
    cue, act = (" ".join(said.get(name, "").split()) for name in ("cue", "act"))
    plan = filled(words.monthly.plan, cue=cue or _OPEN, act=act or _OPEN) if cue or act else ""
    return Answered(
        answers,
        {name: text for name, text in first.items() if text and text != answers[name]},
        {name: asked[name] for name in answers},
        {name: ids for name, ids in cites.items() if ids},
        " ".join(said.get(EXPERIMENT, "").split()),
        tuple(each for each in (plan, " ".join(said.get("rhythm", "").split())) if each),
        next((each for each in SEVERITIES if each == said.get(SEVERITY)), None),
    )


def _planned(plans: Sequence[str]) -> dict[str, str]:
    """When and how often something is tried, as the lines it was written in."""
    before, _, after = words.monthly.plan.partition("{cue}")
    between = after.removesuffix("{act}")
    found: dict[str, str] = {}
    for each in plans:
        cue, is_plan, act = each.removeprefix(before).partition(between)
        found |= {"cue": cue, "act": act} if is_plan else {"rhythm": each}
    return {name: text for name, text in found.items() if text != _OPEN}


def became_question(tried: Reflection) -> str:
    """What became of an experiment, asked with the month it was begun in."""
    question = words.monthly.became.question
    return filled(question, month=month(tried.last.month), experiment=tried.experiment)


def event_lines(coach: Coach, of: str) -> list[str]:
    """What an after-action review looks back on, in words."""
    record = by_id(coach.store, of)
    if record is None:
        raise NotFoundError(words.evidence.gone)
    day = coach.days.say(coach.days.about(record))
    return [day, *on_one_line(record, coach).splitlines()]


def _period_words(first: date, last: date, event: str) -> dict[str, str]:
    quarter = filled(
        words.dates.span_of_months, first=month(first.month), last=month(last.month), year=last.year
    )
    return {
        "year": f"{last.year}",
        "month": say_month(last),
        "quarter": quarter,
        "day": event or say_day_of_month(last, year=True),
    }
