"""Fuzzing: thousands of inputs, invented and spoilt, through the whole way, without a crash or a hang."""
