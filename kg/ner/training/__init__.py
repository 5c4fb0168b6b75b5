"""Training of the recogniser `kg_press`: `python -m kg.ner.training --help`. Needs the extra `train`."""
