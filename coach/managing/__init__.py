"""Managing: commitments, how they go, their gates, and the weekly review."""
