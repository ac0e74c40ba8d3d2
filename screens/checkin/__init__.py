"""Half a minute a day."""
