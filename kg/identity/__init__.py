"""Which names of different articles mean one thing."""
