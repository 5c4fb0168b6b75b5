"""Tables of articles: fields of every type and of none, lines that break the format."""

from __future__ import annotations

import csv
import io
import json
from random import Random
from typing import Any

from tests.fuzz.mutations import mutated, spoilt
from tests.fuzz.press import Press
from tests.fuzz.texts import text, written
from tests.fuzz.units import STRANGE, unit
from tests.fuzz.words import WORDS

FIELDS = ("text", "title", "id", "date", "source")
HOSTILE = [*WORDS["hostile"], "a" * 5000]
DATES = WORDS["dates"]
ODD = (
    *(None, True, False, 0, -1, 10**400, 1.5, -0.0, 1e308, float("nan"), float("inf")),
    *([], {}, [[]], ["文"], {"text": "文"}, ""),
)


def jsonl_file(chance: Random) -> bytes:
    """A .jsonl file of a few lines."""
    lines = [_line(chance) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
    if chance.random() < 0.1:
        lines.append(chance.choice(lines))
    data = written(chance, chance.choice(("\n", "\n", "\n", "\r\n", "\n\n", "\r")).join(lines))
    return spoilt(chance, data) if chance.random() < 0.05 else data


def csv_file(chance: Random) -> bytes:
    """A .csv file of a few rows."""
    columns = list(FIELDS[: chance.randint(1, 5)])
    chance.shuffle(columns)
    if chance.random() < 0.1:
        columns.append(chance.choice(("", "text", "TEXT", "注", unit(chance))))
    file = io.StringIO(newline="")
    writer = csv.writer(
        file,
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
        lineterminator=chance.choice(("\r\n", "\n", "\r", "\n\n")),
    )
    writer.writerow(columns)
    for _ in range(chance.choice((1, 1, 2, 4))):
        fields = _fields(chance)
        row = [str(fields.get(column, "")) for column in columns]
        writer.writerow(row[: chance.randint(0, len(row))] if chance.random() < 0.05 else row)
    content = file.getvalue()
    if chance.random() < 0.2:
        content = mutated(chance, content, chance.choice(('"', '""', ',"', '\n"', ",,,,", "\0")))
    return written(chance, content)


def _line(chance: Random) -> str:
    line = json.dumps(_fields(chance), ensure_ascii=chance.random() < 0.3)
    drawn = chance.random()
    if drawn < 0.88:
        return line
    if drawn < 0.92:
        return mutated(chance, line, chance.choice(('"', "\\", "\\ud800", "\\u0000", "{", "]", ",", "NaN")))
    depth = int(10 ** chance.uniform(0, 4.5))
    return chance.choice(
        (
            '{"text": ' + "[" * depth + "]" * depth + "}",
            '{"text": "会议。", "more": ' + '{"a":' * depth + "1" + "}" * depth + "}",
            '{"text": "会议。", "text": "会。"}',
            '{"text": "会议。", "id": ' + "9" * depth + "}",
            '{"text": "会议。\\ud83d", "title": "\\udc00"}',
            '"会议。"',
            "[1]",
            "null",
            "",
            " ",
        )
    )


def _fields(chance: Random) -> dict[str, Any]:
    """The fields of a record, most as they should be."""
    record: dict[str, Any] = {"text": text(chance)}
    if chance.random() < 0.5:
        record["title"], body = Press(chance).article()
        record["text"] = chance.choice((record["text"], body, f"{record['title']}\n{body}"))
    for field in ("id", "date", "source", "title"):
        if chance.random() < 0.3:
            record[field] = _value(chance, field)
    if chance.random() < 0.05:
        record[chance.choice(FIELDS)] = chance.choice(ODD)
    if chance.random() < 0.05:
        for field in ("entities", "mentions", "relations", "byline", "page", "offsets", "boxes"):
            record[field] = chance.choice((*ODD, [{"start": -1, "end": 9, "entity": "x"}]))
    return record


def _value(chance: Random, field: str) -> str:
    if field == "date":
        return chance.choice((chance.choice(DATES), Press(chance).some("date"), chance.choice(HOSTILE)))
    return chance.choice(
        (chance.choice(HOSTILE), chance.choice(STRANGE), unit(chance), Press(chance).some("topic"))
    )
