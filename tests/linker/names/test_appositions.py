"""Names in brackets behind the full one."""

from __future__ import annotations

import pytest

from kg.linker.names.appositions import in_brackets
from tests.linker.marked import read_marked


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("{O江北铁路集团有限公司}（以下简称“{O江铁}”）获悉。", {"江铁": "江北铁路集团有限公司"}),
        ("{O云河协会}({O YHA})成立。", {" YHA": "云河协会"}),
        ("{O云河协会}（原{O云河学会}），{O云河学会}（{O云河协会}）。", {"云河学会": "云河协会"}),
        # Not behind a name, or more than a name in the brackets.
        ("{O云河协会}成立（{O云河学会}主办）。", {}),
        ("{O云河协会}（{O云河学会}主办）。", {}),
        ("{O云河协会}（挂靠{O云河学会}）。", {}),
    ],
)
def test_other_names(line: str, same: dict[str, str]) -> None:
    article, mentions = read_marked(line)
    names = {mention: article.text[mention.start : mention.end] for mention in mentions}
    assert in_brackets(article.text, mentions, names) == same
