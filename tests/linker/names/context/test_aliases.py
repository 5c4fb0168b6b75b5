"""Short names that an article introduces."""

from __future__ import annotations

import pytest

from kg.linker.names.context.aliases import introduced_names
from tests.linker.marked import read_marked


@pytest.mark.parametrize(
    ("marked", "aliases"),
    [
        ("{O红光信息科技有限公司}（以下简称“红信”）", {"红信": "红光信息科技有限公司"}),
        ("{O红光信息科技有限公司}（简称红信）", {"红信": "红光信息科技有限公司"}),
        ("{L云岭科技园}（下称：云科）", {"云科": "云岭科技园"}),
        ("{O力学与土木工程学院}（力土学院）", {"力土学院": "力学与土木工程学院"}),
        ("{O红光公司}（记者）", {}),
        ("{P方知远}（以下简称老方）", {}),
        ("{O红光公司}，（以下简称红光）", {}),
    ],
)
def test_what_stands_in_brackets_behind_a_name(marked: str, aliases: dict[str, str]) -> None:
    article, mentions = read_marked(marked)
    assert introduced_names(article.text, mentions) == aliases
