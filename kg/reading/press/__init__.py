"""What newspapers do: datelines, bylines, folios."""
