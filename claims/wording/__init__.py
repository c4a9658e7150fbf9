"""Values as people read them, for every front door alike: days, amounts, names, verdicts, what an act changed."""
