"""Reports as other programs and people read them: JSON Lines, CSV, marked-up HTML, annotations for code review, and schema.org."""
