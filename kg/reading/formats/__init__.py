"""One module an input format."""
