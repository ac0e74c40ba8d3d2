"""Everything out, and what was written elsewhere in."""
