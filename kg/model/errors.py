"""What can go wrong that the user can mend: docs/errors.md is made from these classes.

Of each docstring the first paragraph says what happened, the second what to do.
"""

from __future__ import annotations

from typing import ClassVar

# What a message says of an error that is the program's own.
REPORT_IT = "please report it, with the traceback that --verbose shows"


class KGError(Exception):
    """Nothing was done, and the message says why.

    The base of all errors whose message is meant for the user: catch it to catch them all.
    """

    # What a command ends with that such an error stops.
    exit_code: ClassVar[int] = 2


class InputError(KGError):
    """An input cannot be read: a file, a part of it, a folder of a build, or the value of an option.

    Do what the message says of the input that it names. In a batch, an input that cannot be read is a problem
    in build.json instead, and the rest is done.
    """


class OutputError(KGError):
    """An output cannot be written: the place is not writable, taken, or the format is not known.

    Move what is in the way, wait for the other build, or give another place; the files of an earlier build
    stay as they were.
    """


class ModelError(KGError):
    """A recogniser cannot be loaded, or gives labels that mean nothing here.

    Install the package that `--ner-model` names, or give `press`, `lac`, or the path of a spaCy pipeline.
    """


class QueryError(KGError):
    """A SPARQL query is wrong, or a query has no such parameter or format.

    Correct the query at the line and column of the message; `kg query --list` shows those that are shipped.
    """


class RefusedError(QueryError):
    """A SPARQL query asks for what is not allowed: data from elsewhere, or a change of the graph.

    Leave out SERVICE, FROM and updates: a query reads the graph of one build.
    """


class ValidationError(KGError):
    """The graph was written unsound, and no article is to blame: this is the program's own error.

    Report it with the findings of the message; no file was written.
    """
