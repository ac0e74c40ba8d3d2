"""What a person meets in the morning, gathered in one look."""

from coach.practice import Practice

PRACTICE = Practice(__name__, commands={"Every day": {"today": "command"}})
