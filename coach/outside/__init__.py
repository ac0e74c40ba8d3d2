"""How it looks from outside: a form others fill in, and what they saw beside one's own answers."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="outside",
    kinds={"views": "View"},
    removable=("views",),
    services={"views": "views:Views"},
    palette={"others": "others_form"},
    commands={"Assessing": {"others": "command"}},
)
