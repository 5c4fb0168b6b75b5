"""Precision, recall and F against annotated articles."""
