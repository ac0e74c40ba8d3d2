"""The cycle: seasons and their rhythms, the redesign window from end to end, the calendar of it all. The word
`frame` is here: whether the frame may change is a question of the season."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="season",
    kinds={"seasons": "Season", "reassessments": "Reassessment"},
    services={"seasons": "seasons:Seasons", "reassessments": "reassessments:Reassessments"},
    commands={"Leading": {"season": "command", "frame": "command", "reassess": "reassess_command"}},
    drafts={"seasons": "", "reassessments": ""},
    palette={"reassessment": "reflect:begin('reassessment')", "emergency": "reflect:emergency"},
    offers={"season rhythm": "offered:rhythms"},
)
