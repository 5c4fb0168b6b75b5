"""Chinese newspaper pages in, a knowledge graph out."""
