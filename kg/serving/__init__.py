"""`kg serve`: a build on the web, for people and for programs.

address           what
/                 what the graph holds
/doc/…            what the graph says of one resource, as a page or as RDF; /id/… leads there
/query            the shipped queries as forms, and a place for SPARQL of one's own
/view             the interactive view of the build
/sparql           the SPARQL 1.1 protocol, for queries alone; without a query, the description of the service
/graph.ttl        the whole graph
/openapi.json     all of this for programs

The server never runs a query itself: that is done by processes of its own (`sparql.child`), which it may end
at any time, for the engine knows no limits. Pages are HTML without scripts.
"""
