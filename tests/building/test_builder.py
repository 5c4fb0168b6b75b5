"""A build: its files, the same every time, whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import kg
from kg.artifacts.names import FILES
from kg.building import builder, workers
from kg.building.builder import load_articles, load_report
from kg.export.rdf.graph import to_turtle
from kg.model.errors import InputError, ModelError, OutputError, ValidationError
from kg.model.records import LinkedArticle
from kg.validation import validate
from tests.building.test_intake import lines, story

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"引号\" '单' \\反斜 `撇` ${x} {{y}} %s",
    "<img src=x onerror=alert(2)>",
    "换\u2028行\u2029\u202e向\u0085",
    '">]]>--><!--',
    "<http://evil/> . ?s ; # @prefix",
    "=1+1\t@SUM",
)


def contents(output: Path) -> dict[str, bytes]:
    """The files of a build, but for the time in its report."""
    timeless = re.compile(rb'"(started|ended)": "[^"]+"')
    return {path.name: timeless.sub(b"", path.read_bytes()) for path in output.iterdir()}


def test_a_build_is_four_files(sample_build: Path) -> None:
    assert set(contents(sample_build)) == set(FILES)


def test_the_report_tells_the_input_and_the_counts(sample_build: Path, sample: Path) -> None:
    report = json.loads((sample_build / "build.json").read_text("utf-8"))
    (source,) = report["inputs"]
    assert source["path"] == str(sample)
    assert report["counts"]["articles"] == source["articles"] == len(load_articles(sample_build))
    assert report["problems"] == []
    assert report["started"] <= report["ended"]
    assert report["settings"] == {"base_iri": "https://w3id.org/press-kg/id/", "ner_model": "press"}


def test_a_build_is_loaded_as_the_graph_it_was_written_from(sample_build: Path) -> None:
    graph = kg.load(sample_build)
    report = json.loads((sample_build / "build.json").read_text("utf-8"))
    assert {type_: len(graph.of_type(type_)) for type_ in report["counts"]["entities"]} == report["counts"][
        "entities"
    ]
    assert to_turtle(graph, load_report(sample_build)) == (sample_build / "graph.ttl").read_text("utf-8")


def test_every_character_is_traced_to_the_page(sample_build: Path, sample: Path) -> None:
    raw = sample.read_text("utf-8")
    for linked in load_articles(sample_build):
        text, origin = linked.article.text, linked.article.origin
        assert origin
        found = "".join(raw[at] if at >= 0 else char for char, at in zip(text, origin.offsets, strict=True))
        assert found == text
        assert sum(at >= 0 for at in origin.offsets) > 0.95 * len(text)


@pytest.mark.parametrize("more", [[], ["--workers", "2"]], ids=["again", "two workers"])
def test_every_build_is_byte_identical_but_for_the_time_in_its_report(
    sample_build: Path, sample: Path, tmp_path: Path, more: list[str]
) -> None:
    command = [sys.executable, "-m", "kg", "build", str(sample), "--output", str(tmp_path), *more]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert contents(tmp_path) == contents(sample_build)


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "graph.ttl").write_text("old")
    kg.build([lines(tmp_path / "in" / "a.jsonl", {"id": "1", "text": "林海棠讲话。"})], tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "graph.ttl").read_text("utf-8") != "old"
    assert not (tmp_path / ".parts").exists()


def test_one_input_needs_no_list(tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", {"id": "1", "text": "林海棠讲话。"})
    assert kg.build(str(source), tmp_path / "one").inputs == kg.build([source], tmp_path / "list").inputs


def test_the_base_iri_is_that_of_all_things(tmp_path: Path) -> None:
    base = "https://example.org/报/"
    kg.build(
        [lines(tmp_path / "a.jsonl", {"id": "1", "text": "青石县总工会主席林海棠讲话。"})],
        tmp_path,
        base_iri=base,
    )
    assert all(
        entity.id.partition("/")[0] in {"person", "organisation", "place", "event"}
        for article in load_articles(tmp_path)
        for entity in article.entities
    )
    assert all(node.startswith(base) for node in kg.load(tmp_path).network)


@pytest.mark.parametrize("base", ["no iri", "https://example.org/a", "https://example.org/<>/", "", "urn:x:"])
def test_an_unusable_base_iri_is_refused_at_once(tmp_path: Path, base: str) -> None:
    with pytest.raises(InputError, match="IRI"):
        kg.build([tmp_path / "missing"], tmp_path / "out", base_iri=base)
    assert not (tmp_path / "out").exists()


def test_an_unusable_output_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file: is a file, not a folder"):
        kg.build([tmp_path / "missing"], tmp_path / "file" / "out")


def test_an_output_in_a_folder_that_may_not_be_entered_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(OutputError, match="cannot be written to \\(Permission denied\\)"):
        kg.build([tmp_path / "missing"], tmp_path / "out")


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        kg.build([tmp_path / "missing"], tmp_path / "out", ner_model="no_such_pipeline")
    assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match="nothing could be built") as caught:
        kg.build([tmp_path / "empty.txt", tmp_path / "missing.txt"], tmp_path / "out")
    assert "empty.txt: " in str(caught.value)
    assert "missing.txt: " in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_build_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no build"):
        kg.load(tmp_path)


def test_bad_inputs_are_reported_and_the_rest_is_done(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    story(inputs / "good.txt", "职工运动会")
    text = (inputs / "good.txt").read_text("utf-8")
    (inputs / "gb.txt").write_bytes(text.replace("运动会", "书画展").encode("gb18030"))
    (inputs / "utf16.txt").write_bytes(text.replace("运动会", "歌唱节").encode("utf-16"))
    (inputs / "empty.txt").touch()
    (inputs / "blank.txt").write_text(" \n\n\u3000\n", "utf-8")
    (inputs / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (inputs / "broken.txt").write_bytes(text.encode() + b"\xff\xfe\x81" + text.encode())
    (inputs / "table.jsonl").write_text("{\n", "utf-8")
    report = kg.build([inputs, tmp_path / "missing"], tmp_path / "out")
    named = {Path(problem.path).name for problem in report.problems}
    assert named >= {"empty.txt", "blank.txt", "binary.txt", "broken.txt", "table.jsonl", "missing"}
    assert not named & {"good.txt", "gb.txt", "utf16.txt"}
    titles = {linked.article.title for linked in load_articles(tmp_path / "out")}
    assert titles >= {"职工运动会", "职工书画展", "职工歌唱节"}
    written = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert {Path(problem["path"]).name for problem in written["problems"]} == named


def test_an_article_at_which_a_stage_fails_is_reported_and_the_rest_is_done(
    tmp_path: Path, faulty: str
) -> None:
    names = ("运动会", "书画展【fail】", "歌唱节")
    source = lines(tmp_path / "a.jsonl", *({"id": n, "text": f"青石县总工会举办{n}。"} for n in names))
    report = kg.build([source, tmp_path / "missing"], tmp_path / "out", ner_model=faulty)
    assert [linked.article.id for linked in load_articles(tmp_path / "out")] == ["运动会", "歌唱节"]
    assert [problem.path for problem in report.problems] == [str(tmp_path / "missing"), str(source)]
    assert report.problems[1].message == (
        "article '书画展【fail】' could not be annotated and is left out (ZeroDivisionError: by nothing)"
    )


def test_where_every_article_fails_nothing_is_written(tmp_path: Path, faulty: str) -> None:
    source = lines(tmp_path / "a.jsonl", {"id": "1", "text": "林海棠讲话。【fail】"})
    with pytest.raises(
        InputError,
        match=r"(?s)nothing could be built.*a\.jsonl: article '1'.*\(ZeroDivisionError: by nothing\)",
    ):
        kg.build([source], tmp_path / "out", ner_model=faulty)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".parts"]


def test_an_unsound_statement_costs_that_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsound(*given: Any) -> Iterator[LinkedArticle]:
        for linked in workers.annotated(*given):
            assert isinstance(linked, LinkedArticle)
            odd = (replace(claim, subject=claim.object) for claim in linked.claims)
            yield replace(linked, claims=tuple(odd)) if linked.article.id == "书画展" else linked

    monkeypatch.setattr(builder, "annotated", unsound)
    names = ("运动会", "书画展", "技能大赛")
    source = lines(tmp_path / "a.jsonl", *({"id": n, "text": f"青石县总工会举办职工{n}。"} for n in names))
    report = kg.build([source, tmp_path / "missing"], tmp_path / "out")
    _, problem = report.problems
    assert problem.path == str(source)
    assert problem.message == (
        "article '书画展': “职工书画展 organised 职工书画展” is unsound and is left out: "
        "'https://w3id.org/press-kg/id/event/书画展/职工书画展' breaks sh:or (shape:organised)"
    )
    assert [len(linked.claims) for linked in load_articles(tmp_path / "out")] == [1, 0, 1]
    graph = kg.load(tmp_path / "out")
    assert sum(1 for _ in graph.claims()) == report.counts.relations["organised"] == 2
    assert load_report(tmp_path / "out") == report
    assert validate(tmp_path / "out") == []


def test_where_the_exporter_errs_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsound(*given: Any) -> str:
        return to_turtle(*given).replace('schema:name "press-kg"', 'schema:name ""')

    monkeypatch.setattr(builder, "to_turtle", unsound)
    source = lines(tmp_path / "a.jsonl", {"id": "1", "text": "林海棠讲话。"})
    with pytest.raises(ValidationError, match=r"unsound.*\n.*shape:Program"):
        kg.build([source], tmp_path / "out")
    assert not any(path.name in FILES for path in (tmp_path / "out").iterdir())


def test_a_missing_input_is_called_missing(tmp_path: Path) -> None:
    good = story(tmp_path / "good.txt", "职工运动会")
    (problem,) = kg.build([good, tmp_path / "nowhere"], tmp_path / "out").problems
    assert problem.path == str(tmp_path / "nowhere")
    assert problem.message.startswith("No such file")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    articles = [
        {
            "id": f"{name}/../{n}",
            "title": f"{name}林海棠",
            "text": f"青石县总工会主席林海棠到{name}有限公司调研。“{name}”活动在{name}广场举行。（{name}）",
            "source": name,
            "date": name,
        }
        for n, name in enumerate(HOSTILE)
    ]
    report = kg.build(
        [lines(tmp_path / "a.jsonl", *articles)], tmp_path / "out", base_iri="https://example.org/"
    )
    assert report.counts.articles == len(HOSTILE)
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    store = ox.Store()
    store.load(turtle.encode(), ox.RdfFormat.TURTLE)
    headlines = {
        quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode("https://schema.org/headline"), None)
    }
    assert headlines == {article["title"] for article in articles}
    html = (tmp_path / "out" / "graph.html").read_text("utf-8")
    for name in HOSTILE[:3]:
        assert name not in html
    read = {linked.article.id: linked.article.text for linked in load_articles(tmp_path / "out")}
    assert read == {article["id"]: f"{article['title']}\n{article['text']}" for article in articles}


def test_an_interrupted_build_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = lines(
        tmp_path / "a.jsonl", *({"id": str(n), "text": f"青石县总工会举办第{n}届运动会。"} for n in range(9))
    )
    kg.build([source], tmp_path / "whole")
    monkeypatch.setattr(workers, "BATCH", 2)

    def stop(_step: str, done: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    output = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        kg.build([source], output, progress=stop)
    assert [path.name for path in output.iterdir()] == [".parts"]
    assert len(list((output / ".parts").iterdir())) == 3
    kg.build([source], output)
    assert contents(output) == contents(tmp_path / "whole")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_build(tmp_path: Path, faulty: str, end: signal.Signals) -> None:
    psutil = pytest.importorskip("psutil", reason="psutil is not installed")
    # A batch and a half, so that each of two workers has one.
    rows = ({"id": str(n), "text": f"第{n}次调研。【compute】"} for n in range(96))
    source, output = lines(tmp_path / "a.jsonl", *rows), tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", str(source), "--output", str(output)]
    process = subprocess.Popen(
        [*command, "--workers", "2", "--ner-model", faulty], stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 600
    while len(list(tmp_path.glob("busy-*"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = psutil.Process(process.pid).children()
    assert len(workers) == 2
    process.send_signal(end)
    _, said = process.communicate(timeout=600)
    assert process.returncode == (130 if end == signal.SIGTERM else -end)
    assert ("the same command goes on from there" in said) == (end == signal.SIGTERM)
    assert not psutil.wait_procs(workers, timeout=600)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("count", ["1", "2"])
def test_ctrl_c_is_told_and_keeps_what_is_finished(tmp_path: Path, count: str) -> None:
    paragraph = "青石县总工会主席林海棠到柳溪镇调研，走访了柳溪农机公司，看望一线职工。"
    rows = ({"id": str(n), "text": f"第{n}次调研\n" + paragraph * 3} for n in range(2000))
    source, output = lines(tmp_path / "a.jsonl", *rows), tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "build", str(source), "--output", str(output), "--workers", count],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs in the background of a shell would hand on that it ignores the signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 600
    while not any(output.glob(".parts/*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=600)
    assert process.returncode == 130
    assert said.splitlines() == [
        f"{output}: what is finished is kept; the same command goes on from there",
        "kg: interrupted",
    ]
    assert [path.name for path in output.iterdir()] == [".parts"]


def test_the_turtle_can_be_had_as_a_graph_of_rdflib(sample_build: Path, tmp_path: Path) -> None:
    graph = kg.load_rdf(sample_build)
    triples = ox.parse(path=str(sample_build / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    assert len(graph) == len(set(map(str, triples)))
    assert [str(title) for (title,) in graph.query("SELECT ?t { ?c kg:title ?t } LIMIT 1")]
    with pytest.raises(InputError):
        kg.load_rdf(tmp_path)
