"""The pages of the site, and the same documents as RDF: what the graph says of one resource, with links."""
