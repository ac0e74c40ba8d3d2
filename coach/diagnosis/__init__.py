"""Five questions on a situation: does it ask for managing or for leading."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="diagnosis",
    kinds={"diagnoses": "Diagnosis"},
    services={"diagnoses": "diagnosis:Diagnoses"},
    commands={"Assessing": {"diagnose": "command"}},
    removable=("diagnoses",),
    drafts={"diagnoses": ""},
    palette={"diagnosis": "assess:begin('diagnosis')"},
)
