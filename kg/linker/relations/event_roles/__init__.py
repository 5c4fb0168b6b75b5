"""Relations to an event: who presides, organises, guides, attends or speaks, and where it is held."""
