"""Similarity of texts and the best assignment."""
