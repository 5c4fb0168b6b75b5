"""Event mentions, which of them are one event, and when it was."""
