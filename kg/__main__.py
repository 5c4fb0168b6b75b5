"""`python -m kg`: the command line."""

from kg.cli.app import app

app(prog_name="kg")
