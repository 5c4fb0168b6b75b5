"""A batch from its inputs to the files of its graph."""
