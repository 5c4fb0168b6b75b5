"""The page's script: modules joined into one, which keep to themselves and know only those before them."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kg.export.html.script import exports, harmless, imports, joined

PAGE = Path(str(files("kg.export.html").joinpath("page")))
SOURCES = {
    path.relative_to(PAGE).as_posix(): path.read_text("utf-8")
    for folder in (PAGE, *(one for one in PAGE.iterdir() if one.is_dir() and one.name != "node_modules"))
    for path in sorted(folder.glob("*.js"))
}
LAYERS = re.findall(r"^//   (\w+)/", SOURCES["main.js"], re.M)
TAKEN = re.compile(r"^import \{([^{}]*)\}", re.M)


def modules(folder: Path, **sources: str) -> Path:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, "utf-8")
    return folder


class TestJoining:
    def test_modules_share_what_they_export_and_nothing_else(self, browser: Any, tmp_path: Path) -> None:
        folder = modules(
            tmp_path,
            main='import { twice as double, Box } from "./a.js";\nimport { own } from "./b.js";\n'
            "const hidden = 1;\nglobalThis.told = [double(hidden), own(), new Box().side, typeof twice];\n",
            a="const hidden = 2;\nexport const twice = (x) => hidden * x;\nexport class Box { side = 3; }\n",
            b='import {\n  twice,\n} from "./a.js";\nconst hidden = 5;\n'
            "export function own() {\n  return twice(hidden);\n}\n",
        )
        page = browser.new_page()
        page.add_script_tag(content=joined(folder, "main.js"), type="module")
        assert page.evaluate("told") == [2, 10, 3, "undefined"]
        page.close()

    def test_a_module_stands_once_and_after_those_that_it_imports(self, tmp_path: Path) -> None:
        folder = modules(
            tmp_path,
            main='import { b } from "./b.js";\nimport { a } from "./a.js";\n',
            a="export const a = 1;\n",
            b='import { a } from "./a.js";\nexport const b = a;\n',
        )
        script = joined(folder, "main.js")
        assert re.findall(r'^modules\["(.*)"\] =', script, re.M) == ["a.js", "b.js", "main.js"]

    def test_modules_that_import_each_other_are_named(self, tmp_path: Path) -> None:
        folder = modules(
            tmp_path,
            main='import { a } from "./a.js";\n',
            a='import { b } from "./b.js";\nexport const a = 1;\n',
            b='import { a } from "./a.js";\nexport const b = 1;\n',
        )
        with pytest.raises(ValueError, match=r"^main\.js imports a\.js imports b\.js imports a\.js: "):
            joined(folder, "main.js")

    @pytest.mark.parametrize(
        "source",
        [
            'import a from "./a.js";',
            'import * as a from "./a.js";',
            'import { a } from "a";',
            'import "./a.js";',
            "export let a = 1;",
            "export default 1;",
            "export { a };",
            'export * from "./a.js";',
            "export const { a } = b;",
        ],
    )
    def test_what_would_be_joined_wrongly_is_an_error(self, tmp_path: Path, source: str) -> None:
        with pytest.raises(ValueError, match=r"^main\.js: cannot join: "):
            joined(modules(tmp_path, main=f"{source}\n"), "main.js")

    @pytest.mark.parametrize("markup", ["</script>", "</SCRIPT >", "<script>", "<!--<script>"])
    def test_nothing_in_a_script_ends_its_element(self, browser: Any, markup: str) -> None:
        pattern = markup.replace("/", "[/]")
        script = harmless(f"globalThis.told = '{markup}' + `{markup}` + /{pattern}/.source;")
        parser = HTMLParser()
        rests: list[str] = []
        parser.handle_data = rests.append  # type: ignore[method-assign]
        parser.feed(f"<script>{script}</script>")
        assert "".join(rests) == script
        page = browser.new_page()
        page.set_content(f"<script>{script}</script>")
        assert page.evaluate("told").startswith(markup * 2)
        page.close()


class TestModules:
    def test_all_are_in_the_page(self) -> None:
        assert set(re.findall(r'^modules\["(.*)"\] =', joined(PAGE, "main.js"), re.M)) == set(SOURCES)

    @pytest.mark.parametrize("name", [name for name in SOURCES if name != "main.js"])
    def test_data_flow_one_way(self, name: str) -> None:
        layer = LAYERS.index(name.split("/")[0])
        assert all(LAYERS.index(path.split("/")[0]) <= layer for path in imports(name, SOURCES[name]))

    def test_a_name_means_one_thing(self) -> None:
        times = Counter(name for source in SOURCES.values() for name in exports(source))
        assert [name for name, number in times.items() if number > 1] == []

    def test_what_is_exported_is_imported_and_the_other_way_round(self) -> None:
        taken = {
            (path, word.split()[0])
            for name, source in SOURCES.items()
            for path, words in zip(imports(name, source), TAKEN.findall(source), strict=True)
            for word in words.split(",")
            if word.strip()
        }
        assert taken == {(path, name) for path, source in SOURCES.items() for name in exports(source)}

    def test_none_leaves_a_global(self, browser: Any, small: Path, tmp_path: Path) -> None:
        blank = tmp_path / "blank.html"
        blank.write_text("<!DOCTYPE html><title>blank</title>", "utf-8")

        def globals_of(path: Path) -> set[str]:
            page.goto(path.as_uri())
            return set(page.evaluate("Object.getOwnPropertyNames(window)"))

        page = browser.new_page()
        own_of_vis = {"vis", "regeneratorRuntime", "__core-js_shared__"}
        assert globals_of(small) - globals_of(blank) == own_of_vis
        page.close()
