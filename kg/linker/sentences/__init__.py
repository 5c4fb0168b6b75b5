"""Sentences in symbols, their clauses and verbs."""
