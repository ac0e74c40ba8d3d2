"""The check-in: how a day was, in half a minute."""
