"""Everything that is no code: texts, styles, templates and the demo's year."""
