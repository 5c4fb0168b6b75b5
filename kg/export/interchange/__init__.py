"""The graph for programs that know no RDF: a table of nodes and one of edges, one format a module."""
