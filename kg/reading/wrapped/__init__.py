"""Hard-wrapped text layers: paragraphs, article boundaries, headlines."""
