"""How the rules see a verb: one marked text, and its verbs with their subjects; a plus says carried over."""

from __future__ import annotations

import pytest

from kg.linker import find_verbs, link_with_workings
from tests.linker import marked

CASES = [
    ("{P方知远}主持会议。", ["方知远 主持"]),
    # Carried over from the clause before, or from the sentence before.
    ("{P方知远}主持会议，随后参加座谈会。", ["方知远 主持", "+方知远 参加"]),
    ("{P方知远}主持会议。随后参加座谈会。", ["方知远 主持", "+方知远 参加"]),
    # Someone unnamed stands where the subject does.
    ("{P方知远}主持会议，50名职工参加座谈会。", ["方知远 主持", "+ 参加"]),
    ("{O红光公司}计划举办座谈会。", ["红光公司 举办 (计划)"]),
    ("会议强调，要开展技能大赛。", ["+ 开展 (要)"]),
    # Who goes is no going.
    ("{P方知远}一行到{L棋梓镇}，调研组很满意。", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_verbs(line: str, expected: list[str]) -> None:
    article, mentions = marked.read_marked(line)
    parsed = link_with_workings(article, mentions).parsed
    shown = [
        "+" * verb.carried
        + " ".join(parsed.entities[subject].name for subject in verb.subjects)
        + f" {article.text[verb.start : verb.end]}"
        + (f" ({verb.nonfactual_cue})" if verb.nonfactual_cue else "")
        for verb in find_verbs(parsed)
    ]
    assert shown == expected
