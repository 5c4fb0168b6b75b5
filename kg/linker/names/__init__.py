"""Mentions to persons, places and bodies."""
