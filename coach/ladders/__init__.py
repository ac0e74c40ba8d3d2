"""Two ladders of five levels, and practising in rounds."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="ladders",
    kinds={"ladders": "LadderRating", "rounds": "Round"},
    services={"ratings": "ladders:Ratings", "rounds": "rounds:Rounds"},
    removable=("ladders", "rounds"),
    belongs={"rounds": ("commitments", "commitment")},
    today={"ladders": "due:waiting"},
    drafts={"ladders": "", "rounds": ""},
    commands={"Assessing": {"ladders": "command"}},
    palette={"ladders": "assess:begin('ladders')"},
    offers={"ladders practice": "offered:practices"},
)
