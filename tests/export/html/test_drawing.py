"""Where everything stands in the picture."""

from __future__ import annotations

from typing import Any

import pytest

from kg.export.html import to_html
from tests.benchmarks import town
from tests.export.html.test_html import data_in, number_of, page_of
from tests.factory import entity, linked


class TestDrawing:
    def test_size_grows_with_the_number_of_neighbours(self, data: dict[str, Any]) -> None:
        picture = data["picture"]
        most, least = number_of(data, "周启明"), number_of(data, "柳溪农机公司")
        assert picture["size"][most] > picture["size"][least]

    def test_what_is_linked_is_one_community_and_the_rest_has_none(self, data: dict[str, Any]) -> None:
        community = data["picture"]["community"]
        assert community[number_of(data, "周启明")] >= 0
        apart = {name for name, one in zip(data["entities"]["name"], community, strict=True) if one < 0}
        assert apart == {
            *("许文博", "苏禾", "云河市"),
            *("云河市总工会部署夏季工作", "林晓岚到青石县调研", "“工匠讲堂”走进云河大学"),
        }

    def test_articles_authors_and_the_merely_mentioned_lie_below_the_map(self, data: dict[str, Any]) -> None:
        picture = data["picture"]
        lowest = max(y for y, one in zip(picture["y"], picture["community"], strict=True) if one >= 0)
        highest = min(y for y, one in zip(picture["y"], picture["community"], strict=True) if one < 0)
        assert highest > lowest

    def test_an_entity_that_no_text_mentions_still_has_its_place(self) -> None:
        data = data_in(page_of(linked("x", "⟦甲会|organisation/甲会⟧", entities=[entity("person/林一")])))
        spots = set(zip(data["picture"]["x"], data["picture"]["y"], strict=True))
        assert len(spots) == len(data["entities"]["name"]) == 3

    def test_a_picture_of_many_nodes_is_made_in_time_and_its_file_grows_with_them(self) -> None:
        small, large = (to_html(town.graph(entities)) for entities in (300, 1200))
        engine = len(page_of())
        assert (len(large) - engine) / (len(small) - engine) == pytest.approx(4, rel=0.3)
        assert len(large) - engine < 600 * 1200
