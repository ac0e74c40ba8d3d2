"""The self-assessment: twelve signs, eight questions, two scales, each with its uncertainty."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="assess",
    kinds={"assessments": "Assessment"},
    services={"assessments": "assessments:Assessments", "asked_again": "once_more:AskedAgain"},
    commands={"Assessing": {"assess": "command"}},
    removable=("assessments",),
    drafts={"assessments": ""},
    palette={"full": "assess:begin('full')", "trend": "assess:trend"},
    today={"assessment": "due:waiting"},
    offers={"assess tried": "offered:corrections"},
)
