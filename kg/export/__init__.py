"""The files of a build, one format a module; each is written from the graph or its articles alone."""

TURTLE, VIEW, ARTICLES, REPORT = FILES = ("graph.ttl", "graph.html", "articles.jsonl", "build.json")
