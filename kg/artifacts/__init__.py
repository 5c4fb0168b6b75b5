"""The files of a build, read back and written whole."""
