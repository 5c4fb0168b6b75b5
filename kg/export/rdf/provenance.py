"""How a graph was made, in PROV-O: the build is an activity, the program its agent, the settings its plan.

No time is told, so that the same build says the same; `build.json` has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.artifacts.report import Report
from kg.export.rdf.terms import Resource, member, part, plain
from kg.model import iri


def activity(report: Report, base_iri: str) -> str:
    """The IRI of the build: its name is a digest of all that decides its result, for it has no other."""
    deciding = (
        report.program,
        *sorted(_settings(report).items()),
        *sorted(report.model.items()),
        *sorted(source.sha256 for source in report.inputs),
    )
    return base_iri + iri.key("build", hashlib.sha256(repr(deciding).encode()).hexdigest()[:16])


def provenance(report: Report, base_iri: str, used: Iterable[str]) -> Iterator[Resource]:
    """The build that used the pages of the IRIs, its program, recogniser and settings."""
    build = activity(report, base_iri)
    association, plan = f"{build}#association", f"{build}#settings"
    name, version = report.program.rsplit(" ", 1)
    program = base_iri + iri.key("program", name, version)
    model = base_iri + iri.key("model", Path(report.model["name"]).name, report.model["sha256"][:16])
    settings = {f"{build}#setting={iri.segment(pair[0])}": pair for pair in _settings(report).items()}
    yield member(
        build,
        "Build",
        ("prov:wasAssociatedWith", ox.NamedNode(program)),
        ("prov:qualifiedAssociation", ox.NamedNode(association)),
        ("prov:used", *map(ox.NamedNode, (model, *used))),
    )
    yield part(
        association,
        "prov:Association",
        ("prov:agent", ox.NamedNode(program)),
        ("prov:hadPlan", ox.NamedNode(plan)),
    )
    yield part(
        program,
        "prov:SoftwareAgent prov:Agent",
        ("schema:name", plain(name)),
        ("schema:softwareVersion", plain(version)),
    )
    yield part(
        model,
        "prov:Entity",
        ("schema:name", plain(Path(report.model["name"]).name)),
        ("schema:sha256", plain(report.model["sha256"])),
    )
    yield member(plan, "Settings", ("kg:setting", *map(ox.NamedNode, settings)))
    for node, (key, value) in settings.items():
        yield member(node, "Setting", ("schema:name", plain(key)), ("schema:value", plain(value)))


def _settings(report: Report) -> dict[str, str]:
    """What decides what is found: the base stands in every IRI and decides nothing else."""
    return {key: value for key, value in report.settings.items() if key != "base_iri"}
