"""A lived-in year of a believable person, dated back from today."""

from coach.practice import Practice

PRACTICE = Practice(__name__, commands={"About coach": {"demo": "command"}})
