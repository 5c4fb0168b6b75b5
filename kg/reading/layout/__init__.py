"""Pages with boxes: lines, blocks, reading order, jumps."""
