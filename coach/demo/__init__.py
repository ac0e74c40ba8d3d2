"""A lived-in year of a believable person, dated back from today."""
