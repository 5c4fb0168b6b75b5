"""The files of a build, by what they hold."""

TURTLE, VIEW, ARTICLES, REPORT = FILES = ("graph.ttl", "graph.html", "articles.jsonl", "build.json")
