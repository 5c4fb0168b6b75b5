"""What an article as a whole says of the names in it."""
