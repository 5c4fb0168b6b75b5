"""Scanned pages: recognition of lines, their boxes and type sizes."""
