"""The calendar audit: titles, their tags, and what there is to talk about."""
