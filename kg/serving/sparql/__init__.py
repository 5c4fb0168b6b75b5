"""SPARQL over HTTP: the protocol, the processes that answer queries, and the description of the service."""
