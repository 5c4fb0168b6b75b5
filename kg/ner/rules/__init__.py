"""Rules for what is surer by rule than by a network."""
