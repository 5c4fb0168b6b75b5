"""Who reports, from where and when: one grammar for reading, names and relations."""

from __future__ import annotations

import pytest

from kg.language.datelines import dateline_at, find_datelines, is_date_of_report, skip_dateline

# The dateline, the outlet that it names and the place.
HEADS = [
    ("本报讯", None, None),
    ("本报安庆讯", None, "安庆"),
    ("本报安庆6月4日讯", None, "安庆"),
    ("本报北京7月10日电", None, "北京"),
    ("新华社北京6月1日电", "新华社", "北京"),
    ("据新华社布鲁塞尔电", "新华社", "布鲁塞尔"),
    ("据江北社3月18日报道", "江北社", None),
    ("江北在线5月4日讯", "江北在线", None),
    ("江北日报讯", "江北日报", None),
    ("江北青年报安庆2025年4月2日电", "江北青年报", "安庆"),
    ("江北网消息", "江北网", None),
    ("4月10日消息", None, None),
]


@pytest.mark.parametrize(("head", "outlet", "place"), HEADS)
def test_the_parts_of_a_dateline(head: str, outlet: str | None, place: str | None) -> None:
    text = f"{head}：云州市召开大会。"
    dateline = dateline_at(text, 0)
    assert dateline is not None
    assert dateline.end == len(head)
    assert (text[slice(*dateline.outlet)] if dateline.outlet else None) == outlet
    assert (text[slice(*dateline.place)] if dateline.place else None) == place


@pytest.mark.parametrize("head", [head for head, _, _ in HEADS])
def test_the_report_goes_on_behind_the_reporters(head: str) -> None:
    for rest in ("（记者方禾）", "：", "  （记者方禾 柳如烟）："):
        text = f"标题\n{head}{rest}云州市召开大会。"
        assert text[skip_dateline(text, 3) :] == "云州市召开大会。"


@pytest.mark.parametrize(
    "text",
    ["", "云州市召开大会。", "本报电力专家说", "本报报道了大会", "4月10日电影上映", "通讯员说，本报讯"],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_at(text, 0) is None
    assert skip_dateline(text, 0) == 0


def test_every_line_may_have_one() -> None:
    text = "本报讯\n本报安庆讯 大会\n大会召开。\n江北在线5月4日讯"
    assert [text[: dateline.end].count("\n") for dateline in find_datelines(text)] == [0, 1, 3]


@pytest.mark.parametrize(
    ("text", "dated"), [("6月4日电", True), ("6月4日讯", True), ("6月4日电视", False), ("6月4日，", False)]
)
def test_the_date_of_a_report(text: str, dated: bool) -> None:
    assert is_date_of_report(text, text.index("日") + 1) is dated
