"""The cycle: seasons and their rhythms, the redesign window from end to end, the calendar of it all."""
