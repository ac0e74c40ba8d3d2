"""The audits: what is tagged is kept, and remembered for the next; nothing else of a calendar is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.calendar.lines import LARGEST, Cut, NoCalendar
from coach.calendar.records import TAGS, Audit, Title
from coach.calendar.shares import hours, parts_said, said_time, shares
from coach.calendar.ten_days import read_calendar
from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.service import CoachService
from coach.core.stamp import happened, made
from coach.core.texts import filled, words
from coach.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.app import Coach
    from coach.calendar.records import Tag
    from coach.calendar.ten_days import Imported
    from coach.core.record import Source
    from coach.store.transaction import Transaction

_MEGA = 1024 * 1024


class Audits(CoachService):
    """Ten business days at a time."""

    def read(self, path: str) -> Imported:
        """The meetings of a file. It stays where it is, and nothing of it is kept."""
        place = os.path.expanduser(path)
        name, error = quoted(os.path.basename(place) or place), words.calendar.error
        try:
            if os.path.exists(place) and not os.path.isfile(place):
                raise UsageError(filled(error.no_plain_file, name=name))
            if os.path.getsize(place) > LARGEST:
                raise UsageError(filled(error.large, name=name, most=LARGEST // _MEGA), do=error.large_do)
            with open(place, "rb") as file:
                return read_calendar(file, self._store.clock, self._today())
        except FileNotFoundError as found:
            raise NotFoundError(filled(error.no_file, name=name)) from found
        except NoCalendar as found:
            raise UsageError(filled(error.no_calendar, name=name), do=error.no_calendar_do) from found
        except Cut as found:
            raise UsageError(filled(error.cut, name=name), do=error.cut_do) from found
        except (OSError, ValueError) as found:
            why = getattr(found, "strerror", None) or str(found)
            raise UsageError(filled(error.not_read, name=name, why=why)) from found

    def all(self) -> list[Audit]:
        """Every one, the latest first."""
        found = self._store.read_since(None, Audit)
        return sorted(found, key=lambda each: (each.at, each.id), reverse=True)

    def latest(self) -> Audit | None:
        """The last one."""
        return next(iter(self.all()), None)

    def remembered(self) -> dict[str, Tag]:
        """What each title is for, as it was said before."""
        return {each.title: each.tag for each in self._store.read_standing(Title)}

    def remember(self, title: str, tag: str) -> None:
        """What meetings of a title are for, from now on."""
        with self._store.change(filled(words.calendar.undo.tagged, what=quoted(title))) as change:
            self._remember(change, {title: tag_of(tag)})

    def tag(self, audit: Audit, tags: Mapping[str, str]) -> Audit:
        """Other tags for titles of an audit, from now on too."""
        said = {title: tag_of(tag) for title, tag in tags.items()}
        what = ", ".join(map(quoted, said))
        with self._store.change(filled(words.calendar.undo.tagged, what=what)) as change:
            if audit.has_titles:
                self._remember(change, said)
            return self._changed(change, audit.but(tags={**audit.tags, **said}))

    def keep(
        self,
        found: Imported,
        tags: Mapping[str, str],
        *,
        with_titles: bool = True,
        source: Source = "app",
    ) -> Audit:
        """What was tagged of these days. Another calendar of the same days is added to the first; the same
        one takes its place."""
        told = {title: tag_of(tag) for title, tag in tags.items() if title in found.meetings}
        if not told:
            error = words.calendar.error
            raise UsageError(error.nothing_tagged, do=error.nothing_tagged_do)
        left = found.left(told)
        called = {
            title: title if with_titles else filled(words.calendar.numbered, place=place)
            for place, title in enumerate(told, 1)
        }
        meetings = {
            called[title]: tuple(said_time(each.at, each.minutes) for each in found.meetings[title])
            for title in told
        }
        kept_tags = {called[title]: tag for title, tag in told.items()}
        with self._store.change(words.calendar.undo.kept) as change:
            if with_titles:
                self._remember(change, told)
            kept = self.latest()
            if kept and (kept.last, kept.has_titles) == (found.last, with_titles):
                others = set(kept.meetings) - set(found.meetings) if with_titles else set[str]()
                left += kept.left if others == set(kept.meetings) else 0
                meetings |= {name: kept.meetings[name] for name in others}
                kept_tags |= {name: tag for name, tag in kept.tags.items() if name in others}
                return self._changed(change, kept.but(meetings=meetings, tags=kept_tags, left=left))
            audit = Audit(
                **happened(self._store.clock),
                first=found.first,
                last=found.last,
                meetings=meetings,
                tags=kept_tags,
                left=left,
                has_titles=with_titles,
                source=source,
            )
            change.keep(audit)
        return audit

    def evidence(self, first: date, last: date) -> list[Fact]:
        """Where the time in meetings went, for those who look back."""
        own = [each for each in self.all() if each.first <= last and each.last >= first]
        return [_fact(self._coach, each) for each in own[:1] if shares(each).whole]

    def _remember(self, change: Transaction, tags: Mapping[str, Tag]) -> None:
        known = {each.title: each for each in change.standing(Title)}
        for title, tag in tags.items():
            kept = known.get(title)
            if kept and kept.tag != tag:
                self._changed(change, kept.but(tag=tag))
            elif kept is None:
                change.keep(Title(**made(self._store.clock), title=title, tag=tag))


def tag_of(typed: str) -> Tag:
    """By its name, or how it begins."""
    line = typed.strip().lower()
    found = [each for each in TAGS if line and (each.startswith(line) or words.calendar.tag[each] == line)]
    exact = [each for each in found if each == line]
    if len(exact or found) != 1:
        error = words.calendar.error
        raise UsageError(filled(error.no_tag, typed=typed), do=error.no_tag_do)
    return (exact or found)[0]


def _fact(coach: Coach, audit: Audit) -> Fact:
    found, days = shares(audit), coach.days
    text = filled(
        words.calendar.evidence.fact,
        first=days.say(audit.first),
        last=days.say(audit.last),
        parts=parts_said(found),
        hours=hours(found.whole),
    )
    count = sum(len(each) for each in audit.meetings.values())
    return Fact("calendar", text, count, (audit.id,))
