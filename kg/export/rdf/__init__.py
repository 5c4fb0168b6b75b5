"""The graph as RDF: Turtle, N-Quads, TriG, JSON-LD."""
