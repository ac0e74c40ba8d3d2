# Written by `make words` from assets/content; not by hand.
from coach.core.texts import Table

class ActionSeverity(Table):
    noticed: str  # hardly noticed
    delayed: str  # held people up
    cost: str  # cost something
    serious: str  # never again like this

class Action(Table):
    title: str  # After it: {day}
    undo: str  # looked back on an event of
    done: str  # Kept. Its rule can become a commitment or a decision: o on it, in Reflect.
    what: str  # What it looks back on
    when_title: str  # When, and how grave
    when_ask: str  # Which day was it, and how grave?
    when_about: str  # It is about what happened and what comes of it. Write of acts and circumstances, not of what somebody is like: then people will tell you the next time, too.
    day: str  # Which day
    day_hint: str  # yesterday, friday, 20 nov; empty is today
    grave: str  # How grave
    ahead: str  # what is yet to come cannot be looked back on
    severity: ActionSeverity

class AskingOn(Table):
    title: str  # One more question
    wrote: str  # Asked because of what you wrote. Enter leaves it out.
    recorded: str  # Asked because of what you recorded. Enter leaves it out.

class AssessWording(Table):
    team: str  # with a team
    alone: str  # working alone
    key_team: str  # t
    key_alone: str  # a

class AssessPart(Table):
    signs: str  # signs
    diagnostics: str  # for and against

class AssessOften(Table):
    unsure: str  # cannot tell
    none: str  # no occasion for it
    open: str  # left open

class AssessAnswer(Table):
    yes: str  # yes
    partly: str  # partly
    no: str  # no
    unsure: str  # cannot tell

class AssessScale(Table):
    managing: str  # Over-managing
    leading: str  # Over-leading

class AssessBand(Table):
    pass

class AssessRow(Table):
    full: str  # Self-assessment
    flagged: str  # What stood out
    diagnosis: str  # Five questions
    feedback: str  # Ask somebody
    ladders: str  # Ladders

class AssessAbout(Table):
    full: str  # Twelve signs of over-managing and over-leading, eight questions for and against. One key each, about four minutes. It ends in one small trial.
    flagged: str  # Only the signs that stood out the last time, half way to the window.
    diagnosis: str  # Five questions on a situation or a commitment: does it ask for managing or for leading, and what comes first? Under a minute.
    feedback: str  # Whom to ask, with a question that is ready; what they answered, and what you do with it.
    ladders: str  # Managing and leading in five levels each: skills, how to practise, an example. Rated once a quarter.

class AssessState(Table):
    any_time: str  # any time
    last: str  # last on {day}
    feedback_none: str  # nothing asked yet
    ladders_none: str  # not rated yet
    ladders_rated: str  # rated this quarter
    ladders_due: str  # not rated this quarter

class AssessResult(Table):
    title: str  # Self-assessment of {day}
    flagged_title: str  # What stood out, on {day}
    scale_line: str  # {score}, {word}
    scale_open: str  # {answered} of 6 only
    balance: str  # Balance
    uncertain: str  # The band is the uncertainty: the more two of them overlap, the less can be told.
    managing: str  # More signs of over-managing than of over-leading.
    leading: str  # More signs of over-leading than of over-managing.
    both_often: str  # The other scale is high, too.
    strain: str  # Signs of both, and often. That is strain, and not balance: too much is carried at once.
    even: str  # The two scales cannot be told apart.
    even_low: str  # The two scales cannot be told apart, and neither is high.
    open: str  # Too few answers to tell: five of the six signs of a scale are needed.
    low_fast: str  # You answered very quickly, so this says little. It is saved; a slower one will say more.
    low_same: str  # Every answer was the same, so this says little. It is kept; another time it may say more.
    strongest: str  # What stood out
    strongest_none: str  # No sign came more than once.
    looks: str  # Looks like
    asked: str  # You answered
    effect: str  # Leads to
    root: str  # May come from
    balanced: str  # What is in balance
    balanced_both: str  # You have both: the direction is being carried out, and your routines help rather than get in the way.
    diagnostics: str  # For and against
    against: str  # speaks against {scale}
    partly: str  # speaks partly for {scale}
    unclear: str  # says nothing here
    evidence: str  # {count} beside it
    no_evidence: str  # you cited no record
    named: str  # A name for this pattern
    named_about: str  # Shown because you gave every answer listed below. Something to think with, not a verdict.
    ask: str  # Whom to ask
    ask_about: str  # What you see and what others see overlap only in part: one question to one person is worth more than another assessment.
    ask_keys: str  # enter writes it down, y copies it.
    others: str  # What others said
    corrections: str  # A trial to begin
    corrections_about: str  # enter makes it a trial of fourteen days, o offers another one. At most two at a time.
    correction_line: str  # {name} ({rhythm})
    correction_plan: str  # If {cue}, then I {act}
    correction_held: str  # trial until {day}
    trials: str  # What became of what was tried
    trial_line: str  # {name}: {said}
    trial_sign_none: str  # The sign it was for was not answered both times.
    changes: str  # Beside the time before
    changes_about: str  # Compared with {day}. What lies within the uncertainty is left out.
    change_real_less: str  # {scale} came less often: {before} then, {now} now.
    change_real_more: str  # {scale} came more often: {before} then, {now} now.
    change_possible_less: str  # {scale} may have come less often: {before} then, {now} now. The next time will show.
    change_possible_more: str  # {scale} may have come more often: {before} then, {now} now. The next time will show.
    signs_moved: str  # Of the {of} signs, {count} moved two steps or more; by chance alone about {chance} do. h shows each over time.
    recorded: str  # What you say and what you recorded
    change_none: str  # No change is large enough to count.
    balance_moved: str  # The balance moved by {by}, towards {side}.
    balance_managing: str  # over-managing
    balance_leading: str  # over-leading
    sign_less: str  # “{title}”: {before} then, {now} now, less often.
    sign_more: str  # “{title}”: {before} then, {now} now, more often.
    sign_then: str  # “{title}”: {before} then, {now} now.
    sign_same: str  # “{title}”: {before} then, {now} now, no change that counts.
    regression: str  # What stood out mostly moves back a little by itself.

class AssessAgainst(Table):
    delivery_yes: str  # Delivery: you say yes. In the same days {kept} of {of} were kept. What do you make of that?
    delivery_no: str  # Delivery: you say no. In the same days {kept} of {of} were kept. What do you make of that?
    morale_yes: str  # You say spirits are good. In the same days your energy was {mean} over {count}. What do you make of that?
    morale_no: str  # You say spirits are low. In the same days your energy was {mean} over {count}. What do you make of that?

class AssessTrend(Table):
    title: str  # Over time
    about: str  # Each line is one assessment with its uncertainty. What overlaps much is noise; what has changed is said beside its name.
    balance_axis: str  # over-leading        even    over-managing
    sign_changes: str  # A single sign is not told as changed: about one in six moves two steps by chance.
    scale_changes: str  # A scale has changed from .9 on, and perhaps from .6.
    balance_changes: str  # The balance has moved from 1.2 on.
    only_one: str  # One so far. A line begins with the second.
    none: str  # not told
    real_less: str  # less often
    real_more: str  # more often
    possible_less: str  # perhaps less often
    possible_more: str  # perhaps more often
    moved: str  # moved

class AssessCalled(Table):
    assessments: tuple[str, ...]

class AssessPalette(Table):
    full: str  # Self-assessment
    trend: str  # Assessments over time

class AssessDraft(Table):
    assessments: str  # Begun, self-assessment

class AssessToday(Table):
    row: str  # Assessment
    first: str  # the self-assessment, 4 min
    window: str  # with the window: the self-assessment, 4 min
    flagged: str  # half way: {count} to look at again, 1 min
    again: str  # once more, as you asked, 4 min

class AssessError(Table):
    is_nothing_the_last_assessment_offers: str  # “{tried}” is nothing the last assessment offers
    it_offers_nothing_to_try: str  # It offers nothing to try
    over_until_goes_with_try: str  # --over-until goes with --try
    there_are: str  # There are: {value}
    with_goes_with_plain: str  # --with goes with --plain

class AssessCommandAssessOption(Table):
    plain: str  # take it now, a question a line
    wording: str  # plain: with a team, or alone
    tried: str  # make one of the suggestions a trial of 14 days
    over_until: str  # try: until when one more is right
    over_because: str  # what that exception is for
    again: str  # ask for it once more in ten days

class AssessCommandAssess(Table):
    summary: str  # signs of over-managing and over-leading: the latest result, or take it
    examples: str  # coach assess                    the latest result
    option: AssessCommandAssessOption

class AssessCommand(Table):
    assess: AssessCommandAssess

class AssessSays(Table):
    kept_it: str  # Kept {ref}.

class Assess(Table):
    title: str  # Assess
    plain_how: str  # Enter leaves a question open, - clears an answer. ctrl+d leaves, and it goes on where it was left.
    plain_left: str  # left before the end
    plain_try: str  # `coach assess --try ID` makes one of them a trial of fourteen days.
    no_result: str  # there is no assessment yet
    no_result_do: str  # `coach assess --plain` takes one, or 7 in the app
    once_more: str  # {title}: {then} before, {now} in the trial.
    once_beside: str  # Beside it, with nothing tried: {said}
    once_beside_about: str  # For this one nothing was tried, and it stood as high. If both moved alike, it was the time, not the trial.
    once_more_about: str  # Asked once more, of the days of the trial. What stood out mostly moves back a little by itself.
    line_flagged: str  # What stood out, asked again: {count}
    now: str  # assess
    next: str  # next
    begins: str  # begins it
    over_time: str  # h over time
    last: str  # the last time
    history: str  # earlier
    none: str  # Nothing was assessed yet. The first time takes about four minutes.
    undo: str  # assessed the last ten working days
    undo_again: str  # asked for it once more
    asked: str  # Ten working days, how often?
    asked_then: str  # Ten working days
    asked_of_person: str  # With whom do you work, most of the time?
    asked_of_title: str  # Before it begins
    asked_of_about: str  # Each question has a wording for both. It is asked once; w changes it as long as nothing is answered.
    keys_about: str  # Type the number, x when you cannot tell. pgup goes back.
    end_title: str  # That was all of it
    end: str  # Everything is asked. enter keeps it and shows the result, pgup goes back.
    diagnostic_about: str  # pgup goes back.
    records_about: str  # tab goes to your records: space rests the answer on one.
    began: str  # begun
    begun_count: str  # {count} answered
    stale: str  # Begun on {day}
    stale_about: str  # These answers are about ten other working days. Begin anew?
    stale_told: str  # Your unfinished answers from {day} covered a different ten working days, so this starts again.
    answer_one: str  # An assessment takes one answer.
    asked_again: str  # It is asked once more from {day} on.
    again_late: str  # only the last one can be asked for once more, while it is new
    again_late_do: str  # A new one says more
    asked_no_more: str  # It is not asked once more.
    trial_told: str  # Trial until {day}: {name}. The next assessment shows what became of it.
    trial_there: str  # It runs already.
    wording: AssessWording
    part: AssessPart
    often: AssessOften
    answer: AssessAnswer
    scale: AssessScale
    band: AssessBand
    row: AssessRow
    about: AssessAbout
    state: AssessState
    result: AssessResult
    against: AssessAgainst
    trend: AssessTrend
    called: AssessCalled
    palette: AssessPalette
    draft: AssessDraft
    today: AssessToday
    error: AssessError
    command: AssessCommand
    says: AssessSays

class CalendarTag(Table):
    direction: str  # direction
    delivery: str  # delivery
    admin: str  # admin
    none: str  # no meeting

class CalendarExplains(Table):
    direction: str  # Direction: strategy, priorities, what customers need.
    delivery: str  # Delivery: doing it, its quality, what went wrong.
    admin: str  # Admin: people and money kept up.

class CalendarSays(Table):
    direction: str  # In a major change, direction got {share} of the time. Below 12.8% it is worth asking who steers. Are most of the others status checks, grooming, approvals? What would you have to stop?
    delivery: str  # While scaling, delivery got {share} of the time. Below 41.6% it is worth asking what comes of it. Are most of the others brainstorms, offsites, alignment? Which of them changed what somebody did?
    fits: str  # There is a figure for two situations only: 12.8% direction in a major change, 41.6% delivery while scaling. In yours these numbers ask for nothing.
    unset: str  # What is much and what is little depends on your situation: say it in the frame, with f.

class CalendarLeftOut(Table):
    day: str  # {count} all day, or without a length
    cancelled: str  # {count} cancelled
    free: str  # {count} shown as free
    endless: str  # {count} that come every hour or oftener
    unread: str  # {count} that could not be read

class CalendarUndo(Table):
    kept: str  # kept the calendar audit
    tagged: str  # tagged {what}

class CalendarEvidence(Table):
    fact: str  # Meetings, {first} to {last}: {parts} (of {hours} h tagged)

class CalendarCalled(Table):
    audits: tuple[str, ...]
    titles: tuple[str, ...]

class CalendarError(Table):
    no_file: str  # there is no file {name}
    no_plain_file: str  # {name} is no plain file
    not_read: str  # {name} cannot be read: {why}
    no_calendar: str  # {name} is no calendar
    no_calendar_do: str  # Nothing was kept. An .ics file is what a calendar program exports
    cut: str  # {name} ends in the middle
    cut_do: str  # Nothing was kept. Export it again
    large: str  # {name} is larger than {most} MB
    large_do: str  # Export only the last month
    no_tag: str  # “{typed}” is no tag
    no_tag_do: str  # direction, delivery, admin or none
    no_audit: str  # no calendar was looked at yet
    no_audit_do: str  # `coach calendar FILE.ics` reads one
    no_title: str  # no meeting is called “{title}”
    nothing_tagged: str  # no meeting is tagged yet
    nothing_tagged_do: str  # Tag one at least; the others are not kept

class CalendarPalette(Table):
    calendar: str  # What meetings are for

class CalendarCommandCalendarOption(Table):
    file: str  # the file; without it, what was looked at last
    tag: str  # TITLE=direction, delivery, admin or none
    no_titles: str  # keep times and tags only
    json: str  # show it as JSON

class CalendarCommandCalendar(Table):
    summary: str  # what ten business days of meetings were for, from an .ics file
    examples: str  # coach calendar work.ics                     asks what each title is for, the longest first
    option: CalendarCommandCalendarOption

class CalendarCommand(Table):
    calendar: CalendarCommandCalendar

class Calendar(Table):
    title: str  # Meetings
    ten_days: str  # Ten business days
    none: str  # Nothing was looked at yet. o reads an .ics file, as your calendar program exports it; nothing of it is kept but titles you tag, their times and your tags.
    about: str  # Ten business days, {first} to {last}.
    ask: str  # Which .ics file?
    ask_about: str  # As your calendar program exports it. Only the ten business days before today are looked at.
    untagged: str  # not tagged
    titles: str  # Keep their titles?
    titles_about: str  # Kept titles remember their tags for the next time. Without them only times and tags are kept.
    keep_titles: str  # keep the titles I tag
    leave_titles: str  # leave titles out
    no_title: str  # (no title)
    numbered: str  # meeting {place}
    read: str  # {events} read; {count} with {titles} in the ten business days from {first} to {last}.
    known_already: str  # Titles tagged before have their tags; ctrl+s keeps them, and so does each key.
    let_go: str  # {hours} h were not tagged and are not kept; o reads the file again.
    nothing_there: str  # No meeting lies in the ten business days from {first} to {last}.
    kept: str  # Kept: {count} with times and tags, nothing else of the calendar.
    kept_without: str  # Kept: times and tags, and no title.
    share: str  # {name} {share} ({hours} h)
    whole: str  # Of {hours} h in meetings: {parts}.
    told: str  # Not counted
    not_tagged: str  # {hours} h more are not tagged; of them nothing is kept.
    tag_first: str  # What the shares may mean is said once most of the time is tagged.
    plain: str  # No number here is a rule: what your weeks are for, only you can say.
    unknown: str  # The zone {zones} is not known here: its times are read as yours.
    tag: CalendarTag
    explains: CalendarExplains
    says: CalendarSays
    left_out: CalendarLeftOut
    undo: CalendarUndo
    evidence: CalendarEvidence
    called: CalendarCalled
    error: CalendarError
    palette: CalendarPalette
    command: CalendarCommand

class CardsChoosing(Table):
    pass

class CardsCycle(Table):
    pass

class CardsDoing(Table):
    pass

class CardsEvidence(Table):
    pass

class CardsGrowing(Table):
    pass

class CardsModes(Table):
    pass

class CardsTooMuch(Table):
    pass

class CheckinAsk(Table):
    energy: str  # Energy
    mostly: str  # Mostly
    direction: str  # Direction got
    gave: str  # Gave energy
    took: str  # Took energy
    line: str  # One line
    unusual: str  # Unusual day

class CheckinAskLong(Table):
    energy: str  # How much energy did you have?
    mostly: str  # What was the day mostly?
    direction: str  # How much of it went into where you are heading?
    gave: str  # What gave you energy?
    took: str  # What took energy?
    line: str  # One line about the day
    unusual: str  # Was it an unusual day, one to leave out of what is compared later?

class CheckinEnergy(Table):
    pass

class CheckinOwnSteps(Table):
    pass

class CheckinMostly(Table):
    direction: str  # direction
    delivery: str  # delivery
    admin: str  # admin

class CheckinDirection(Table):
    none: str  # none
    hour: str  # an hour
    half: str  # half the day
    most: str  # most of it

class CheckinDirectionSaid(Table):
    none: str  # nothing on direction
    hour: str  # an hour on direction
    half: str  # half on direction
    most: str  # most on direction

class CheckinUnusual(Table):
    no: str  # no
    yes: str  # yes, so it is not compared

class CheckinCalled(Table):
    checkins: tuple[str, ...]

class CheckinError(Table):
    a_check_in_needs_one_answer: str  # a check-in needs one answer
    no_scale: str  # there is no scale of your own
    no_scale_do: str  # `coach config scale Sleep` names one
    any_one_will_do: str  # Any one will do
    is_more_than_one_tag: str  # “{typed}” is more than one tag
    is_yet_to_come: str  # {day} is yet to come
    nothing_was_saved: str  # Nothing was saved
    take_the_one_that_weighs_most: str  # Take the one that weighs most
    that_day_is_yet_to_come: str  # that day is yet to come

class CheckinSays(Table):
    now: str  # (now: {now})
    unusual: str  # unusual day
    recalled: str  # recalled
    undo: str  # checked in for {said}
    undo_changed: str  # changed the check-in of {said}
    before_it_said_coach_undo_returns: str  # Before, it said: {in_words}. `coach undo` returns to that.
    check_in_for: str  # Check-in for {day}.
    checked_in_for: str  # Checked in for {day}: {in_words}.
    checked_in_so: str  # Checked in for {said_day}: {in_words}.
    marked_for: str  # Marked for {said_day}.

class CheckinCommandCheckinOption(Table):
    line: str  # a line; ! parks a signal, ? keeps a question
    energy: str  # 1 empty to 5 full
    own: str  # on the scale of your own, 1 to 5, where the settings name one
    mostly: str  # what the day was mostly
    direction: str  # how much of the day went into the direction
    gave: str  # what gave energy
    took: str  # what took energy
    unusual: str  # leave the day out of every rule
    day: str  # the day it is for, if not today: yesterday, -3d, friday
    json: str  # show the check-in as JSON

class CheckinCommandCheckin(Table):
    summary: str  # say how the day was, in half a minute
    examples: str  # coach checkin                   asks in plain lines
    option: CheckinCommandCheckinOption

class CheckinCommand(Table):
    checkin: CheckinCommandCheckin

class Checkin(Table):
    question: str  # How was today?
    question_past: str  # How was {day}?
    kept_since: str  # Checked in since you left this. Your draft said: {said}
    begins: str  # Enter begins.
    looked_at: str  # Enter, and what you type counts. Esc leaves it as it is.
    about: str  # Half a minute. Leave out whatever you like.
    tag_hint: str  # one tag: a number from above, or a word or two
    tag_hint_first: str  # one tag: a word or two
    line_hint: str  # begin with ! to park a signal, ? to keep a question
    parked: str  # Parked as a signal too. It waits for the window.
    one_tag: str  # a check-in takes one --{name}; the other belongs into the line
    title: str  # Check-in
    asking_how: str  # Enter leaves a question as it is, - clears an answer. ctrl+d keeps what was said so far and ends here.
    recalled: str  # More than two days ago, so it is kept as recalled.
    set_aside: str  # Not saved yet: what you said so far waits.
    clear: str  # Take this check-in away
    clears: str  # Everything said of {day} goes. u brings it back.
    cleared: str  # Taken away: {day}. u brings it back.
    gap: str  # Good to have you back. Start with today. Earlier days can stay open, or be filled in as far as you remember them.
    own: str  # own scale
    own_asked: str  # {scale}, from 1 to 5?
    own_high: str  # {scale} 4 or 5
    again: str  # The energy of now comes beside what was said before; the day counts their mean.
    unchanged: str  # Nothing was changed.
    ask: CheckinAsk
    ask_long: CheckinAskLong
    energy: CheckinEnergy
    own_steps: CheckinOwnSteps
    mostly: CheckinMostly
    direction: CheckinDirection
    direction_said: CheckinDirectionSaid
    unusual: CheckinUnusual
    called: CheckinCalled
    error: CheckinError
    says: CheckinSays
    command: CheckinCommand

class CliSays(Table):
    the_newest_there_are_more: str  # , the newest: there are more, and --all shows everything
    found: str  # {count} found{more}.
    whole_day: str  # day
    what_to_list: str  # what to list: {kinds}
    changed: str  # changed {moment}
    shared: str  # shared
    coach_help_shows_what_there_is: str  # `coach help` shows what there is; `coach add` keeps a text. Nothing was saved
    nothing_was_touched_and_here_is: str  # Nothing was touched, and here is your text back
    did_you_mean: str  # Did you mean `coach {close}`? Nothing was saved
    stopped: str  # stopped
    needs_a_value: str  # {option} needs a value
    can_be_made_whole_from_records: str  # {name} can be made whole from {source}: {records} records, {whole}
    undo_restored: str  # restored {what}
    everything_as_of: str  # everything as of {found}
    the_history: str  # the history
    the_copy_of: str  # the copy of {moment}
    and_changes_since_from_the_history: str  # and {replayed} changes since, from the history
    nothing_is_missing: str  # nothing is missing
    later_changes_may_be_missing: str  # later changes may be missing
    bring_this_back: str  # Bring this back?
    the_backup: str  # the backup {path}
    to: str  # To {what}:
    nothing_would_change: str  # nothing would change
    would_be_back: str  # would be back
    would_be_gone: str  # would be gone
    would_be_as_before: str  # would be as before
    it_is_kept_in: str  # It is kept in {aside}.
    whole_again: str  # whole again
    readable_again: str  # readable again
    the_damaged_file_is_kept_in: str  # The damaged file is kept in {aside}.
    a_text_you_were_writing_is: str  # {sign}  a text you were writing is in {name}
    is_state: str  # {name} is {state}.{kept}
    what_is_wrong_can_be_deleted: str  # What is wrong can be deleted, or taken back with `coach undo`
    would_undo: str  # {when}  {what}  → undo {change}
    coach_checkin_day_changes_a_check: str  # `coach checkin --day {entry}` changes a check-in
    coach_renegotiate_changes_a_commitment: str  # `coach renegotiate` changes a commitment
    coach_reflect_weekly_changes_this_week: str  # `coach reflect weekly` changes this week's review
    your_text_is_in: str  # Your text is in {path}
    coach_edit_takes_it_up_again: str  # `coach edit {ref}` takes it up again
    usage: str  # usage: coach [--home DIR] [COMMAND …]
    hooks: str  # From now on what is kept is told to {found} in {folder}.
    hooks_refused: str  # Not started: {refused}. A hook has to be yours, executable (chmod u+x), and writable by nobody else (chmod go-w).
    theme_elsewhere: str  # That is none of coach's own ({own}): the app looks for it among Textual's, and says so where there is none.
    hooks_none: str  # There is no program of yours in {folder} yet: on-entry, on-checkin, on-signal, on-commitment, on-mark, on-reflection, on-decision. It has to be executable, and writable by nobody else.
    what_it_is: str  # A personal coach in the terminal, for one person. Without a command it opens the app.
    help_explains: str  # `coach COMMAND --help` explains one, with examples. Everything stays on this machine.
    not_set: str  # (not set)
    a_draft_that_began_with_an: str  # A draft that began with an earlier text of this entry is in {path}.
    a_year_lies_there_coach_home: str  # A sample year was written. `coach --home {quote}` opens it.
    backed_up_kb_coach_restore_looks: str  # Backed up, {max} KB. `coach restore {path}` looks into it.
    brought_back_coach_undo_returns_to: str  # Brought back. `coach undo` returns to how it was before.
    changed_coach_undo_brings_the_earlier: str  # Changed {ref}. `coach undo` brings the earlier text back.
    deleted_coach_undo_brings_it_back: str  # Deleted {ref}. `coach undo` brings it back.
    each_line_is_everything_as_it: str  # Each line is everything as it was then. `coach restore NUMBER` shows what going back would change.
    files_and_folders_are_yours_alone: str  # {count} files and folders are yours alone again.
    going_on_without: str  # Going on without {give_up}.{kept}
    is_taken_as_it_stands_records: str  # {accept} is taken as it stands: {count} records.
    kept_in: str  # Kept in {path}.
    made_so_again: str  # Redone: {what}.
    moved_to: str  # Moved to {place}.
    nothing_fits: str  # Nothing fits.
    nothing_holds_all_of_that: str  # Nothing contains all of that.
    nothing_was_changed: str  # Nothing was changed.
    nothing_was_changed_yes_does_it: str  # Nothing was changed: --yes does it.
    set_in: str  # Set in {path}.
    taken_back_coach_redo_makes_it: str  # Taken back: {what}. `coach redo` makes it so again.
    that_was_the_demo_it_is: str  # That was the demo; it is gone. `coach` opens your own.
    there_are_no_yet: str  # There are no {kind} yet.
    there_is_more_all_shows_everything: str  # There is more: --all shows everything, -n N that many.
    there_is_neither_a_copy_of: str  # There is neither a copy of {name} nor a history to make it whole from. `coach doctor --give-up {name}` goes on without it; then `coach restore FILE` can bring a backup back.
    this_is_only_the_preview_yes: str  # This is only the preview: --yes brings it back.

class CliError(Table):
    either_or: str  # {given} and {none} exclude each other
    an_empty_tag: str  # a tag has at least one letter; --no-tags takes all away
    coach_add_writes_one: str  # `coach add` writes one
    coach_doctor_shows_what_is: str  # `coach doctor` shows what is
    coach_edit_changes_entries: str  # `coach edit` changes entries
    coach_has_no_command: str  # coach has no command “{name}”
    coach_has_no_option_here: str  # coach has no option “{value}” here
    coach_help_shows_what_there_is: str  # `coach help` shows what there is
    coach_help_shows_what_works_without: str  # `coach help` shows what works without one
    coach_protect_does_it: str  # `coach protect` does it
    coach_restore_lists_what_there_is: str  # `coach restore` lists what there is
    coach_undo_takes_back_one_change: str  # `coach undo` takes back one change
    is_not_damaged: str  # “{repair}” is not damaged
    nothing_to_give_up: str  # “{give_up}” is not damaged
    is_not_empty: str  # {home} is not empty
    lies_after: str  # {day} lies after {day2}
    n_and_json_go_with_list: str  # -n and --json go with --list
    n_takes_a_number_from_on: str  # -n takes a number from 1 on
    nothing_is_known_of: str  # nothing is known of {typed}
    nothing_was_changed: str  # Nothing was changed
    passphrase_fd_needs_the_number_of: str  # --passphrase-fd needs the number of an open file
    the_app_needs_a_terminal: str  # the app needs a terminal
    the_data_is_not_protected: str  # the data is not protected
    the_demo_wants_a_folder_of: str  # The demo wants a folder of its own
    the_demo_wants_an_empty_folder: str  # The demo wants an empty folder
    there_are: str  # There are: {value}
    there_is_data_in: str  # there is data in {home}
    there_is_no_data_file: str  # there is no data file {accept}
    there_is_no_entry_here: str  # there is no entry here
    there_is_no_file: str  # there is no file {typed}
    there_is_no_kind: str  # there is no kind “{kind}”
    there_is_no_setting: str  # there is no setting “{name}”
    there_is_nothing_to_back_up: str  # there is nothing to back up yet
    there_is_nothing_to_go_back: str  # there is nothing to go back to yet
    there_is_nothing_to_search_for: str  # there is nothing to search for
    there_is_nothing_to_undo: str  # there is nothing to undo

class CliOption(Table):
    last: str  # at most this many, the newest
    mode: str  # only of this mode
    ref: str  # the reference a list shows
    since: str  # from this day, month or year on
    tag: str  # only with this tag
    until: str  # up to and with this day, month or year

class CliCommandToday(Table):
    summary: str  # show what the day asks
    examples: str  # coach today

class CliCommandListOption(Table):
    json: str  # an array of objects
    all: str  # every one, not only the last ten
    text: str  # of signals that wait for the window: their text, too
    jsonl: str  # a record a line, as it is read

class CliCommandList(Table):
    summary: str  # list what was written, newest first
    examples: str  # coach list                      the last ten entries
    option: CliCommandListOption

class CliCommandShowOption(Table):
    named_by: str  # what names it in its text, too

class CliCommandShow(Table):
    summary: str  # show one record in full
    examples: str  # coach show 3fa2c1
    option: CliCommandShowOption

class CliCommandSearchOption(Table):
    words: str  # each of them occurs; "a phrase" as it stands; walk*, OR, NOT
    kind: str  # only this; else everything written
    all: str  # every one, not only the newest two hundred
    json: str  # an array of objects

class CliCommandSearch(Table):
    summary: str  # find words, whatever their case and accents
    examples: str  # coach search newsletter draft   entries that hold both
    option: CliCommandSearchOption

class CliCommandEditOption(Table):
    file: str  # a file that belongs to it, by its path
    no_files: str  # no file belongs to it any more
    at: str  # when it is of
    tag: str  # its tags from now on; once for each
    no_tags: str  # no tags any more
    mode: str  # managing, leading or both; none takes it away
    json: str  # show the entry as JSON

class CliCommandEdit(Table):
    summary: str  # change an entry: its text in your editor, or its time, tags and mode at once
    examples: str  # coach edit 3fa2c1
    option: CliCommandEditOption

class CliCommandDelete(Table):
    summary: str  # delete a record (undo brings it back)
    examples: str  # coach delete 3fa2c1

class CliCommandUndoOption(Table):
    list: str  # what undo would take back, in that order
    last: str  # with --list: at most this many
    json: str  # with --list: an array of objects

class CliCommandUndo(Table):
    summary: str  # take back the latest change, and the one before it, and so on
    examples: str  # coach undo
    option: CliCommandUndoOption

class CliCommandRedo(Table):
    summary: str  # take back the latest undo
    examples: str  # coach redo

class CliCommandBackupOption(Table):
    output: str  # where to; else the backups folder in your data

class CliCommandBackup(Table):
    summary: str  # write everything into one file
    examples: str  # coach backup
    option: CliCommandBackupOption

class CliCommandRestoreOption(Table):
    moment: str  # a number from the list, a date and time, or a backup file
    yes: str  # do it; without, it is only shown and asked
    json: str  # the list, or the preview, for a program

class CliCommandRestore(Table):
    summary: str  # look at an earlier state, and bring it back
    examples: str  # coach restore                   what there is to go back to
    option: CliCommandRestoreOption

class CliCommandDoctorOption(Table):
    repair: str  # repair a file by its name, `inbox`, `rights`, or all
    accept: str  # take a file you changed yourself as it stands
    give_up: str  # go on without a file nothing can make whole
    yes: str  # repair without asking
    json: str  # the findings for a program

class CliCommandDoctor(Table):
    summary: str  # check everything, and repair what is damaged
    examples: str  # coach doctor
    option: CliCommandDoctorOption

class CliCommandProtectOption(Table):
    change: str  # set another passphrase
    sheet: str  # print a recovery sheet to stdout; an earlier one is void
    remember: str  # keep the passphrase in the system's keyring
    forget: str  # take it out of the keyring
    copies: str  # seal: seal backups that lie open; remove: that, and remove packets and exports; leave
    json: str  # whether it is on, and what lies open

class CliCommandProtect(Table):
    summary: str  # seal everything with a passphrase; see what still lies open
    examples: str  # coach protect                   asks for a passphrase, twice
    option: CliCommandProtectOption

class CliCommandUnprotectOption(Table):
    yes: str  # do it without asking

class CliCommandUnprotect(Table):
    summary: str  # take protection off: everything lies open again
    examples: str  # coach unprotect
    option: CliCommandUnprotectOption

class CliCommandLock(Table):
    summary: str  # close at once what unlock_for keeps open
    examples: str  # coach config unlock_for 10   keeps commands open for ten minutes

class CliCommandPaths(Table):
    summary: str  # show where everything lies
    examples: str  # coach paths

class CliCommandConfigOption(Table):
    name: str  # the setting
    value: str  # its new value
    default: str  # back to its default

class CliCommandConfig(Table):
    summary: str  # show and change settings
    examples: str  # coach config
    option: CliCommandConfigOption

class CliCommandCompletionsOption(Table):
    words: str  # behind --: the words typed so far, as the shell asks at a tab

class CliCommandCompletions(Table):
    summary: str  # print completions for your shell
    examples: str  # coach completions bash > ~/.local/share/bash-completion/completions/coach
    option: CliCommandCompletionsOption

class CliCommandHelpOption(Table):
    command: str  # the command to explain
    man: str  # all of it as a page for man

class CliCommandHelp(Table):
    summary: str  # show the commands, or explain one
    examples: str  # coach help search
    option: CliCommandHelpOption

class CliCommandVersion(Table):
    summary: str  # show the version
    examples: str  # coach version

class CliCommandDemoOption(Table):
    into: str  # write the year into this empty folder and keep it
    protected: str  # sealed, to see how that is

class CliCommandDemo(Table):
    summary: str  # look around in a year of sample data, apart from yours
    examples: str  # coach demo                      opens it; closing it throws it away
    option: CliCommandDemoOption

class CliCommand(Table):
    today: CliCommandToday
    list: CliCommandList
    show: CliCommandShow
    search: CliCommandSearch
    edit: CliCommandEdit
    delete: CliCommandDelete
    undo: CliCommandUndo
    redo: CliCommandRedo
    backup: CliCommandBackup
    restore: CliCommandRestore
    doctor: CliCommandDoctor
    protect: CliCommandProtect
    unprotect: CliCommandUnprotect
    lock: CliCommandLock
    paths: CliCommandPaths
    config: CliCommandConfig
    completions: CliCommandCompletions
    help: CliCommandHelp
    version: CliCommandVersion
    demo: CliCommandDemo

class CliWriteIt(Table):
    pass

class CliSign(Table):
    well: str  # ok
    note: str  # note
    damaged: str  # DAMAGED

class Cli(Table):
    history_begins_anew: str  # The history lacks its latest changes; a new one can begin here, and undo reaches back to it
    captures_set_aside: str  # Move captures that cannot be read to the quarantine folder
    do_it: str  # Do it?
    offered_days: tuple[str, ...]
    says: CliSays
    error: CliError
    option: CliOption
    command: CliCommand
    write_it: CliWriteIt
    sign: CliSign

class CommitmentsRunning(Table):
    week: str  # this week
    month: str  # this month

class CommitmentsDone(Table):
    today: str  # today
    this_week: str  # this week

class CommitmentsPromised(Table):
    row: str  # Tell {to}
    about: str  # “{name}” is not as you promised it, since {day}.
    notice: str  # You promised this to {to}. Say what will be, and by when; Today keeps it in sight until you have.
    ask: str  # Does {to} know?
    how: str  # What helps them: what will be instead, by which day, and what you need for it. Early is kind.
    told: str  # I told them
    needless: str  # nothing to tell
    later: str  # not yet, keep it in sight
    nobody: str  # it was promised to nobody in particular

class CommitmentsAsk(Table):
    pause: str  # Until when does it rest?
    pause_about: str  # It asks for nothing until then, and its gate moves by as many days. It comes back by itself.
    pause_hint: str  # a day: next friday, +2w, 3 jan

class CommitmentsAgainCapacity(Table):
    question: str  # What would half of it look like, or half as often?
    about: str  # A small promise kept beats a large one owed. You can always agree on less.

class CommitmentsAgainWaiting(Table):
    question: str  # What could you start without them?
    about: str  # Put the part that needs nobody first, or name the day on which you go and ask.

class CommitmentsAgainCue(Table):
    question: str  # What happens every day, without fail, that could set it off?
    about: str  # An if-then line works when the if is sure to come: after coffee, when I open the laptop.

class CommitmentsAgainForgot(Table):
    question: str  # What would you trip over at the right moment?
    about: str  # Tie it to something that is there already. If that happens, then I do this.

class CommitmentsAgainUnclear(Table):
    question: str  # What are the first ten minutes of it?
    about: str  # What is put off is often not yet an act. Write the first one into the outcome.

class CommitmentsAgainAvoided(Table):
    question: str  # What about it do you not want, and which smaller version would you do?
    about: str  # Not wanting it says something: about the act, or about the outcome. Either can be changed.

class CommitmentsAgainChanged(Table):
    question: str  # What would have to be true for you to start this today?
    about: str  # Ending something on purpose is a good outcome. So is keeping it for a reason.

class CommitmentsAgain(Table):
    capacity: CommitmentsAgainCapacity
    waiting: CommitmentsAgainWaiting
    cue: CommitmentsAgainCue
    forgot: CommitmentsAgainForgot
    unclear: CommitmentsAgainUnclear
    avoided: CommitmentsAgainAvoided
    changed: CommitmentsAgainChanged

class CommitmentsField(Table):
    text: str  # Outcome
    when: str  # When
    last: str  # Last times
    amount: str  # How much
    to: str  # Promised to
    area: str  # Area of life
    why: str  # Serves
    problem: str  # Made to solve
    obstacle: str  # In the way
    cue: str  # If
    act: str  # Then I
    drop_if: str  # Drop it if
    starts: str  # Begins
    gate: str  # Gate
    process: str  # Kind
    avoids: str  # Avoids deciding
    because: str  # Because
    marks: str  # Commitments

class CommitmentsHint(Table):
    text: str  # what will be so, in a few words
    when: str  # every weekday, 3 times a week, due 12 march
    amount: str  # 30 min, 5 pages, 2 times
    to: str  # a name, if somebody counts on it
    area: str  # work, family, health
    why: str  # the part of the frame it serves, if any
    problem: str  # what is wrong today that this puts right
    obstacle: str  # what will most likely get in the way
    cue: str  # a moment that is sure to come
    act: str  # what I do then, small enough to begin at once
    drop_if: str  # what would have to happen for me to stop
    gate: str  # at most 12 weeks on; empty means 12 weeks
    avoids: str  # the decision this rule would stand in for

class CommitmentsAbout(Table):
    text: str  # The outcome, not the effort: how would you know on a Friday that it is so? This is all that is needed; the rest helps.
    when: str  # When it is due. Empty means it has no dates. {examples}.
    amount: str  # How much each time; of “once a week”, how much in the week. What you mark is counted against it.
    to: str  # Somebody who counts on it. When it will not be kept, you are reminded to tell them.
    area: str  # The part of your life it belongs to, in a word of your own. Commitments are listed by it.
    why: str  # Which clause of the frame it serves. What serves none is allowed, and is shown as work outside the frame.
    problem: str  # What it was made to solve. In a few weeks its gate asks whether it does.
    obstacle: str  # Name it now, and the line below can meet it.
    cue: str  # If-then lines are among the best-tested ways to keep what one means to do. If this moment comes …
    act: str  # … then I do this. One small act.
    drop_if: str  # Deciding now what would end it makes it easier to see when that has come.
    gate: str  # On that day it is renewed, changed, expanded or ended. If nothing is said, it lapses. Nothing goes on by itself.
    because: str  # A word why. It is kept with how it stood before, so that both can be read later.
    process: str  # Is this a rule for how things are done, a meeting, a report, a check?
    avoids: str  # A new rule often hides a question nobody has decided. Which decision would make it unnecessary?

class CommitmentsAsked(Table):
    amount: str  # how much each time: 30 min, 5 pages, 2 times
    to: str  # whom it is promised to
    area: str  # the part of life it belongs to
    why: str  # the clause of the frame it serves
    problem: str  # what it is made to solve
    obstacle: str  # what will get in the way
    cue: str  # if this moment comes …
    act: str  # … then I do this
    drop_if: str  # what would end it
    gate: str  # when it lapses unless renewed; at most 12 weeks on
    avoids: str  # the decision such a rule would stand in for

class CommitmentsProcess(Table):
    no: str  # an outcome
    yes: str  # a rule or routine

class CommitmentsGateQuestion(Table):
    again: str  # Knowing what you know now, would you start this today?
    solves: str  # Does it solve the problem it was made for?
    unintended: str  # What has it caused that you did not want?
    different: str  # Is there another problem that deserves this effort more?

class CommitmentsGateAgain(Table):
    yes: str  # yes
    unsure: str  # not sure
    no: str  # no

class CommitmentsGateResult(Table):
    renew: str  # renew
    change: str  # change
    expand: str  # expand
    end: str  # end

class CommitmentsGate(Table):
    ended: str  # It has ended. u brings the latest change back.
    closed: str  # its gate opens on {day}
    closed_do: str  # Other terms can be agreed on at any time
    unanswered: str  # Going on takes an answer to each of the four questions: its marks do not say yet that it goes well (eight in eight weeks, four of five kept). Ending it takes none.
    problem: str  # What problem was it made for?
    not_again: str  # you would not start this today, so it does not go on as it is
    not_again_do: str  # Change it or end it; both are good outcomes
    record: str  # Its record
    left: str  # left before the end
    new_when: str  # When from now on? Enter leaves it as it is.
    title: str  # The gate of “{name}”
    about: str  # Nothing goes on by itself. {well}
    well: str  # It goes well by its marks: if you would start it today, yes is enough.
    not_well: str  # Its marks do not say yet that it goes well, so four short answers first; ending it takes none.
    outcome: str  # And now?
    choose: str  # One of the four first: r renews it, c changes it, x expands it, e ends it.
    outcome_about: str  # Renew keeps it as it is for up to twelve weeks. Change takes other terms, expand takes more. End is a good answer.
    question: CommitmentsGateQuestion
    again: CommitmentsGateAgain
    result: CommitmentsGateResult

class CommitmentsEnded(Table):
    finished: str  # finished
    dropped: str  # dropped
    ended: str  # ended at its gate

class CommitmentsException(Table):
    piled: str  # {count} exceptions at once
    piled_about: str  # {names}. Perhaps it is the rule that is wrong: which one?
    over: str  # An exception ended
    named: str  # {name} ({because})
    over_about: str  # {name}: back to the rule, or another end?
    limit: str  # more than {limit}
    why: str  # What is it for?
    why_hint: str  # in a few words; escape leaves it

class CommitmentsExempt(Table):
    pause: str  # rest
    limit: str  # more than the limit

class CommitmentsLife(Table):
    since: str  # Since {day}:
    no_marks: str  # no mark
    weeks: str  # day by day
    keys: str  # ← → days   space kept   m otherwise
    rate: str  # month by month
    no_rate: str  # Nothing to count yet.
    history: str  # what became of it

class CommitmentsGroup(Table):
    held: str  # Commitments, {count} of {limit}
    coming: str  # Coming
    paused: str  # Resting
    lapsed: str  # Lapsed
    ended: str  # Ended lately

class CommitmentsTold(Table):
    committed: str  # Committed: {name}.
    renegotiated: str  # Changed. That counts as a good outcome.
    finished: str  # Finished. It stays in your records, and there is room. Undo brings it back.
    dropped: str  # Dropped. It stays in your records, and there is room. Undo brings it back.
    paused: str  # Resting until {day}.
    resumed: str  # Taken up again.
    adopted: str  # Adopted: {name}.
    signal: str  # Parked as a signal instead.
    replied: str  # Noted.
    noted: str  # Noted: they know.

class CommitmentsPick(Table):
    end: str  # What became of “{name}”?
    finished: str  # finished: it is so
    dropped: str  # dropped on purpose
    practices: str  # Ready practices
    practices_about: str  # A number adopts one. It can be renegotiated and ended like any other.

class CommitmentsTurn(Table):
    renew: str  # renewed
    change: str  # changed at its gate
    expand: str  # expanded
    end: str  # ended at its gate
    finish: str  # finished
    renegotiate: str  # renegotiated
    drop: str  # dropped

class CommitmentsFits(Table):
    title: str  # Does it fit the direction?
    about: str  # What does not fit may be kept all the same. It is shown as work outside the frame.
    yes: str  # yes, it serves it
    no: str  # no, and I keep it anyway
    signal: str  # park it as a signal instead

class CommitmentsCalled(Table):
    commitments: tuple[str, ...]
    marks: tuple[str, ...]
    turns: tuple[str, ...]
    replies: tuple[str, ...]
    exceptions: tuple[str, ...]

class CommitmentsDraft(Table):
    commitments: str  # Begun, a commitment
    gates: str  # Begun, a gate

class CommitmentsError(Table):
    exception_needs_reason: str  # one more than your limit is an exception, and an exception has a reason
    over_because_gives_it: str  # --over-because TEXT gives it
    both_passes_used: str  # both passes of {month} are used for {name}
    all_adopted: str  # the whole weekly practice is among your commitments already
    adopted_already: str  # “{name}” is one of your commitments already
    a_larger_amount: str  # a larger amount
    a_wider_outcome: str  # a wider outcome
    amount_like: str  # Write it like “30 min”, “1.5 h”, “5 pages” or “2 times”
    amount_too_much: str  # an amount is more than 0 and at most {most}, with a short unit
    amount_unit: str  # “{typed}” cannot be counted against {goal}
    no_amount: str  # “{typed}” is no amount
    no_goal: str  # {name} has no amount to count against
    no_goal_do: str  # `coach renegotiate REF --amount "30 min"` gives it one; “kept” needs none
    a_day_is_the_shortest: str  # a day is the shortest rhythm
    no_such_time: str  # “{typed}” is no time of a day
    a_commitment_has_a_rhythm_or: str  # a commitment has a rhythm or a day it is due, not both
    a_gate_is_at_most_weeks: str  # a gate is at most {GATE_WEEKS} weeks out; this one by {day}
    a_gate_is_passed_with_an: str  # a gate is passed with an answer to each of its questions
    a_practice_comes_with_its_own: str  # a practice comes with its own terms
    a_rest_and_other_terms_are: str  # a rest and other terms are two things
    begins_on: str  # {name} begins on {day}
    cannot_read_as_a_rhythm: str  # cannot read “{typed}” as a rhythm
    change_and_expand_take_other_terms: str  # “change” and “expand” take other terms
    coach_commit_makes_one: str  # `coach commit` makes one
    coach_list_commitments_shows_them: str  # `coach list commitments` shows them
    coach_renegotiate_changes_them: str  # `coach renegotiate` changes them
    coach_renegotiate_help_shows_what_can: str  # `coach renegotiate --help` shows what can be
    comes_first_on_after_its_gate: str  # “{rhythm}” comes first on {day}, after its gate on {gate}
    end_or_pause_one_or_give: str  # End or pause one, or give a day until which one more is right, and why: --over-until DATE --over-because TEXT
    ended_on: str  # {name} ended on {day}
    ending_it_needs_none: str  # Ending it needs none
    every_s_is_further_apart_than: str  # every {every} {unit}s is further apart than {value}
    everything_rests_until: str  # everything rests until {until}
    give_the_day_itself_as_the: str  # Give the day itself as the day it is due
    goes_through_its_gate_with_an: str  # {value} goes through its gate, with an answer to each of its questions
    is_gone: str  # {said} is gone
    is_none_of: str  # “{name}” is none of {value}
    is_none_of_the_reasons: str  # “{typed}” is none of the reasons: {value}
    is_yet_to_come: str  # {said} is yet to come
    it_can_be_renewed_there_as: str  # It can be renewed there as often as it is worth it
    it_ended_on_already: str  # it ended on {day} already
    it_has_lapsed: str  # it has lapsed
    it_would_be_due_on_before: str  # it would be due on {day}, before it begins
    its_gate_can_still_renew_it: str  # Its gate can still renew it
    its_gate_on_lies_before_its: str  # its gate on {gate} lies before its start on {day}
    its_gate_on_lies_behind_us: str  # its gate on {gate} lies behind us
    lapsed_after: str  # {name} lapsed after {lapsed}
    less_or_something_else_can_be: str  # Less, or something else, can be agreed on at any time
    missed_costs_nothing_either: str  # “missed” costs nothing either
    never_comes_no_month_of_that: str  # “{typed}” never comes: no month of that name has such a day
    never_comes_no_year_has_that: str  # {int} {title} never comes: no year has that day
    no_commitment_is_called: str  # no commitment is called “{reference}”
    nothing_is_due_and_unmarked_on: str  # nothing is due and unmarked on {day}
    nothing_was_changed: str  # Nothing was changed
    nothing_was_marked: str  # Nothing was marked
    one_at_a_time: str  # One at a time
    renew_keeps_them_as_they_are: str  # “renew” keeps them as they are
    stands_alone: str  # “{value}” stands alone
    still_open: str  # Still open: {missing}
    the_commitment_is_gone: str  # the commitment is gone
    the_pause_of_everything_can_be: str  # The pause of everything can be ended
    there_are: str  # There are: {known}
    there_is_no_commitment_yet: str  # there is no commitment yet
    there_is_no_practice: str  # there is no practice “{name}”
    there_is_nothing_to_change: str  # there is nothing to change
    times_a_is_not_from_to: str  # {value} times a {unit} is not from 1 to {value2}
    to_let_go_of_it_end: str  # To drop it, end it
    to_renew_keeps_it_as_it: str  # to renew keeps it as it is
    to_takes_other_terms: str  # to {result} takes other terms
    undo_can_bring_it_back: str  # Undo can bring it back
    was_not_due_on: str  # {name} was not due on {said}{due_near}
    what_is_due_on_all_days: str  # What is due on all days is “every day”
    write_it_like_coach_mark_fa: str  # Write it like `coach mark 3fa2 kept 91bc missed`
    write_it_like_one_of: str  # Write it like one of: {EXAMPLES}
    you_hold_commitments_and_is_your: str  # you have {held} commitments, and {limit} is your limit

class CommitmentsSays(Table):
    done_made: str  # Committed
    done_renegotiated: str  # Renegotiated
    undo_adopted: str  # adopted the weekly practice
    the_whole_week: str  # all four: read, apply, meet your mentor, look back on Friday
    adopted_all: str  # Adopted, {count}: the first gate is on {day}.
    ended_on: str  # ended {day}
    gate_open_left: str  # {said}, open: {count} left
    of_name: str  # of “{commitment}”
    first_on: str  # {rhythm}, first on {day}
    it_is_due: str  # ; it is due {rhythm}{said}
    undo_marked: str  # marked {said} {result}, {day}
    the_time_before_was: str  # , the time before was {day}
    undo_unmarked: str  # took away a mark, {day}
    undo_marked_all: str  # marked {count} commitments, {day}
    what_got_in_the_way: str  # what got in the way: {REASONS}
    for_day: str  # For {day}.
    and_due: str  # , due {day}
    and_because: str  # , because {because}
    undo_paused: str  # paused
    undo_made: str  # committed to
    undo_told: str  # told whom it was promised to:
    undo_gate: str  # {result} at the gate:
    undo_resumed: str  # took up again
    its_last_day_is: str  # Its last day is {day}.
    next_on: str  # Next on {day}.
    its_gate_is_on: str  # Its gate is on {day}.
    it_opens_on: str  # It opens on {day}.
    due: str  # due {day}
    more_often_than_now: str  # more often than now
    a_later_gate: str  # a later gate
    asks_for_nothing: str  # It asks for no mark: --every gives it a rhythm, --due a day.
    avoids_keeps_the_answer: str  # {avoids} --avoids keeps the answer.
    resting_until: str  # Resting until {day}.

class CommitmentsOption(Table):
    because: str  # a word why
    due: str  # the one day it is due
    every: str  # weekday, “3 times a week”, “second friday”, …
    json: str  # show the commitment as JSON
    outside: str  # it does not serve the direction
    over_until: str  # have one more than the limit until then
    over_because: str  # what the exception is for
    ref: str  # the reference a list shows

class CommitmentsCommandMarkOption(Table):
    on: str  # the day it is for, if not today: yesterday, friday
    json: str  # an array of the marks
    note: str  # a word about it, kept with the mark

class CommitmentsCommandMark(Table):
    summary: str  # mark how commitments went
    examples: str  # coach mark 3fa2 kept
    option: CommitmentsCommandMarkOption

class CommitmentsCommandCommitOption(Table):
    trial: str  # try it for two weeks, then see before and during side by side
    moves: str  # what a trial is to move: energy, flow, outcome, a commitment's reference, or a question of your own
    coin: str  # a coin says each morning whether the day goes with it or without
    text: str  # the outcome, in a few words
    starts: str  # the day it begins, if not today
    process: str  # it is a rule for how things are done
    practice: str  # one that is ready: see --practices; all adopts the whole week
    practices: str  # list the ready ones

class CommitmentsCommandCommit(Table):
    summary: str  # make a commitment: an outcome, and when it is due
    examples: str  # coach commit Walk before mail --every weekday --why "think before reacting"
    option: CommitmentsCommandCommitOption

class CommitmentsCommandRenegotiateOption(Table):
    text: str  # the outcome
    pause: str  # let it rest until this day
    resume: str  # take it up again
    told: str  # whom it was promised to knows how it stands

class CommitmentsCommandRenegotiate(Table):
    summary: str  # agree on other terms, or let it rest
    examples: str  # coach renegotiate 3fa2 --every "2 times a week" --because "mornings are for the release"
    option: CommitmentsCommandRenegotiateOption

class CommitmentsCommandEndOption(Table):
    how: str  # how it ended

class CommitmentsCommandEnd(Table):
    summary: str  # finish or drop a commitment
    examples: str  # coach end 3fa2 finished
    option: CommitmentsCommandEndOption

class CommitmentsCommandGateOption(Table):
    plain: str  # answer its questions, a line each
    text: str  # the outcome, when it changes

class CommitmentsCommandGate(Table):
    summary: str  # renew, change, expand or end a commitment at its gate
    examples: str  # coach gate 3fa2                 the questions
    option: CommitmentsCommandGateOption

class CommitmentsCommand(Table):
    mark: CommitmentsCommandMark
    commit: CommitmentsCommandCommit
    renegotiate: CommitmentsCommandRenegotiate
    end: CommitmentsCommandEnd
    gate: CommitmentsCommandGate

class Commitments(Table):
    renegotiate: str  # Other terms
    was_due: str  # was {day}
    never_due: str  # kept in mind, no dates
    g_renews: str  # g renews it
    gate_days: str  # gate {days} d
    none: str  # No commitment yet. a makes one: one outcome, and when it is due.
    today: str  # today
    asks: str  # Asks for a mark: {names}
    asks_none: str  # Nothing asks for a mark any more today.
    title_new: str  # A commitment
    needs_outcome: str  # a commitment needs an outcome in a few words
    today_keys: str  # space kept   m otherwise
    list_keys: str  # enter opens   a commits
    unreadable: str  # Its rhythm cannot be read by this version: {rhythm}
    outside: str  # outside the frame
    unserved: str  # No commitment serves the direction yet. What would the first step be?
    over_limit: str  # You already have {count}; your limit is {limit}. Too many plans work against each other.
    more_until: str  # More than {limit} until {day}.
    over_now: str  # You have more than {limit}, and no exception covers it any more. Which one do you pause or end?
    over_ask: str  # Until when is one more all right?
    over_hint: str  # a day: 18 dec, +2w
    outside_frame: str  # It does not fit the direction, and you may keep it all the same. It is shown as work outside the frame, so that you see how much of it there is.
    lapsed: str  # Lapsed after {day}. Nothing is lost: its gate can still renew it.
    offered_rhythms: tuple[str, ...]
    running: CommitmentsRunning
    done: CommitmentsDone
    promised: CommitmentsPromised
    ask: CommitmentsAsk
    again: CommitmentsAgain
    field: CommitmentsField
    hint: CommitmentsHint
    about: CommitmentsAbout
    asked: CommitmentsAsked
    process: CommitmentsProcess
    gate: CommitmentsGate
    ended: CommitmentsEnded
    exception: CommitmentsException
    exempt: CommitmentsExempt
    life: CommitmentsLife
    group: CommitmentsGroup
    told: CommitmentsTold
    pick: CommitmentsPick
    turn: CommitmentsTurn
    fits: CommitmentsFits
    called: CommitmentsCalled
    draft: CommitmentsDraft
    error: CommitmentsError
    says: CommitmentsSays
    option: CommitmentsOption
    command: CommitmentsCommand

class ContextsEarly(Table):
    name: str  # before the product fits its market

class ContextsScaling(Table):
    name: str  # scaling what works

class ContextsMature(Table):
    name: str  # mature

class ContextsCrisis(Table):
    name: str  # a crisis or a major change

class ContextsSteady(Table):
    name: str  # steady

class ContextsFirstYears(Table):
    name: str  # the first five years of a career

class ContextsMiddleYears(Table):
    name: str  # five to fifteen years into a career

class ContextsLaterYears(Table):
    name: str  # fifteen years and more into a career

class Contexts(Table):
    early: ContextsEarly
    scaling: ContextsScaling
    mature: ContextsMature
    crisis: ContextsCrisis
    steady: ContextsSteady

class CoreError(Table):
    a_setting_is_not_a_text: str  # a setting{where} is not a text: {value}
    are_what_happened_and_stay: str  # {kind} are what happened, and stay
    cannot_read_as_a_date_or: str  # cannot read “{typed}” as a date or time
    coach_list_shows_what_there_is: str  # `coach list` shows what there is
    coach_undo_takes_back_the_latest: str  # `coach undo` takes back the latest
    correct_the_file: str  # Correct the file
    could_be: str  # “{reference}” could be {shown}
    out_of_years: str  # “{typed}” is outside the calendar, which goes from {first} to {last}
    scale_is_too_long: str  # the name of a scale{where} has at most {most} letters
    day_ends_is_not_a_time: str  # day_ends{where} is not a time from 00:00 to 12:00: {value}
    give_more_of_it: str  # Give more of it
    is_no_file_of_settings: str  # {path} is no file of settings
    is_not_a_number_from_to: str  # {name}{where} is not a number from {lowest} to {highest}: {value}
    is_not_a_reference: str  # “{reference}” is not a reference
    is_team_or_alone: str  # wording is not “team” or “alone”{where}: “{value}”
    is_no_pace: str  # pace is not “fast” or “stable”{where}: “{value}”
    is_yes_or_no: str  # {name}{where} is yes or no: {value}
    it_is_left_as_it_is: str  # It is left as it is
    keys_is_not_a_table_of: str  # [keys]{where} is not a table of keys
    lists_show_them_at_least_of: str  # Lists show them: at least {SHORTEST} of the digits 0-9 and a-f
    move_it_away: str  # Move it away
    nothing_is_called: str  # nothing is called “{reference}”
    nothing_was_changed: str  # Nothing was changed
    cannot_be_kept: str  # this cannot be kept: {kind} {id} ({reason})
    review_day_is_not_a_day: str  # review_day{where} is not a day of the week: {value}
    set_editor_or_coach_config_editor: str  # Set $EDITOR, or `coach config editor NAME`
    the_draft_cannot_be_read: str  # the draft {name} cannot be read: {error}
    the_editor_cannot_be_read: str  # the editor cannot be read: {told}
    the_editor_could_not_be_started: str  # the editor {value} could not be started
    the_editor_ended_with: str  # the editor ended with {ended}
    the_editor_took_the_text_away: str  # the editor took the text away
    the_settings_in_cannot_be_read: str  # the settings in {path} cannot be read ({error})
    there_are: str  # There are: {value}
    there_is_no_setting: str  # there is no setting “{name}”
    there_is_no_language: str  # there is no language “{name}”
    languages_are: str  # There are {value}; a folder of your own lies in `languages` beside the settings
    write_it_like: str  # Write it like 04:00
    write_it_like_checkin_c_f: str  # Write it like checkin = "c,f2"
    write_it_like_friday: str  # Write it like friday
    write_it_like_one_of: str  # Write it like one of: {EXAMPLES}
    your_text_is_as_it_was: str  # Your text is as it was

class CoreWhen(Table):
    no_day: str  # “{typed}” is more than a day
    no_day_do: str  # Write a day of it: friday, 20 nov, 2026-11-20
    which_month: str  # in “{typed}” it is not clear which is the month
    which_month_do: str  # Write 20 nov, or 2026-11-20
    which_way: str  # “{typed}”: before today, or after?
    which_way_do: str  # Write “in {typed}” or “{typed} ago”

class CoreSays(Table):
    set_editor: str  # Set $EDITOR
    in_file: str  # in {path}
    undo_deleted: str  # deleted {kind}{said}
    a_commitment_that_is_gone: str  # a commitment that is gone
    coach_now_is_not_a_date: str  # COACH_NOW is not a date and time: {told}
    write_it_like_t: str  # Write it like 2026-11-20T09:00
    tz_is_no_time_zone: str  # TZ is no time zone: {told}
    write_it_like_europe_berlin: str  # Write it like Europe/Berlin
    counts_to: str  # (counts to {day})

class Core(Table):
    error: CoreError
    when: CoreWhen
    says: CoreSays

class CountingNoun(Table):
    answer: tuple[str, ...]
    card: tuple[str, ...]
    change: tuple[str, ...]
    commitment: tuple[str, ...]
    copy: tuple[str, ...]
    day: tuple[str, ...]
    decision: tuple[str, ...]
    draft: tuple[str, ...]
    entry: tuple[str, ...]
    event: tuple[str, ...]
    file: tuple[str, ...]
    finding: tuple[str, ...]
    form: tuple[str, ...]
    gap: tuple[str, ...]
    gate: tuple[str, ...]
    hour: tuple[str, ...]
    lesson: tuple[str, ...]
    line: tuple[str, ...]
    mark: tuple[str, ...]
    meeting: tuple[str, ...]
    name: tuple[str, ...]
    observation: tuple[str, ...]
    packet: tuple[str, ...]
    page: tuple[str, ...]
    part: tuple[str, ...]
    place: tuple[str, ...]
    question: tuple[str, ...]
    record: tuple[str, ...]
    review: tuple[str, ...]
    round: tuple[str, ...]
    sign: tuple[str, ...]
    signal: tuple[str, ...]
    test: tuple[str, ...]
    thing: tuple[str, ...]
    time: tuple[str, ...]
    title: tuple[str, ...]
    trial: tuple[str, ...]
    week: tuple[str, ...]
    window: tuple[str, ...]
    word: tuple[str, ...]

class Counting(Table):
    plural: str  # n != 1
    thousands: str  # ,
    count: str  # {number} {noun}
    none: str  # none
    of: str  # {kept} of {of}
    noun: CountingNoun

class Dates(Table):
    code: str  # en
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    weekdays_two: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    day: str  # {weekday} {day} {month}
    day_of_another_year: str  # {weekday} {day} {month} {year}
    long: str  # {weekday} {day} {month}
    long_of_a_year: str  # {weekday} {day} {month} {year}
    moment: str  # {day}, {time}
    in_short: str  # {day} {month}
    day_of_month: str  # {day} {month}
    day_of_a_month_and_year: str  # {day} {month} {year}
    month_of_a_year: str  # {month} {year}
    span: str  # {first} to {last}
    span_of_months: str  # {first} to {last} {year}

class DecidingReverse(Table):
    ask: str  # What is known now and was not known then?
    hint: str  # four of five customers asked for the monthly price
    about: str  # Only new evidence reverses a decision. Doubt alone, or another mood, does not.

class DecidingAsk(Table):
    chosen: str  # Which one?
    reversal: str  # What new evidence would change it?
    because: str  # Why this one?
    dissent: str  # What was said against it, and by whom?
    outcome: str  # What will be seen if it was right?
    came: str  # Was it seen: {outcome}?
    process: str  # How well was it decided?

class DecidingDraft(Table):
    decisions: str  # Begun, a decision

class DecidingCalled(Table):
    decisions: tuple[str, ...]
    triages: tuple[str, ...]
    domains: tuple[str, ...]
    forecasts: tuple[str, ...]
    tallies: tuple[str, ...]
    agenda: tuple[str, ...]
    tallied: tuple[str, ...]
    uncertainties: tuple[str, ...]
    handovers: tuple[str, ...]
    programmes: tuple[str, ...]

class DecidingFieldLabel(Table):
    text: str  # What is to be decided
    option1: str  # Option 1
    option2: str  # Option 2
    option3: str  # Option 3
    option4: str  # Option 4
    domain: str  # Whose domain
    decider: str  # Who decides
    by: str  # Until when
    cross: str  # Do others wait for it
    frame: str  # Does it touch the frame
    gives_up: str  # Given up
    reversal: str  # What would change it
    outcome: str  # What will be seen
    due: str  # When it is seen
    odds: str  # How likely, in %
    failure1: str  # Could fail because
    failure2: str  # Or because
    chosen: str  # Chosen
    because: str  # Because
    dissent: str  # Against it

class DecidingFieldAbout(Table):
    text: str  # As a question, or as the thing it is about. Not the answer.
    option1: str  # Two at least. With one it is no decision yet.
    option2: str  # Leaving it as it is is an option, too.
    option3: str  # A third one often shows what the first two have in common.
    option4: str  # The last there is room for.
    frame: str  # The direction, or what is given up for it. While the frame is fixed, that is for the window: what is decided all the same is shown there.
    domain: str  # Its page says who recommends, agrees and decides.
    decider: str  # One name. “I” is one.
    by: str  # A day. Empty: no hurry.
    cross: str  # If others wait, it is decided within 36 hours; dissent is written down, not waited for.
    gives_up: str  # What is not done because of it.
    reversal: str  # New evidence that would change it. It is asked for when you decide, if it stays empty here.
    outcome: str  # Something one can see, with a number or a name in it, that would show it was right.
    due: str  # The day on which that can be seen.
    odds: str  # From 50 to 95. It stays hidden until you say what came.
    failure1: str  # A cause that lies in your own hands.
    failure2: str  # Another one.

class DecidingFieldHint(Table):
    text: str  # which price do we show first?
    option1: str  # the yearly one
    option2: str  # leave it as it is
    option3: str  # or nothing
    option4: str  # or nothing
    decider: str  # I
    by: str  # friday, 15 december, +2w
    gives_up: str  # the talks in spring
    reversal: str  # two of five customers ask for the monthly price
    outcome: str  # trials that pay go from 8% to 12%
    due: str  # +8w
    odds: str  # 70
    failure1: str  # I do not tell sales in time
    failure2: str  # or nothing

class DecidingField(Table):
    label: DecidingFieldLabel
    about: DecidingFieldAbout
    hint: DecidingFieldHint

class DecidingTouches(Table):
    yes: str  # yes
    no: str  # no

class DecidingCross(Table):
    yes: str  # yes, 36 hours
    no: str  # no

class DecidingCame(Table):
    yes: str  # yes, it was seen
    no: str  # no, it was not

class DecidingProcess(Table):
    pass

class DecidingState(Table):
    open: str  # open
    decided: str  # decided: {chosen}
    reversed: str  # reversed
    closed: str  # closed
    came_yes: str  # the outcome was seen
    came_no: str  # outcome not looked at yet

class DecidingEvidence(Table):
    decided: str  # Decided: {names}
    took: str  # From raised to decided it took {hours} hours at the median ({count}); {late} decided late
    came: str  # {seen} of {of} outcomes that could be seen were seen
    reversed: str  # Reversed on new evidence: {name} ({evidence})
    around: str  # Decided while the frame was fixed, and touching it: {names}

class DecidingClock(Table):
    left: str  # {hours} left: {name}
    over: str  # {hours} over: {name}

class DecidingFact(Table):
    raised: str  # Raised {day}; who decides: {decider}
    domain: str  # {name}: {roles}
    until: str  # To be decided by {day}
    decides: str  # who decides: {decider}
    by: str  # by {day}
    was_due: str  # its time was {day}
    failure: str  # It could fail because: {what}
    decided: str  # Decided {day}
    late: str  # Made {day}, and written down more than a day later
    due: str  # The outcome can be seen on {day}
    split: str  # Split into {names}; from the first to the second goes: {handoff}
    hidden: str  # How likely you thought it stays hidden until you say what came
    process: str  # How it was decided
    reversed: str  # Reversed {day}: {what}

class DecidingTold(Table):
    frame_held: str  # It touches the frame, and the frame is fixed: the window shows it. A signal would keep the doubt without deciding.
    logged: str  # Written down, {count} of {most} active: {what}
    changed: str  # Changed: {what}
    decided: str  # Decided: {chosen}. Only new evidence reverses it.
    reversed: str  # Reversed, on new evidence. Write down what is to be decided now, if anything.
    reviewed: str  # Noted. No probability was given, so nothing is scored.
    odds: str  # You thought it {odds}% likely. It came so: {came}.
    closed: str  # Closed. Nothing more is expected of it.
    triaged: str  # {name}: {way}. {first}
    split: str  # Two commitments, with the handoff on both: {first} and {second}.
    domain: str  # The page is kept: {name}.
    looked: str  # Looked at: {name}.
    forecast: str  # {name}: {odds}% by {day}.
    resolved: str  # Noted: {name}, {came}.
    tally_started: str  # Two weeks, to {day}: for each decision that comes up, one key. Thirty say enough.

class DecidingUndo(Table):
    logged: str  # wrote down the decision {what}
    changed: str  # changed the decision {what}
    decided: str  # decided {what}
    reversed: str  # reversed {what}
    reviewed: str  # said what came of {what}
    closed: str  # closed {what}
    triaged: str  # triaged {what}
    split: str  # split {what} in two
    domain: str  # changed the rights of {name}
    looked: str  # looked at the rights of {name}
    forecast: str  # forecast {what}
    resolved: str  # said whether {what} was done
    tally_started: str  # began to count which decisions need me
    tally_stopped: str  # ended the tally
    tallied: str  # counted a decision

class DecidingError(Table):
    no_text: str  # it takes a few words what it is about
    one_option: str  # a decision has at least two options
    one_option_do: str  # Leaving it as it is can be one
    no_decider: str  # somebody has to decide it
    no_decider_do: str  # `--decider`, or a domain whose page says who
    past: str  # {day} does not lie ahead
    past_do: str  # The outcome is seen on a day to come
    by_do: str  # It is decided today, or on a day to come
    odds: str  # how likely it is goes from {lowest} to {highest}%
    outcome_first: str  # a day and a probability are of an outcome
    outcome_first_do: str  # Say what will be seen
    due_first: str  # a probability needs the day on which the outcome is seen
    due_first_do: str  # Say when
    full: str  # {most} decisions are active, and that is the most
    full_do: str  # Decide, review or close one of them
    choose: str  # One of them is chosen first.
    no_option: str  # “{typed}” is none of its options
    no_reversal: str  # what new evidence would change it?
    no_reversal_do: str  # `--reversal`: without it, nothing can be learned from it
    is_decided: str  # it is decided already
    is_decided_do: str  # New evidence reverses it: `coach decided reverse REF --evidence TEXT`
    not_decided: str  # it is not decided, or over already
    no_evidence: str  # a decision is reversed by new evidence only
    no_evidence_do: str  # Say in a sentence what is known now and was not known then
    old_evidence: str  # that was known when it was decided
    no_outcome: str  # no outcome was written down for it
    no_outcome_do: str  # Close it instead: `coach decided close REF`
    process: str  # how it was decided goes from 1 to 5
    is_over: str  # it is over already
    made_first: str  # the day it was made belongs to what was chosen
    made_first_do: str  # `--choose` says which option
    too_many: str  # a decision has at most {options} options and {failures} causes for which it could fail
    is_resolved: str  # what came of it was said already
    is_resolved_do: str  # `coach undo` takes that back
    one_half: str  # only what is both is split; this one says: {way}
    scales: str  # a triage takes its three answers
    scales_do: str  # `--ambiguity low`, `--coupling high`, `--reversible yes`; in a terminal each is asked
    made_later: str  # it cannot have been made on a day to come
    no_name: str  # a page needs the name of its domain
    no_decides: str  # a page says at least who decides
    no_decides_do: str  # `--decides WHO`
    same_name: str  # there is a page “{name}” already
    no_domain: str  # there is no page “{name}”
    no_domains: str  # `coach rights NAME --decides WHO` writes one
    no_handoff: str  # a split says what goes from one part to the other
    no_handoff_do: str  # One sentence: what is handed over, to whom, and how one sees that it came
    no_tally: str  # no tally runs
    no_tally_do: str  # `coach tally start` begins two weeks of counting
    tally_runs: str  # a tally runs already
    tenths: str  # how likely it is takes a key from 5 to 9
    none_active: str  # no decision is active
    no_numbers: str  # there is nothing to look at yet
    none_active_do: str  # `coach decide TEXT --option A --option B` writes one down
    which: str  # which decision?
    too_much: str  # “{said}” is more than this takes
    no_decision: str  # “{reference}” is no decision
    no_decision_do: str  # `coach decide` shows those that are active
    split_needs: str  # a split takes both parts and the handoff
    split_needs_do: str  # `--lead`, `--manage` and `--handoff`
    no_pages: str  # no page of rights is written yet
    no_forecast: str  # nothing was forecast of “{subject}”
    none_forecast: str  # nothing was forecast or decided with a probability yet

class DecidingHeight(Table):
    low: str  # low
    high: str  # high

class DecidingReversible(Table):
    yes: str  # yes, easily
    no: str  # no, or at a price

class DecidingWayLead(Table):
    name: str  # Lead it
    first: str  # First: say why in one sentence, name what is given up, and write down who decides what. Only then the tasks.

class DecidingWayManage(Table):
    name: str  # Manage it
    first: str  # First: a rhythm, one number for how much gets through and one for how good it is, and as little as possible at once.

class DecidingWaySplit(Table):
    name: str  # Split it
    first: str  # First: cut it in two, what needs a direction and what needs doing, and write down what goes from one part to the other.

class DecidingWay(Table):
    lead: DecidingWayLead
    manage: DecidingWayManage
    split: DecidingWaySplit

class DecidingTriageLabel(Table):
    text: str  # What is it
    ambiguity: str  # Ambiguity
    coupling: str  # Coupling
    reversible: str  # Can it be undone

class DecidingTriageAbout(Table):
    text: str  # A few words.
    ambiguity: str  # High where nobody could say today what done looks like.
    coupling: str  # High where several people or parts have to move together.
    reversible: str  # No where taking it back costs more than doing it.

class DecidingTriageHint(Table):
    text: str  # the new price list

class DecidingTriage(Table):
    title: str  # Twenty seconds
    about_page: str  # Three scales, and how to begin. On anything: a task, a mail, a commitment, a decision.
    label: DecidingTriageLabel
    about: DecidingTriageAbout
    hint: DecidingTriageHint

class DecidingSplitLabel(Table):
    lead: str  # Needs a direction
    manage: str  # Needs doing
    handoff: str  # Handed over

class DecidingSplitAbout(Table):
    lead: str  # The part in which it is decided where it goes: why, and what is given up for it.
    manage: str  # The part that is done in steps, once that is clear.
    handoff: str  # What goes from the first to the second, to whom, and how one sees that it came.

class DecidingSplitHint(Table):
    lead: str  # choose the city
    manage: str  # pack one box a day
    handoff: str  # the city, with the date, to the list of boxes

class DecidingSplit(Table):
    title: str  # Split in two
    label: DecidingSplitLabel
    about: DecidingSplitAbout
    hint: DecidingSplitHint

class DecidingTally(Table):
    title: str  # Did it need you?
    me: str  # it needed me
    other: str  # it did not need me
    start: str  # Begin to count
    start_about: str  # For two weeks, one key for each decision that comes up: did it need you? Thirty say enough. Where more than 38.6% need one person, that is fragile (a figure to begin a talk with, no rule).
    over_little: str  # {me} of {of} decisions needed you. The two weeks are over, and it takes {needed} to say something: m, or coach tally start, begins again.
    little: str  # {me} of {of} decisions needed you so far; {needed} say enough.
    fragile: str  # {me} of {of} decisions needed you ({share}). Where so many need one person, it is fragile. Hand over one kind of decision a day for ten days, each with limits written down: h in Decide, or coach handover.
    fine: str  # {me} of {of} decisions needed you ({share}). That is no bottleneck.

class DecidingRightsLabel(Table):
    name: str  # Domain
    recommends: str  # Recommends
    input: str  # Gives input
    agrees: str  # Has to agree
    performs: str  # Performs
    decides: str  # Decides
    budget: str  # May cost at most
    risk: str  # May go wrong
    inside: str  # Decides within that
    escalates: str  # Comes up when

class DecidingRightsAbout(Table):
    name: str  # A part of life or work, as you call it.
    recommends: str  # Who gathers what is known and proposes one option.
    input: str  # Who is asked, and does not decide.
    agrees: str  # Who can stop it: the fewer, the better.
    performs: str  # Who does it afterwards.
    decides: str  # One name.
    budget: str  # The limit set before: money, hours.
    risk: str  # What may go wrong without anybody being asked first.
    inside: str  # Who may decide within those limits, without you.
    escalates: str  # The number or event that brings it up by itself, so that you need not look.

class DecidingRightsHint(Table):
    name: str  # hiring
    recommends: str  # the team
    input: str  # finance
    agrees: str  # Ana
    performs: str  # Jonas
    decides: str  # I
    budget: str  # 2,000 a month
    risk: str  # one unhappy customer
    inside: str  # Jonas
    escalates: str  # two refunds in a week

class DecidingRights(Table):
    title: str  # Who decides what
    page: str  # A page of rights
    about_page: str  # One page a domain of life or work. A decision takes its roles from it.
    none: str  # No page yet. a writes the first: a domain, and who decides in it.
    look_due: str  # Its limits were looked at {day}: are they still right?
    label: DecidingRightsLabel
    about: DecidingRightsAbout
    hint: DecidingRightsHint

class DecidingPalette(Table):
    tally: str  # Did this decision need me?
    handover: str  # What is handed over
    uncertain: str  # How uncertain something is
    ten_days: str  # Ten days of leading and managing apart
    decide: str  # A decision
    triage: str  # Triage in 20 seconds
    rights: str  # Who decides what
    numbers: str  # How deciding goes
    forecast: str  # Forecast the week

class DecidingNumbersVerdict(Table):
    lead: str  # Decisions take longer and more is changed: it may be the direction that is missing. What is given up is said first, then who decides.
    manage: str  # Less moves while little is changed: it may be the follow-through that is missing. Fewer things at once, and what waits is asked about first.
    none: str  # Neither of the two patterns is there: longer and more changed, or less moved while little is changed.
    little: str  # Too little to compare yet: it takes three decisions, or eight marks, in these four weeks and in those before.

class DecidingNumbers(Table):
    title: str  # How deciding goes
    about: str  # Four weeks beside the four before, from your decisions, marks and changes. A talk with yourself, no grade.
    speed: str  # Speed and steadiness
    judging: str  # How well you judge
    latency: str  # From raised to decided: {hours} hours at the median of {decisions}; before, {hours_before} of {decisions_before}
    latency_alone: str  # From raised to decided: {hours} hours at the median of {decisions}
    no_latency: str  # From raised to decided: none was decided in these four weeks; before, {decisions_before}
    changes: str  # Commitments changed, and decisions reversed, outside a window: {changes}; before, {changes_before}
    flow: str  # Kept, or partly, of what was due: {flow} ({moved} of {due} marks); before, {flow_before} (of {due_before})
    flow_alone: str  # Kept, or partly, of what was due: {flow} ({moved} of {due} marks)
    no_flow: str  # Kept of what was due: no mark in these four weeks
    back: str  # Reasons for not keeping something that came again within 28 days: {back} of {troubles}
    no_back: str  # Reasons that came again within 28 days: none was given
    bin: str  # said {odds}%, came {came} of {of}
    bin_hint: str  # The bar is what came, ┃ what you said. Bar past the mark: it turns out better than you say.
    verdict: DecidingNumbersVerdict

class DecidingRule(Table):
    ask: str  # What does it become?
    commitment: str  # a commitment
    trial: str  # a trial of two weeks
    decision: str  # a decision
    adopt: str  # adopt it
    leave: str  # leave it

class DecidingScorecard(Table):
    title: str  # Two scorecards, 13 weeks
    about: str  # Leading and managing side by side, never summed: no one number says how somebody does both.
    part: str  # {count} of {of}
    tradeoffs: str  # Leading: what is given up is said in {parts}
    no_tradeoffs: str  # Leading: nothing was decided or reviewed, so nothing says what is given up
    agreed: str  # Leading: of {decisions}, {agreed} have a page that says who agrees; work was split or handed over in writing {times}
    no_agreed: str  # Leading: nothing says what others depend on
    outcome: str  # Leading: the outcome, {name}, was {began} and is {ends} ({count})
    no_outcome: str  # Leading: the outcome has no two numbers yet; the weekly reflection asks for it once the frame names it
    forecasts: str  # Managing: {came} of {of} forecasts came true, {expected} were to be expected by what you said
    no_forecasts: str  # Managing: no forecast came out yet; w in Decide says one
    quality: str  # Managing: {moved} of what was due was kept, or partly ({due} marks); {back} of {troubles} reasons came again
    no_quality: str  # Managing: nothing was marked
    health: str  # Managing: energy {before} in the first half, {after} in the second ({count} days)

class DecidingCommandDecidingOption(Table):
    json: str  # show it as JSON

class DecidingCommandDeciding(Table):
    summary: str  # how deciding goes: speed, changes, what came back, how well you judge
    examples: str  # coach deciding
    option: DecidingCommandDecidingOption

class DecidingCommandDecideOption(Table):
    words: str  # what is to be decided; without it, those that are active
    option: str  # one of the options; two at least
    decider: str  # who decides; a domain says it, too
    by: str  # until when
    cross: str  # others wait for it: 36 hours
    frame: str  # it touches the direction, or what is given up for it
    gives_up: str  # what is given up
    reversal: str  # the new evidence that would change it
    outcome: str  # what will be seen if it was right
    due: str  # when that can be seen
    odds: str  # how likely that is, 50 to 95
    failure: str  # a cause in your own hands for which it could fail; up to two
    domain: str  # whose page says who decides
    of: str  # what it came from
    choose: str  # decided already: which option
    made: str  # the day it was made, if that was earlier
    because: str  # why
    dissent: str  # what was said against it, and by whom
    json: str  # show it as JSON

class DecidingCommandDecide(Table):
    summary: str  # write down a decision, or show those that are active
    examples: str  # coach decide "Which price first" --option yearly --option "leave it" --decider I --cross
    option: DecidingCommandDecideOption

class DecidingCommandDecidedOption(Table):
    words: str  # reverse, outcome or close before its reference; after outcome yes or no
    choose: str  # which option, by its number or words
    reversal: str  # the new evidence that would change it
    because: str  # why
    dissent: str  # what was said against it, and by whom
    outcome: str  # what will be seen if it was right
    due: str  # when that can be seen
    odds: str  # how likely that is, 50 to 95
    made: str  # the day it was made, if that was earlier
    evidence: str  # what is known now and was not known then
    process: str  # how well it was decided, 1 to 5
    plain: str  # ask line by line
    json: str  # show it as JSON

class DecidingCommandDecided(Table):
    summary: str  # decide, reverse, review or close a decision
    examples: str  # coach decided 3fa2 --choose yearly --dissent "Ana: too early"
    option: DecidingCommandDecidedOption

class DecidingCommandTriageOption(Table):
    words: str  # what it is
    ambiguity: str  # low or high
    coupling: str  # low or high
    reversible: str  # yes or no
    of: str  # the commitment or decision it is about
    split: str  # make two commitments of it
    lead: str  # the part that needs a direction
    manage: str  # the part that needs doing
    handoff: str  # what goes from one part to the other
    over_until: str  # until when one more than your limit is all right
    over_because: str  # what that exception is for
    json: str  # show it as JSON

class DecidingCommandTriage(Table):
    summary: str  # lead, manage or split: twenty seconds on anything
    examples: str  # coach triage the new price list --ambiguity high --coupling high --reversible no
    option: DecidingCommandTriageOption

class DecidingCommandRightsOption(Table):
    words: str  # the domain; without it, all pages
    name: str  # another name for it
    recommends: str  # who proposes one option
    input: str  # who is asked, and does not decide
    agrees: str  # who can stop it
    performs: str  # who does it afterwards
    decides: str  # who decides
    budget: str  # what it may cost at most
    risk: str  # what may go wrong without asking
    inside: str  # who may decide within these limits
    escalates: str  # what brings it up by itself
    looked: str  # its limits were looked at
    json: str  # show it as JSON

class DecidingCommandRights(Table):
    summary: str  # who decides what: one page a domain
    examples: str  # coach rights
    option: DecidingCommandRightsOption

class DecidingCommandForecastOption(Table):
    words: str  # a reference or a text, then 5 to 9, or yes or no
    json: str  # show it as JSON

class DecidingCommandForecast(Table):
    summary: str  # how likely something is to be done by Friday, and whether it was
    examples: str  # coach forecast 3fa2 8            a commitment, 80%
    option: DecidingCommandForecastOption

class DecidingCommandTallyOption(Table):
    action: str  # start, me, other or stop; without it, what it says so far
    words: str  # what the decision was, if you like
    json: str  # show it as JSON

class DecidingCommandTally(Table):
    summary: str  # count for two weeks which decisions needed you
    examples: str  # coach tally start
    option: DecidingCommandTallyOption

class DecidingCommandUncertaintyOption(Table):
    words: str  # a commitment by its reference, or a text; then three numbers from 0 to 5
    json: str  # show it as JSON

class DecidingCommandUncertainty(Table):
    summary: str  # how uncertain things under way are, week by week
    examples: str  # coach uncertainty 3fa2 4 2 4       who it is for, how it is made, who has to go along: 0 known, 5 a guess
    option: DecidingCommandUncertaintyOption

class DecidingCommandHandoverOption(Table):
    words: str  # which kind of decision; without it, what is handed over
    to: str  # who decides it from now on
    boundary: str  # up to where they decide alone
    look: str  # which one you looked at
    went: str  # alike, otherwise, outside its limits, or none came up
    take_back: str  # which one is decided here again
    json: str  # show it as JSON

class DecidingCommandHandover(Table):
    summary: str  # hand over one kind of decision, within limits, and look how it goes
    examples: str  # coach handover refunds --to Jonas --boundary "200 a case; two in a week come to me"
    option: DecidingCommandHandoverOption

class DecidingCommandTendaysOption(Table):
    action: str  # start, pause, resume or stop; without it, where it is
    json: str  # show it as JSON

class DecidingCommandTendays(Table):
    summary: str  # ten days that take leading and managing apart
    examples: str  # coach tendays start
    option: DecidingCommandTendaysOption

class DecidingCommand(Table):
    deciding: DecidingCommandDeciding
    decide: DecidingCommandDecide
    decided: DecidingCommandDecided
    triage: DecidingCommandTriage
    rights: DecidingCommandRights
    forecast: DecidingCommandForecast
    tally: DecidingCommandTally
    uncertainty: DecidingCommandUncertainty
    handover: DecidingCommandHandover
    tendays: DecidingCommandTendays

class DecidingForecast(Table):
    own: str  # something else
    what: str  # What is to be done by Friday?
    none: str  # Nothing was forecast. `coach forecast TEXT 8` says: 80% by Friday.
    open: str  # open
    ask: str  # Done by Friday?
    little: str  # {n} of the {needed} it takes have ended; how well you judge is said from {needed} on.
    over: str  # {n} came out: {came} of them came true, {expected} were expected. You are surer than it turns out. Score {brier} (0 is perfect, .25 a coin).
    under: str  # {n} came out: {came} of them came true, {expected} were expected. It turns out better than you say. Score {brier} (0 is perfect, .25 a coin).
    fits: str  # {n} came out: {came} of them came true, {expected} were expected. That fits. Score {brier} (0 is perfect, .25 a coin).

class Deciding(Table):
    title: str  # Decide
    row_open: str  # Decide
    row_outcome: str  # What came of it
    row_forecast: str  # Was it done
    row_rights: str  # Limits to look at
    decide_title: str  # Decide: {name}
    review_title: str  # What came of: {name}
    new: str  # A decision
    me: str  # I
    criterion: str  # “{name}” would change if: {evidence}
    change: str  # Change the decision
    new_about: str  # Two options at least. What you do not know yet stays empty.
    about_chosen: str  # The option, by its number. Nothing is rewritten later: only new evidence reverses it.
    about_reversal: str  # One thing you could come to know that would change it. Without it nothing can be learned from it.
    about_because: str  # In a few lines. You read it again when you know how it went.
    about_dissent: str  # Who saw it otherwise, and why. A dissent that is written down need not be repeated.
    about_outcome: str  # Something one can see, by when, and how likely you think it (50 to 95, hidden until then). Without it nothing can be said later of how it was decided. Enter leaves it out.
    about_came: str  # What was expected, and how likely you thought it, is shown afterwards.
    about_process: str  # Apart from the outcome: would you decide that way again, with what you knew then?
    rights_line: str  # {name}, decided by: {decides}
    forecast_line: str  # {name}: {odds}% by {day}
    active: str  # {count} of {most} active
    none: str  # Nothing is to be decided. a writes a decision down, t triages anything in 20 seconds.
    none_past: str  # Nothing was decided yet.
    history: str  # decided before
    triaged: str  # triaged lately
    next: str  # next
    about_next: str  # No clock runs. a writes a decision down, t triages anything in 20 seconds.
    reverse: DecidingReverse
    ask: DecidingAsk
    draft: DecidingDraft
    called: DecidingCalled
    field: DecidingField
    touches: DecidingTouches
    cross: DecidingCross
    came: DecidingCame
    process: DecidingProcess
    state: DecidingState
    evidence: DecidingEvidence
    clock: DecidingClock
    fact: DecidingFact
    told: DecidingTold
    undo: DecidingUndo
    error: DecidingError
    height: DecidingHeight
    reversible: DecidingReversible
    way: DecidingWay
    triage: DecidingTriage
    split: DecidingSplit
    tally: DecidingTally
    rights: DecidingRights
    palette: DecidingPalette
    numbers: DecidingNumbers
    rule: DecidingRule
    scorecard: DecidingScorecard
    command: DecidingCommand
    forecast: DecidingForecast

class DiagnosisLean(Table):
    managing: str  # managing
    leading: str  # leading
    both: str  # both

class DiagnosisCalled(Table):
    diagnoses: tuple[str, ...]

class DiagnosisPalette(Table):
    diagnosis: str  # Five questions

class DiagnosisDraft(Table):
    diagnoses: str  # Begun, five questions

class DiagnosisError(Table):
    coach_diagnose_the_new_price: str  # `coach diagnose The new price`

class DiagnosisCommandDiagnoseOption(Table):
    text: str  # the situation, in a few words
    of: str  # a commitment instead
    json: str  # show it as JSON

class DiagnosisCommandDiagnose(Table):
    summary: str  # five questions: does a situation ask for managing or for leading
    examples: str  # coach diagnose The price for large teams
    option: DiagnosisCommandDiagnoseOption

class DiagnosisCommand(Table):
    diagnose: DiagnosisCommandDiagnose

class DiagnosisSays(Table):
    kept_as: str  # Kept {ref}: {leading}.

class Diagnosis(Table):
    title: str  # Five questions
    undo: str  # looked at
    what: str  # Which situation?
    what_about: str  # A few words: a project, a decision, a person, a week.
    what_label: str  # It is about
    crisis_no: str  # no
    what_needed: str  # it takes a situation in a few words
    answer_needed: str  # it takes an answer to one of the five
    blend: str  # {managing}% managing, {leading}% leading
    of_five: str  # from {count} of 5 answers
    here: str  # here
    usual: str  # usual
    expected: str  # In a season that is {context}, about {leading}% leading is usual.
    expected_crisis: str  # {when} of a crisis, about {leading}% leading is usual.
    expected_none: str  # What is usual is not known: the frame (f) names no kind of season yet.
    not_verdict: str  # Usual is no verdict: you know the situation.
    first_title: str  # What to do first
    leans: str  # What the answers say
    before: str  # Looked at before
    done: str  # Kept: {blend}.
    crisis_title: str  # A crisis?
    crisis_ask: str  # Is this a crisis, and since when?
    crisis_about: str  # In a crisis what is needed changes with the days.
    lean: DiagnosisLean
    called: DiagnosisCalled
    palette: DiagnosisPalette
    draft: DiagnosisDraft
    error: DiagnosisError
    command: DiagnosisCommand
    says: DiagnosisSays

class Digest(Table):
    title: str  # {first} to {last}
    energy: str  # Energy  {signs}  mean {mean} of {count}
    marks: str  # Commitments: {said}
    best_and_least: str  # Most often kept: {best}. Least often: {least}
    gave: str  # Gave energy: {said}
    took: str  # Took energy: {said}
    frames: str  # The frame changed {count}.
    turns: str  # Decided on {count}, the latest: {last}
    written: str  # {entries}, {signals}, {reviews}
    plan: str  # If-then: {line} ({came})
    open: str  # open

class EmphasisEfficient(Table):
    name: str  # Reliable, but running on empty
    sign: str  # {kept}% of your marks were kept while energy went from {before} to {after}.
    way: str  # Before another improvement: what was this meant to make possible, and for whom? One commitment can rest while you find out.

class EmphasisChaotic(Table):
    name: str  # Many beginnings
    sign: str  # The frame changed {changes} times, and {kept}% of your marks were kept.
    way: str  # Freeze the frame until the window and ship one slice of it. What is true after that is worth more than the next idea.

class EmphasisTorn(Table):
    name: str  # Doubts raised, nothing changed
    sign: str  # You said of {count} signals that they change something, and the window changed nothing.
    way: str  # Make two lists: what you would lose by letting go, and what staying costs you. Take both to the redesign window; decide there.

class EmphasisThroughCrisis(Table):
    name: str  # Executing through a crisis
    sign: str  # About {share}% of your time went into direction on the {of} days that say how much, where about {usual}% is usual in a crisis.
    way: str  # Give one weekly delivery hour to a different question: what is still true?

class EmphasisNoBase(Table):
    name: str  # Vision without delivery
    sign: str  # About {share}% of your time went into direction on the {of} days that say how much, and {kept}% of your marks were kept.
    way: str  # Choose the one commitment the vision rests on, and make it smaller until it is kept.

class EmphasisStage(Table):
    name: str  # A different mix from what is usual at this stage of a career
    sign: str  # About {share}% of your time went into direction on the {of} days that say how much; about {usual}% is usual.
    way: str  # It may be right for you. If it is not: ask one person who has been there which of the two they would practise now.

class EmphasisLostInOperations(Table):
    name: str  # You write about leading and spend the day operating
    sign: str  # {leads}% of your entries with a mode are about leading, and about {share}% of your time went into direction on the {of} days that say how much.
    way: str  # Hand one kind of operating decision to somebody, with a written limit, and put the hour into the week as a direction slot.

class EmphasisWithoutAuthority(Table):
    name: str  # Setting direction without the authority to carry it
    sign: str  # About {share}% of your time went into direction on the {of} days that say how much, and {count} signals were about people.
    way: str  # Either get the authority put in writing, or pick the one change you can make with the authority you have.

class EmphasisOneHalf(Table):
    name: str  # One half missing
    sign: str  # About {share}% of your time went into direction on the {of} days that say how much, and {kept}% of your marks were kept.
    way: str  # Find a partner for the other half, or give it a fixed hour: neither half replaces the other.

class EmphasisReplant(Table):
    name: str  # The practice may need a fresh start
    sign: str  # {kept}% of your marks were kept; energy is {after}, in the same weeks a year ago it was {before}.
    way: str  # You deliver, but something else has gone. A fresh start is three questions about what this is for (Reflect, v, then p).

class EmphasisReplantMeaning(Table):
    name: str  # The practice may need a fresh start
    sign: str  # {kept}% of your marks were kept, and you often worked without saying what it is for.
    way: str  # You deliver, but the reason has gone quiet. A fresh start is three questions about what this is for (Reflect, v, then p).

class EmphasisReplantOutside(Table):
    name: str  # The practice may need a fresh start
    sign: str  # In {weeks} weeks you wrote {count} entries about leading and parked no signal.
    way: str  # The direction is on your mind, and not in the practice. A fresh start is three questions about what this is for (Reflect, v, then p).

class EmphasisTheory(Table):
    name: str  # Theory without practice
    sign: str  # You read {count} times in these weeks and tried out nothing of it.
    way: str  # One idea, one meeting, this week: Commitments, r, has “Try one idea on a real situation”.

class EmphasisExperience(Table):
    name: str  # Experience without reflection
    sign: str  # You checked in on {count} days and did not look back once.
    way: str  # Fifteen minutes on Friday, beside your own records: Reflect, w.

class EmphasisComfort(Table):
    name: str  # Only what you can do already
    sign: str  # In {weeks} weeks there was no trial, no practice and nothing prepared.
    way: str  # Take one thing just beyond what you can do today, for two weeks: t on Today.

class EmphasisNoFeedback(Table):
    name: str  # No feedback
    sign: str  # In {weeks} weeks you asked nobody.
    way: str  # One question to one person this month: Assess, b.

class Emphasis(Table):
    efficient: EmphasisEfficient
    chaotic: EmphasisChaotic
    torn: EmphasisTorn
    through_crisis: EmphasisThroughCrisis
    no_base: EmphasisNoBase
    stage: EmphasisStage
    lost_in_operations: EmphasisLostInOperations
    without_authority: EmphasisWithoutAuthority
    one_half: EmphasisOneHalf
    replant: EmphasisReplant
    replant_meaning: EmphasisReplantMeaning
    replant_outside: EmphasisReplantOutside
    theory: EmphasisTheory
    experience: EmphasisExperience
    comfort: EmphasisComfort
    no_feedback: EmphasisNoFeedback

class EvidenceFact(Table):
    energy: str  # Energy {mean} on average, {count} of {of} said.
    energy_little: str  # Energy was noted on {count}; eight are needed to compare.
    day: str  # {day}: {said}
    gave: str  # + {tag}, {count}
    gave_effect: str  # + {tag}, {count}. Over {n} days with it energy was {mean}, on the other {rest} days {others}.
    took: str  # − {tag}, {count}
    took_effect: str  # − {tag}, {count}. Over {n} days with it energy was {mean}, on the other {rest} days {others}.
    quote: str  # “{said}” {day}
    marks: str  # {name}: {said}
    marks_why: str  # {name}: {said} ({why})
    turn: str  # {day}: {said}
    reviews: str  # {count} of {of} that were due
    number_flow: str  # Flow went from {first} to {last}, told {count} times
    number_outcome: str  # Outcome went from {first} to {last}, told {count} times
    signals_waiting: str  # {count} parked in these days, out of sight until the window
    signals_more: str  # {count} were parked in these days; these are the latest
    energy_before: str  # {mean} on average, {count} said, in the {of} days before
    tag_before: str  # {tag}: {count} in these days, {before} in those before
    contradicts: str  # You name “{named}”. Your check-ins name “{other}” on {count} of {of} days, “{named}” on {own}. What do you make of that?
    signal: str  # Parked on {day}: {said}
    frame: str  # The frame since {day}: {said}
    modes: str  # {count} with a mode: {said}
    mostly: str  # {count} named: {said}
    reason: str  # {count} because of “{reason}”
    question: str  # Still open, {day}: {said}
    patterns_little: str  # {count} with an energy: too little to go on. From eight on, patterns are looked for.
    patterns_none: str  # Nothing in the weeks up to here is more than chance alone would give.
    against_day: str  # {day}, energy {energy} of 5
    against_mark: str  # {day}, kept
    against_missed: str  # {day}, not kept
    experiment: str  # Tried since {day}: {said}
    experiment_marks: str  # As a trial: {said}
    experiment_free: str  # It was no commitment, so nothing was marked.
    feedback: str  # {day}, {role}: {said}
    rounds: str  # {name}: {count}
    rounds_next: str  # {name}: {count}; next time: {adjust}
    ladder: str  # {ladder}: {stand} of {of} levels reached. Next: {next}
    practice: str  # Practised: {name}, {said}
    expected: str  # Where you stand, usually about {leading}% is leading: {context}.
    expected_crisis: str  # {context} of a crisis, usually about {leading}% is leading.
    pace_fast: str  # Your field moves fast: there it is rather more.
    pace_stable: str  # Your field is stable: there it is rather less.
    actual_days: str  # About {share}% of your days went into direction: {of} days say how much (an hour counts as 12%, most of it as 80%).
    actual_little: str  # {of} days say how much of them went into direction; {needed} are needed to compare. The check-in asks, if you want to say.
    said_then: str  # {name}, {day}: {said}
    direction_since: str  # The direction stands since {day}: {said}
    no_frame: str  # No direction is written down.
    whys: str  # {count} of {of} commitments say what they serve
    specific: str  # {count} of {of} commitments have a rhythm or a day
    told: str  # {count} of {of} marks say how it went and, for misses, what got in the way
    growth: str  # {count} of {of} commitments were practices or trials
    adapted: str  # Terms changed, or a gate passed: {count}
    sealed: str  # {question}: {said}
    settled_change: str  # You said this changes something ({day}): {said}
    settled: str  # {day}: {said} You answered: {settled}.

class Evidence(Table):
    title: str  # your records
    the_fact: str  # what it says
    behind: str  # what it rests on
    none: str  # No record speaks to this.
    against: str  # Against it:
    no_against: str  # Nothing in these days speaks against it.
    gone: str  # That record is gone.
    fact: EvidenceFact

class ExchangeFormat(Table):
    archive: str  # An archive of coach
    jrnl: str  # A journal of jrnl
    day_one: str  # A journal of Day One
    csv: str  # A table of entries
    markdown: str  # Notes in Markdown
    taskwarrior: str  # Tasks of Taskwarrior
    org: str  # A journal in org
    logseq: str  # A graph of Logseq
    loop: str  # Habits of Loop
    daylio: str  # Moods and notes of Daylio
    answer: str  # An answer to a packet
    form: str  # a form that others filled in

class ExchangeLeft(Table):
    no_text: str  # no words in it
    no_date: str  # no day it belongs to
    unclear_date: str  # “{said}” may be two days; write it like 2026-11-20 or 20.11.2026
    ahead: str  # its day lies ahead
    year: str  # its year is out of reach
    photos: str  # pictures and sounds stay where they are
    deleted: str  # deleted
    instance: str  # one of a row: the row itself comes in
    limit: str  # your limit is {limit} at a time
    annotations: str  # its annotations
    due: str  # the day it is due, which lies behind us or beyond its gate
    unchecked: str  # never checked
    mood: str  # “{mood}” is no mood that Daylio names, so nobody knows what it is worth
    checked_in: str  # you checked in on that day here, and that stays
    rhythm: str  # nothing here comes “{rhythm}”

class ExchangeBad(Table):
    settings: str  # its settings are no table
    marks: str  # what machines remember of its records is not as coach writes it
    kept: str  # Nothing was changed
    no_file: str  # there is no {path}
    cannot_read: str  # it cannot be read: {why}
    no_format: str  # there is no format “{name}”; there are {known}
    folder: str  # a folder cannot be {name}
    empty_folder: str  # there is nothing in it that can be read: Markdown, org, a graph of Logseq, or the tables of Loop
    wants_a_folder: str  # a graph of Logseq is a folder: name the one that holds its journals
    no_plain_file: str  # it is no file
    too_large: str  # it is larger than what can come in at once (12 MB of text); it can come in parts
    too_many: str  # it holds more than {count} records, which is the most at once; it can come in parts
    too_deep: str  # it is nested too deep
    bomb: str  # it unpacks to far more than it is
    zip: str  # there is no journal in this zip; a backup of coach comes back with `coach restore`
    broken_zip: str  # the zip is broken ({why})
    unknown: str  # cannot tell what it is; --format says so: {known}
    unknown_json: str  # it is JSON of nothing that is known here
    no_text: str  # it is not text in UTF-8
    no_json: str  # it is no JSON ({why})
    no_csv: str  # it is no table ({why})
    columns: str  # a table needs a column for the day (date, datum, at, day, created) and one for the words (text, entry, note, title, eintrag, notiz)
    no_entry: str  # it is no entry
    no_entries: str  # there are no entries in it
    no_task: str  # it is no task
    no_moment: str  # “{said}” is no moment
    before_first: str  # an entry begins with its date; this stands before the first one
    version: str  # its version is {version}, which only a newer coach reads
    no_records: str  # there are no records in it
    kind: str  # there is no kind “{kind}”
    id: str  # it has no id
    twice: str  # its id is there twice
    record: str  # it makes no sense ({why})
    day: str  # {day} is out of reach
    misplaced: str  # it happens at no time, or stays at one
    other_kind: str  # what is called {id} here is of another kind

class ExchangeScreen(Table):
    over: str  # Write over it?
    over_lines: str  # {path} is there already, and coach did not write it as it is now.
    title: str  # out and in
    under_way: str  # under way
    keys: str  # enter takes out   i brings in
    out: str  # take out
    json: str  # Everything, as one archive
    json_about: str  # JSON with a documented schema. Brought into an empty home it is everything again.
    markdown: str  # The journal, as one page
    markdown_about: str  # Markdown, a heading a day.
    folder: str  # The journal, as a folder
    folder_about: str  # Markdown, a file an entry in a folder a month, with its facts in front. Obsidian reads it.
    html: str  # The journal, as a page for a browser
    html_about: str  # HTML, one file that asks nobody for anything.
    org: str  # The journal, in org
    org_about: str  # For Emacs: a heading a day, the entries below it. It comes in again word for word.
    pdf: str  # The journal, as a book
    pdf_about: str  # PDF, for paper. Ten years take some seconds.
    csv: str  # Tables
    csv_about: str  # CSV, a file for each kind of record.
    ics: str  # The calendar
    ics_about: str  # Seasons, reviews and gates as .ics. Written again, it updates them.
    import_about: str  # An archive of coach, jrnl, Day One, Obsidian, Logseq, org, CSV, Daylio, Loop, Taskwarrior, or an answer to a packet.
    where: str  # Where to?
    where_about: str  # A file, or a folder for it. It is written whole or not at all.
    which: str  # Which file or folder?
    which_about: str  # First you see what would come in, and what will not fit.
    working: str  # {done} of {of}
    stops: str  # escape stops it and leaves nothing behind

class ExchangePalette(Table):
    exchange: str  # Export and import

class ExchangeError(Table):
    coach_export_format_o: str  # `coach export --format {format} -o …`
    there_are: str  # There are: {value}

class ExchangeCommandExportOption(Table):
    folder: str  # markdown: a file an entry, in a folder a month
    since: str  # from this day, month or year on
    until: str  # up to and with this day, month or year
    output: str  # where to; else what is one file goes to stdout
    force: str  # write over a file that is there
    schema: str  # the JSON Schema of the archive, and nothing else

class ExchangeCommandExport(Table):
    summary: str  # take everything out, in formats others read
    examples: str  # coach export -o ~/coach.json                  everything; `coach import` takes it in again
    option: ExchangeCommandExportOption

class ExchangeCommandImportOption(Table):
    of: str  # the packet it answers, where the file does not say so
    file: str  # a file or a folder
    dry_run: str  # only show what would come in
    deleted: str  # what you deleted here since comes back too
    yes: str  # do not ask
    json: str  # one object: what came in, by kind and id

class ExchangeCommandImport(Table):
    summary: str  # bring in an archive, another journal, tasks or an answer
    examples: str  # coach import ~/coach.json --dry-run     what would come in, and what will not fit
    option: ExchangeCommandImportOption

class ExchangeCommand(Table):
    export: ExchangeCommandExport

class ExchangeSays(Table):
    task: str  # task {place}
    entry_of: str  # {name}, entry {place}
    is_no_number: str  # {name} is no number
    entry: str  # entry {place}
    line: str  # line {number}
    line_of: str  # {name}, line {number}
    what_it_is_where_that_is: str  # what it is, where that is not plain: {known}
    json_holds_everything: str  # {formats}; json holds everything
    csv_only_this_table: str  # csv: only this table: {kinds}

class Exchange(Table):
    journal: str  # Journal
    stopped: str  # stopped
    stopped_kept: str  # Nothing was left behind
    nothing_to_export: str  # there is nothing to export yet
    no_kind: str  # “{kind}” is no kind of table
    no_folder: str  # only Markdown is written as a folder of files
    needs_file: str  # this goes into a file: name it with -o
    wrote: str  # Written: {path}
    found: str  # {format}:
    new: str  # {count} new, {first} to {last}
    changed: str  # {count} in a later version, {first} to {last}
    beside: str  # {count} changed on both sides: the other version is kept beside it, {first} to {last}
    known: str  # {count} here already
    deleted: str  # {count} you deleted here: they stay deleted, unless you add --deleted
    unknown_kind: str  # {count} of “{kind}”, which only a newer coach knows: kept as they are
    other: str  # {count} here in other words: yours stay
    does_not_fit: str  # {count} will not fit:
    more_left: str  # and {count} more
    nothing_new: str  # Nothing new in it.
    settings: str  # Its settings come too, as far as they fit: nothing was chosen here yet. (Undo leaves them.)
    undo: str  # imported {count} from {name}
    ask: str  # Bring this in?
    only_shown: str  # This only looked; without --dry-run it comes in.
    not_done: str  # Nothing was changed.
    done: str  # In. One `coach undo` takes all of it back.
    done_app: str  # In. u takes all of it back.
    done_answer: str  # The answer is in the feedback log (coach feedback). One `coach undo` takes it back.
    done_app_answer: str  # The answer is in the feedback log: 7, then b. u takes it back.
    nothing_done: str  # Nothing to bring in.
    format: ExchangeFormat
    left: ExchangeLeft
    bad: ExchangeBad
    screen: ExchangeScreen
    palette: ExchangePalette
    error: ExchangeError
    command: ExchangeCommand
    says: ExchangeSays

class FeedbackSide(Table):
    leading: str  # The why
    managing: str  # The how
    both: str  # Both

class FeedbackRole(Table):
    team: str  # team
    peer: str  # peer
    manager: str  # manager
    mentor: str  # mentor
    observer: str  # was there
    other: str  # other

class FeedbackField(Table):
    role: str  # Whom
    name: str  # Name or initial
    asked: str  # In these words
    expected: str  # What you expect
    seen: str  # How they see it
    answer: str  # What they said
    will: str  # What follows

class FeedbackAsk(Table):
    role: str  # The role is kept; a name is up to you.
    name: str  # May stay empty. A packet for a mentor never carries it unless you say so.
    asked: str  # As you will say them, or said them.
    expected: str  # Your guess before you hear it: y yes, p partly, n no. A wrong guess is where you learn most.
    seen: str  # Their answer on the same three steps: y yes, p partly, n no. May wait until they answered.
    answer: str  # As close to their words as you can. It may come later: the question waits in the log.
    will: str  # One thing, or thanks and nothing. Both are answers.

class FeedbackStep(Table):
    yes: str  # yes
    partly: str  # partly
    no: str  # no

class FeedbackSuggested(Table):
    managing: tuple[str, ...]
    leading: tuple[str, ...]
    strain: tuple[str, ...]
    even: tuple[str, ...]
    open: tuple[str, ...]

class FeedbackCalled(Table):
    feedback: tuple[str, ...]

class FeedbackPalette(Table):
    feedback: str  # Feedback

class FeedbackDraft(Table):
    feedback: str  # Begun, feedback

class FeedbackToday(Table):
    row: str  # Ask
    month: str  # {role}: one thing to do better
    hard: str  # somebody who was there: what went well, what could be better?
    year: str  # once a year: one of each, all round

class FeedbackError(Table):
    coach_feedback_add: str  # `coach feedback add …`
    coach_feedback_shows_what_was_asked: str  # `coach feedback` shows what was asked
    is_no_feedback: str  # “{of}” is no feedback
    nothing_was_changed: str  # Nothing was changed
    nothing_was_kept: str  # Nothing was kept
    there_is_no_question: str  # there is no question “{question}”

class FeedbackCommandFeedbackOption(Table):
    action: str  # add
    asked: str  # add: the question, when it is your own
    question: str  # add: one that is ready, see --questions
    questions: str  # list the ready ones
    of: str  # add: one that was asked before, to be answered now
    json: str  # show it as JSON

class FeedbackCommandFeedback(Table):
    summary: str  # what others were asked and said
    examples: str  # coach feedback                  the log, and what was expected beside what was heard
    option: FeedbackCommandFeedbackOption

class FeedbackCommand(Table):
    feedback: FeedbackCommandFeedback

class FeedbackSays(Table):
    kept_as: str  # Kept {ref}: {asked}
    there_are: str  # There are: {value}

class Feedback(Table):
    title: str  # asked and heard
    none: str  # Nothing was asked yet. One question to one person is enough for a month.
    none_yet: str  # nobody was asked yet
    none_yet_do: str  # `coach feedback --questions` has some that are ready
    answer_later: str  # When the answer comes: `coach feedback add --of {ref} --answer …`
    add_missing: str  # these words go with add
    of_what: str  # there is nothing to add to it
    of_how: str  # --seen, --answer, --will and the others say what came
    undo: str  # asked
    undo_later: str  # put off asking
    heading: str  # Ask, and what came of it
    gap: str  # expected and heard
    gap_none: str  # Say beforehand what you expect, and the difference shows here.
    gap_line: str  # {side}: {n}, {lower} lower than you expected, {same} as expected, {higher} higher
    gap_heard: str  # {side}, {n} answered: {yes} yes, {partly} partly, {no} no
    own: str  # in your own words
    pick: str  # Which question?
    pick_about: str  # y copies it later. The words can be changed.
    row_open: str  # no answer yet
    needs_question: str  # feedback needs the question that was asked
    kept: str  # Kept.
    which: str  # Which line?
    kept_open: str  # Kept. When the answer comes, enter opens it here.
    copied: str  # Copied: {question}
    all_round: str  # Once a year, all round: one from above, two beside, two who work with you.
    side: FeedbackSide
    role: FeedbackRole
    field: FeedbackField
    ask: FeedbackAsk
    step: FeedbackStep
    suggested: FeedbackSuggested
    called: FeedbackCalled
    palette: FeedbackPalette
    draft: FeedbackDraft
    today: FeedbackToday
    error: FeedbackError
    command: FeedbackCommand
    says: FeedbackSays

class FindingsSays(Table):
    weekday_energy: str  # On a {subject} your energy was {inside} ({n} days), on other days {outside} ({rest} days).
    goes_with: str  # On {n} days with “{subject}” your energy was {inside}, on the other {rest} days {outside}.
    mostly: str  # On {n} days that were mostly {subject} your energy was {inside}, on the other {rest} days {outside}.
    level: str  # Your energy was {inside} in the last 13 weeks, {outside} in the 13 before ({n} and {rest} days).
    level_year: str  # Your energy was {inside} in the last 13 weeks, {outside} in the same weeks a year ago ({n} and {rest} days).
    low_spell: str  # {count} days in a row at 2 or below, since {day}. That is seldom for you.
    reason: str  # “{name}” was not kept {times} since {since}, {most} for one reason: {reason}.
    success: str  # “{name}”: {kept} of the last {of} kept, after {was} of the {before} before.
    drift_up: str  # “{name}” goes up: {inside} kept in the last {weeks} weeks, {outside} before ({n} and {rest} marks).
    drift_down: str  # “{name}” goes down: {inside} kept in the last {weeks} weeks, {outside} before ({n} and {rest} marks).
    silence: str  # “{name}” has had no mark for two weeks, since {day}. In the same days you wrote {checkins}.
    weekday_kept: str  # “{name}” on a {weekday}: {inside} kept of {n} times, on other days {outside} of {rest}.
    weekday_kept_all: str  # On a {weekday} you kept {inside} of what was due on {n} days, on the other {rest} days {outside}.
    signals: str  # {count} of the {of} signals that name a kind are about one: {subject}.
    number_up: str  # “{name}” rose from {began} to {ends} over {count}.
    number_down: str  # “{name}” fell from {began} to {ends} over {count}.
    said_took: str  # Looking back you named “{named}” as what took energy. Your check-ins name “{other}” on {count} of {of} days, “{named}” on {own}.
    said_gave: str  # Looking back you named “{named}” as what gave energy. Your check-ins name “{other}” on {count} of {of} days, “{named}” on {own}.
    plans: str  # Of your last {of} if-then lines, the moment of {count} never came.
    deciding_lead: str  # Decisions took {hours} hours at the median ({n}), before {hours_before} ({n_before}), and {changes} things were changed on the way, before {changes_before}.
    deciding_manage: str  # {flow} of what was due moved ({due} marks), before {flow_before} ({due_before}), while only {changes} things were changed.

class FindingsAsks(Table):
    deciding_lead: str  # Which one question, once it is answered, would settle several of these?
    deciding_manage: str  # What has waited longest, and whom can you ask about it today?
    plans: str  # What happens every day, without fail, that could be the if?
    weekday_energy: str  # What is different about that day, and what of it is yours to move?
    goes_with: str  # What would a week with one more of the better days look like?
    mostly: str  # What is it about those days, and when is the next one?
    level: str  # What changed around that time?
    level_year: str  # What is different from a year ago?
    low_spell: str  # What is one thing that could be lighter tomorrow?
    success: str  # What made this possible?
    drift_up: str  # What made this possible?
    drift_down: str  # What came in between?
    silence: str  # Is it still meant to be kept? Less, later or no longer are all good answers.
    weekday_kept: str  # What could that day have instead, or what would it need?
    weekday_kept_all: str  # What is that day for, if not for these?
    signals: str  # What do they ask for together?
    number_up: str  # What of what you did moved it?
    number_down: str  # What of what you did could have moved it, and what else?
    said_took: str  # What do you make of that?
    said_gave: str  # What do you make of that?

class FindingsKind(Table):
    deciding_lead: str  # deciding slows and changes
    deciding_manage: str  # less moves
    weekday_energy: str  # energy by weekday
    goes_with: str  # what goes with energy
    mostly: str  # what days were about
    level: str  # energy over time
    level_year: str  # energy, a year apart
    low_spell: str  # low days
    reason: str  # behind misses
    success: str  # going well
    drift_up: str  # rising
    drift_down: str  # falling
    silence: str  # no marks
    weekday_kept: str  # kept by weekday
    weekday_kept_all: str  # kept by weekday
    signals: str  # signals
    plans: str  # if-then lines
    number_up: str  # the two numbers
    number_down: str  # the two numbers
    said_took: str  # said and recorded
    said_gave: str  # said and recorded

class Findings(Table):
    others: str  # other days
    other_reasons: str  # other reasons
    energy: str  # energy
    each_time: str  # each time
    some_times: str  # {count} of them
    now: str  # now
    then: str  # then
    before: str  # before
    last_weeks: str  # last {weeks} weeks
    all_of_it: str  # all your commitments
    says: FindingsSays
    asks: FindingsAsks
    kind: FindingsKind

class HandoverLabel(Table):
    text: str  # Which kind of decision
    to: str  # Who decides it from now on
    boundary: str  # Up to where, alone

class HandoverExplains(Table):
    text: str  # One that came up more than once, and that needed you.
    to: str  # One name. Tell them today; it is theirs from now on.
    boundary: str  # An amount, a risk, what brings it back. Within it they need not ask.

class HandoverHint(Table):
    text: str  # refunds
    to: str  # Jonas
    boundary: str  # 200 a case; two in a week come to me

class HandoverOutcome(Table):
    alike: str  # as I would have
    otherwise: str  # otherwise but within its limits
    outside: str  # outside its limits
    none: str  # nothing came up

class HandoverKey(Table):
    alike: str  # a
    otherwise: str  # o
    outside: str  # l
    none: str  # n

class HandoverUndo(Table):
    handed: str  # handed over {what}
    changed: str  # changed what was handed over: {what}
    looked: str  # looked at {what}
    ended: str  # took back {what}

class HandoverError(Table):
    text: str  # a kind of decision needs a name
    to: str  # somebody has to decide it from now on
    boundary: str  # what is handed over needs its limits
    do: str  # `coach handover TEXT --to NAME --boundary TEXT`
    outcome: str  # that is no way it went
    none: str  # nothing is handed over yet
    taken_back: str  # it was taken back already
    one_at_a_time: str  # hand over, look or take back: one at a time
    not_found: str  # “{typed}” is nothing that was handed over

class Handover(Table):
    title: str  # Handed over
    about: str  # One kind of decision each, with limits written down: {count} so far. One a day for ten days is a good beginning.
    none: str  # Nothing is handed over yet. a hands over one kind of decision: which, to whom, and up to where they decide alone.
    page: str  # Hand over a kind of decision
    page_about: str  # One a day for ten days. Write the limits before: what it may cost, what may go wrong, what brings it back to you.
    row: str  # How does it go
    row_about: str  # {what}, with {to}
    line: str  # {what}, decided by: {to}. Up to: {boundary}
    handed: str  # {to} decides from now on: {what}. You look at it in a week.
    changed: str  # Changed: {what}
    looked: str  # Noted: {said}
    ended: str  # Taken back: {what}
    steady: str  # steady
    taken_back: str  # taken back
    since: str  # Since {day}
    looks: str  # How it went, week by week: {said}
    asked: str  # How was it decided since you looked last?
    widen: str  # Outside its limits: write them narrower or clearer, enter on it changes them. That is what limits are for.
    settled: str  # Four looks in a row within the limits: it is steady, and you are not asked any more.
    label: HandoverLabel
    explains: HandoverExplains
    hint: HandoverHint
    outcome: HandoverOutcome
    key: HandoverKey
    undo: HandoverUndo
    error: HandoverError

class HelpAlways(Table):
    lines: tuple[str, ...]

class HelpToday(Table):
    title: str  # Today
    lines: tuple[str, ...]

class HelpCommitments(Table):
    title: str  # Commitments
    lines: tuple[str, ...]

class HelpCommitment(Table):
    title: str  # A commitment
    lines: tuple[str, ...]

class HelpGate(Table):
    title: str  # The gate
    lines: tuple[str, ...]

class HelpWeekly(Table):
    title: str  # The weekly reflection
    lines: tuple[str, ...]

class HelpReflect(Table):
    title: str  # Reflect
    lines: tuple[str, ...]

class HelpReflection(Table):
    title: str  # Looking back
    lines: tuple[str, ...]

class HelpReassess(Table):
    title: str  # The reassessment
    lines: tuple[str, ...]

class HelpQuestions(Table):
    title: str  # Three hard questions
    lines: tuple[str, ...]

class HelpSignals(Table):
    title: str  # The parked signals
    lines: tuple[str, ...]

class HelpGates(Table):
    title: str  # Every commitment at its gate
    lines: tuple[str, ...]

class HelpWindowGate(Table):
    title: str  # A gate in the window
    lines: tuple[str, ...]

class HelpFrameStep(Table):
    title: str  # The new frame
    lines: tuple[str, ...]

class HelpCloseWindow(Table):
    title: str  # Closing the window
    lines: tuple[str, ...]

class HelpRecords(Table):
    title: str  # What it rests on
    lines: tuple[str, ...]

class HelpBeside(Table):
    title: str  # Side by side
    lines: tuple[str, ...]

class HelpThread(Table):
    title: str  # Over time
    lines: tuple[str, ...]

class HelpVitality(Table):
    title: str  # Vitality
    lines: tuple[str, ...]

class HelpReading(Table):
    title: str  # Reading
    lines: tuple[str, ...]

class HelpFrame(Table):
    title: str  # The frame and the season
    lines: tuple[str, ...]

class HelpForm(Table):
    title: str  # A page to fill in
    lines: tuple[str, ...]

class HelpJournal(Table):
    title: str  # Journal
    lines: tuple[str, ...]

class HelpEntry(Table):
    title: str  # An entry
    lines: tuple[str, ...]

class HelpEditor(Table):
    title: str  # Writing
    lines: tuple[str, ...]

class HelpYear(Table):
    title: str  # A year
    lines: tuple[str, ...]

class HelpSettings(Table):
    title: str  # Settings
    lines: tuple[str, ...]

class HelpInsights(Table):
    title: str  # Insights
    lines: tuple[str, ...]

class HelpLooked(Table):
    title: str  # All that was looked at
    lines: tuple[str, ...]

class HelpDecide(Table):
    title: str  # Decide
    lines: tuple[str, ...]

class HelpDeciding(Table):
    title: str  # A decision
    lines: tuple[str, ...]

class HelpDrafts(Table):
    title: str  # Begun
    lines: tuple[str, ...]

class HelpLate(Table):
    title: str  # Look back late
    lines: tuple[str, ...]

class HelpDecidingNumbers(Table):
    title: str  # How deciding goes
    lines: tuple[str, ...]

class HelpCalendar(Table):
    title: str  # What meetings are for
    lines: tuple[str, ...]

class HelpHandovers(Table):
    title: str  # Handed over
    lines: tuple[str, ...]

class HelpTenDays(Table):
    title: str  # Ten days
    lines: tuple[str, ...]

class HelpRights(Table):
    title: str  # Who decides what
    lines: tuple[str, ...]

class HelpLearned(Table):
    title: str  # What you learned
    lines: tuple[str, ...]

class HelpTrial(Table):
    title: str  # The end of a trial
    lines: tuple[str, ...]

class HelpAssess(Table):
    title: str  # Assess
    lines: tuple[str, ...]

class HelpInstrument(Table):
    title: str  # The assessment
    lines: tuple[str, ...]

class HelpAssessment(Table):
    title: str  # What an assessment shows
    lines: tuple[str, ...]

class HelpTrend(Table):
    title: str  # Over time
    lines: tuple[str, ...]

class HelpFiveQuestions(Table):
    title: str  # Five questions
    lines: tuple[str, ...]

class HelpFeedback(Table):
    title: str  # Feedback
    lines: tuple[str, ...]

class HelpLadders(Table):
    title: str  # Ladders
    lines: tuple[str, ...]

class HelpLevel(Table):
    title: str  # A level
    lines: tuple[str, ...]

class HelpRate(Table):
    title: str  # Rating a ladder
    lines: tuple[str, ...]

class HelpMentor(Table):
    title: str  # Mentor
    lines: tuple[str, ...]

class HelpPacket(Table):
    title: str  # A packet, before it leaves
    lines: tuple[str, ...]

class HelpExact(Table):
    title: str  # Exactly what leaves
    lines: tuple[str, ...]

class HelpNames(Table):
    title: str  # Names that stay out
    lines: tuple[str, ...]

class HelpExchange(Table):
    title: str  # Out and in
    lines: tuple[str, ...]

class Help(Table):
    keys: str  # keys here
    about: str  # what it is for
    keys_everywhere: str  # keys everywhere
    always_title: str  # good to know
    always: HelpAlways
    today: HelpToday
    commitments: HelpCommitments
    commitment: HelpCommitment
    gate: HelpGate
    weekly: HelpWeekly
    reflect: HelpReflect
    reflection: HelpReflection
    reassess: HelpReassess
    questions: HelpQuestions
    signals: HelpSignals
    gates: HelpGates
    records: HelpRecords
    beside: HelpBeside
    thread: HelpThread
    vitality: HelpVitality
    reading: HelpReading
    frame: HelpFrame
    form: HelpForm
    journal: HelpJournal
    entry: HelpEntry
    editor: HelpEditor
    year: HelpYear
    settings: HelpSettings
    insights: HelpInsights
    looked: HelpLooked
    decide: HelpDecide
    deciding: HelpDeciding
    drafts: HelpDrafts
    late: HelpLate
    calendar: HelpCalendar
    handovers: HelpHandovers
    rights: HelpRights
    learned: HelpLearned
    trial: HelpTrial
    assess: HelpAssess
    instrument: HelpInstrument
    assessment: HelpAssessment
    trend: HelpTrend
    feedback: HelpFeedback
    ladders: HelpLadders
    level: HelpLevel
    rate: HelpRate
    mentor: HelpMentor
    packet: HelpPacket
    exact: HelpExact
    names: HelpNames
    exchange: HelpExchange

class InsightsItself(Table):
    little: str  # Half of what I would say is held back by a coin. Of {said} commitments I spoke of and {held} I kept silent about, four weeks can be compared: too few, {needed} of each are needed. The setting half_unsaid ends it.
    differs: str  # Four weeks after I spoke of a commitment ({said} of them), keeping had moved by {after_said} points; after a coin held me back ({held}), by {after_held}. That is beyond chance. The setting half_unsaid ends the test.
    same: str  # Four weeks after I spoke of a commitment ({said} of them), keeping had moved by {after_said} points; after a coin held me back ({held}), by {after_held}. That cannot be told from chance: my speaking may not help. The setting half_unsaid ends the test.

class InsightsPicture(Table):
    tried: str  # what trials showed
    energy: str  # energy
    weekday: str  # by weekday
    goes_with: str  # what goes with energy
    kept: str  # what was kept, and what it moved
    found: str  # what is clear
    trust: str  # how far to trust this

class InsightsCalled(Table):
    findings: tuple[str, ...]
    looks: tuple[str, ...]

class InsightsCommandInsightsOption(Table):
    since: str  # the first day that is looked at; a year back if not
    until: str  # the last day that is looked at, if not today
    all: str  # everything that was looked at, also what is not clear
    json: str  # for a program

class InsightsCommandInsights(Table):
    summary: str  # what your records say of your weeks, and how far to trust it
    examples: str  # coach insights
    option: InsightsCommandInsightsOption

class InsightsCommandNoticedOption(Table):
    useful: str  # it helped
    not_useful: str  # it did not
    wrong: str  # it is not so
    later: str  # say it again another day
    json: str  # for a program

class InsightsCommandNoticed(Table):
    summary: str  # what the coach noticed today, and your answer to it
    examples: str  # coach noticed
    option: InsightsCommandNoticedOption

class InsightsCommand(Table):
    insights: InsightsCommandInsights
    noticed: InsightsCommandNoticed

class Insights(Table):
    undo_told: str  # told what was noticed
    undo_look: str  # looked at the weeks
    undo_reply: str  # answered “{said}” to what was noticed
    nothing: str  # Nothing stands out that chance alone would not give as well.
    trust: str  # {weeks} to {day}: {looked} patterns checked, {found} shown; chance alone would give {chance}.
    counted_to: str  # counted to {day}
    by_chance_few: str  # less than one
    by_chance: str  # about {count}
    none_today: str  # Nothing today. At most one thing a day is said, three a week, and each once.
    against: str  # Against it:
    look: str  # the weeks up to {day}: {looked} patterns checked, {found} found
    chance: str  # by chance alone about one time in {times}
    chance_seldom: str  # by chance alone less than one time in 1,000
    chance_plain: str  # chance alone gives as much
    chance_counted: str  # counted, not estimated
    replied: str  # Noted: {said}. It was: {told}
    nothing_to_answer: str  # Nothing was said today that could be answered.
    looked_at: str  # All that was looked at
    looking: str  # Looking at your weeks.
    quarter: str  # the last 13 weeks
    cycle: str  # the cycle since {day}
    year: str  # the last 52 weeks
    full: str  # full
    steady: str  # steady
    empty: str  # empty
    none_said: str  # No check-in says an energy yet. Where one does, a line begins here.
    level_none: str  # Your energy keeps its level: {count} said of {of}.
    level_plain: str  # {count} said of {of}.
    level_short: str  # {count} said of {of}. The 13 weeks before are not there yet to compare with.
    mean_hint: str  # mean of 7 days, {n} of {of} days, enter the numbers
    weekday_none: str  # No weekday differs more than chance would explain.
    measured: str  # enter the days
    goes_none: str  # Tags of check-ins and entries show here once some of them return: four days in each half.
    goes_plain: str  # None of these is sure yet: chance alone would give as much.
    sure_hint: str  # ● beyond chance, in both halves
    kept_a_week: str  # kept a week
    kept_last: str  # {kept} of {of} in 7 days
    kept_none: str  # Marks, the two numbers of the frame and where the days went show here.
    kept_plain: str  # Nothing rises or falls more than it does anyway.
    days: str  # days
    trial_over: str  # a trial is over
    trial_runs: str  # a trial runs
    trial_decides: str  # decide: keep it, drop it, try it again
    became: str  # enter what became of it
    itself: InsightsItself
    picture: InsightsPicture
    called: InsightsCalled
    command: InsightsCommand

class JournalCalled(Table):
    entries: tuple[str, ...]

class JournalPalette(Table):
    old_page: str  # An old page, whichever comes
    question_about: str  # A question about …
    from_template: str  # Write from a template
    year: str  # Year
    this_day: str  # On this day
    jump: str  # Go to date

class JournalAttached(Table):
    here: str  # attached: {name}  {path}
    gone: str  # attached: {name}  {path}, not there now
    ask: str  # Which file belongs to it?
    about: str  # Its path is remembered. Nothing of it is copied, so it stays where it is.

class JournalError(Table):
    no_such_file: str  # there is no file “{path}”
    no_old_page: str  # no entry is older than a month
    no_old_page_do: str  # `coach list` shows those there are
    lies_ahead: str  # an entry is of a moment that was
    lies_ahead_do: str  # A day to come belongs into a commitment: `coach commit`
    a_tag_needs_a_name: str  # a tag needs a name
    coach_delete_takes_an_entry_away: str  # `coach delete` takes an entry away
    neither_text_is_lost: str  # Neither text is lost
    no_record_has_the_tag: str  # no record has the tag “{old}”
    nothing_was_written_on_in_earlier: str  # nothing was written on {said} in earlier years
    the_entry_was_changed_elsewhere_meanwhile: str  # the entry was changed elsewhere meanwhile
    there_is_no_entry: str  # there is no entry {record_id}
    there_is_no_text_to_keep: str  # there is no text to keep

class JournalSays(Table):
    saved_at: str  # saved {now}
    no_entry: str  # no entry
    and_energy: str  # , energy {energy}
    an_unusual_day: str  # , an unusual day
    year_by: str  # {year}, by {what}
    changed: str  # changed {moment}
    your_text_is_safe_in: str  # your text is safe in {place}
    could_not_save: str  # could not save: {what}; {kept}
    tags: str  # Tags
    what_you_changed_since_the_last: str  # What you changed since the last save goes away. This cannot be taken back.
    changing_an_entry: str  # Changing an entry
    new_entry: str  # New entry
    no_tags: str  # no tags
    no_mode: str  # no mode
    shared_with_mentor: str  # shared with mentor
    not_shared: str  # not shared
    nothing_to_save_yet: str  # nothing to save yet
    undo_renamed: str  # renamed tag “{old}” to “{wanted}”
    for_day: str  # for {day}
    here_is_your_text_back: str  # Here is your text back
    at: str  # at {time}
    saved: str  # Saved {ref} {when}.
    shared: str  # shared
    undo_added: str  # added entry {what}
    undo_changed: str  # changed entry {what}
    your_text_is_in: str  # Your text is in {path}
    when_is_it_of: str  # When is it of?
    when_about: str  # yesterday, 20 nov, friday 21:00, 2 hours ago. A day alone is its noon.
    is_of: str  # It is of {moment} now.
    a_packet_for_your_mentor_may: str  # A packet for your mentor may carry it.
    it_stays_with_you: str  # It stays with you.
    kept_in_the_inbox_it_joins: str  # Kept in the inbox: it joins the journal once the data can be written again.
    not_saved_yet_your_draft_waits: str  # Not saved yet: your draft waits on Today.
    the_entry_was_changed_or_deleted: str  # The entry was changed or deleted meanwhile. Saved, this draft is an entry of its own.
    this_is_what_your_editor_left: str  # This is what your editor left, not saved yet. f7 throws it away.
    this_is_your_draft_of_not: str  # This is your draft of {written}, not saved yet. f7 throws it away.

class JournalAsked(Table):
    throw_away: str  # Throw away
    with_commas_between_them: str  # with commas between them

class JournalCommandAddOption(Table):
    file: str  # a file that belongs to it: its path is remembered, nothing is copied
    template: str  # begin with a template of yours: templates/NAME.md beside the settings
    text: str  # the entry; else stdin, else your editor
    tag: str  # a tag; may be given again
    at: str  # when it happened: yesterday, -3d, friday 21:30, 2026-11-20
    mode: str  # the mode it belongs to
    share: str  # a packet for your mentor may carry it
    json: str  # show the entry as JSON

class JournalCommandAdd(Table):
    summary: str  # write a journal entry; it needs no passphrase
    examples: str  # coach add Walked before mail, twice as clear
    option: JournalCommandAddOption

class JournalCommandRandomOption(Table):
    json: str  # show it as JSON

class JournalCommandRandom(Table):
    summary: str  # an old page, whichever comes
    examples: str  # coach random
    option: JournalCommandRandomOption

class JournalCommandPromptOption(Table):
    kind: str  # what it is about: see --kinds
    skip: str  # so many further on
    kinds: str  # what there are questions about
    own: str  # your own questions and templates, checked
    json: str  # show it as JSON

class JournalCommandPrompt(Table):
    summary: str  # a question to write to: the day's, one of a kind, or your own
    examples: str  # coach prompt                    the question of the day, and why
    option: JournalCommandPromptOption

class JournalCommand(Table):
    add: JournalCommandAdd
    random: JournalCommandRandom
    prompt: JournalCommandPrompt

class JournalAnotherDay(Table):
    title: str  # For {day}
    write: str  # write an entry of that day
    check_in: str  # check in and mark
    other: str  # another day
    which: str  # Which day?
    which_about: str  # yesterday, friday, 20 nov, 3 days ago

class JournalReferences(Table):
    title: str  # Named in it, and naming it
    names: str  # →
    named_by: str  # ←
    none: str  # It names nothing, and nothing names it. [[{ref}]] in another text does.

class JournalMode(Table):
    managing: str  # managing
    leading: str  # leading
    both: str  # both

class Journal(Table):
    days: str  # days
    empty: str  # Nothing here yet. n writes the first entry.
    month_keys: str  # [ ] month   y year
    the_day: str  # the day
    day_keys: str  # e change   t for this day   o earlier years
    nothing: str  # Nothing was written.
    no_checkin: str  # no check-in
    before: str  # A year before:
    as_markdown: str  # Shown as Markdown.
    as_written: str  # Shown as it was written.
    earlier: str  # Nothing is older than {day}.
    go_to: str  # Go to a date
    go_to_hint: str  # yesterday, 12 march, -3m, 2025-06
    no_date: str  # not a date yet
    earlier_years: str  # On {said}, in earlier years
    by_energy: str  # energy
    by_entries: str  # entries
    called: JournalCalled
    palette: JournalPalette
    attached: JournalAttached
    error: JournalError
    says: JournalSays
    asked: JournalAsked
    command: JournalCommand
    another_day: JournalAnotherDay
    references: JournalReferences
    mode: JournalMode

class Keys(Table):
    a_packet: str  # a packet
    a_round: str  # write down a practice
    a_year_before: str  # a year before
    a_decision: str  # a decision
    a_page: str  # a page
    after_action: str  # after-action
    again_in_ten_days: str  # again in ten days
    attach: str  # attach a file
    another_to_try: str  # another to try
    answer_or_another_question: str  # answer, or another question
    ask_somebody: str  # ask somebody
    assess: str  # Assess
    to_assess: str  # assess
    back: str  # back
    card_of_this: str  # the idea behind it
    make_of_it: str  # make something of it
    prepare: str  # prepare
    plan_a_talk: str  # plan a talk
    talks: str  # talks
    as_it_stands: str  # as it stands
    the_other_one: str  # the other one
    keep_both: str  # both
    bring_in: str  # bring in
    card_before: str  # card before
    change: str  # change
    check_in: str  # check in
    check_in_yesterday: str  # check in yesterday
    choose: str  # choose
    cite: str  # cite
    close_it: str  # close it
    close_the_window: str  # close the window
    commit: str  # commit
    commitments: str  # Commitments
    complete: str  # complete
    copy_the_question: str  # copy the question
    day_after: str  # day after
    day_before: str  # day before
    decide: str  # Decide
    delete: str  # delete
    forecast: str  # forecast
    looked_at_it: str  # looked at it
    reverse: str  # reverse
    rights: str  # who decides what
    numbers: str  # how it goes
    what_it_names: str  # what it names
    another_day: str  # for this day
    look_back_late: str  # late
    begun: str  # what is begun
    when: str  # when
    keep_the_rule: str  # keep the rule
    handed_over: str  # handed over
    ten_days: str  # ten days
    hand_over: str  # hand over
    look_how_it_goes: str  # look how it goes
    take_back: str  # take back
    begin_it: str  # begin
    pause_it: str  # pause, go on
    end_it: str  # end
    calendar: str  # calendar
    read_a_file: str  # read a file
    triage: str  # triage
    do_it: str  # do it
    down: str  # down
    draw_the_screen_anew: str  # draw the screen anew
    drop: str  # drop
    earlier: str  # earlier
    earlier_day: str  # earlier day
    earlier_years: str  # earlier years
    emergency: str  # emergency
    end: str  # end
    entries_or_energy: str  # entries or energy
    exactly_what_leaves: str  # exactly what leaves
    feedback: str  # feedback
    finish: str  # finish
    first: str  # first
    five_questions: str  # five questions
    frame: str  # frame
    from_memory: str  # from memory
    gate: str  # gate
    go_there: str  # go there
    go_to_date: str  # go to date
    help: str  # help
    hold_as_a_trial: str  # make it a trial
    in_or_out: str  # in or out
    its_words: str  # its words
    journal: str  # Journal
    keep_it: str  # keep it
    kept: str  # kept
    ladders: str  # ladders
    last: str  # last
    later: str  # later
    later_day: str  # later day
    leave: str  # leave
    leave_it: str  # leave it
    line_before: str  # line before
    lock: str  # lock
    look_again: str  # look again
    mark: str  # mark
    mark_a_name: str  # mark a name
    markdown: str  # Markdown
    mentor: str  # Mentor
    mode: str  # mode
    month: str  # month
    month_after: str  # month after
    month_before: str  # month before
    names: str  # names
    new_entry: str  # new entry
    next: str  # next
    next_card: str  # next card
    next_line: str  # next line
    next_or_skip: str  # next, or skip
    next_question: str  # next question
    not_now: str  # not now
    done: str  # done
    open: str  # open
    open_for_reading: str  # open for reading
    open_them_now: str  # open them now
    other_side: str  # other side
    other_wording: str  # other wording
    out_and_in: str  # out and in
    over_time: str  # over time
    own_editor: str  # own editor
    page_down: str  # page down
    page_up: str  # page up
    palette: str  # palette
    park_it: str  # park it
    pause: str  # pause
    plant_anew: str  # a fresh start
    previous: str  # previous
    quarter: str  # quarter
    question_before: str  # question before
    quit: str  # quit
    rate: str  # rate
    rate_leading: str  # rate leading
    rate_managing: str  # rate managing
    read: str  # read
    more_weeks: str  # more weeks
    one_part: str  # both parts or one
    ready_practices: str  # ready practices
    reassess: str  # reassess
    redo: str  # redo
    reflect: str  # Reflect
    renegotiate: str  # renegotiate
    repair: str  # repair
    rest: str  # rest
    rest_it_on_a_record: str  # Rest it on a record
    rest_it_on_this: str  # rest it on this
    rests_on_it: str  # rests on it
    save: str  # save
    say_it: str  # say it
    scroll: str  # scroll
    search: str  # search
    search_title: str  # Search
    settings: str  # settings
    share: str  # share
    share_or_not: str  # share or not
    signal: str  # signal
    tags: str  # tags
    take_it: str  # take it
    the_assessments: str  # the assessments
    the_same_for_all_of_these: str  # the same for all of these
    throw_away: str  # throw away
    to_the_left: str  # to the left
    to_the_right: str  # to the right
    to_today: str  # to Today
    today: str  # Today
    two_or_all_questions: str  # two or all questions
    undo: str  # undo
    unmark: str  # unmark
    up: str  # up
    vitality: str  # vitality
    week: str  # week
    week_after: str  # week after
    week_before: str  # week before
    what_it_is_about: str  # what it is about
    what_it_rests_on: str  # what it rests on
    write_it: str  # write it
    write_to_a_question: str  # write to a question
    write_to_the_question: str  # write to the question
    year: str  # year
    year_after: str  # year after
    year_before: str  # year before
    next_beside_text: str  # next; in a text, a new line
    open_the_season: str  # season or window
    try_something: str  # try something
    insights: str  # Insights
    season_before: str  # season before
    season_after: str  # season after
    the_year: str  # the year
    say_whether_it_holds: str  # still so?
    tally: str  # did it need me?
    to_a_packet: str  # to a packet
    all_looked_at: str  # all that was looked at

class LaddersLadder(Table):
    management: str  # Managing
    leadership: str  # Leading

class LaddersStep(Table):
    pass

class LaddersCalled(Table):
    ladders: tuple[str, ...]
    rounds: tuple[str, ...]

class LaddersPalette(Table):
    ladders: str  # Ladders

class LaddersCommandLaddersOption(Table):
    rate: str  # rate yourself on one of them, in plain lines
    practice: str  # make one of the practices a trial of two weeks
    json: str  # for programs

class LaddersCommandLadders(Table):
    summary: str  # two ladders, managing and leading, and what to practise next
    about: str  # Five levels each, rated once a quarter by what you did.
    examples: str  # coach ladders
    option: LaddersCommandLaddersOption

class LaddersCommand(Table):
    ladders: LaddersCommandLadders

class LaddersDraft(Table):
    ladders: str  # Begun, a ladder
    rounds: str  # Begun, practising

class Ladders(Table):
    title: str  # Ladders
    about: str  # Two ladders of five levels each. Rate what you can see in what you did this quarter; a practice can be tried for two weeks.
    shell_about: str  # `coach ladders --practice ID` makes one a trial of two weeks.
    line: str  # {ladder}, quarter to {day}: {count} rated, {stand} of 5 levels reached
    undo: str  # rated
    undo_trial: str  # began to try
    rated: str  # rated {day}
    not_rated: str  # not rated yet
    next_practice: str  # Next: {title}
    all_stand: str  # All five are reached. Teaching them is what keeps them.
    kept: str  # Kept. The next practice is marked.
    nothing: str  # rating takes one skill
    held: str  # Trial until {day}. On its page, o writes down each time you practised.
    moves: str  # Did “{title}” get easier?
    held_already: str  # It runs already.
    no_practice: str  # there is no practice “{name}”
    there_are: str  # There are: {known}
    row: str  # The ladders, once a quarter
    row_about: str  # Last rated {day}. About five minutes a ladder.
    rate_about: str  # 1 to 5 for each; backspace leaves one open. What did you do this quarter that shows it?
    practise: str  # How to practise
    example: str  # An example
    skills: str  # Skills
    before: str  # before {value}
    rate_before: str  # The time before: {steps}.
    ladder: LaddersLadder
    step: LaddersStep
    called: LaddersCalled
    palette: LaddersPalette
    command: LaddersCommand
    draft: LaddersDraft

class LearnedCalled(Table):
    recalls: tuple[str, ...]

class LearnedHolds(Table):
    still: str  # still so
    used: str  # I used it
    no: str  # no longer so

class LearnedKey(Table):
    still: str  # s
    used: str  # u
    no: str  # n

class LearnedOption(Table):
    still: str  # still
    used: str  # used
    no: str  # no-longer

class LearnedPalette(Table):
    learned: str  # What I learned

class LearnedCommandLearnedOption(Table):
    ref: str  # the record it was learned in
    still: str  # still true: the one that comes back today, or REF
    used: str  # you used it since
    no: str  # no longer true; it does not come back
    json: str  # show it as JSON

class LearnedCommandLearned(Table):
    summary: str  # what you learned, and whether it is still true
    examples: str  # coach learned
    option: LearnedCommandLearnedOption

class LearnedCommand(Table):
    learned: LearnedCommandLearned

class Learned(Table):
    row: str  # You learned
    undo: str  # said whether {lesson} is still true
    ask: str  # Is it still true?
    told: str  # Noted, {said}: {lesson}
    used: str  # used {count}
    title: str  # What you learned
    about: str  # From trials, after-action reviews and months. Each comes back on Today after one week, four and twelve, until it is no longer true.
    nothing: str  # nothing was learned yet that comes back
    nothing_do: str  # What a trial showed, the rule of an after-action review and what became of what you tried do
    none_due: str  # nothing comes back today
    none_due_do: str  # `coach learned` lists all of it; `coach learned REF --used` answers any of it
    none_there: str  # nothing was learned in that record
    none_there_do: str  # `coach learned` lists what was
    learned_on: str  # learned {day}
    comes: str  # comes back {day}
    called: LearnedCalled
    holds: LearnedHolds
    key: LearnedKey
    option: LearnedOption
    palette: LearnedPalette
    command: LearnedCommand

class Leaving(Table):
    both: str  # This was answered again since you left: both texts stand here.
    kept_since: str  # Kept again since you left. Your draft said: {said}
    thrown: str  # That draft is thrown away, or kept, already.
    set_aside: str  # Not saved yet: what you wrote waits on Today.
    gone: str  # What it was about is gone, and the draft with it. u brings the latest change back.
    discard: str  # Throw away
    discards: str  # Everything you wrote here and did not keep goes away, also on the pages before this one. This cannot be taken back.
    stale: str  # A draft whose time has passed
    stale_about: str  # What it was for has been decided otherwise. enter lets it go, escape keeps it. These are its words:
    other_page: str  # That draft belongs to the whole frame, which f and e open.
    title: str  # Leave, and lose what is on the page
    lines: tuple[str, ...]
    session_keys: str  # ctrl+s next   esc leaves, nothing is lost
    form_more: str  # ctrl+s keeps it   ↓ shows more lines   esc leaves
    form_keys: str  # ctrl+s keeps it   esc leaves, nothing is lost
    steps: str  # the questions
    step_of: str  # {place} of {count}
    minutes: str  # , {minutes} min
    minutes_of: str  # , {minutes} of {most} min

class LibraryGroup(Table):
    modes: str  # The two modes
    cycle: str  # The cycle
    choosing: str  # Choosing
    doing: str  # Doing
    growing: str  # Growing
    too_much: str  # Too much of it
    evidence: str  # How far to trust it

class LibraryScale(Table):
    managing: str  # over-managing
    leading: str  # over-leading

class LibraryHeading(Table):
    why: str  # Why
    team: str  # With a team
    alone: str  # Alone
    looks: str  # Looks like
    not_this: str  # Not this
    ask: str  # Ask yourself
    figures: str  # Figures
    yours: str  # Yours
    see: str  # See also

class LibraryAct(Table):
    action: str  # look back on one event
    ask: str  # ask somebody
    assess: str  # the self-assessment
    calendar: str  # look at your calendar
    commitments: str  # your commitments
    decide: str  # your decisions
    emergency: str  # the emergency, four short answers
    forecast: str  # forecast one thing of this week
    frame: str  # your frame
    insights: str  # pictures of your weeks
    ladders: str  # the two ladders
    mentor: str  # your mentor
    monthly: str  # the monthly reflection
    others: str  # a form for two people you trust
    packet: str  # write a packet
    practices: str  # practices that are ready
    prepare: str  # prepare a talk or a meeting
    quarterly: str  # the quarterly reflection
    quote: str  # say the tradeoff from memory
    season: str  # your frame and season
    settings: str  # settings
    signal: str  # park a signal
    signals: str  # your signals
    situation: str  # five questions on a situation
    tally: str  # count which decisions need you
    triage: str  # lead it or manage it: three looks
    uncertainty: str  # score how uncertain it is
    vitality: str  # signs of life and decay
    weekly: str  # the weekly reflection
    window: str  # the redesign window
    yearly: str  # the yearly reflection

class LibraryPlace(Table):
    today: str  # season
    journal: str  # both-at-once
    editor: str  # both-at-once
    entry: str  # both-at-once
    year: str  # both-at-once
    frame: str  # frame
    assess: str  # balance
    trend: str  # bands
    assessment: str  # bands
    instrument: str  # over-managing
    feedback: str  # feedback
    rate: str  # ladder-management
    ladders: str  # integration
    level: str  # practice
    mentor: str  # two-pages
    packet: str  # two-pages
    exact: str  # two-pages
    signals: str  # signal
    decide: str  # decision-log
    deciding: str  # decision-log
    rights: str  # rights
    handovers: str  # bottleneck
    commitments: str  # if-then
    trial: str  # trial
    commitment: str  # if-then
    gate: str  # gate
    questions: str  # reassessment
    reassess: str  # window
    gates: str  # gate
    calendar: str  # calendar-audit
    insights: str  # halves
    looked: str  # halves
    learned: str  # after-action
    vitality: str  # signs-of-life
    reflect: str  # tactical-strategic
    beside: str  # tactical-strategic
    thread: str  # tactical-strategic
    weekly: str  # two-cadences
    late: str  # tactical-strategic
    reflection: str  # four-sources
    preparing: str  # prepare
    talks: str  # weekly-practice
    noticed: str  # halves
    decision: str  # decision-log
    outcome: str  # odds
    forecast: str  # odds
    handover: str  # bottleneck
    lapsed: str  # gate
    marks: str  # if-then
    plan: str  # if-then
    promise: str  # deadline
    prepared: str  # prepare
    ask: str  # feedback
    trial_over: str  # trial
    monthly: str  # mode-audit
    quarterly: str  # scorecards
    yearly: str  # still-believe
    action: str  # after-action
    reassessment: str  # reassessment
    emergency: str  # emergency

class LibraryYours(Table):
    kept: str  # {kept} of {of} marks kept in {weeks} weeks ({share}%).
    season: str  # You are in {week}; {next}.
    frame: str  # Since {day}: “{direction}”.
    quotes: str  # Said from memory {count} in this quarter, last: “{last}”.
    feedback: str  # {asked} asked in {weeks} weeks, {told} answered.
    signals: str  # {count} waiting for the window, {people} about people.
    settled: str  # The last window answered {count}: {tests} came of it.
    windows: str  # {count} gone through so far, {changed} with a change of the frame.
    gates: str  # Next gate: “{name}”, {day}.
    reviews: str  # {count} of {of} weeks looked back on.
    diagnosis: str  # Asked {count} in this quarter. Last: {last}.
    decisions: str  # {count} of at most {most} decisions active.
    with_latency: str  # {said} From raised to decided: {hours} hours (median of {n}) in four weeks.
    exception: str  # One exception runs, until {day}.
    plans: str  # {count} of this quarter answered for: {done} done, {never} whose moment never came.
    reasons: str  # {count} reasons given in this quarter; most often “{reason}” ({often}).
    limit: str  # {count} of {limit} at once.
    number: str  # {name}: {values}
    trials: str  # {count} in a year, {over} of them over.
    ladder: str  # {name}: {stand} of 5 levels reached.
    rounds: str  # {count} of practice in {weeks} weeks.
    events: str  # {count} looked back on in this quarter, {rules} became a rule.
    balance: str  # {day}: {scores} (0 to 4).
    calibration: str  # {n} ended: {came} came true, where your odds expected {said}.
    prepared: str  # {count} in {weeks} weeks, {told} looked back on.

class LibraryCommandLibraryOption(Table):
    words: str  # what to look for; a name shows its card
    try_: str  # make what it suggests a trial of two weeks
    json: str  # for programs

class LibraryCommandLibrary(Table):
    summary: str  # the ideas behind all this, one card each
    about: str  # With words it shows the card that is called so, or lists those that say it. Below each stand your own numbers.
    examples: str  # coach library                   every card, a line each
    option: LibraryCommandLibraryOption

class LibraryCommand(Table):
    library: LibraryCommandLibrary

class LibraryPalette(Table):
    library: str  # Library

class LibraryHelpLibrary(Table):
    title: str  # The library
    lines: tuple[str, ...]

class LibraryHelpCard(Table):
    title: str  # A card
    lines: tuple[str, ...]

class LibraryHelp(Table):
    library: LibraryHelpLibrary
    card: LibraryHelpCard

class Library(Table):
    title: str  # Library
    wanted: str  # a word, or several
    hint: str  # {count} cards
    about: str  # Every idea this coach works with, one card each. Type to search; enter opens a card.
    found: str  # {count} for “{typed}”
    nothing: str  # No card says that. Fewer letters find more.
    no_card: str  # the library has no card for “{typed}”
    no_card_do: str  # coach library lists them all
    sign_why: str  # {effect} Where it comes from: {root}
    sign_asked: str  # You are asked how often this happens: “{sign}”
    sign_ask: str  # How often, in the last ten working days?
    nothing_yours: str  # Your records say nothing about this yet.
    tries: str  # enter tries it for two weeks: {practice}
    tries_shell: str  # Try it for two weeks: coach library {id} --try
    leads: str  # enter: {says}
    leads_shell: str  # {says}: {command}
    tried: str  # Trial until {day}.
    held_already: str  # It runs already, until {day}.
    tries_one: str  # this card has nothing to try for two weeks
    moves: str  # Did “{title}” get easier?
    group: LibraryGroup
    scale: LibraryScale
    heading: LibraryHeading
    act: LibraryAct
    place: LibraryPlace
    yours: LibraryYours
    command: LibraryCommand
    palette: LibraryPalette
    help: LibraryHelp

class MachinesPalette(Table):
    both_versions: str  # What two machines wrote differently

class MachinesRow(Table):
    label: str  # Two versions
    about: str  # {count} changed on two machines: which version holds?

class MachinesUndo(Table):
    merge: str  # merged {name}
    stands: str  # kept what stood of {kind}
    other: str  # took the other version of {kind}
    both: str  # kept both versions of {kind}
    dropped: str  # took in texts from the inbox ({count})

class MachinesDropped(Table):
    taken: str  # Texts in the inbox became entries: {count}.

class MachinesMerge(Table):
    new: str  # {count} new
    changed: str  # {count} changed there
    gone: str  # {count} deleted there
    parted: str  # {count} changed on both sides in the same place: both versions are kept, and you choose
    revived: str  # {count} deleted on one side and changed on the other: kept
    stay_gone: str  # {count} deleted here: they stay deleted (--deleted brings them back)
    brought_back: str  # {count} deleted here: they come back
    nothing: str  # Nothing in it is new.
    only_shown: str  # This was only a look: nothing was changed.
    ask: str  # Merge it?
    done: str  # Merged. `coach undo` takes all of it back.
    not_done: str  # Nothing was changed.
    cut_off: str  # {path} is a backup that did not arrive in full
    look: str  # `coach merge` shows both versions of what was changed on both sides, and you choose.
    lies_open: str  # The other home is protected and this one is not: what comes in lies open here, until `coach protect` seals it.
    passphrase: str  # Passphrase of the other home:

class MachinesGit(Table):
    missing: str  # git is not installed
    install: str  # It comes from your system's packages, as `git`
    message: str  # changes
    merged: str  # what another machine did
    refused: str  # git {what}: {why}
    kept: str  # Everything is kept here
    nothing_yet: str  # there is nothing to send yet
    committed: str  # Committed.
    nothing_new: str  # There was nothing new to commit.
    no_remote: str  # It has nowhere to go yet: `coach sync git REMOTE` says where, a path or an address git knows.
    done: str  # In step with {remote}.
    came: str  # What came in: {what}.
    went: str  # Deleted there: {what}.
    no_repository: str  # there is no repository at {remote}
    make_one: str  # `git init --bare --initial-branch=main {remote}` makes one
    open_there: str  # what other machines committed there before you protected can be read by anybody there
    unprotected: str  # your words would lie unprotected at {remote}
    protect_or_open: str  # `coach protect` seals them first; --open sends them as they are, on purpose
    open_before: str  # what was committed before you protected can be read in the old commits
    begin_anew: str  # a new, empty repository there, `rm -rf .git` in the home, and `coach sync git` with the new address begin anew; --open goes on as it is, on purpose
    not_pushed: str  # other machines were quicker, three times in a row
    again: str  # `coach sync git` tries again

class MachinesBoth(Table):
    none: str  # There is nothing two machines wrote differently.
    stands_head: str  # As it stands now
    stands_short: str  # stands
    other_short: str  # other
    here: str  # As this machine had it, {written}
    elsewhere: str  # As another machine had it, {written}
    which: str  # Which one holds?
    stands: str  # leave it as it stands
    other: str  # take the other one
    both: str  # keep both, one below the other
    later: str  # later
    kept: str  # That holds now. Undo lets both versions wait again.
    kept_stands: str  # It stays as it stands. Undo lets both versions wait again.
    nothing: str  # nothing
    yes: str  # yes
    no: str  # no
    more: str  # and {count} of it after this one
    in_a_terminal: str  # In a terminal, `coach merge` asks which one holds; in the app it is on the page of two versions.

class MachinesField(Table):
    text: str  # words
    at: str  # when
    tags: str  # tags
    mode: str  # mode
    share: str  # in packets
    energy: str  # energy
    line: str  # line
    note: str  # note
    mostly: str  # mostly
    direction: str  # direction
    giving_up: str  # given up
    outcome: str  # number
    because: str  # because
    result: str  # result
    reason: str  # reason
    amount: str  # amount
    rhythm: str  # rhythm
    due: str  # due
    gate: str  # gate
    why: str  # why
    starts: str  # starts
    ends: str  # ends
    answers: str  # answer
    answer: str  # answer
    agenda: str  # agenda
    agreed: str  # agreed
    cue: str  # if
    act: str  # then
    to: str  # to
    day: str  # day

class MachinesCommandMergeOption(Table):
    other: str  # a folder with a home of coach, a backup, a conflict copy, or an archive; without it, what two machines wrote differently is shown
    dry_run: str  # only show what would come in
    deleted: str  # bring back what was deleted here, too
    yes: str  # do not ask
    json: str  # one object: what came in, by kind; without OTHER, what waits for a choice

class MachinesCommandMerge(Table):
    summary: str  # brings in another home, a backup or an archive, and shows what was changed twice
    examples: str  # coach merge /media/stick/coach      a home on a stick
    option: MachinesCommandMergeOption

class MachinesCommandSyncOption(Table):
    way: str  # the way: git
    remote: str  # where to, the first time: a path, or an address git knows
    open: str  # send unprotected words to another machine, on purpose; remembered

class MachinesCommandSync(Table):
    summary: str  # sends what was done here to your other machines through git, and brings in theirs
    examples: str  # coach sync git /media/stick/coach.git    a repository on a stick: the first time
    option: MachinesCommandSyncOption

class MachinesCommandMergeFileOption(Table):
    base: str  # what both began from; not needed
    ours: str  # our version; it becomes the joined one
    theirs: str  # their version
    path: str  # what the file is called in the home

class MachinesCommandMergeFile(Table):
    summary: str  # joins two versions of one data file; git calls it
    examples: str  # coach merge-file BASE OURS THEIRS data/2026/2026-11.json
    option: MachinesCommandMergeFileOption

class MachinesCommand(Table):
    merge: MachinesCommandMerge
    sync: MachinesCommandSync

class MachinesHelpMachines(Table):
    title: str  # Two versions
    lines: tuple[str, ...]

class MachinesHelpVersion(Table):
    title: str  # Two versions
    lines: tuple[str, ...]

class MachinesHelp(Table):
    machines: MachinesHelpMachines
    version: MachinesHelpVersion

class Machines(Table):
    title: str  # Two versions
    count_keys: str  # enter looks at it
    none: str  # Nothing is open. When two machines change the same words before they meet, both versions are shown here, and you say which one holds.
    palette: MachinesPalette
    row: MachinesRow
    undo: MachinesUndo
    dropped: MachinesDropped
    merge: MachinesMerge
    git: MachinesGit
    both: MachinesBoth
    field: MachinesField
    command: MachinesCommand
    help: MachinesHelp

class ManCode(Table):
    done: str  # done
    failed: str  # not done: the disk, the editor, newer data; of coach status: nothing is due
    usage: str  # the words do not fit together
    not_found: str  # not found
    no_data: str  # no data yet
    busy: str  # another process holds the data
    wrong_passphrase: str  # wrong passphrase, or none to be had
    damaged: str  # data damaged: what can be read is shown
    interrupted: str  # stopped with ctrl+c

class ManVariable(Table):
    coach_home: str  # everything in this folder, as --home does
    coach_now: str  # freezes the clock, for tests
    coach_language: str  # the name of a folder of texts, as coach config language does
    coach_pager: str  # shows what is longer than the window; empty shows it whole. Else PAGER, else less
    editor: str  # what coach edit and coach add open, unless coach config editor or VISUAL names one
    no_color: str  # no colours

class Man(Table):
    line: str  # a personal coach in the terminal, for one person
    about: str  # Without a command it opens the app. With one it does one thing and ends; coach COMMAND --help explains it. Data goes to stdout, words about it to stderr. --json gives one value for programs. All data is local: plain files in one folder, which coach paths names.
    files: str  # coach paths names every place: the data (a file a month, JSON), the settings (config.toml), own questions and templates, hooks, and what belongs to this machine alone.
    see: str  # coach help, and the pages in docs/ of the project: shell, app, data-format, safety, security, json, exchange, two-machines, reminders.
    code: ManCode
    variable: ManVariable

class MarksAsk(Table):
    note: str  # A note on this day
    note_about: str  # A word about how it went. It is kept with the mark and found by search.
    amount: str  # How much?
    amount_hint: str  # 20, 45 min, +10
    amount_about: str  # Of {goal}. A plus adds to what was said of the day before.
    result: str  # How did it go?
    reason: str  # What got in the way?
    plain: str  # {name}: how did it go? {keys}. Enter leaves it open.
    plain_why: str  # What got in the way? {keys}. Enter gives no reason.
    told: str  # Marked: {count}.

class MarksResult(Table):
    kept: str  # kept
    partly: str  # partly
    missed: str  # missed

class MarksResultKey(Table):
    kept: str  # k
    partly: str  # p
    missed: str  # m

class MarksReason(Table):
    capacity: str  # no capacity
    waiting: str  # waiting on someone
    cue: str  # the cue never came
    forgot: str  # forgot
    unclear: str  # unclear
    changed: str  # changed my mind
    unusual: str  # unusual day
    avoided: str  # I did not want to

class MarksReasonShort(Table):
    capacity: str  # capacity
    waiting: str  # waiting
    cue: str  # no cue
    forgot: str  # forgot
    unclear: str  # unclear
    changed: str  # changed
    unusual: str  # unusual
    avoided: str  # unwilling

class Marks(Table):
    no_reason: str  # no reason
    note: str  # with a note
    amount: str  # how much, of {goal}
    so_far: str  # so far: {said}
    takes: str  # which, and {results}, or how much of its amount; pairs may follow
    ask: MarksAsk
    result: MarksResult
    result_key: MarksResultKey
    reason: MarksReason
    reason_short: MarksReasonShort

class MonthlyPart(Table):
    answer: str  # what you think
    records: str  # beside your records

class MonthlyBecame(Table):
    title: str  # What became of it
    question: str  # At the end of {month} you wanted to try: “{experiment}”. What became of it?
    about: str  # Dropping it on purpose counts, too. What did you learn?

class MonthlyExperiment(Table):
    title: str  # One thing to try
    question: str  # What will you try in the coming month?
    about: str  # One, and small enough to begin this week. It may stay empty.
    label: str  # I try
    cue: str  # If
    act: str  # then I
    rhythm: str  # How often

class Monthly(Table):
    title: str  # {month}
    row_due: str  # Monthly reflection, 20 min
    undo: str  # looked back on the month to
    done: str  # Kept. {month} can be read under Reflect.
    first_then: str  # First what you think, without looking. ctrl+s, and your own records lie beside it.
    now_look: str  # Change it or leave it; both versions are kept. tab goes to your records: enter opens one, space rests the answer on it.
    now_look_plain: str  # Said now, with the records beside it? Enter leaves it as it is.
    trial_plain: str  # How often, to make it a trial? Enter leaves it as it is, - only remembers it.
    thought_first: str  # First thought
    rests_on: str  # Rests on
    rests_on_more: str  # and on {count} more
    short_on: str  # A hard month: two questions are enough. ctrl+l asks all of them.
    trial_on: str  # Trial until {day}. ctrl+t takes that back.
    trial_off: str  # ctrl+t makes it a trial until {day}.
    plan: str  # If {cue}, then I {act}
    trial_told: str  # Kept. The trial runs until {day}.
    trial_nothing: str  # There is nothing to try yet.
    trial_already: str  # It is a trial already.
    part: MonthlyPart
    became: MonthlyBecame
    experiment: MonthlyExperiment

class OutsidePalette(Table):
    others: str  # A form for others

class OutsideCalled(Table):
    views: tuple[str, ...]

class OutsideSigns(Table):
    OM1: str  # They took back a decision that somebody else could have made.
    OM2: str  # They asked for a report or a list that changed nothing afterwards.
    OM3: str  # They talked with somebody about nothing but numbers.
    OM4: str  # They handed over something without saying what it is for.
    OM5: str  # They answered a proposal with a reason to wait.
    OM6: str  # They led a conversation that stayed with “how” from beginning to end.
    OL1: str  # They spoke about what comes next while something promised was late.
    OL2: str  # They cleared up a mess that a simple routine would have prevented.
    OL3: str  # They changed what comes first before the last thing was done.
    OL4: str  # They waved off a checklist or a rule that somebody proposed.
    OL5: str  # They called something a success without a number behind it.
    OL6: str  # They ended a talk about direction without a name beside the next step.

class OutsideDiagnostics(Table):
    autonomy: str  # Can people decide something of weight without asking them first?
    ideas: str  # Do people bring them ideas of their own?
    morale: str  # Do people speak of the work as something they want to do?
    adaptability: str  # When something changes, does their plan follow within days?
    delivery: str  # Do they deliver on time what they promise?
    quality: str  # Does what they deliver stand without repairs?
    coordination: str  # Does everyone know who does what next?
    follow: str  # Is what they decided two weeks ago done by now?

class OutsideHard(Table):
    contradicts: str  # What have you seen that contradicts the direction they have taken?
    optimising: str  # What do they put effort into that no longer serves anybody?
    noticing: str  # What do they not notice, because they move fast?
    tradeoff: str  # What comes first for them now, and what have they given up for it?

class OutsideCommandOthersOption(Table):
    action: str  # form writes one, read brings one back
    file: str  # read: the file that came back
    role: str  # form: who it is for
    frame: str  # form: with your direction
    output: str  # form: where to, .md or .html
    force: str  # form: write over a file of that name; read: keep a form that says the same as another
    json: str  # for programs

class OutsideCommandOthers(Table):
    summary: str  # a form that others fill in, and their answers beside your own
    about: str  # Writes a form with the twelve signs, the eight questions, the three hard questions and what has been given up, as seen from outside: Markdown, or HTML that works in a browser without a server. What comes back is named by role only.
    examples: str  # coach others form -o form.html --role peer
    option: OutsideCommandOthersOption

class OutsideCommand(Table):
    others: OutsideCommandOthers

class Outside(Table):
    title: str  # How it looks from where you stand
    how: str  # Whoever sent you this asks how working with them looks from outside. Answer what you saw in the last two weeks; leave the rest empty. Your name is not asked. Save it and send it back.
    how_html: str  # When you are done, the button saves a small text file. Send that file back. Nothing leaves this page by itself.
    save: str  # Save the answers
    frame: str  # What they want: {direction}
    often: str  # How often did you see this? 0 never, 1 once, 2 two or three times, 3 four to six times, 4 seven or more
    judge: str  # Yes, partly or no?
    own_words: str  # In your own words
    undo: str  # an answer from outside, by
    none: str  # nobody has answered a form yet
    none_do: str  # `coach others form -o FILE` writes one
    unreadable: str  # {name} is not a form of coach that was filled in
    nothing_in: str  # {name} was not filled in
    written: str  # The form is written. It holds only the questions; send it yourself.
    written_frame: str  # The form is written, with your direction. What you give up for it is asked, not told. Send it yourself.
    ask_frame: str  # Your direction stands in the form. Write it?
    brought: str  # Kept, from: {role}.
    left: str  # Left out, because it is no answer to its question: {names}.
    no_answer: str  # no answer to its question
    twice: str  # this form was read before
    twice_do: str  # --force keeps it a second time, if two people answered alike
    line: str  # {role}: {signs} signs, {judged} questions, {said} answers in words
    beside_title: str  # From outside
    beside: str  # {scale}, 0 to 4: {outside} from {count}, {own} from you.
    beside_asked: str  # {question}: {said}, you said {own}.
    beside_none: str  # nothing
    word: str  # {role}: {question} {said}
    given_up: str  # You wrote: {giving_up}
    for_whom: str  # Who is the form for?
    with_frame: str  # Put your direction into the form?
    with_frame_about: str  # Then they can answer the three hard questions about it. Without it the form holds only questions.
    where: str  # Where to?
    where_hint: str  # form.html, or form.md
    palette: OutsidePalette
    called: OutsideCalled
    signs: OutsideSigns
    diagnostics: OutsideDiagnostics
    hard: OutsideHard
    command: OutsideCommand

class OwnKind(Table):
    teach: str  # teaching and passing on
    decide: str  # deciding
    energy: str  # energy
    people: str  # people
    direction: str  # the direction
    delivery: str  # getting it done
    learn: str  # learning

class OwnSystems(Table):
    teach: tuple[str, ...]
    decide: tuple[str, ...]
    energy: tuple[str, ...]
    people: tuple[str, ...]
    direction: tuple[str, ...]
    delivery: tuple[str, ...]
    learn: tuple[str, ...]

class OwnPlace(Table):
    journal: str  # question of the day
    monthly: str  # end of the month
    quarterly: str  # end of the quarter
    yearly: str  # end of the year

class Own(Table):
    broken: str  # {path} cannot be used: {why}
    broken_do: str  # Correct the file; nothing else waits for it
    shape: str  # it takes [[prompt]] tables, at most 200
    number: str  # question {number}
    fields: str  # it takes {fields}, each a text
    length: str  # a question has 1 to {most} letters
    one_of: str  # {name} is one of {allowed}
    fence: str  # the lines between --- are not closed
    head: str  # “{line}” is neither tags nor a mode that exists
    too_large: str  # it is larger than 100 KB
    no_text: str  # it is no text in UTF-8
    none: str  # none yet
    no_template: str  # there is no template “{name}”
    there_are: str  # There are: {known}. A template is a Markdown file in {folder}
    why: str  # one of your own
    about_kind: str  # a question about {kind}
    title: str  # A question about
    title_own: str  # A question of your own
    templates: str  # Write from a template
    no_templates: str  # There is no template yet. Each is a Markdown file in {folder}; lines `tags: a, b` and `mode: leading` between two lines of --- come first.
    no_kind: str  # there are no questions about “{kind}”
    kinds: str  # There are: {kinds}
    none_own: str  # You have no questions of your own yet. They go into {path}:
    example: str  # [[prompt]]
    checked: str  # {path}: {count}, all readable.
    kind: OwnKind
    systems: OwnSystems
    place: OwnPlace

class PacketPicture(Table):
    weekday: str  # On average by day of the week, with how many days each.
    goes_with: str  # How much more or less energy on days with it, in points of five.
    sure: str  # Beyond chance, in both halves.
    unsure: str  # Chance alone would give as much.
    mostly: str  # {said}, of {count} days that say so.
    kept_by_week: str  # {kept} of {of} kept in these days.

class PacketSection(Table):
    direction: str  # Direction
    delivery: str  # Delivery
    challenge: str  # What I want challenged
    decisions: str  # Decided on the way
    trials: str  # Tried
    patterns: str  # Patterns
    insights: str  # Insights, in pictures
    assessment: str  # Self-assessment
    reflections: str  # Looking back
    shared: str  # Entries to show
    energy: str  # Energy
    private: str  # Entries of my own

class PacketSectionAbout(Table):
    direction: str  # The bet, whom it is for, what is given up, what would prove it, what was questioned.
    delivery: str  # Flow, quality and cost; what got in the way; your commitments and how they went.
    challenge: str  # Where you want to be pushed, in your words. e changes it.
    decisions: str  # What you renewed, changed or ended, and why.
    trials: str  # Experiments and practices, with what became of them.
    insights: str  # Weekdays, what goes with energy, what was kept, trials: each picture with its numbers. At home unless you turn it on.
    patterns: str  # Up to three, each with how many days it rests on and one that speaks against it.
    assessment: str  # The latest one, with its uncertainty. At home unless you turn it on.
    reflections: str  # Your answers when looking back, one by one. At home unless you turn them on.
    shared: str  # Entries you marked as shared when you wrote them.
    energy: str  # How it was, week by week. At home unless you turn it on.
    private: str  # Entries you wrote for yourself. Each stays at home until you take it in by itself.

class PacketLabel(Table):
    trial: str  # Trial
    bet: str  # The bet
    whom: str  # For whom
    tradeoff: str  # Given up for it
    outcome: str  # What would prove it
    questioned: str  # Questioned
    because: str  # Because
    flow: str  # Flow
    quality: str  # Quality
    cost: str  # Cost
    constraint: str  # In the way
    commitment: str  # Held
    why: str  # For
    against: str  # Against it
    balance: str  # Balance
    scales: str  # Both scales
    uncertain: str  # How sure
    sign: str  # Stands out
    change: str  # Since last time

class PacketQuestioned(Table):
    window: str  # in the redesign window
    called: str  # in a reassessment called early
    emergency: str  # in an emergency
    frame: str  # the frame became

class PacketOfRole(Table):
    team: str  # someone on the team
    peer: str  # a peer
    manager: str  # my manager
    mentor: str  # my mentor
    observer: str  # someone who was there
    other: str  # someone

class PacketPeople(Table):
    title: str  # names that stay out
    what: str  # what marking does
    keys: str  # a marks a name
    about: str  # Marked once, a name is replaced everywhere in every packet, whatever its case, and each part of it too.
    none: str  # No name is marked yet. Who was named in the feedback log is replaced by their role anyway.
    undo: str  # marked the name
    undo_forget: str  # unmarked the name
    needs_name: str  # a name needs letters
    gives_away: str  # “{said}” would give the name away
    unknown: str  # “{name}” is not marked
    ask: str  # The name
    ask_about: str  # A name, then what is said instead after an equals sign: Maria Schmidt = my sister. Without one, the initial.
    marked: str  # {name} stays out. “{said}” stands in its place.
    forgotten: str  # {name} may stand in packets again.
    maybe: str  # May be names: {names}

class PacketForm(Table):
    title: str  # A packet
    to: str  # For
    ask: str  # One ask
    first: str  # From
    last: str  # Until
    whom: str  # The bet is for
    quality: str  # Quality
    cost: str  # Cost
    constraint: str  # In the way
    challenge: str  # Challenge me on

class PacketFormAbout(Table):
    to: str  # Who reads it: a name or a role. It stands on top of the packet.
    ask: str  # The one thing you want back. A packet with one ask gets one answer.
    first: str  # Any day: 1 sep, -6w, monday. Offered is the day of the last packet to this person, or the quarter's first.
    last: str  # Any day, today if nothing else.
    whom: str  # Who is better off if the bet works. It stands on the first page, beside the direction.
    quality: str  # How good the work is, in a line, as those who get it would say. The count of what was kept comes by itself.
    cost: str  # What it takes, in a line: hours, money, sleep. Where the days went comes by itself.
    constraint: str  # The one thing that slows delivery most. Reasons for misses come by themselves.
    challenge: str  # The belief you hold most firmly and test least. May stay empty.

class PacketScreen(Table):
    lines: str  # what leaves, line by line
    what: str  # the packet
    keys: str  # space in or out   w writes it
    other_now: str  # It is other than when you read it. This is what would leave now; w once more lets it.
    title: str  # For {to}: {ask}
    left_out: str  # {kept} and {lines} stay at home; {replaced} replaced.
    only_new: str  # {new} new since {day}, {gone} gone
    first_one: str  # The first one to them.
    new: str  # new
    exact: str  # Exactly what leaves
    formats: str  # Which formats?
    formats_about: str  # md is a page of text, html opens anywhere, pdf is for paper, txt for a mail, json for a program. Several with commas.
    begun: str  # begun, not written
    off: str  # stays at home
    discards: str  # What you chose for this packet goes. Your records stay as they are.

class PacketMentor(Table):
    now: str  # mentor
    next: str  # next
    count: str  # enter reads it
    begin: str  # A new packet
    begun: str  # A packet, begun
    begins: str  # begins it
    goes_on: str  # goes on
    begin_short: str  # one ask, for somebody
    talks: str  # Talks
    talks_short: str  # agenda, what you agreed, the next date
    talks_about: str  # A talk is a record: what you want to talk about before it, what you agreed after it, and the next date. A line of it becomes a commitment, a trial or a decision.
    names_short: str  # marked once, replaced everywhere
    exchange_short: str  # archive, journal, tables; jrnl, Day One, notes
    begin_about: str  # For days and a purpose of your choosing, line by line.
    names: str  # Names that stay out
    names_about: str  # Marked once, replaced everywhere.
    exchange: str  # Export and import
    exchange_about: str  # Everything out in formats others read; what you wrote elsewhere in.
    left: str  # left so far
    none: str  # No packet was written yet.
    answered: str  # answered
    gone: str  # files: {files}

class PacketAskFor(Table):
    to: str  # Who is it for?
    ask: str  # What do you want to ask them?

class PacketAnswer(Table):
    title: str  # Your answer
    how: str  # Write below, or between the lines above, and send the file back. The line that follows tells which packet it answers: keep it.
    none: str  # there is nothing in {name} that the packet did not say already
    unknown: str  # {name} does not say which packet it answers; `coach import FILE --of REF` does
    which: str  # Is it an answer to one of these packets?
    which_about: str  # Enter takes the one it answers; esc leaves the file where it is.
    beside: str  # On “{section}”

class PacketPdf(Table):
    absent: str  # PDF needs the typesetter typst, which is not installed
    kept: str  # Nothing was written
    do: str  # `{command}` brings it; html prints well, too
    failed: str  # the typesetter gave up: {why}

class PacketCalled(Table):
    packets: tuple[str, ...]
    people: tuple[str, ...]

class PacketPalette(Table):
    begin: str  # A packet for a mentor
    names: str  # Names that stay out

class PacketDraft(Table):
    packets: str  # Begun, packet

class PacketError(Table):
    a_packet_has_no_part: str  # a packet has no part “{min}”
    coach_packet_lines_shows_them: str  # `coach packet --lines` shows them
    no_line_is_called: str  # no line is called “{typed}”
    there_are: str  # There are: {value}

class PacketCommandPacketOption(Table):
    to: str  # who reads it; the last one, if not said
    ask: str  # the one thing you want back
    since: str  # from this day on; else since the last packet to them
    until: str  # up to and with this day; else today
    without: str  # without one of them
    lines: str  # every line with a reference, to take in or leave out
    take: str  # take this line in
    leave: str  # leave this line out
    write: str  # write it; without, it is only shown
    output: str  # where to; else the packets folder in your data
    log: str  # what left so far, when and for whom
    json: str  # the preview, or the log, for a program

class PacketCommandPacket(Table):
    summary: str  # show what a mentor would get to read, and write it
    examples: str  # coach packet --to Robin --ask "Where is the plan thin?"        only shows it
    option: PacketCommandPacketOption

class PacketCommandPeopleOption(Table):
    action: str  # add or forget
    name: str  # the name, as it is written
    said: str  # what stands in its place
    json: str  # an array of objects

class PacketCommandPeople(Table):
    summary: str  # names that stay out of packets
    examples: str  # coach people
    option: PacketCommandPeopleOption

class PacketCommand(Table):
    packet: PacketCommandPacket
    people: PacketCommandPeople

class PacketSays(Table):
    with_parts: str  # with: {parts}
    with_commas: str  # with commas: {FORMATS}

class Packet(Table):
    nothing_said: str  # Not written down yet.
    questioned_none: str  # Not in these days: no window was open.
    number: str  # {said}: {first} at first, {last} now, over {count}
    kept_of: str  # Kept {kept} of {count} times, {partly} partly.
    no_marks: str  # Nothing was marked in these days.
    no_days: str  # No day says what it was about.
    days_went: str  # Of {said}.
    chart_key: str  # Full is kept, grey partly, empty missed or nothing said.
    in_the_way: str  # {reason}, {count} of {of}
    unmarked: str  # no mark yet
    changed: str  # changed were {parts}
    stayed: str  # kept as it stood
    n: str  # n = {n}
    uncertain: str  # The bars are as wide as the uncertainty. Where they overlap, there is no difference to speak of. Self-ratings and work agree only a little, so this is a place to ask, not a finding.
    energy: str  # {count} said: {said}. Means week by week:
    no_id: str  # not written yet
    about: str  # About {first} to {last}. Made on {made}.
    to: str  # For {to}
    ask: str  # One ask:
    undo: str  # noted the packet for {to} (what was written stays where it is)
    days_turned: str  # the days end before they begin
    needs_who_and_what: str  # a packet needs somebody to read it and one ask
    none_yet: str  # no packet has left yet
    none_yet_do: str  # `coach packet --to NAME --ask …` shows what one would contain
    kept: str  # Written. Nothing was sent: the file is yours to hand over.
    not_written: str  # Nothing was written.
    no_format: str  # there is no format “{name}”
    preview: str  # This is only what it would contain. --write writes it.
    word_ask: str  # {count} lines leave for {to}. Type {word} to write them
    word_wrong: str  # That was not “{word}”.
    word_about: str  # It is written to your own disk. Who gets it is up to you.
    row: str  # {to}: {ask}
    small_words: tuple[str, ...]
    no_names: tuple[str, ...]
    picture: PacketPicture
    section: PacketSection
    section_about: PacketSectionAbout
    label: PacketLabel
    questioned: PacketQuestioned
    of_role: PacketOfRole
    people: PacketPeople
    form: PacketForm
    form_about: PacketFormAbout
    screen: PacketScreen
    mentor: PacketMentor
    ask_for: PacketAskFor
    answer: PacketAnswer
    pdf: PacketPdf
    called: PacketCalled
    palette: PacketPalette
    draft: PacketDraft
    error: PacketError
    command: PacketCommand
    says: PacketSays

class PlainChoice(Table):
    checkin: str  # check in, and say how the commitments went
    mark: str  # mark the commitments of today
    add: str  # write an entry
    signal: str  # park a signal about the direction
    weekly: str  # the weekly reflection
    monthly: str  # the monthly reflection
    search: str  # search
    list: str  # read the latest entries
    undo: str  # take the last change back
    help: str  # all commands

class PlainWordsOf(Table):
    add: str  # The entry, on one line:
    signal: str  # What did you notice?
    search: str  # Which words?

class Plain(Table):
    what_now: str  # What now? A number, then Enter.
    leaves: str  # An empty line leaves.
    nothing_due: str  # Nothing is due and unmarked today.
    unknown: str  # “{typed}” is none of these.
    choice: PlainChoice
    words_of: PlainWordsOf

class PlansCame(Table):
    done: str  # it came, and I did it
    never: str  # the moment never came

class Plans(Table):
    row: str  # Last week's line
    undo: str  # told what came of {line}
    gone: str  # that review is gone
    ask: str  # Did the moment come, and did you do it?
    told: str  # Noted.
    this_week: str  # this week
    fillers: str  # about after again always before being between could down each else even ever every first from have here into just keep last less like long make many more most much never next once only other over same some something still such take than that their them then there these they thing this those time today tomorrow until very week well were what when where which while will with without work would year your
    came: PlansCame

class Practices(Table):
    pass

class PreparingHeading(Table):
    settle: str  # To settle
    people: str  # For the people in it
    sentence: str  # A first sentence
    question: str  # One question to ask
    do_not: str  # And one thing not to do
    after: str  # Afterwards

class PreparingAsk(Table):
    what: str  # What is it about?
    what_about: str  # A name and a day are enough.
    both: str  # What is to be settled, and how are people with it?
    both_about: str  # A line each is enough.
    say: str  # How does it begin?
    say_about: str  # Write the sentence you will say first. The rest follows from it.
    plan: str  # If it gets hard, what do you do?
    plan_about: str  # The first moment in which it could go wrong, and what you do then.
    after: str  # How did it go?
    after_about: str  # While it is fresh. A line each.
    next: str  # What would you do otherwise next time?

class PreparingField(Table):
    text: str  # What
    day: str  # When
    settle: str  # To settle
    people: str  # For them
    sentence: str  # First words
    cue: str  # If
    act: str  # I will
    next: str  # Next time

class PreparingHint(Table):
    day: str  # today, friday, 20 nov

class PreparingCommandPrepareOption(Table):
    card: str  # which card, by its name
    cards: str  # list the cards
    about: str  # the commitment or the entry it is about
    after: str  # look back on the last one
    json: str  # for programs: the cards, or what was prepared

class PreparingCommandPrepare(Table):
    summary: str  # two minutes before a talk, a meeting, bad news
    about: str  # Asks in plain lines what is to be settled, how people are with it, and what you say first. In the evening three short questions wait on Today; `coach prepare --after` answers them here.
    examples: str  # coach prepare performance       a talk about somebody's work, line by line
    option: PreparingCommandPrepareOption

class PreparingCommand(Table):
    prepare: PreparingCommandPrepare

class PreparingCalled(Table):
    preparations: tuple[str, ...]

class PreparingPalette(Table):
    prepare: str  # Prepare a talk or a meeting

class PreparingDraft(Table):
    preparations: str  # Begun, preparing

class PreparingHelpPreparing(Table):
    title: str  # Preparing
    lines: tuple[str, ...]

class PreparingHelp(Table):
    preparing: PreparingHelpPreparing

class Preparing(Table):
    title: str  # Prepare: {name}
    beside: str  # what has helped others
    pick: str  # What do you prepare for?
    pick_about: str  # Two minutes: what is to be settled, how people are with it, your first sentence.
    undo: str  # prepared for
    undo_after: str  # looked back on
    kept: str  # Kept. In the evening of {day} three short questions ask how it went.
    kept_after: str  # Kept. {practised}
    practised: str  # It counts as practice of “{name}”, too.
    row: str  # How did it go?
    row_about: str  # {name}: {sentence}
    open: str  # not looked back on yet
    line: str  # {name}: {sentence}
    needs: str  # write at least one line
    none: str  # nothing was prepared yet
    none_do: str  # coach prepare CARD begins one; coach prepare --cards lists them
    no_card: str  # there is no card “{name}”
    no_card_do: str  # There are: {known}
    left_early: str  # Left. coach prepare {card} goes on where it was.
    heading: PreparingHeading
    ask: PreparingAsk
    field: PreparingField
    hint: PreparingHint
    command: PreparingCommand
    called: PreparingCalled
    palette: PreparingPalette
    draft: PreparingDraft
    help: PreparingHelp

class Prompted(Table):
    signal: str  # Asked because you parked a signal: “{signal}”.
    low: str  # Asked because energy was low on {count} of your last {of} check-ins.
    sign: str  # Asked because “{title}” stood out in your last assessment.
    turn: str  # Next in turn: nothing of these days called for another.

class Prompts(Table):
    pass

class ProtectSheet(Table):
    title: str  # Recovery sheet for coach
    made: str  # Made {day}, for the data in {home}
    code: str  # Recovery code
    how: str  # If the passphrase is forgotten: where coach asks for it, type this code instead. Capitals, spaces and

class ProtectPlain(Table):
    found: str  # What can still be read without the passphrase:
    none: str  # Nothing else that coach knows of lies open.
    unknown: str  # Not known to coach: what you piped elsewhere, your shell's own history, copies another program made (sync, backups, snapshots of the disk). What was deleted may stay readable on the disk for a while.
    seal: str  # Seal {count}?
    seal_done: str  # {count} sealed.
    remove: str  # Remove {count} from this machine? Only those that are as coach wrote them.
    remove_done: str  # {count} removed.
    would_not: str  # Could not: {path}
    git: str  # What git committed before this home was protected can be read in its old commits, here and wherever it was pushed. `rm -rf {home}/.git`, and `coach sync git` with the address of a new, empty repository, begin anew; the old one is yours to delete.
    yours: str  # Folders, and files that changed since or that coach did not write, are yours to look at.
    left: str  # Left as they are.
    only_shown: str  # They stay as they are; --copies seal or --copies remove does something about them.

class ProtectSorts(Table):
    backups: str  # Backups from before
    packets: str  # Packets
    exports: str  # Exports
    others: str  # Files that are not coach's, in its folder

class ProtectScreen(Table):
    title: str  # Your data is locked
    line: str  # Nothing is lost. What you were writing is kept, sealed.
    ask: str  # Passphrase
    keys_hint: str  # enter opens   ctrl+q leaves
    not_kept: str  # What you were writing could not be kept sealed: it is on the page below, and is kept when you open.
    trying: str  # One moment…
    wrong: str  # That is not it. Nothing was touched.
    wrong_thrice: str  # That is not it. Nothing was touched, and there is no limit: take your time.
    wrong_thrice_code: str  # That is not it. Nothing was touched. A recovery code works here too.
    at_start: str  # Your passphrase opens it.
    taken_off: str  # Protection was taken off elsewhere, or the disk is gone. Leave with ctrl+q and open coach again; what you were writing was kept.
    elsewhere: str  # It was protected in another window or on another machine just now; its passphrase opens it. What you were writing is still here.
    opened_with_code: str  # Opened with the recovery code. Settings, protection: another passphrase.
    code_ask: str  # Is it written down? From enter on it opens your data.
    not_protected: str  # There is nothing to lock: your data is not protected. Settings, or `coach protect`, turn it on.
    off: str  # off
    on: str  # on
    place: str  # protection
    about_off: str  # enter seals everything with a passphrase
    about_on: str  # enter: another passphrase, a recovery sheet, what still lies open, or no protection any more
    choose: str  # Protection
    change: str  # Another passphrase
    sheet: str  # A recovery sheet
    copies: str  # What still lies open
    unprotect: str  # No protection any more
    new: str  # A passphrase
    twice: str  # The same once more
    now: str  # The passphrase as it is now
    sealing: str  # Sealing everything…
    sealed: str  # Protected. f12 locks, and so does a while without a key.
    sheet_about: str  # It opens this data, and backups made from now on, where the passphrase is asked for. Keep it away from this machine.

class Protect(Table):
    ask: str  # Passphrase:
    ask_new: str  # New passphrase:
    ask_twice: str  # The same once more:
    ask_backup: str  # Passphrase of this backup:
    first_here: str  # What lies here is protected, and this machine has not opened it before. Its passphrase is the one it was protected with.
    again: str  # That is not it. Nothing was touched; try once more.
    demo: str  # This year is sealed. Its passphrase is: {passphrase}
    demo_passphrase: str  # sample year
    demo_go_on: str  # enter opens it.
    forgotten_it: str  # If it is forgotten: a recovery code works here too, or a backup with an older passphrase; nothing else does
    differ: str  # Those two were not the same.
    open_for: str  # Open for {minutes} minutes; `coach lock` closes it before.
    keyring_old: str  # The passphrase in the keyring is an old one. `coach protect --remember` keeps the new one.
    lies_open: str  # What was written can be read without the passphrase; `coach protect` names it.
    no_editor: str  # with protection, an editor of its own would leave plain copies of what you write
    no_editor_do: str  # `coach` opens the app, where e edits an entry; `coach edit REF < FILE` takes a text from a pipe
    before: str  # Everything coach keeps is sealed with this passphrase: entries, drafts, history, copies.
    good: str  # Four or five words that nobody says together are easy to keep and hard to guess.
    working: str  # Sealing everything…
    done: str  # Protected. A guess costs {seconds} on this machine. `coach add` and `coach signal` still write without the passphrase.
    undone: str  # Protection is off: your data lies open on this disk again. Sealed backups stay sealed; keep the passphrase for them.
    changed: str  # Changed. The old passphrase opens nothing here any more; backups made before may still want it, so keep it for them.
    is_on: str  # Your data is protected.
    sure_off: str  # Take protection off? Whoever reads this disk can read your words then.
    not_done: str  # Nothing was changed.
    not_done_yes: str  # Nothing was changed. --yes does it.
    sheet_again: str  # There is a recovery sheet already; a new one takes its place. Make it?
    opened_with_code: str  # Opened with the recovery code. `coach protect --change` sets a new passphrase.
    restored_open: str  # The backup was sealed; here everything lies open now. `coach protect` seals it.
    no_runtime: str  # This system has no folder in memory for a login (XDG_RUNTIME_DIR), so nothing can be kept open: it asks every time.
    locked: str  # Locked.
    not_open: str  # Nothing was open.
    remembered: str  # The system's keyring keeps the passphrase now. Whoever is logged in as you opens your data with it.
    forgotten: str  # The keyring keeps it no longer.
    old_sheet: str  # The earlier recovery sheet opens this data no more. Backups made before still open with it: destroy it.
    sheet_ask: str  # Make a recovery sheet now, to print or to copy by hand?
    sheet_note: str  # Anyone who holds this sheet can open your data. Keep it where you keep your passport, not on this machine.
    wrong: str  # that is not the passphrase
    untouched: str  # Nothing was touched
    sheet: ProtectSheet
    plain: ProtectPlain
    sorts: ProtectSorts
    screen: ProtectScreen

class Quarterly(Table):
    title: str  # {quarter}
    row_due: str  # Quarterly reflection, 40 min
    undo: str  # looked back on the quarter to
    done: str  # Kept. What it means for the frame belongs into the window: s parks it.

class ReassessmentOpen(Table):
    questions: str  # the three questions are not sealed yet
    rests: str  # the answers rest until tomorrow
    signals: str  # without an answer
    gates: str  # before the gate
    frame: str  # first decide the frame: change it, or say why it stays
    condition: str  # a change still needs the real condition behind it
    direction: str  # a direction needs a sentence
    close: str  # everything is decided, and only the closing is left
    stale: str  # its gate, “{name}”: {what}
    left: str  # left without an answer when the window was left

class ReassessmentUndo(Table):
    begin: str  # began the reassessment
    answer: str  # answered in the reassessment
    seal: str  # sealed the answers
    unseal: str  # opened the answers before they had rested
    gate: str  # decided at a gate of the reassessment
    frame: str  # decided on the frame
    call: str  # called the window
    emergency: str  # emergency reassessment:
    close: str  # closed the window: frame, commitments and season together
    leave: str  # left the window as it was

class ReassessmentStep(Table):
    questions: str  # Three hard questions
    signals: str  # The parked signals
    commitments: str  # Every commitment at its gate
    frame: str  # The new frame
    close: str  # Close the window

class ReassessmentAbout(Table):
    questions: str  # On an empty page, without defending anything. Then they rest until the next day.
    signals: str  # One at a time: it changes something, it is worth a test, the frame stays (say why), or you dismiss it.
    commitments: str  # Each one: would you start it today? What you decide here is carried out when the window closes.
    frame: str  # What it is to be, and the real condition behind each change. Or why it stays.
    close: str  # Old and new side by side. Everything happens together, or not at all.

class ReassessmentState(Table):
    questions: str  # not begun
    begun: str  # begun
    sealed: str  # sealed
    rests: str  # rests until {day}
    unsealed: str  # opened before it had rested
    signals: str  # {settled} of {of} answered
    signals_none: str  # none was parked
    commitments: str  # {through} of {of} decided
    commitments_none: str  # none stands before a gate
    frame: str  # undecided
    changes: str  # changes {parts}
    keeps: str  # stays as it is
    ready: str  # everything is decided
    not_ready: str  # when everything is decided
    locked: str  # once your answers have rested

class ReassessmentQuestion(Table):
    contradicts: str  # What did you learn since the last window that contradicts the frame?
    optimising: str  # What are you optimising for that no longer serves anybody?
    noticing: str  # What have you stopped noticing because you move fast?
    unchosen: str  # What is the automation in your work optimising that you never chose?
    dependency: str  # Where has it made one way so easy that the others are closing?
    invisible: str  # What can you no longer see because it runs by itself?
    gains: str  # Who gains from what it recommends, and who pays?
    premise: str  # Which assumption behind the frame is no longer true?
    still_true: str  # What is still true, whatever happened?
    decided: str  # What is decided today, and only that?
    waits: str  # What waits for the window?

class ReassessmentQuestionTitle(Table):
    contradicts: str  # What contradicts it
    optimising: str  # What no longer serves
    noticing: str  # What went out of sight
    unchosen: str  # Automation: what nobody chose
    dependency: str  # Automation: the path it makes
    invisible: str  # Automation: what disappeared
    gains: str  # Automation: who gains

class ReassessmentQuestionAbout(Table):
    contradicts: str  # A fact, a face, a number. Nothing has to follow from it today.
    optimising: str  # A number you still watch, a promise you still keep, a habit that once had a reason.
    noticing: str  # Think of somebody who has left the conversation, or of a complaint that has gone quiet.
    unchosen: str  # Every tool has a goal built in. Name one that is not yours.
    dependency: str  # What would it take to do it the other way again, for one week?
    invisible: str  # Something used to pass through your hands. What did you learn from it then?
    gains: str  # Take one recommendation and follow it through: who ends up better off, who worse?

class ReassessmentSuddenKind(Table):
    called: str  # called
    emergency: str  # emergency

class ReassessmentSuddenCame(Table):
    changed: str  # Changed: {parts}.
    unchanged: str  # The frame stayed.
    left: str  # Left without a decision.
    open: str  # Still open.

class ReassessmentSudden(Table):
    label_because: str  # What shifted
    label_premise: str  # Premise
    label_still_true: str  # Still true
    label_decided: str  # Decided today
    label_waits: str  # Waits
    about_because: str  # The condition that changed, in a line. It is kept with the window.
    about_premise: str  # A fact that broke, a person who left, a number that turned. A bad week is not one.
    about_still_true: str  # It keeps a bad day from throwing away the whole frame.
    about_decided: str  # Only what cannot wait. Leave the rest for the window.
    about_waits: str  # One line, parked as a signal for the window.
    lead_emergency: str  # For what cannot wait: an assumption that broke, a new rival, a new rule, people who leave or come, your own health. Not for a bad week. It is recorded as an emergency.
    told_emergency: str  # Decided, and recorded as an emergency.
    told_waits: str  # What waits is parked as a signal.
    told_called: str  # The window is open. The three questions come first.
    count: str  # Called early or in an emergency, in the last ten weeks: {count}.
    often: str  # That is three or more. Execution needs a frame that stays for a while: what would let the next doubt wait as a signal?
    rare: str  # For two cycles nobody has called for a reassessment. Perhaps all is well. Which doubt would be worth one?
    row: str  # {day}, {kind}: {because}. {came}
    kind: ReassessmentSuddenKind
    came: ReassessmentSuddenCame

class ReassessmentSeal(Table):
    title: str  # Seal the answers?
    lines: tuple[str, ...]
    told: str  # Sealed: nobody reads or changes them until {day}. Then you decide.
    not_yet: str  # Kept, and not sealed: `coach reassess questions` asks again. You decide the day after they are sealed.
    open_title: str  # Open the answers before they have rested?
    open_lines: tuple[str, ...]
    told_open: str  # Open. It is noted that they did not rest.

class ReassessmentSignals(Table):
    title: str  # {count}
    ask: str  # What becomes of each?
    none: str  # No signal waits.
    why: str  # To keep the frame or let a signal go takes a word why
    because: str  # In a word
    tries: str  # worth a test says what you will try
    tries_do: str  # --try, --when and --seen say it
    choose: str  # One of the four keys first: c, t, k or d.
    about: str  # change: you will see it again beside the frame. test: say what you will try, when, and what you would see; when the window closes it becomes a trial. keep or dismiss: say why.
    group: str  # {count} more about the same thing. ctrl+g gives all of them this answer.
    group_told: str  # {count} answered by one word.
    told: str  # Every signal has its answer.
    told_left: str  # Still waiting: {count}.

class ReassessmentTest(Table):
    what: str  # What to try
    when: str  # When
    seen: str  # What you would see
    seen_open: str  # Did it show anything?

class ReassessmentTestHint(Table):
    what: str  # one act, or nothing
    when: str  # every day, monday and thursday, by 15 december; empty is every day
    seen: str  # a yes or no question

class ReassessmentSettled(Table):
    change: str  # change
    test: str  # test
    keep: str  # keep because
    drop: str  # dismiss

class ReassessmentSettledSaid(Table):
    change: str  # changes something
    test: str  # worth a test
    keep: str  # the frame stays
    drop: str  # dismiss

class ReassessmentGates(Table):
    what: str  # every commitment at its gate
    count: str  # {done} of {of} decided
    none: str  # No commitment stands before its gate. enter goes on.
    told: str  # Decided: {result}. It is carried out when the window closes.
    undecided: str  # not decided

class ReassessmentFrame(Table):
    rate: str  # How true is it still?
    rating_1: str  # not at all
    rating_2: str  # hardly
    rating_3: str  # in part
    rating_4: str  # mostly
    rating_5: str  # fully
    condition: str  # Because
    condition_about: str  # The real condition behind this change: what you saw, and not what you hope.
    keeps: str  # Stays because
    keeps_though: str  # You said “{signal}” changes something, and the frame stays as it is. Where does it go?
    keeps_though_more: str  # You said {count} change something, “{signal}” first, and the frame stays as it is. Where do they go?
    keeps_about: str  # What speaks for keeping what stays?
    told_changes: str  # Decided. When the window closes, this changes: {parts}.
    told_keeps: str  # Decided: the frame stays as it is.
    undecided: str  # Another frame, or why this one stays: one of the two

class ReassessmentClose(Table):
    title: str  # Old and new
    old: str  # Until now
    new: str  # From now on
    commitments: str  # Commitments
    trials: str  # Becomes a trial
    signals: str  # Signals
    same: str  # as it was
    about: str  # ctrl+s closes the window, and the frame is fixed from then on. ↑↓ scrolls what changes.
    told: str  # Closed. The frame is fixed, and the window opens again on {day}.
    surprise: str  # Which answer surprised you?
    surprise_label: str  # Surprised by
    surprise_lead: str  # This window looks much like the first ones did, only quicker. That can be calm, or habit. The numbers:
    surprise_hint: str  # leave it empty if none did

class ReassessmentRitual(Table):
    time: str  # Time: {now} now, {first} in the first window.
    copies: str  # Similarity to earlier answers: {now}%.
    spread: str  # How far ratings lie apart: {now} now, {first} in the first window.
    signals: str  # Signals answered one by one: {now} of {first}.
    unchanged: str  # Two windows running in which the frame did not change.
    cited: str  # Answers that rest on a record: {now}%.

class Reassessment(Table):
    title: str  # Reassessment
    next: str  # next
    done: str  # {done} of {of} done
    title_called: str  # Called reassessment
    title_emergency: str  # Emergency reassessment
    held_until: str  # The frame is fixed until the window opens on {day}. f, then o, calls it early; f, then x, is the emergency.
    no_season_app: str  # No season is open yet: f, then o, begins the cycle.
    no_season: str  # No season is open, so there is no window
    no_season_do: str  # `coach season execution` begins the cycle
    no_window: str  # The frame is fixed: there is no open window
    no_window_do: str  # `coach season redesign` opens it when its day has come; an emergency goes without
    sealed_already: str  # The answers are sealed, and stay as they are.
    closed_already: str  # This reassessment is closed, and stays as it is.
    seal_empty: str  # There is nothing to seal yet. One answer is enough.
    not_yet: str  # the window is not ready to be closed
    leave_ways: str  # Close it step by step (4, then r), or leave it as it is: `coach season execution --anyway`
    leave_title: str  # Leave the window as it is?
    leave_about: str  # Signals without an answer are dismissed, and what was decided is not carried out.
    premise_missing: str  # Which assumption is no longer true? Without one, a signal is the better way.
    premise_missing_do: str  # --because TEXT says what shifted
    no_frame: str  # there is no frame yet that could crack
    no_frame_do: str  # f, then e, writes it down; so does `coach frame --direction TEXT`
    emergency_open: str  # The frame is on the table already: change it in the reassessment
    emergency_free: str  # No season is open, so nothing is fixed: change the frame itself
    settle_what: str  # which signals, and what becomes of them?
    settle_gone: str  # no such signal waits
    settle_how: str  # `coach reassess` lists those that wait; --as takes change, test, keep or drop
    rest_locked: str  # Your answers rest, unread. o opens everything early.
    step_locked: str  # This opens once the answers have rested.
    unanswered_locked: str  # the three hard questions come first: nothing is decided before they are answered and have rested
    resting_locked: str  # your answers rest until {day}: nothing is decided before
    locked_kept: str  # The frame and the commitments stay as they are
    locked_ways: str  # 4, then r, goes on with the questions; `coach reassess open` opens everything now, and that is recorded
    opened_now: str  # Open from now on. The reassessment says that the answers did not rest.
    cite_hint: str  # ctrl+r links a record as evidence.
    open: ReassessmentOpen
    undo: ReassessmentUndo
    step: ReassessmentStep
    about: ReassessmentAbout
    state: ReassessmentState
    question: ReassessmentQuestion
    question_title: ReassessmentQuestionTitle
    question_about: ReassessmentQuestionAbout
    sudden: ReassessmentSudden
    seal: ReassessmentSeal
    signals: ReassessmentSignals
    test: ReassessmentTest
    test_hint: ReassessmentTestHint
    settled: ReassessmentSettled
    settled_said: ReassessmentSettledSaid
    gates: ReassessmentGates
    frame: ReassessmentFrame
    close: ReassessmentClose
    ritual: ReassessmentRitual

class ReflectName(Table):
    weekly: str  # Weekly reflection
    monthly: str  # Monthly reflection
    quarterly: str  # Quarterly reflection
    yearly: str  # The year
    action: str  # After-action review
    replant: str  # A fresh start

class ReflectRow(Table):
    weekly: str  # This week
    monthly: str  # This month
    quarterly: str  # This quarter
    yearly: str  # This year
    reassessment: str  # The direction
    action: str  # One event
    vitality: str  # Vitality

class ReflectAbout(Table):
    weekly: str  # 15 min: facts, then finish, renegotiate or drop, one truth, and at most three if-then lines.
    monthly: str  # 20 min: five questions. You answer first, then your own records lie beside the answer.
    quarterly: str  # 40 min: the right battles, alliances, what is missing, and where the emphasis lay.
    yearly: str  # 45 min: a screen a quarter, what was decided and learned, three sentences, and whether you still believe it.
    reassessment: str  # The window, step by step: three questions, a night's rest, signals, gates, the frame.
    action: str  # 10 min: what happened, how it was meant to go, what made the difference, what becomes a rule.
    vitality: str  # Signs of life and of decay in the practice, each with its records.

class ReflectCalled(Table):
    reflections: tuple[str, ...]
    readings: tuple[str, ...]

class ReflectPalette(Table):
    weekly: str  # Weekly reflection
    monthly: str  # Monthly reflection
    quarterly: str  # Quarterly reflection
    yearly: str  # The year
    action: str  # After-action review
    vitality: str  # Vitality

class ReflectDraft(Table):
    reflections: str  # Begun, reflection

class ReflectError(Table):
    a_review_needs_one_answer: str  # a weekly reflection needs one answer
    any_one_will_do: str  # Any one will do
    at_most_if_then_lines_more: str  # at most {MOST_PLANS} if-then lines: more undo one another
    coach_reflect_weekly_begins: str  # `coach reflect weekly` begins
    is_no_question_here: str  # “{name}” is no question here
    reading_ahead: str  # a number is read off on its day, not before
    no_number: str  # there is no number to keep
    no_such_number: str  # the frame has no {name} yet, so there is nothing to count
    no_such_number_do: str  # `coach frame --{name} TEXT` says what is counted
    counts_nothing: str  # “{name}” counts nothing
    is_not_a_number: str  # “{typed}” is not a number
    leave_it_empty_if_you_do: str  # Leave it empty if you do not know
    looking_back_takes_one_answer: str  # looking back takes one answer
    nothing_was_reflected_on_yet: str  # nothing was reflected on yet
    there_are: str  # There are: {value}
    which_reflection: str  # which reflection?

class ReflectSays(Table):
    to_day: str  # {name}, to {day}
    written_parked: str  # {count} written, {count_2} parked.
    no_mark: str  # {said}: no mark.
    minutes: str  # {count} min
    seconds: str  # {count} s
    counts_nothing_yet: str  # not named in the frame yet
    undo_reading: str  # read off {name}
    read_off: str  # {called}: {value}, {day}.
    reading_line: str  # {name}: {value}
    undo_week: str  # reviewed the week to {day}
    kept_as: str  # Kept {ref}: {title}.
    of_five: str  # {energy} of 5
    kept_of: str  # “{said}” {kept} of {count}
    line: str  # {name}, to {day}: {said}
    the_kinds: str  # `coach reflect weekly`, `monthly`, `quarterly`, `action`, or `coach reflect --list`
    adds_it: str  # {value} --{name} adds it.
    kept_the_week_to: str  # Kept {ref}: the week to {day}.

class ReflectCommandNumberOption(Table):
    name: str  # flow, outcome, or the reference of a commitment that counts something
    value: str  # the number
    on: str  # its day, if not today: the weekly reflection and its pictures take the last of each week
    json: str  # what was kept

class ReflectCommandNumber(Table):
    summary: str  # a number of the frame or of a commitment, for scripts
    examples: str  # coach number                    what is counted, and what was read off last
    option: ReflectCommandNumberOption

class ReflectCommandReflectOption(Table):
    list: str  # the past ones, the latest first
    period: str  # of which days: 2026-04, Q2 2026, 2026-W16, 2026, or a day in them
    open: str  # what lies behind and was not looked back on
    plain: str  # in plain lines, as always in the shell
    facts: str  # only what your records say
    short: str  # monthly: two questions, for a hard month
    trial: str  # monthly: make what you want to try a trial
    over_until: str  # until when one more than the limit is right
    over_because: str  # what that exception is for
    of: str  # action: the record it looks back on; an after-action review itself is changed
    answer: str  # answer at once
    plan: str  # an if-then line; up to three
    flow: str  # the flow number
    part: str  # weekly: only `delivery` or only `direction`; the two can be done apart
    confidence: str  # weekly: how sure of the week to come, 1 to 5
    outcome: str  # the outcome number
    doubt: str  # parked as a signal for the window
    json: str  # show it as JSON

class ReflectCommandReflect(Table):
    summary: str  # look back, guided: weekly, monthly, quarterly, yearly, action
    examples: str  # coach reflect weekly            asks in plain lines, facts first
    option: ReflectCommandReflectOption

class ReflectCommandVitality(Table):
    summary: str  # signs of life and of decay in the practice
    examples: str  # coach vitality

class ReflectCommandWeekOption(Table):
    until: str  # the last of the seven days, if not today

class ReflectCommandWeek(Table):
    summary: str  # the last seven days in ten lines
    examples: str  # coach week
    option: ReflectCommandWeekOption

class ReflectCommandYearOption(Table):
    until: str  # the last of the days, if not today

class ReflectCommandYear(Table):
    summary: str  # the last 52 weeks in ten lines
    examples: str  # coach year
    option: ReflectCommandYearOption

class ReflectCommand(Table):
    number: ReflectCommandNumber
    reflect: ReflectCommandReflect
    vitality: ReflectCommandVitality
    week: ReflectCommandWeek
    year: ReflectCommandYear

class ReflectLate(Table):
    title: str  # Look back late
    about: str  # What lies behind and was not looked back on, the latest first. enter looks back on it, beside what its own days say. None of it has to be.
    none: str  # You have looked back on everything that lies behind you.
    week: str  # the week to {day}
    quarter: str  # quarter {quarter} of {year}
    year: str  # the year {year}
    ahead: str  # “{typed}” is still to come
    ahead_do: str  # Write 2026-04, april, last month, Q2 2026, 2026-W16, 2026, or a day in it
    which: str  # “{typed}” holds several: which is meant?
    no_period: str  # an after-action review is of an event, and of no period: `--of REF`

class Reflect(Table):
    title: str  # Reflect
    now: str  # look back
    next: str  # next
    next_none: str  # Nothing is open. The next weekly reflection is on {day}; all of it can be done any time.
    begins: str  # begins it
    reads: str  # enter reads it
    count: str  # {count} to read
    until: str  # to {day}
    past: str  # earlier
    none: str  # Nothing was looked back on yet. The first weekly reflection takes fifteen minutes.
    any_time: str  # any time
    kept: str  # kept
    begun: str  # begun
    due: str  # due
    no_window: str  # with the next window
    window_due: str  # due: enter opens the window
    beside: str  # {title}, and a year before
    beside_none: str  # Nothing was kept about these days a year before.
    thread: str  # All answers over time
    thread_pick: str  # Which question?
    cited: str  # What the answers rest on
    rested: str  # Rests on {count}.
    name: ReflectName
    row: ReflectRow
    about: ReflectAbout
    called: ReflectCalled
    palette: ReflectPalette
    draft: ReflectDraft
    error: ReflectError
    says: ReflectSays
    command: ReflectCommand
    late: ReflectLate

class RemindingPalette(Table):
    remind: str  # A word a day, when something is due

class RemindingScreen(Table):
    about: str  # At this hour your system asks coach once a day, and says a word only when something is due. Half an hour after you usually check in is a good one.
    empties: str  # Another hour changes it, an empty line takes it away.
    done: str  # At {at} every day, by {by}, when something is due.

class RemindingCommandStatusOption(Table):
    format: str  # line, tmux, waybar or json

class RemindingCommandStatus(Table):
    summary: str  # what is due, in one short line for a prompt; nothing when nothing is
    examples: str  # coach status                    ◆ Check in · 2 to mark
    option: RemindingCommandStatusOption

class RemindingCommandRemindOption(Table):
    action: str  # install, remove or show; tell says now what the timer would say
    at: str  # when, instead of half an hour after your usual check-in
    by: str  # which timer, instead of the first that is there
    json: str  # what is installed, for a program

class RemindingCommandRemind(Table):
    summary: str  # a word a day from the system's timer, only when something is due
    examples: str  # coach remind install            at your own hour, by systemd, launchd or cron
    option: RemindingCommandRemindOption

class RemindingCommand(Table):
    status: RemindingCommandStatus
    remind: RemindingCommandRemind

class Reminding(Table):
    between: str  # ·
    marks: str  # {count} to mark
    tell: str  # {due}. When you have a minute.
    unit: str  # coach: a word a day, when something is due
    installed: str  # At {at} every day, by {by}: a word when something is due, and silence otherwise. {place} shows it; `coach remind remove` takes it back.
    installed_own: str  # At {at} every day, half an hour after you usually check in, by {by}: a word when something is due, and silence otherwise. {place} shows it; `coach remind remove` takes it back.
    sealed: str  # Your data is sealed: the timer looks only while it stands open (`coach config unlock_for`, or `keyring`), and is silent otherwise.
    removed: str  # Removed, from {by}.
    none: str  # Nothing reminds you. `coach remind install` sets it up.
    shown: str  # {at} every day, by {by}   {place}
    not_here: str  # nothing on this machine can remind you: no manager of systemd runs for you, and there is neither launchd nor crontab (asked for: {by})
    not_here_do: str  # A line in your shell's start file does it too: coach remind tell
    strange_place: str  # where your data lies has signs in its name that no timer can be told
    no_time: str  # “{typed}” is no time; write it like 18:30
    refused: str  # {program} says: {said}
    refused_do: str  # `coach remind install --by cron` may do instead
    palette: RemindingPalette
    screen: RemindingScreen
    command: RemindingCommand

class Replant(Table):
    title: str  # A fresh start
    row: str  # A fresh start
    undo: str  # made a fresh start on
    done: str  # Kept. f, then o, opens the window: that is where it begins again.

class Rhythms(Table):
    pass

class RoundsField(Table):
    plan: str  # Written out
    review: str  # Gone over
    did: str  # Done
    landed: str  # What landed
    missing: str  # What did not
    adjust: str  # Next time

class RoundsAbout(Table):
    plan: str  # Write out what you are going to do or say, as you will do it. In whole sentences.
    review: str  # Read it once more, or to somebody. What do you change, and what do you look out for?
    did: str  # Afterwards: what happened, in the order in which it happened?
    landed: str  # What had the effect it was meant to have, and how could you see it?
    missing: str  # What had another effect, or none?
    adjust: str  # One thing to do differently in the next round.

class Rounds(Table):
    title: str  # Practising {name}
    undo: str  # practised
    trial_of: str  # A trial of
    kept: str  # Kept. The next round begins with what you adjust.
    kept_open: str  # Kept. After doing it, o goes on here.
    landed: str  # Landed:
    open: str  # planned, not done yet
    needs: str  # practising takes a plan, or what was done
    last: str  # Last time you wanted to change: {adjust}
    field: RoundsField
    about: RoundsAbout

class ScreensSays(Table):
    palette: str  # What do you want to do?
    protection: str  # Protection
    theme: str  # Theme
    more_characters: str  # … and {count} more characters, in the plain view
    there_is_no_key_called: str  # there is no key called “{name}”
    needs_a_key: str  # “{name}” needs a key
    cannot_be_both_and: str  # “{key}” cannot be both {one} and {other}
    defaults_hold: str  # {trouble} Until then the defaults hold.
    no_theme: str  # There is no theme “{theme}”; coach-dark it is. The palette lists them.
    keys_wrong: str  # Keys in the settings: {wrong}. There the defaults hold.
    this_does: str  # This {change}.
    gives_records: str  # {name}: {source} gives {records} records, {whole}.
    the_history: str  # the history
    the_copy_of: str  # the copy of {moment}
    nothing_is_missing: str  # nothing is missing
    later_changes_may_be_missing: str  # later changes may be missing
    whole_again: str  # whole again
    readable_again: str  # readable again
    and_later_changes: str  # and {replayed} later changes
    ended: str  # coach: {said} {app_ended}
    draft_kept: str  # draft kept {now}
    no_draft: str  # no draft: {what}. Your text is only on this screen
    deleted_u_brings_it_back: str  # Deleted. u brings it back.
    is_the_damaged_file_is_kept: str  # {name} is {state}. The damaged file is kept in the quarantine folder.

class ScreensError(Table):
    there_is_nothing_to: str  # there is nothing to {which}

class ScreensTurnUndo(Table):
    title: str  # Take back
    done: str  # Taken back

class ScreensTurnRedo(Table):
    title: str  # Make so again
    done: str  # Redone

class ScreensTurn(Table):
    undo: ScreensTurnUndo
    redo: ScreensTurnRedo

class Screens(Table):
    says: ScreensSays
    error: ScreensError
    turn: ScreensTurn

class SearchSays(Table):
    found: str  # {count} found{more}
    the_newest: str  # , the newest

class Search(Table):
    hint: str  # words, "a phrase", #tag
    about: str  # Finds everything you wrote that contains all of it, whatever the case and accents.
    near: str  # Nothing contains that as it is typed. This contains “{meant}”:
    says: SearchSays

class SeasonName(Table):
    execution: str  # execution season
    redesign: str  # redesign window

class SeasonCameOf(Table):
    window: str  # in the window
    called: str  # in a window that was called
    emergency: str  # in an emergency

class SeasonNotice(Table):
    due: str  # The redesign window was planned for {day}. It begins when you open it.
    due_today: str  # The redesign window is due today. It begins when you open it.
    over: str  # The next execution season was planned for {day}. It begins when you open it.
    over_today: str  # The next execution season is due today. It begins when you open it.
    late: str  # The window was opened {days} late.
    moved: str  # The window was put off by {days}.
    left: str  # The last window ended without a decision. Its questions wait for the next one.
    short: str  # The last window was cut short: {days} of {of}.
    skipped: str  # The last window was skipped. The frame has gone unquestioned for a whole cycle.

class SeasonPage(Table):
    title: str  # the frame
    season: str  # the season
    weeks: str  # weeks
    gates: str  # gates ◆
    assessed: str  # assessed ▲
    title_change: str  # The frame
    fill_in: str  # {closed}. Situation and career can change at any time, and what was never said can be filled in. s parks a doubt.
    direction: str  # Direction
    giving_up: str  # Giving up
    outcome: str  # Proof
    flow: str  # Flow
    context: str  # Situation
    stage: str  # Career
    less: str  # Less is better
    because: str  # Because
    none: str  # Nothing written yet. e writes it.
    history: str  # how it got here
    seasons: str  # seasons
    free: str  # Until {day} you can still change it: e. Then it is fixed until {until}; a doubt in between is parked: s.
    held: str  # Fixed until {day}. Two ways: s parks a signal, o calls the window now with a word about what shifted.
    held_due: str  # Fixed until the window is opened: o opens it.
    on_the_table: str  # The frame is on the table. e changes it, o begins the next execution season.
    no_cycle: str  # No season is open. o opens one: the frame is fixed while you execute, and questioned when the window comes.
    quotes: str  # from memory
    signals: str  # Parked signals

class SeasonAsk(Table):
    direction: str  # What do you want to be true, and by when?
    giving_up: str  # What do you explicitly give up for it?
    outcome: str  # Which number would prove that it was right?
    flow: str  # Which number shows how the work flows, and is hard to game?
    context: str  # What situation are you in?
    stage: str  # How far into your career are you?
    less: str  # For which number is lower better?
    because: str  # What in the real conditions makes you change it?

class SeasonHint(Table):
    direction: str  # one sentence
    giving_up: str  # something a reasonable person would be sorry to lose
    outcome: str  # worded so that more is better
    flow: str  # worded so that more is better
    because: str  # what you saw, not what you hope

class SeasonAbout(Table):
    direction: str  # One sentence that settles arguments. From the day it is fixed it changes only in a redesign window.
    giving_up: str  # If nothing is given up, nothing was decided. Once a week, on a day you do not expect, you are asked to say this from memory.
    outcome: str  # Both numbers are asked for in the weekly reflection. When they move in opposite directions, it is worth a look.
    flow: str  # Its pair: days from asked to done, things finished a week, rework that did not happen.
    context: str  # It only sets which mix of leading and managing is usual; it does not judge you. You can change it at any time; a crisis has a timeline. ←→ chooses, backspace leaves it open.
    less: str  # flow, outcome, both; leave it open where more is better. Then the two are read the right way round. ←→ chooses, backspace leaves it open.
    stage: str  # It only sets which mix is usual at this stage; it does not judge you. You can change it at any time. ←→ chooses, backspace leaves it open.
    because: str  # It is kept beside the change, so that you can read later why.

class SeasonOpen(Table):
    lead_execution: str  # From now on the frame is fixed: you execute, and park what makes you doubt.
    lead_redesign: str  # From now on the frame is on the table. Your commitments go on; the coach says nothing tactical unasked.
    title_first: str  # Open the first season
    title_execution: str  # Begin the execution season
    title_redesign: str  # Open the redesign window
    title_called: str  # Call the window now
    rhythm: str  # Rhythm
    until: str  # Until
    because: str  # What shifted
    rhythm_about: str  # ←→ or the number chooses. A rhythm of your own is weeks like 8+2, in the line below.
    own: str  # Or weeks
    own_hint: str  # like 8+2; empty takes the rhythm above
    because_about: str  # The condition that changed. It is kept with the window.
    until_about: str  # Its planned last day. Empty takes the day of the rhythm: {day}.
    told_execution: str  # The frame is fixed from now on. The window opens on {day}.
    first: str  # The window begins with three hard questions (4, then r). After a night come your signals, your commitments and the frame.
    told_redesign: str  # The frame is on the table until {day}.

class SeasonPause(Table):
    title: str  # Pause everything
    ask: str  # Until
    about: str  # Leave, illness, anything. Nothing is due, nothing counts, and the season and the gates end that much later.
    hint: str  # a day: sunday, +2w, 3 jan
    because: str  # In a word
    told: str  # Resting until {day}. Nothing is due.
    resumed: str  # Good to have you back. What is due is on Today.

class SeasonQuote(Table):
    nothing: str  # No tradeoff is written down yet: f, then e, once the frame is on the table.
    title: str  # From memory
    ask: str  # What have you given up for the direction?
    ask_direction: str  # And what comes first: what do you want to be true, and by when?
    ask_outcome: str  # And which number would prove that it was right?
    go_on: str  # enter alone goes on without it
    not_asked: str  # with --quote go --direction and --outcome, said from memory; not --{option}
    hint: str  # in your own words, without looking
    about: str  # No test. What you say is kept beside what you wrote, and only you read it.
    said: str  # You said
    written: str  # You wrote

class SeasonCalled(Table):
    frames: tuple[str, ...]
    quotes: tuple[str, ...]
    seasons: tuple[str, ...]
    reassessments: tuple[str, ...]

class SeasonPalette(Table):
    reassessment: str  # Reassessment
    emergency: str  # Emergency reassessment

class SeasonDraft(Table):
    frames: str  # Begun, frame
    seasons: str  # Begun, season
    reassessments: str  # Begun, the window

class SeasonError(Table):
    a_direction_needs_a_sentence: str  # a direction needs a sentence
    a_rhythm_has_to_weeks_of: str  # a rhythm has 1 to 52 weeks of execution and 1 to 13 of redesign
    a_season_cannot_end_before_it: str  # a season cannot end before it begins
    a_season_cannot_end_before_today: str  # a season cannot end before today
    a_season_lasts_a_year_at: str  # a season lasts a year at most
    at_most_days_back: str  # At most {days} days back
    coach_frame_direction_does_it: str  # `coach frame --direction …` does it
    coach_frame_giving_up_does_it: str  # `coach frame --giving-up …` does it
    coach_season_execution_opens_one: str  # `coach season execution` opens one
    coach_season_move_until_because: str  # `coach season move --until … --because …`
    coach_season_redesign_because_or_park: str  # `coach season redesign --because …`, or park a signal
    coach_season_until_w: str  # `coach season {action} --until +2w`
    is_more_than_half_a_year: str  # {day} is more than half a year on
    is_too_long_ago_a_season: str  # {day} is too long ago: a season begins when you open it
    is_yet_to_come_a_season: str  # {day} is yet to come; a season begins when you open it
    it_would_end_on_before_it: str  # it would end on {day}, before it begins
    its_planned_day_stands_in_coach: str  # Its planned day stands in `coach season`
    no_season_is_open_yet: str  # no season is open yet
    no_tradeoff_is_written_down_yet: str  # no tradeoff is written down yet
    nothing_is_written_down_yet: str  # nothing is written down yet
    nothing_was_changed: str  # Nothing was changed
    take_a_nearer_day: str  # Take a nearer day
    the_frame_is_held: str  # the frame is fixed {until}
    the_reassessment_is_gone: str  # the reassessment is gone
    the_window_is_planned_for_before: str  # the window is planned for {day}; before that it takes a word about what shifted
    there_are: str  # There are: {value}
    there_are_and_weeks_like: str  # There are {known}, and weeks like 8+2
    there_is_no_context: str  # there is no context “{said}”
    there_is_no_pause_to_end: str  # there is no pause to end
    there_is_no_rhythm: str  # there is no rhythm “{typed}”
    there_is_nothing_to_keep_yet: str  # there is nothing to keep yet
    this_lasts_until: str  # this {value} lasts until {day}
    to_begin_the_next_one_open: str  # To begin the next one, open it
    to_bring_the_window_nearer_takes: str  # to bring the window nearer takes a word about what shifted
    undo_can_bring_it_back: str  # Undo can bring it back
    what_can_be_opened_now_is: str  # What can be opened now is the {other}
    would_overlap_the: str  # {day} would overlap the {said}

class SeasonSays(Table):
    undo_quote: str  # said the tradeoff: {line}
    undo_why: str  # said why the frame is so: {why}
    until_the_window_is_opened: str  # until the window is opened
    until_when_the_window_opens: str  # until {opens}, when the window opens
    undo_changed: str  # changed the frame
    undo_set: str  # set the direction
    undo_changed_of: str  # changed the frame of
    week_of: str  # week {week} of {weeks}
    window_opens: str  # window opens
    execution_begins: str  # execution begins
    when_you_do_it: str  # {what} as soon as you say so
    that_began: str  # {season} that began on {day}
    undo_opened: str  # opened the {season} of {day}
    undo_moved: str  # the season ends on {day}
    undo_paused: str  # paused until {day}
    undo_resumed: str  # ended the pause
    weeks: str  # {said} weeks
    emergency: str  # emergency: {ask}
    season_line: str  # {name}, {day} to {day_2}{because}
    and_because: str  # , because {because}
    began: str  # {name}. Began {day}.
    needs_until: str  # {action} needs --until
    coach_then_and_r_goes_through: str  # `coach`, then 4 and r, goes through it; so do `coach reassess questions`, `signals` and `frame` in plain lines.
    dates_in_written_again_it_updates: str  # {count} dates in {value}. Written again, it updates them.
    resting_until: str  # Resting until {day}.
    the_frame_is_written_down: str  # The frame is written down.
    the_pause_is_over: str  # The pause is over.

class SeasonCommandSeasonOption(Table):
    action: str  # execution or redesign open a season; move, pause, resume, rhythms
    rhythm: str  # see `coach season rhythms`, or 8+2
    on: str  # the day it began, if not today
    until: str  # the last day of the season or of the pause
    because: str  # what shifted, or why it rests
    anyway: str  # leave a window with something open in it
    calendar: str  # write the seasons, reviews and gates as .ics
    force: str  # --calendar: write over a file that is there

class SeasonCommandSeason(Table):
    summary: str  # show the cycle; open, move or pause a season
    examples: str  # coach season
    option: SeasonCommandSeasonOption

class SeasonCommandFrameOption(Table):
    quote: str  # say the tradeoff from memory: what is given up; with --direction and --outcome the rest, too
    history: str  # the frame as it was
    json: str  # one object, or an array with --history

class SeasonCommandFrame(Table):
    summary: str  # show or change the frame
    examples: str  # coach frame
    option: SeasonCommandFrameOption

class SeasonCommandReassessOption(Table):
    refs: str  # settle: the signals that are answered
    settled: str  # settle: what becomes of them
    because: str  # settle: a word why
    try_: str  # settle --as test: what you will try; it becomes a trial when the window closes
    when_: str  # settle --as test: how often, or by when
    rhythm: str  # close: another rhythm from now on
    until: str  # close: when the season is to end
    over_until: str  # close: until when more commitments than the limit are all right
    over_because: str  # what that exception is for
    surprised: str  # close: which answer surprised you
    seen_: str  # settle --as test: what you would see if it worked

class SeasonCommandReassess(Table):
    summary: str  # where the redesign window stands; answer signals; an emergency
    examples: str  # coach reassess
    option: SeasonCommandReassessOption

class SeasonCommand(Table):
    season: SeasonCommandSeason
    frame: SeasonCommandFrame
    reassess: SeasonCommandReassess

class SeasonSaid(Table):
    execution: str  # execution season
    redesign: str  # redesign window

class SeasonFewContext(Table):
    early: str  # early
    scaling: str  # scaling
    mature: str  # mature
    crisis: str  # crisis
    steady: str  # steady

class SeasonFewStage(Table):
    pass

class SeasonFewLess(Table):
    flow: str  # flow
    outcome: str  # outcome
    both: str  # both

class SeasonFew(Table):
    context: SeasonFewContext
    stage: SeasonFewStage
    less: SeasonFewLess

class Season(Table):
    none: str  # No season is open yet; f opens one.
    none_short: str  # No season is open yet
    before: str  # {part} was: {was}. `coach undo` returns to that.
    free_until: str  # Until {day} you can still change it; then it is fixed until the window.
    unread: str  # The cycle cannot be read just now
    managing: str  # MANAGING
    leading: str  # LEADING
    resting: str  # RESTING
    held: str  # the frame is fixed
    held_free: str  # the frame can change until {day}
    on_table: str  # the frame is on the table
    rests: str  # nothing is due until {day}
    held_kept: str  # It stays as it is until then
    held_ways: str  # Park a signal, or call the window now with a word about what shifted
    held_ways_shell: str  # Park a signal with `coach signal`, or call the window now with `coach season redesign --because …`
    told_frame: str  # Written down. It is fixed from the day you open an execution season.
    told_frame_open: str  # Written down, and fixed with the season that is open.
    told_frame_free: str  # Written down. You can change it until {day}.
    name: SeasonName
    came_of: SeasonCameOf
    notice: SeasonNotice
    page: SeasonPage
    ask: SeasonAsk
    hint: SeasonHint
    about: SeasonAbout
    open: SeasonOpen
    pause: SeasonPause
    quote: SeasonQuote
    called: SeasonCalled
    palette: SeasonPalette
    draft: SeasonDraft
    error: SeasonError
    says: SeasonSays
    command: SeasonCommand
    said: SeasonSaid
    few: SeasonFew

class Second(Table):
    says_nothing: tuple[str, ...]
    records: str  # You name “{named}”, and your check-ins name “{other}” on {times} of {of} days. When was “{named}” the bigger one?
    both_ways: str  # “{tag}” gave you energy on {gave} and took some on {took}, in one week. What was different?
    trial: str  # {showed} What made the difference, as you see it?
    success: str  # “{name}”: {kept} of the last {of} kept, after {was} of {before}. What made this possible?
    reason: str  # Before {day} most misses were “{was}” ({count} of {of}); since then they are “{now}” ({times} of {all}). What changed?
    authority: str  # Who has to agree for your direction to hold, and do you have their word? If not: what would make it formal, or which way needs no authority (a fact, a customer, an example)?
    alike: str  # In {month} you wrote nearly the same: “{answer}”. What is one moment since then in which it was so?
    short: str  # “{answer}”: what is one moment in which that was so?
    missing_truth: str  # And what is true about delivery this week, with a number or a name in it?
    missing_tradeoff: str  # And what did you not do this week for the sake of it?
    plan_never: str  # “{line}”: its moment did not come. Which moment comes for certain next week?
    plan_not: str  # “{line}”: the moment came, and something else happened. What did you do instead?

class SettingsMeans(Table):
    automation: str  # yes when automation shapes your work: reassessments and quarterly reflections ask about it
    checkins: str  # how often a day you are asked for your energy, 1 to 6; the day counts their mean
    rest_days: str  # how many nights the answers of a reassessment wait before anything is decided, 0 to 7; in a window of a single day, none
    pace: str  # fast or stable: your field, which asks for more or less leading than your situation alone; nothing says neither
    wording: str  # team or alone: for whom things are worded; nothing follows the last self-assessment
    confidence: str  # no leaves out of the weekly reflection how sure you are of the week to come, which lies a week later beside what was kept and what is late
    day_ends: str  # when your day ends, 00:00 to 12:00; what you write earlier belongs to the day before
    editor: str  # the editor for longer texts; empty means $VISUAL, then $EDITOR
    half_unsaid: str  # yes lets the coach try itself: a coin holds back half of what it would say unasked, and the window says whether speaking helped
    keyring: str  # with protection: yes asks the system's keyring for the passphrase before it asks you
    language: str  # the language, by the name of a folder of texts: beside the settings in languages, or one that comes with coach; it holds from the next start, and empty is English
    limit: str  # how many commitments at a time, 1 to 20
    lock_after: str  # with protection: minutes without a key until the app locks itself, 1 to 600; 0 is never
    hooks: str  # yes tells your own programs beside the settings of what is kept: hooks/on-checkin and others
    plain: str  # yes opens plain lines instead of the app, one question after the other, for screen readers
    review_day: str  # the day of your weekly reflection
    scale: str  # one more thing the check-in asks from 1 to 5, in a word of yours: Sleep, Focus, Pain; empty asks nothing
    theme: str  # the colours: auto is as the terminal is; coach-dark, coach-light, or one the palette lists
    unlock_for: str  # with protection: minutes commands stay open, 0 to 60; who acts as you can read along

class SettingsTheme(Table):
    title: str  # The colours
    auto: str  # as the terminal is
    dark: str  # dark
    light: str  # light
    other: str  # another of the palette's

class Settings(Table):
    title: str  # settings
    keys: str  # enter changes it
    tags: str  # tags
    no_tags: str  # none yet: check-ins and entries make them
    unset: str  # (not set)
    place: str  # Kept in {path}
    rename: str  # Rename “{tag}”
    rename_about: str  # the name of another tag makes them one
    joined_title: str  # Two tags become one
    joined: str  # “{tag}” becomes one with “{other}”, in {count}.
    joined_undo: str  # u takes it back.
    renamed: str  # Renamed in {count}.
    means: SettingsMeans
    theme: SettingsTheme

class ShellError(Table):
    coach_config_keyring_no_does_without: str  # `coach config keyring no` does without
    keyring_extra_missing: str  # `{command}` brings it, and `coach config keyring no` does without
    no_passphrase_was_said: str  # no passphrase was said
    nothing_stands_on_passphrase_fd: str  # nothing stands on --passphrase-fd {number}
    nothing_was_changed: str  # Nothing was changed
    nothing_was_done: str  # Nothing was done
    nothing_was_touched: str  # Nothing was touched
    passphrase_fd_cannot_be_read: str  # --passphrase-fd {number} cannot be read ({why})
    passphrase_fd_n_reads_it_from: str  # --passphrase-fd N reads it from an open file descriptor
    so_nothing_was_saved: str  # {said}, so nothing was saved
    the_editor_took_the_text_away: str  # the editor took the text away
    the_output_cannot_be_written: str  # the output cannot be written: {strerror}
    the_same_command_takes_it_up: str  # The same command takes it up again
    the_systems_keyring_does_not_answer: str  # the system's keyring does not answer ({name})
    the_systems_keyring_needs_its_extra: str  # the system's keyring needs its extra, which is not installed here
    the_text_was_not_changed: str  # The text was not changed
    there_is_no_terminal_to_ask: str  # there is no terminal to ask for the passphrase
    what_was_saved_is_saved: str  # What was saved is saved
    your_text_is_in: str  # Your text is in {path}

class ShellSays(Table):
    write_then_ctrl_d_on_an: str  # Write, then ctrl+d on an empty line.
    defaults_hold: str  # coach: {trouble} Until then the defaults hold.
    write_over_it: str  # {what}. Write over it?
    no_such_file: str  # no such file
    the_editor_ended_with: str  # the editor ended with {ended}
    the_text_was_left_as_it: str  # the text was left as it was
    help_shows_how: str  # `{prog} --help` shows how
    did_you_mean: str  # . Did you mean {close}?
    help_shows_the_options_text_that: str  # `{prog} --help` shows the options; text that begins with a dash goes behind --
    now: str  # (now: {now})
    taking_up_the_text_you_left: str  # Taking up the text you left off with.

class ShellOption(Table):
    home: str  # keep everything in this folder
    passphrase_fd: str  # with protection: read the passphrase from this open file
    json: str  # one object

class ShellGroup(Table):
    Managing: str  # Managing
    Leading: str  # Leading
    Deciding: str  # Deciding
    Changing: str  # Changing
    Assessing: str  # Assessing
    Mentor: str  # Mentor

class ShellArgparse(Table):
    options: str  # options

class Shell(Table):
    unforeseen: str  # something unforeseen happened ({kind}). Nothing more was changed.
    reported: str  # {path} says where in the program, and contains no word of yours: send it along when you report it.
    send: str  # Send this to {address}: it says where in the program it happened, and holds no word of yours.
    send_nowhere: str  # Send this to whoever gave you coach: it says where in the program it happened, and holds no word of yours.
    windows: str  # coach: Windows is not supported yet: what keeps your words safe rests on locks and renames of POSIX. It runs in WSL, as on Linux.
    unreported: str  # Please report what you did.
    app_ended: str  # What was saved is saved, and what you were writing is kept as a draft.
    answers_kept: str  # Your answers are kept
    answers_back: str  # Here are your answers back
    words_back: str  # Here are your words back
    leaves_out: str  # {count} that the damaged file holds are not in it, or not so
    left_out: str  # {count} in it may be new or other: `coach import '{path}'` shows what, and brings it in.
    folded: str  # What another machine wrote came in ({name}{more}). It is kept in quarantine, and {undo} takes it back.
    undo_typed: str  # `coach undo`
    undo_by_key: str  # u
    stray: str  # Another machine's copy lies beside your data and cannot be read, or has not arrived in full{more}: {path}. It waits, and comes in by itself once it is whole.
    stray_more: str  # (and {count} more)
    choose_wrong: str  # Please one of {keys}, or enter.
    examples: str  # examples:
    what_it_is: str  # A personal coach in the terminal.
    asking_how: str  # Enter leaves a question as it is, - clears an answer. ctrl+d leaves; what was said waits as a draft.
    left_early: str  # left before the end
    pick_wrong: str  # One of these, please; ctrl+d leaves it, and nothing is done.
    takes_up: str  # `{command}` takes them up
    error: ShellError
    says: ShellSays
    option: ShellOption
    group: ShellGroup
    argparse: ShellArgparse

class SignalsAboutKind(Table):
    people: str  # people
    value: str  # value
    workaround: str  # workaround
    contradicts: str  # frame
    automation: str  # automation

class SignalsAboutLong(Table):
    people: str  # whether the people it is for care about it
    value: str  # whether the work creates the value it is meant to
    workaround: str  # where the system is being worked around
    contradicts: str  # something that contradicts the frame
    automation: str  # what the automation does that nobody chose

class SignalsCalled(Table):
    signals: tuple[str, ...]

class SignalsDraft(Table):
    signals: str  # Begun, signal

class SignalsError(Table):
    waits_for_its_answer: str  # a signal waits for its answer in the window
    undo_takes_it_back: str  # undo takes back one just parked
    there_is_no_text_to_park: str  # there is no text to park

class SignalsCommandSignalOption(Table):
    text: str  # what you noticed; else stdin
    about: str  # what it is a signal of
    json: str  # show the signal as JSON

class SignalsCommandSignal(Table):
    summary: str  # park something you noticed about the frame
    examples: str  # coach signal Customers use the export and never the report
    option: SignalsCommandSignalOption

class SignalsCommand(Table):
    signal: SignalsCommandSignal

class SignalsSays(Table):
    signals: str  # {count} signals
    undo_answered: str  # answered {what}
    undo_parked: str  # parked a signal
    parked: str  # Parked {ref}. It is answered in the window.
    here_is_your_text_back: str  # Here is your text back

class Signals(Table):
    title: str  # Park a signal
    hint: str  # what you noticed, in a line
    about: str  # It goes out of sight until the window opens, and then it gets an answer. enter parks it.
    kind: str  # About
    undo_parked: str  # parked a signal
    parked: str  # Parked. {count} wait for the window.
    parked_first: str  # Parked. A signal is a doubt with a place: it is out of your sight now, and gets an answer in the redesign window.
    parked_one: str  # Parked. It waits for the window.
    parked_open: str  # Parked. The window is open: it is on the table.
    waits: str  # waits for the window
    found: str  # Also in {count} that wait for the window: coach list signals --text shows them.
    found_app: str  # also in {count} that wait for the window
    about_kind: SignalsAboutKind
    about_long: SignalsAboutLong
    called: SignalsCalled
    draft: SignalsDraft
    error: SignalsError
    command: SignalsCommand
    says: SignalsSays

class Signs(Table):
    pass

class Situations(Table):
    pass

class StoreError(Table):
    two_machines_changed_it: str  # Two machines changed this, and you have not seen both versions
    that_is_this_home: str  # That is this home itself
    is_no_home_of_coach: str  # {path} is no home of coach: there is no data in it
    that_is_one: str  # {path} is one
    that_home_is_protected: str  # That home is protected with another passphrase
    has_not_arrived_in_full: str  # {name} has not arrived in full from another machine
    look_again_in_a_moment: str  # Look again in a moment; if it stays so, `coach doctor`
    put_it_elsewhere: str  # The one before was protected and its keys are not here: put this one into another folder
    folder_is_not_there: str  # The folder of your data is not there: {home}
    is_the_disk_there: str  # Is its disk there? If you took it away on purpose, take away what this machine knows of it too (`coach paths`)
    another_home_lies_here: str  # Another home lies where this one was
    marks_cannot_be_read: str  # What is remembered of {id} makes no sense
    coach_merge_shows_both: str  # `coach merge` shows both
    a_backup_holds_it_coach_doctor: str  # A backup holds it: `coach doctor`
    a_backup_holds_it_it_goes: str  # A backup holds it: it goes into the folder of your data
    a_backup_holds_it_unzip_p: str  # A backup holds it: `unzip -p BACKUP keys` shows it, and it goes into the folder of your data
    a_file_stands_where_a_folder: str  # a file stands where a folder belongs{place}
    another_coach_is_writing_and_has: str  # another coach is writing and has not finished
    brings_it: str  # `{command_for}` brings it
    cannot_be_opened: str  # {relpath} cannot be opened
    cannot_be_read: str  # {path} cannot be read
    choose_a_place_outside_it: str  # Choose a place outside it
    choose_another_name: str  # Choose another name
    choose_another_name_or_add_force: str  # Choose another name, or add --force
    choose_another_one: str  # Choose another one
    close_something_try_again: str  # Close something, try again
    coach_add_still_keeps_what_you: str  # `coach add` still keeps what you capture
    coach_doctor_repair_history_lets_it: str  # `coach doctor --repair history` lets it begin anew
    coach_doctor_repair_shows_what_can: str  # `coach doctor --repair` shows what can be made of it
    coach_doctor_shows_what_can_be: str  # `coach doctor` shows what can be done
    coach_protect_change_changes_the_passphrase: str  # `coach protect --change` changes the passphrase
    coach_protect_does_it: str  # `coach protect` does it
    coach_restore_lists_other_moments_backups: str  # `coach restore` lists other moments; backups hold more
    correct_the_file_or_see_what: str  # Correct the file, or see what `coach doctor --repair` offers
    damaged_the_data_is_open_for: str  # {value} damaged: the data is open for reading only
    does_not_hold_records_as_docs: str  # {name} does not hold records as docs/data-format.md has them ({error})
    everything_else_is_shown: str  # Everything else is shown
    everything_else_is_whole: str  # Everything else is whole
    free_some_space_and_try_again: str  # Free some space and try again
    in_is_too_large_to_be: str  # {filename} in {path} is too large to be a data file
    in_the_inbox_cannot_be_read: str  # {count} in the inbox cannot be read
    is_damaged: str  # {name} is damaged: {reason}
    is_damaged_too: str  # {value} is damaged too
    is_missing: str  # {name} is missing
    is_no_backup_of_coach: str  # {path} is no backup of coach
    is_no_moment_coach_can_keep: str  # {value} is no moment coach can keep
    is_no_plain_file: str  # {path} is no plain file
    is_not_a_whole_backup: str  # {path} is not a whole backup
    is_older_than_the_history_and: str  # {name} is older than the history, and the history has a gap
    is_there_already: str  # {path} is there already
    it_asks_for_more_or_less: str  # it asks for more or less than coach ever does
    it_is_empty: str  # it is empty
    it_is_left_as_it_is: str  # It is left as it is
    it_is_not_as_coach_wrote: str  # it is not as coach wrote it
    it_is_not_what_coach_wrote: str  # it is not what coach wrote
    it_is_of_another_time_than: str  # it is of another time than the data
    it_is_open_for_reading_and: str  # It is open for reading and nothing was changed
    it_opens_with_the_passphrase: str  # It opens with the passphrase
    its_checksum_does_not_hold: str  # its checksum does not fit
    its_passphrase_opens_it: str  # Its passphrase opens it
    leave_and_open_coach_again: str  # Leave, and open coach again
    look_again: str  # Look again
    look_at_the_offer_again: str  # Look at the offer again
    look_at_the_owner_and_the: str  # Look at the owner and the rights of that place
    look_with_coach_list_before_you: str  # Look with `coach list` before you repeat it
    make_it_writable_try_again: str  # Make it writable, try again
    move_it_away_or_choose_another: str  # Move it away, or choose another --home
    name_a_file_in_it: str  # Name a file in it
    name_a_new_folder_or_an: str  # Name a new folder, or an empty one
    no_backup_was_written: str  # No backup was written
    no_permission: str  # no permission{place}
    no_was_made: str  # No {turn} was made
    nothing_is_kept_open: str  # Nothing is kept open
    nothing_was_brought_back: str  # Nothing was brought back
    nothing_was_changed: str  # Nothing was changed
    nothing_was_kept_sealed: str  # Nothing was kept sealed
    open_coach_again: str  # Open coach again
    protection_needs_its_extra_which_is: str  # protection needs its extra, which is not installed here
    protection_was_taken_off_meanwhile: str  # protection was taken off meanwhile
    repair_that_first: str  # Repair that first
    run_coach_doctor: str  # Run `coach doctor`
    somebody_changed_it: str  # somebody changed it
    this_pynacl_is_another_one: str  # protection needs libsodium as PyNaCl 1.5 and 1.6 bring it, and the PyNaCl here is another one
    something_else_was_changed_meanwhile: str  # something else was changed meanwhile
    take_four_or_five_words_that: str  # Take four or five words that nobody says together
    the_change_is_in_the_history: str  # The change is in the history and is finished at the next opening
    the_data_is_locked: str  # the data is locked
    the_data_is_not_protected: str  # the data is not protected
    the_data_is_protected: str  # the data is protected
    the_data_is_protected_already: str  # the data is protected already
    the_data_is_sealed_and_the: str  # the data is sealed and the file `keys`, which the passphrase opens, is missing
    the_data_was_changed_since_you: str  # the data was changed since you looked
    the_data_was_protected_by_a: str  # the data was protected by a newer coach
    the_disk_is_full: str  # the disk is full{place}
    the_disk_is_read_only: str  # the disk is read-only{place}
    the_disk_refused: str  # the disk refused: {value}{place}
    the_disk_refused_the_last_step: str  # the disk refused the last step: {value}
    the_file_keys_is_damaged: str  # the file `keys` is damaged: {why}
    the_keys_are_damaged: str  # the file `keys` is damaged
    the_history_does_not_reach_back: str  # the history does not reach back to {number}
    the_history_lacks_its_latest_changes: str  # the history lacks its latest changes
    there_is_no_folder: str  # there is no folder {folder}
    there_is_not_enough_memory_to: str  # there is not enough memory to try the passphrase
    there_is_nothing_to: str  # there is nothing to {turn}
    there_is_nothing_to_yet: str  # there is nothing to {turn} yet
    this_backup_is_protected: str  # this backup is protected
    this_cannot_be_kept: str  # this cannot be kept: {what}
    this_system_has_no_folder_in: str  # this system has no folder in memory for a login (XDG_RUNTIME_DIR)
    try_again_if_it_stays_coach: str  # Try again; if it stays, `coach doctor` looks closer
    try_again_in_a_moment: str  # Try again in a moment
    update_coach: str  # Update coach
    update_coach_to_write_again: str  # Update coach to write again
    was_changed_meanwhile: str  # {name} was changed meanwhile
    was_written_by_a_newer_coach: str  # {name} was written by a newer coach
    without_o_it_goes_to_stdout: str  # Without -o it goes to stdout

class StoreSays(Table):
    nothing_was_written: str  # Nothing was written
    nothing_was_changed: str  # Nothing was changed
    removes_it: str  # removes it
    removes: str  # removes {gone}
    brings_back: str  # brings back {back}
    restores: str  # restores {earlier}
    brings_it_back: str  # brings it back
    restores_the_earlier_version: str  # restores the earlier version
    undo_undone: str  # took back: {what}
    no_backup_was_written: str  # No backup was written
    undo_accepted: str  # took {name} as it was changed by hand
    undo_arrived: str  # what another machine changed came in
    in_the_inbox_is_no_entry: str  # {count} in the inbox did not become an entry, first: {first}
    what_becomes_an_entry: str  # a text of at most 1 MB does, called .txt or .md, with a day somebody lives in; move the others elsewhere
    held_nothing_new: str  # {name}, left beside your data by a sync, held nothing new. It is kept in quarantine.
    came_open: str  # {name} came from another machine that did not know of the protection yet. It was sealed and set aside; what is in it comes in once that machine is protected too.
    keys_changed_twice: str  # Another machine changed the passphrase or the recovery sheet at the same time. The keys that lie here hold; the others were set aside.
    both_versions_wait_again: str  # lets both versions wait again
    the_other_version_goes: str  # takes the other version away again
    undo_folded: str  # brought in what a sync had kept beside the data ({count})
    undo_began: str  # began the history anew
    that_looks_like_a_recovery_code: str  # That looks like a recovery code
    it_has_fewer_than_characters: str  # It has fewer than {SHORTEST} characters
    the_next_opening_goes_on_where: str  # The next opening goes on where it stopped, once the disk lets it
    everything_can_be_read_as_before: str  # Everything can be read as before
    lies_where_coach_keeps_your_data: str  # {path} lies where coach keeps your data
    is_a_folder: str  # {path} is a folder
    and_more: str  # , and {count} more
    is_damaged: str  # {name} is damaged{more}
    is_older_than_the_history_changes: str  # {name} is older than the history: {missed} changes are not in it
    in_the_history_undo_stops_there: str  # {count} in the history: undo stops there, and a repair may miss changes
    captures_were_cut_off_while_being: str  # {count} captures were cut off while being written and never confirmed
    what_was_being_written_elsewhere_is: str  # what was being written elsewhere is noted in a file that cannot be read
    look_for_where_you_export_to: str  # look for *{TEMPORARY} where you export to, then remove {underway}
    can_be_read_without_the_passphrase: str  # {count} can be read without the passphrase
    with_read_and_checked: str  # {count} with {count_2} read and checked
    in_the_history: str  # {count} in the history
    everything_here_is_sealed_with_a: str  # everything here is sealed with a passphrase
    there_is_nothing_at: str  # there is nothing at {home}
    coach_paths_shows_where_coach_looks: str  # `coach paths` shows where coach looks
    is_missing: str  # {name} is missing
    of_copies_cannot_be_read_the: str  # {unreadable} of {count} copies cannot be read; the others are whole
    read_and_checked: str  # {count} read and checked
    the_history_lacks_its_latest_changes: str  # the history lacks its latest changes
    coach_backup_keeps_what_is_there: str  # coach backup keeps what is there now
    a_capture_cannot_be_read: str  # a capture cannot be read: {path}
    was_cut_off_while_being_written: str  # {path} was cut off while being written, and nobody needs it
    remove_it_by_hand: str  # remove it by hand
    there_is_no_recovery_sheet: str  # there is no recovery sheet
    files_or_folders_can_be_read: str  # {count} can be read by others, first: {first}
    only_you_can_read_the_files: str  # only you can read the files
    the_lock_can_be_taken: str  # the lock can be taken
    another_coach_is_writing_right_now: str  # another coach is writing right now
    nothing_can_be_written_here: str  # nothing can be written here: {what}
    or_accept_if_you_changed_it: str  # ; or --accept {name}, if you changed it yourself
    was_written_by_a_newer_coach: str  # {name} was written by a newer coach and is read only
    update_coach: str  # update coach
    correct_it_in_then_coach_doctor: str  # correct it in {name}, then coach doctor --accept {name_2}

class Store(Table):
    error: StoreError
    says: StoreSays

class TalksTold(Table):
    kept: str  # Kept. o on it turns a line into a commitment, a trial or a decision.
    next: str  # Kept, and the next one is on {day}. o on it turns a line into a commitment, a trial or a decision.

class TalksUndo(Table):
    planned: str  # planned a talk with {to}
    changed: str  # changed the talk with {to}
    told: str  # wrote down the talk with {to}

class TalksHeading(Table):
    agenda: str  # To talk about
    agreed: str  # Agreed

class TalksAsk(Table):
    who: str  # With whom, and when?
    who_about: str  # A name and a day are enough.
    agenda: str  # What do you want to talk about?
    agenda_about: str  # Three points at most. For each: what is it, and what do you want from them: a question, an opinion, a yes?
    agreed: str  # What did you agree?
    agreed_about: str  # A line for each thing, as something you do. o on the talk turns a line into a commitment, a trial or a decision.
    next: str  # When is the next one?
    next_about: str  # Two to four weeks are usual. Leave it open if there is none.

class TalksField(Table):
    to: str  # With
    day: str  # When
    next: str  # Next

class TalksHint(Table):
    to: str  # a name
    day: str  # friday, 20 nov, +2w

class TalksRow(Table):
    label: str  # Talk
    over: str  # {to}, {day}: what did you agree?
    near: str  # {to}, {day}: what do you want to talk about?

class TalksError(Table):
    with_whom: str  # with whom?
    both: str  # --with, --on and --agenda are for before a talk, --after, --agreed and --next for after it: say one of the two
    agreed: str  # write down at least one thing you agreed
    next_before: str  # the next one is after this one
    no_talk: str  # that is no talk
    none: str  # there are no talks yet
    none_over: str  # no talk is over that is not written down
    none_do: str  # coach talk --with WHO --on DAY plans one

class TalksCommandTalkOption(Table):
    ref: str  # which one
    to: str  # with whom; the last one, if not said
    on: str  # when it is
    agenda: str  # what to talk about
    after: str  # write down what came of the last one
    agreed: str  # one thing that was agreed; give it again for the next, also later
    next: str  # the day of the next one
    json: str  # for programs

class TalksCommandTalk(Table):
    summary: str  # a talk with your mentor: the agenda, what you agreed, the next date
    about: str  # Without a reference it lists them. What you agreed can become a commitment, a trial or a decision in the app (Mentor, t, o).
    examples: str  # coach talk --with Robin --on friday --agenda "Are renewals still the right thing?"
    option: TalksCommandTalkOption

class TalksCommand(Table):
    talk: TalksCommandTalk

class TalksCalled(Table):
    talks: tuple[str, ...]

class TalksPalette(Table):
    talks: str  # Talks with your mentor

class TalksDraft(Table):
    talks: str  # Begun, a talk

class TalksHelpTalks(Table):
    title: str  # Talks
    lines: tuple[str, ...]

class TalksHelp(Table):
    talks: TalksHelpTalks

class Talks(Table):
    title: str  # Talks
    before: str  # A talk with your mentor
    after: str  # {to}, {day}
    beside: str  # agreed the last time
    with_on: str  # With {to}, {day}
    line: str  # {to}: {said}
    next: str  # The next one: {day}
    open: str  # not written down yet
    kept: str  # The talk with {to} is on {day}. That evening Today asks what you agreed.
    none: str  # No talks yet. a plans one: with whom, when, and what about. Afterwards it keeps what you agreed, and the next date.
    count_keys: str  # enter opens it, o turns a line into a commitment, a trial or a decision
    told: TalksTold
    undo: TalksUndo
    heading: TalksHeading
    ask: TalksAsk
    field: TalksField
    hint: TalksHint
    row: TalksRow
    error: TalksError
    command: TalksCommand
    called: TalksCalled
    palette: TalksPalette
    draft: TalksDraft
    help: TalksHelp

class TenDaysStep(Table):
    log: str  # Write down the decisions that are open
    cadence: str  # Keep delivery and direction apart
    metrics: str  # One number for flow, one for the outcome
    handover: str  # Hand over one kind of decision a day

class TenDaysHow(Table):
    log: str  # Days 1 and 2. Three at least that say what new evidence would change them: a in Decide, or coach decide.
    cadence: str  # Days 3 and 4. The weekly reflection has both: one truth about delivery, one thing given up for the direction.
    metrics: str  # Days 5 and 6. They belong to the frame. While it is fixed, park a signal that says which two: the window sets them.
    handover: str  # Days 7 to 10. A kind of decision, to whom, and up to where they decide alone: h in Decide, or coach handover.

class TenDaysResult(Table):
    hours: str  # {hours} hours at the median
    nothing: str  # nothing yet
    clear: str  # Clearer: {clear} of {count} say what would change them; from raised to decided {now}, before {before}
    no_clear: str  # Clearer: no decision was written down
    twice: str  # Less done twice: {back} reasons for not keeping something came again, before {back_before}; {changes} changes, before {changes_before}
    truth: str  # Delivery that tells the truth: {said}
    kept: str  # {moved} of {due} that were due were kept, or partly
    forecasts: str  # {came} of {of} forecasts came true, {expected} were to be expected

class TenDaysUndo(Table):
    started: str  # began ten days
    paused: str  # paused the ten days
    resumed: str  # went on with the ten days
    ended: str  # ended the ten days

class TenDaysError(Table):
    runs: str  # ten days are under way already
    none: str  # no ten days are under way
    none_do: str  # `coach tendays start` begins them

class TenDays(Table):
    title: str  # Ten days
    about: str  # Ten days that take leading and managing apart, a step at a time. Pause it when life asks for that; nothing is lost.
    row: str  # Ten days
    day: str  # Day {day} of {of}: {what}
    all_done: str  # all that is up is done
    over: str  # The ten days are over. Look at what they show.
    was: str  # Over on {day}
    paused_since: str  # Paused since {day}
    done: str  # {done} of {of}
    seen: str  # What is to be seen by day ten
    started: str  # Day one. Write down the decisions that are open.
    paused: str  # Paused. No day passes until you go on.
    resumed: str  # It goes on: day {day}.
    ended: str  # Over; u takes that back. What it showed stands here.
    step: TenDaysStep
    how: TenDaysHow
    result: TenDaysResult
    undo: TenDaysUndo
    error: TenDaysError

class TodayReply(Table):
    title: str  # Was that useful?
    about: str  # Answer “wrong” twice and this stays away until the redesign window.
    useful: str  # useful
    not_useful: str  # not useful
    wrong: str  # wrong
    later: str  # later

class TodayAway(Table):
    row: str  # Good to have you back
    about: str  # the days between can rest
    about_over: str  # the days between can rest, or a season begins
    title: str  # The days between
    rest: str  # let them rest
    begin: str  # begin a season today
    leave: str  # leave them as they are
    rests_about: str  # Rested days ask for nothing and count for nothing; gates and the window move by as many. Earlier days can still be filled in as far as you remember them.
    because: str  # away
    told: str  # Rested: {first} to {last}.
    left: str  # left the days between as they are
    shell: str  # Good to have you back. `coach season pause --on {first} --until {last}` lets the days between rest.

class TodaySays(Table):
    parked: str  # {count} parked

class Today(Table):
    no_direction: str  # Not written down yet; f does it.
    unread: str  # It cannot be read just now.
    tomorrow: str  # the next check-in
    talk: str  # a talk with {to}
    review: str  # weekly reflection
    gate: str  # gate opens:
    monthly: str  # monthly reflection
    quarterly: str  # quarterly reflection
    yearly: str  # the year
    check_in: str  # Check in
    check_in_about: str  # half a minute
    check_in_again: str  # Check in once more
    check_in_again_about: str  # how is it now?
    how_was: str  # How was today?
    how_keys: str  # then
    all_of_it: str  # all of it
    now: str  # now
    nothing: str  # Nothing more is asked today.
    nothing_about: str  # n writes, if there is something to write.
    opens: str  # begins it
    week: str  # this week
    week_keys: str  # space marks   ← → days
    four_weeks: str  # 4 weeks
    mean: str  # mean {mean}
    energy: str  # Energy
    nothing_held: str  # no commitment: 3, then a
    frame: str  # frame
    next: str  # next
    waiting: str  # waiting
    waiting_none: str  # nothing
    unfolds: str  # enter unfolds
    folds: str  # enter folds
    written: str  # written lately
    writes: str  # n writes
    question: str  # A question
    none_written: str  # What you write stands here.
    noticed_of: str  # {count} behind it
    yesterday: str  # Yesterday
    yesterday_about: str  # still open, if you like
    draft: str  # Draft
    draft_checkin: str  # Begun, check-in
    draft_empty: str  # begun, no words yet
    drafts: str  # Begun
    drafts_about: str  # enter goes on with it, x throws it away. What you leave stays; after a week it is no longer on Today.
    drafts_none: str  # Nothing is begun.
    kept_since: str  # Kept since you wrote this, and newer:
    written_on: str  # written {when}
    throw: str  # Throw this draft away
    throw_about: str  # Nothing brings it back. These are its words; enter throws it away, escape keeps it:
    thrown: str  # Thrown away.
    checked_in: str  # Checked in
    review_row: str  # Weekly reflection
    review_due: str  # Weekly reflection, 15 min
    review_about: str  # 15 min, when you have the quiet
    over_row: str  # Over the limit
    over_about: str  # no exception covers it any more
    gate_row: str  # Gate
    draft_emptied: str  # everything taken out
    throw_more: str  # and {count} lines more
    throw_moved: str  # It was written on meanwhile, so it stays.
    lapsed_row: str  # {count} lapsed
    gate_first: str  # Nothing goes on by itself: does this?
    gate_open: str  # {name}: its gate is open, {days} left
    gate_lapsed: str  # {name}: lapsed after {day}, and can be renewed
    monthly_row: str  # Month
    monthly_about: str  # the monthly reflection, 20 min
    quarterly_row: str  # Quarter
    quarterly_about: str  # the quarterly reflection, 40 min
    yearly_row: str  # The year
    yearly_about: str  # a screen a quarter, three sentences, 45 min
    reassess_row: str  # Reassessment
    reassess_begin: str  # three hard questions, on an empty page
    reassess_rests: str  # the answers rest until {day}
    reassess_signals: str  # waiting for an answer: {count}
    reassess_commitments: str  # before the gate: {count}
    reassess_frame: str  # the new frame
    reassess_close: str  # everything is decided: close the window
    marks_row: str  # Asks for a mark
    quote_row: str  # From memory
    quote_about: str  # what have you given up for the direction?
    noticed: str  # the coach noticed
    noticed_opens: str  # the days
    noticed_tries: str  # try something
    noticed_answers: str  # your answer
    signals: str  # {count} parked
    reply: TodayReply
    away: TodayAway
    says: TodaySays

class TrialsField(Table):
    text: str  # What you do
    when: str  # How often
    moves: str  # What it is to move
    own: str  # Your own question
    coin: str  # A coin each morning
    possible: str  # What you saw
    result: str  # What becomes of it

class TrialsAbout(Table):
    text: str  # One act, small enough for a bad day.
    when: str  # At least a few times in two weeks. {examples}.
    moves: str  # Energy from your check-ins, how a commitment is kept, one of the frame's two numbers, or a question you answer yourself at the end.
    own: str  # Only where you chose a question of your own: one that yes or no answers.
    coin: str  # Every second day, by a coin, goes without it. That tells most, where the act can alternate.

class TrialsHint(Table):
    text: str  # leave at six
    when: str  # every weekday
    own: str  # was the evening mine?

class TrialsMoves(Table):
    energy: str  # energy
    flow: str  # flow
    outcome: str  # outcome
    sign: str  # a sign of the assessment
    own: str  # a question of my own
    nothing: str  # nothing was named
    other: str  # how another commitment is kept

class TrialsCoin(Table):
    no: str  # every time
    yes: str  # by a coin, with or without

class TrialsResult(Table):
    keep: str  # keep it
    drop: str  # drop it
    again: str  # try it again, two weeks
    coin: str  # try it again, with a coin each morning

class TrialsDone(Table):
    keep: str  # Kept as a commitment. Its gate is on {day}.
    drop: str  # Dropped. What it showed is kept.
    again: str  # Again, until {day}.
    coin: str  # Again, until {day}, by a coin each morning.

class TrialsOwn(Table):
    yes: str  # yes
    partly: str  # partly
    no: str  # no

class TrialsSays(Table):
    number: str  # “{name}”: {subject} was {was} before ({rest} weeks), {now} in the trial ({n}).
    kept: str  # “{name}”: {subject} was kept {was} of {before} times before, {kept} of {of} in the trial.
    energy: str  # “{name}”: energy was {outside} before ({rest} days), {inside} in the trial ({n} days).
    coin: str  # “{name}”: energy was {inside} on the {n} days with it, {outside} on the {rest} days without.
    little: str  # “{name}”: {kept} of {of} kept. Too little lies beside it to say what it moved.

class Trials(Table):
    title: str  # Trial: {name}
    over: str  # Trial over
    over_since: str  # Its two weeks ended on {day}. g decides what becomes of it.
    g_decides: str  # trial over, g decides
    with_coin: str  # {subject}, by a coin each morning: today {said}
    is_with: str  # with it
    is_without: str  # without it
    called: str  # To move
    over_about: str  # {name}: what did it show?
    before: str  # before
    during: str  # trial
    others: str  # the other commitments: {was} of {was_of}, then {now} of {now_of}
    energy_of: str  # energy {mean}
    to_move: str  # to move: {subject}
    possible: str  # What made this possible, or what was in the way?
    own_about: str  # Your own question, as you put it two weeks ago.
    possible_about: str  # Two weeks say little by themselves; what you saw in them says more. It may stay empty.
    becomes: str  # What becomes of it?
    becomes_about: str  # Keeping makes it an ordinary commitment with a gate in twelve weeks. Dropping it is a result, too.
    two_run: str  # Two trials run already: {names}. A third would hide what each of them moves.
    two_run_do: str  # End one of them, or wait until it is over
    shown: str  # A trial:
    takes: str  # A trial takes keep, drop, again or coin
    no_coin: str  # A coin takes one of every two days, and so many times a week has none
    no_trial: str  # That is not a trial
    chance: str  # By chance alone that happens about one time in {times}.
    chance_plain: str  # Chance alone moves as much.
    chance_seldom: str  # By chance alone that happens less than one time in 1,000.
    decide: str  # Decide with `coach gate {ref} keep`, `drop`, `again` or `coin`; `--plain` asks line by line.
    results: str  # renew, change, expand, end; of a trial keep, drop, again, coin
    called_off: str  # Left. The trial stays as it is.
    new: str  # A trial of two weeks
    new_about: str  # Two weeks, one act, one thing it is to move. At the end you see before and during side by side, and decide.
    first: str  # Fourteen days, then a card says what moved, and you keep it, drop it or try again.
    made: str  # Trial until {day}: {name}.
    regression: str  # A sign that stood out mostly moves back a little by itself; count half of that as yours.
    field: TrialsField
    about: TrialsAbout
    hint: TrialsHint
    moves: TrialsMoves
    coin: TrialsCoin
    result: TrialsResult
    done: TrialsDone
    own: TrialsOwn
    says: TrialsSays

class TroubleDamaged(Table):
    title: str  # Some of your data is not as coach left it
    bar: str  # Reading only: some data is damaged. `coach doctor` repairs it
    lines: tuple[str, ...]

class TroubleNewer(Table):
    title: str  # A newer coach has written here
    bar: str  # Reading only: written by a newer coach
    lines: tuple[str, ...]

class TroubleReadOnly(Table):
    title: str  # Your data can be read but not written
    bar: str  # Reading only: no permission to write
    lines: tuple[str, ...]

class TroubleBusy(Table):
    title: str  # Another coach is at work
    bar: str  # Another coach is writing; saving waits for it
    lines: tuple[str, ...]

class Trouble(Table):
    well: str  # All is well again.
    hopeless: str  # neither a copy nor the history can make it whole. `coach doctor` says what is left to do.
    damaged: TroubleDamaged
    newer: TroubleNewer
    read_only: TroubleReadOnly
    busy: TroubleBusy

class UncertaintyBucket(Table):
    market: str  # who it is for
    technical: str  # how it is made
    organisational: str  # who has to go along

class UncertaintyQuestion(Table):
    market: str  # What the people it is for will want in four weeks
    technical: str  # What making it will take
    organisational: str  # Whether the people who have to go along will do so

class UncertaintyScore(Table):
    pass

class UncertaintyReading(Table):
    lead: str  # leading
    mixed: str  # both
    manage: str  # managing

class UncertaintySays(Table):
    lead: str  # Above 9: lead it. Say again what it is for, make it narrower, give something up.
    mixed: str  # 6 to 9: both. Split the work into what is known and what is not.
    manage: str  # Below 6: manage it. Fewer things at once, look for faults early, say when it will be done.

class UncertaintyError(Table):
    half: str  # {name}: all three are answered, or none
    scores: str  # three numbers from 0 to 5 are needed: {names}
    scores_do: str  # coach uncertainty REF 3 2 4
    no_subject: str  # nothing says what is scored

class Uncertainty(Table):
    part: str  # How uncertain it is
    which_label: str  # About
    which: str  # What in progress is least certain?
    which_about: str  # A commitment, or something else in a few words. Enter leaves it out; what you scored in the last weeks is asked again.
    named: str  # or something else; enter for nothing
    title: str  # {name}: how well is it known?
    about: str  # 0 is known, 5 is anyone's guess. Last week's numbers are shown afterwards, so that they do not lead you.
    shown: str  # What it adds up to
    shown_ask: str  # Where it stands
    shown_about: str  # Enter goes on.
    line: str  # {name}: {total} of 15 ({parts})
    part_said: str  # {name} {score}
    before: str  # {was} on {day}
    crossed: str  # That has changed sides: it was for {was}, now it is for {now}.
    of_the_fact: str  # Uncertainty of “{name}”: {first} of 15, then {last} ({count} weeks)
    of_one: str  # Uncertainty of “{name}”: {last} of 15
    none: str  # Nothing was scored yet. coach uncertainty REF 3 2 4 scores a commitment; the weekly reflection asks, too.
    kept: str  # Scored: {line}.
    undo: str  # scored how uncertain {what} is
    bucket: UncertaintyBucket
    question: UncertaintyQuestion
    score: UncertaintyScore
    reading: UncertaintyReading
    says: UncertaintySays
    error: UncertaintyError

class VitalitySign(Table):
    freely: str  # Hard questions come to the surface
    specific: str  # Commitments are specific, and their why is current
    shifts: str  # Windows bring visible, modest shifts
    rhythm: str  # The rhythm is easy to see
    locked: str  # Doubts are spoken, and the frame stays locked
    fills: str  # Execution fills all the time
    underground: str  # Questions go underground
    bent: str  # The frame is bent while it is fixed
    hurried: str  # Answers are opened before they have rested
    theatre: str  # The window has become a ritual

class VitalityNone(Table):
    locked: str  # No window is over yet
    specific: str  # No commitments just now
    rhythm: str  # No weekly reflection was due in the last eight weeks
    fills: str  # No window is over yet
    shifts: str  # No window is over yet
    hurried: str  # No window is over yet
    theatre: str  # A window is compared with your own first one, so this begins with the second

class VitalityFact(Table):
    freely: str  # {count} parked this cycle (needs three)
    specific: str  # {count} of {of} commitments have a day or a rhythm, and say what they serve (needs four of five)
    shifts: str  # Parts of the frame that changed in the last {count}: {parts} (one to three a window are modest)
    rhythm: str  # Weekly reflections of the last eight weeks: {count} of {of} (needs three of five)
    locked: str  # Before the last window {count} contradicted the frame (three are needed, and a frame that stayed)
    dismissed: str  # In the last {of} windows {count} dismissed, and the frame stayed as it was
    fills: str  # Windows opened a week late, put off, skipped, or ended with nothing decided: {count} of the last {of}
    hurried: str  # Answers opened before they had rested: {count} of the last {of} windows (needs two)
    emptied: str  # The last {count} windows decided nothing: {left} were left or dismissed everything, the others were skipped
    underground: str  # {count} so far, {before} at this point of the cycle before
    bent: str  # Called or emergency reassessments in three cycles: {calls}; in an emergency the frame changed {count}; {decided} touched it while it was fixed
    theatre: str  # Of the six measures beside your own first window: {count}

class Vitality(Table):
    title: str  # Signs of life
    lead: str  # What your own records show of the practice. enter opens what a sign rests on.
    life: str  # Signs of life
    decay: str  # Signs of decay
    calls: str  # Called and emergency reassessments
    ritual: str  # The last window beside the first
    ritual_asks: str  # Three of six signs of routine are there. Which answer surprised you?
    ritual_none: str  # A window is measured against the first one, so this begins with the second.
    replant: str  # A fresh start
    pitfall: str  # What of learning has stopped
    nothing: str  # there is nothing to look at yet
    nothing_do: str  # `coach season execution` begins the practice
    there: str  # there
    not_there: str  # not there
    unknown: str  # too little to go on
    sign: VitalitySign
    none: VitalityNone
    fact: VitalityFact

class WeeklyMissing(Table):
    truth: str  # No delivery truth yet. What was late, broken or better than planned? A few words will do.
    tradeoff: str  # No tradeoff yet. What did you not do this week for the sake of something else? A few words will do.

class WeeklyPart(Table):
    delivery: str  # Delivery
    direction: str  # Direction, parked

class WeeklyStep(Table):
    facts: str  # The facts
    commitments: str  # Finish, renegotiate or drop
    came: str  # What came of last week's lines
    truth: str  # One delivery truth
    plans: str  # If-then lines for next week
    numbers: str  # The two numbers
    moments: str  # Leadership moments
    tradeoff: str  # One tradeoff
    doubt: str  # A doubt about the direction
    both: str  # A truth and a tradeoff
    led: str  # Where you led, and a doubt
    sprint: str  # The end of a sprint

class WeeklyLabel(Table):
    truth: str  # True this week
    tradeoff: str  # Not done for it
    moments: str  # Where I led
    doubt: str  # A doubt
    problem: str  # The problem
    landscape: str  # Around it
    roadmap: str  # The plan

class WeeklyAsked(Table):
    truth: str  # What is true about delivery this week that a status report would leave out?
    tradeoff: str  # What did you not do this week for the sake of something else?
    moments: str  # When did you lead this week?
    doubt: str  # What makes you wonder about the direction?
    problem: str  # Is it still the right problem?
    landscape: str  # What has changed around it?
    roadmap: str  # What did you learn that changes the plan for the next two weeks?

class WeeklyQuestion(Table):
    facts: str  # What the week was, before anything is asked.
    commitments: str  # What of this goes on as it is?
    truth: str  # One truth about delivery, and one tradeoff.
    plans: str  # For next week: if … happens, I will …
    moments: str  # When did you lead this week, and what makes you wonder?
    sprint: str  # Is what ships still what is needed?

class WeeklyAbout(Table):
    facts: str  # From your own records. Leave empty what you do not know.
    commitments: str  # f finish, r renegotiate, d drop; enter goes on. Dropping something on purpose is a good outcome.
    truth: str  # The truth has a number or a name in it and would not stand in a status report. The tradeoff is “we do this, and not that.” Either may stay open.
    plans: str  # At most three, and each begins with a moment that is sure to come. Too many undo one another.
    moments: str  # One moment is plenty: what you did, who was there. A doubt is parked as a signal for the window. A decision opens again only on the evidence you named for it.
    sprint: str  # What changes the plan of the next sprint is decided here. What touches the direction is a doubt, on the next page.

class WeeklyConfidenceStep(Table):
    pass

class WeeklyConfidence(Table):
    range: str  # how sure is a number from {least} to {most}
    shown: str  # How sure of the week after: {sure} of {of}
    label: str  # Sure of the week
    asked: str  # How sure are you that the week to come goes as planned?
    facts: str  # A week ago you were {sure} of {steps} sure of this week; kept were {kept} of {of}.
    step: WeeklyConfidenceStep

class WeeklyLate(Table):
    now: str  # Late today: {what}, {days} on average.
    both: str  # {first} and {second}
    sure: str  # A week ago you were {sure} of {of} sure. What do you know now that you did not look at then?

class WeeklyParts(Table):
    both: str  # Both parts: what was delivered, then the direction.
    delivery: str  # Only what was delivered, 10 min. The direction can have its own time.
    direction: str  # Only the direction, 5 min.

class Weekly(Table):
    title: str  # The week to {day}
    diverged: str  # Over {count} flow went from {flow_before} to {flow}, outcome from {outcome_before} to {outcome}: one better, one worse. No blame in it. Is what is done well still what is needed?
    done: str  # Kept. {day} is the next one.
    planned: str  # Planned a week ago: {plan}
    energy_said: str  # Energy noted on {count}, {mean} on average.
    energy_beside: str  # Energy {now} {mean}, the week before {before} {mean_before}
    kept_beside: str  # Kept {bar} {kept} of {of}, the week before {before} of {of_before}
    held_none: str  # No commitment is held.
    last_time: str  # Last time:
    missing: WeeklyMissing
    part: WeeklyPart
    step: WeeklyStep
    label: WeeklyLabel
    asked: WeeklyAsked
    question: WeeklyQuestion
    about: WeeklyAbout
    confidence: WeeklyConfidence
    late: WeeklyLate
    parts: WeeklyParts

class WelcomeDirection(Table):
    question: str  # What is your direction right now, in a sentence?
    hint: str  # for example: make onboarding boring by March
    about: str  # What you want to be true, and by when if you know. A first try is fine: for seven days you can change it freely.

class WelcomeWhy(Table):
    question: str  # Why there are two modes
    about: tuple[str, ...]

class WelcomeWording(Table):
    question: str  # Do you work with a team, or alone?
    hint: str  # t with a team, a alone
    about: str  # Questions and suggestions are worded for it. You can change it in the settings.
    wrong: str  # t for a team, a for alone, or nothing yet.

class WelcomeRhythm(Table):
    question: str  # How long do you want to work on this before you stop and question it?
    hint: str  # 1 to 6, weeks like 8+2, or nothing yet
    line: str  # {key}  {name} (until {day})
    window: str  # {key}  {name} (begins with the window, until {day})
    about: str  # Until that day direction, tradeoff and numbers stay as they are; everything else can change. In an emergency they can, too.

class WelcomeCommitment(Table):
    question: str  # What is one thing you commit to, every weekday?
    hint: str  # for example: walk before mail
    about: str  # One key a day marks it. Other rhythms, and up to five of them, are in Commitments (3).

class Welcome(Table):
    title: str  # Welcome
    lines: tuple[str, ...]
    left: str  # What you had typed waits on Today.
    direction: WelcomeDirection
    why: WelcomeWhy
    wording: WelcomeWording
    rhythm: WelcomeRhythm
    commitment: WelcomeCommitment

class Year(Table):
    legend_entries: str  # ·  nothing   ▁ 1   ▂ 2   ▄ 3   ▆ 4   █ 5 or more entries a day
    legend_energy: str  # ·  not said   ▁ empty   ▂ low   ▄ steady   ▆ good   █ full

class Yearly(Table):
    title: str  # The year {year}
    row_due: str  # The year, 45 min
    undo: str  # looked back on the year to
    done: str  # Kept. What it means for the frame belongs into the window: s parks it.
    quarter_title: str  # {first} to {last}
    quarter_ask: str  # What stays of {first} to {last}?
    quarter_about: str  # A line is enough, or none. Your records of these months lie beside it.

class Words(Table):
    action: Action
    asking_on: AskingOn
    assess: Assess
    calendar: Calendar
    cards_choosing: CardsChoosing
    cards_cycle: CardsCycle
    cards_doing: CardsDoing
    cards_evidence: CardsEvidence
    cards_growing: CardsGrowing
    cards_modes: CardsModes
    cards_too_much: CardsTooMuch
    checkin: Checkin
    cli: Cli
    commitments: Commitments
    contexts: Contexts
    core: Core
    counting: Counting
    dates: Dates
    deciding: Deciding
    diagnosis: Diagnosis
    digest: Digest
    emphasis: Emphasis
    evidence: Evidence
    exchange: Exchange
    feedback: Feedback
    findings: Findings
    handover: Handover
    help: Help
    insights: Insights
    journal: Journal
    keys: Keys
    ladders: Ladders
    learned: Learned
    leaving: Leaving
    library: Library
    machines: Machines
    man: Man
    marks: Marks
    monthly: Monthly
    outside: Outside
    own: Own
    packet: Packet
    plain: Plain
    plans: Plans
    practices: Practices
    preparing: Preparing
    prompted: Prompted
    prompts: Prompts
    protect: Protect
    quarterly: Quarterly
    reassessment: Reassessment
    reflect: Reflect
    reminding: Reminding
    replant: Replant
    rhythms: Rhythms
    rounds: Rounds
    screens: Screens
    search: Search
    season: Season
    second: Second
    settings: Settings
    shell: Shell
    signals: Signals
    signs: Signs
    situations: Situations
    store: Store
    talks: Talks
    ten_days: TenDays
    today: Today
    trials: Trials
    trouble: Trouble
    uncertainty: Uncertainty
    vitality: Vitality
    weekly: Weekly
    welcome: Welcome
    year: Year
    yearly: Yearly
