"""`kg explain`: why an article says what it says, and why it does not say more."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console
from kg.language.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from kg.annotation.explanation import (
        ExplainedClaim,
        ExplainedMention,
        ExplainedSentence,
        ExplainedVerb,
        Explanation,
        When,
    )
    from kg.model.records import Article, Problem

# The symbol of a type, as the patterns of the rules write it, and its colour.
_MARKS = {
    "Person": ("Ⓟ", "red"),
    "Organisation": ("Ⓞ", "blue"),
    "Place": ("Ⓛ", "green"),
    "Title": ("Ⓣ", "yellow"),
    "Event": ("Ⓥ", "magenta"),
}


@console.verb
def explain(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="INPUT",
            help="A page, a table of articles, - for standard input, or a folder DIR that kg build wrote.",
            show_default=False,
            readable=False,
        ),
    ],
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="Only the article of this id.", show_default="all")
    ] = None,
    ner_model: Annotated[
        str,
        typer.Option(metavar="NAME", help="The recogniser: lac, press, or a spaCy pipeline by name or path."),
    ] = "press",
) -> None:
    """Show which rules led to each name and each fact, sentence by sentence.

    Under a sentence stand its names, with the rule or model that found each and the rules that led to its
    canonical name; the facts that it states, with the rule, its confidence and the words; and the verbs
    whose subject was carried over from before, or that state no fact, with the word that is the reason.

    Exit code: 0 all was read, 1 a part of INPUT could not be read, 2 nothing was.
    """
    from rich.console import Console

    from kg import ner
    from kg.annotation.explanation import explain as explained

    problems: list[Problem] = []
    chosen = _chosen(source, article, problems)
    out = Console(highlight=False, markup=False, emoji=False)
    for explanation in explained(ner.load(ner_model), chosen):
        for line in _lines(explanation):
            out.print(line, soft_wrap=True)
    console.finish(problems)


def _chosen(source: Path, article: str | None, problems: list[Problem]) -> Sequence[Article]:
    """The articles of a file, or of a build; InputError where the one that is wanted is not among them.

    What of the file cannot be read is added to `problems`.
    """
    from kg import reading
    from kg.artifacts.names import ARTICLES
    from kg.model.errors import InputError

    if source.is_dir() and not (source / ARTICLES).is_file():
        raise InputError(f"{source}: holds no {ARTICLES}; give a file, or a folder that kg build wrote")
    articles = reading.read_file(source / ARTICLES if source.is_dir() else source, problems.append)
    if article is None:
        return articles
    wanted = [one for one in articles if one.id == article]
    if not wanted:
        known = ", ".join(one.id for one in articles[:20])
        raise InputError(f"{source}: has no article {article!r}; it has {known}")
    return wanted


def _lines(explanation: Explanation) -> Iterator[Text]:
    from rich.text import Text

    legend = [(f"  {symbol} {type_}", colour) for type_, (symbol, colour) in _MARKS.items()]
    yield Text.assemble((visible(explanation.article.id), "bold"), *legend)
    for sentence in explanation.sentences:
        if sentence.mentions or sentence.claims:
            yield Text()
            yield _marked(sentence)
            for mention in sentence.mentions:
                yield from _mention(mention)
            for _, group in groupby(sentence.claims, key=lambda c: (c.rule, c.evidence, c.also)):
                yield from _claims(list(group))
            yield from map(_verb, filter(_is_remarkable, sentence.verbs))
    yield Text()


def _marked(sentence: ExplainedSentence) -> Text:
    """The sentence with a symbol and brackets around each mention, those in an event inside the event's."""
    from rich.text import Text

    marked = Text(style="bold")
    written = sentence.start
    open_: list[ExplainedMention] = []

    def write(end: int) -> None:
        nonlocal written
        plain = sentence.text[written - sentence.start : end - sentence.start]
        marked.append(visible(plain), _MARKS[open_[-1].type][1] if open_ else None)
        written = end

    def close(offset: int) -> None:
        while open_ and open_[-1].end <= offset:
            write(open_[-1].end)
            marked.append("]", _MARKS[open_.pop().type][1])
        write(offset)

    for mention in sentence.mentions:
        close(mention.start)
        # A fused title (公安局长) crosses the end of its body: it is only listed.
        if not open_ or mention.end <= open_[-1].end:
            symbol, colour = _MARKS[mention.type]
            marked.append(f"{symbol}[", colour)
            open_.append(mention)
    close(sentence.start + len(sentence.text))
    return marked


def _mention(mention: ExplainedMention) -> Iterator[Text]:
    """What was found by which rule or model, and the rules on the way to its canonical name."""
    from rich.text import Text

    symbol, colour = _MARKS[mention.type]
    line = Text.assemble((f"  {symbol} {visible(mention.text)}", colour))
    if not mention.steps and mention.name and mention.name != mention.text:
        line.append(f" → {visible(mention.name)}")
    line.append(f"  {mention.by or 'left out: takes part in no relation'}", "dim")
    if mention.nonfactual:
        line.append(
            "; first named in a plan, a demand or reported speech: nobody is taken to be at it", "dim"
        )
    yield line
    if mention.when:
        yield Text.assemble(f"      when: {visible(mention.when.text)}", (f"  {_days(mention.when)}", "dim"))
    for step in mention.steps:
        yield Text.assemble(f"      → {visible(step.name)}  ", (f"{step.rule}: {step.summary}", "dim"))


def _days(when: When) -> str:
    if when.first == when.last:
        return when.first or "days unknown"
    return f"{when.first or '…'} – {when.last or '…'}"


def _claims(claims: Sequence[ExplainedClaim]) -> Iterator[Text]:
    """What one rule stated by the same words."""
    from rich.text import Text

    first = claims[0]
    rule = Text.assemble(
        "  ■ ", (first.rule, "bold"), f" {first.confidence:.2f}", (f"  {first.summary}", "dim")
    )
    if first.also:
        rule.append(f"  also: {', '.join(first.also)}", "dim")
    yield rule
    yield Text(f"      “{visible(first.evidence)}”")
    for claim in claims:
        fact = " ".join(filter(None, (claim.subject, claim.predicate, claim.object, claim.title)))
        yield Text(f"      {visible(fact)}", style="bold")


def _is_remarkable(verb: ExplainedVerb) -> bool:
    """Whether a verb is not simply what its own subject does."""
    return verb.carried or not verb.subjects or verb.nonfactual_cue is not None


def _verb(verb: ExplainedVerb) -> Text:
    from rich.text import Text

    who = "、".join(map(visible, verb.subjects))
    if verb.nonfactual_cue is not None:
        reason = f"not stated as a fact, because of {visible(verb.nonfactual_cue)}"
    elif who:
        reason = f"by {who}, carried over from before"
    else:
        reason = "by nobody who is named"
    return Text.assemble(f"  □ {verb.text}: ", (reason, "dim"))
