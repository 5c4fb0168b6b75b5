"""What can go wrong that a caller can fix."""

from __future__ import annotations

# What a message says of an error that is the program's own.
REPORT_IT = "please report it, with the traceback that --verbose shows"


class KGError(Exception):
    """Base of all errors with a message meant for the user."""


class InputError(KGError):
    """An input could not be read: the message names it and says what to do."""


class OutputError(KGError):
    """An output could not be written."""


class ModelError(KGError):
    """A recogniser could not be loaded or gives labels that cannot be mapped."""


class QueryError(KGError):
    """A SPARQL query is wrong or not allowed."""


class RefusedError(QueryError):
    """A SPARQL query asks for what is not allowed: data from elsewhere."""


class ValidationError(KGError):
    """A graph breaks its shapes, or evidence does not match its article."""
