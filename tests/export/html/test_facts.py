"""The columns of entities and claims."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model.ontology import TERMS
from tests.export.html.test_html import data_in, number_of, of, page_of
from tests.factory import linked


class TestFacts:
    def test_entities_carry_what_is_known_of_them(self, data: dict[str, Any]) -> None:
        assert data["types"][of(data, "type", "青石县")] == "Place"
        assert data["kinds"][of(data, "kind", "青石县")] == "AdministrativeDivision"
        assert of(data, "code", "青石县") == "990123"
        assert of(data, "aliases", "云河市总工会") == ["市总工会"]
        assert of(data, "mentions", "云河市总工会") == 3
        assert of(data, "source", "云河市总工会部署夏季工作") == "云河工人报"
        assert of(data, "date", "林晓岚") is None

    @pytest.mark.parametrize(
        ("first", "last"),
        [("2025-06-04", "2025-06-04"), ("2025-06-04", None), (None, "2025-06-06"), (None, None)],
    )
    def test_an_event_tells_its_time(self, first: str | None, last: str | None) -> None:
        key = "event/x/座谈会"
        article = linked("x", f"题目\n日前，⟦座谈会|{key}⟧举行。", times={key: ("日前", first, last)})
        data = data_in(page_of(article))
        assert [of(data, column, "座谈会") for column in ("time", "first", "last")] == ["日前", first, last]

    def test_an_article_tells_its_entities_in_the_order_of_the_text(self, data: dict[str, Any]) -> None:
        told = of(data, "mentioned", "“工匠讲堂”走进云河大学")
        names = [data["entities"]["name"][number] for number in told]
        assert names == ["云河大学", "柳溪镇", "“工匠讲堂”活动", "周启明"]

    def test_claims_tell_their_ends_their_source_and_who_made_them(self, data: dict[str, Any]) -> None:
        claims = data["claims"]
        (number,) = [place for place, title in claims["title"].items() if title == "优秀讲师"]
        at = {column: values[int(number)] for column, values in claims.items() if isinstance(values, list)}
        assert (at["subject"], at["object"]) == (number_of(data, "云河大学"), number_of(data, "周启明"))
        assert data["relations"][at["relation"]] == "awarded"
        assert data["rules"][at["rule"]] == "by-hand"
        assert at["confidence"] == 0.9
        assert at["article"] == number_of(data, "“工匠讲堂”走进云河大学")
        assert set(claims["role"].values()) == {"记者", "通讯员", "署名"}

    def test_words_come_from_the_ontology_in_both_languages(self, data: dict[str, Any]) -> None:
        assert data["terms"]["presidesOver"] == {
            "zh": TERMS["presidesOver"].zh,
            "en": TERMS["presidesOver"].en,
        }
        assert {"Person", "Organisation", "Place", "Event", "Article", "Meeting"} <= set(data["terms"])
        assert len(data["relations"]) == len(set(data["claims"]["relation"]))
