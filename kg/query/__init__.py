"""SPARQL over a build."""
