"""The frame: the direction, what is given up for it, and the tradeoff said from memory."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="season",
    kinds={"frames": "Frame", "quotes": "Quote"},
    services={"frames": "frames:Frames", "quotes": "quotes:Quotes"},
    removable=("quotes",),
    drafts={"frames": ""},
)
