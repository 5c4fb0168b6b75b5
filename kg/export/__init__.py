"""What a graph is written as, one format a module; each is made from the graph or its articles alone."""
