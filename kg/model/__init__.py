"""The records that pass between the stages, their IRIs, the ontology, errors."""
