"""Rebuild divisions.tsv.gz, beside this file, from the four tables of Administrative-divisions-of-China.

    python -m kg.data.refresh_divisions FOLDER

FOLDER holds provinces.csv, cities.csv, areas.csv and streets.csv as published under `dist/` of
https://github.com/modood/Administrative-divisions-of-China (see DIVISIONS.md).
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

# The tables leave these out: there are no statistical codes below them.
WITHOUT_TABLES = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))

# Levels that exist in the code tables only: their members belong to the division above.
PSEUDO = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})

OUTPUT = Path(__file__).with_name("divisions.tsv.gz")


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of one table."""
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def divisions(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """(code, level, parent's code or nothing, name) of every division, provinces first."""
    for row in rows(folder, "provinces.csv"):
        yield row["code"], "province", "", row["name"]
    for code, name in WITHOUT_TABLES:
        yield code, "province", "", name
    above = {}
    for row in rows(folder, "cities.csv"):
        if row["name"] in PSEUDO:
            above[row["code"]] = row["provinceCode"]
        else:
            yield row["code"], "city", row["provinceCode"], row["name"]
    for row in rows(folder, "areas.csv"):
        city = above.get(row["cityCode"], row["cityCode"])
        # A city without counties stands a second time as its own county.
        if row["name"] in PSEUDO or row["code"] == row["cityCode"] + "00":
            above[row["code"]] = city
        else:
            yield row["code"], "county", city, row["name"]
    for row in rows(folder, "streets.csv"):
        yield row["code"], "town", above.get(row["areaCode"], row["areaCode"]), row["name"]


def main() -> None:
    """Write the file: towns last, sorted by code, the same bytes for the same tables."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    ordered = sorted(divisions(Path(sys.argv[1])), key=lambda division: (division[1] == "town", division[0]))
    lines = ["\t".join(division) for division in ordered]
    OUTPUT.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0))
    print(f"{len(lines)} divisions, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
