"""What others were asked and said, beside what one expected."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="feedback",
    kinds={"feedback": "Feedback"},
    services={"feedback": "feedback:FeedbackLog"},
    commands={"Assessing": {"feedback": "command"}},
    removable=("feedback",),
    drafts={"feedback": ""},
    palette={"feedback": "assess:begin('feedback')"},
    today={"ask": "due:waiting"},
    offers={"feedback question": "offered:questions"},
)
