"""A page in a real browser with the network off: what a reader sees and can do."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.export.html import source_hash
from tests.chromium import PATIENCE


def opened(path: Path) -> Path:
    """A copy of a page beside it, whose modules tests can reach: all that they export is in `inside`."""
    page = path.read_text(encoding="utf-8")
    (script,) = re.findall('<script type="module">(.*?)</script>', page, re.DOTALL)
    open_ = f"{script}globalThis.inside = Object.assign({{}}, ...Object.values(modules));\n"
    copy = path.with_name(f"{path.stem}-opened.html")
    copy.write_text(
        page.replace(script, open_).replace(source_hash(script), source_hash(open_)), encoding="utf-8"
    )
    return copy


class View:
    """An open page, with what it asked for and what it complained of."""

    def __init__(
        self,
        browser: Any,
        path: Path,
        *,
        dark: bool = False,
        locale: str = "zh-CN",
        size: tuple[int, int] = (1440, 900),
        address: str = "",
    ) -> None:
        self.context = browser.new_context(
            offline=True,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale=locale,
        )
        self.path = opened(path)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.go(address)

    def go(self, address: str) -> None:
        """Open the page at an address: what stands after the #."""
        self.page.goto(self.path.as_uri() + (f"#{address}" if address else ""))
        self.settle()

    def settle(self, milliseconds: int = 60) -> None:
        """Wait for what the page does a moment later, by a timer of its own that comes after the others."""
        self.page.evaluate(
            """milliseconds => new Promise((done) => {
                const twoFramesLater = () => requestAnimationFrame(() => requestAnimationFrame(done));
                setTimeout(twoFramesLater, milliseconds);
            })""",
            milliseconds,
        )

    def processor_seconds(self, script: str) -> float:
        """What a script takes of the processor, whatever else the machine does."""
        session = self.context.new_cdp_session(self.page)
        session.send("Performance.enable")

        def thread_time() -> float:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return next(float(one["value"]) for one in metrics if one["name"] == "ThreadTime")

        start = thread_time()
        self.page.evaluate(script)
        return thread_time() - start

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    @property
    def heading(self) -> str:
        return str(self.page.text_content("#panel h2"))

    @property
    def address(self) -> str:
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))

    @property
    def foreign(self) -> list[str]:
        """What was asked for besides the page itself."""
        return [url for url in self.requests if not url.startswith((self.path.as_uri(), "blob:"))]

    def number(self, name: str) -> int:
        return int(self.page.evaluate("name => inside.names.indexOf(name)", name))

    def drawn(self) -> set[str]:
        """The names of the nodes that vis-network holds."""
        return set(self.page.evaluate("inside.nodeItems.getIds().map((id) => inside.names[id])"))

    def lines(self) -> set[tuple[str, str]]:
        """The ends of the lines that vis-network holds."""
        ends = self.page.evaluate(
            "inside.edgeItems.get().map(({ from, to }) => [inside.names[from], inside.names[to]])"
        )
        return {(a, b) for a, b in ends}

    def choose(self, name: str) -> None:
        self.page.evaluate("node => inside.chooseNode(node)", self.number(name))
        self.settle()

    def point(self, name: str) -> tuple[float, float]:
        """Where a node stands on the screen."""
        spot = self.page.evaluate(
            "id => inside.network.canvasToDOM(inside.network.getPosition(id))", self.number(name)
        )
        box = self.page.locator("#canvas").bounding_box()
        return box["x"] + spot["x"], box["y"] + spot["y"]

    def labels(self) -> dict[str, list[dict[str, Any]]]:
        """The names and the words that stand on the canvas."""
        labels: dict[str, list[dict[str, Any]]] = self.page.evaluate(
            """() => {
                const { network, placeLabels, scene } = inside;
                const { names, words } = placeLabels(scene, network.getPositions(), network.getScale());
                return { names, words: words.map(({ box }) => ({ box })) };
            }"""
        )
        return labels

    def collisions(self) -> list[tuple[Any, Any]]:
        """The pairs of names or words of which one lies on the other."""
        boxes = [label["box"] for labels in self.labels().values() for label in labels]
        return [
            (a, b)
            for a, b in combinations(boxes, 2)
            if a["left"] < b["right"] and b["left"] < a["right"]
            if a["top"] < b["bottom"] and b["top"] < a["bottom"]
        ]

    def click(self, name: str) -> None:
        self.page.mouse.click(*self.point(name))
        self.settle()

    def colours(self) -> int:
        """How many colours the canvas shows: one where nothing is drawn."""
        return int(
            self.page.evaluate(
                """() => {
                    const { width, height } = inside.surface;
                    const { data } = inside.surface.getContext("2d").getImageData(0, 0, width, height);
                    return new Set(new Uint32Array(data.buffer)).size;
                }"""
            )
        )

    def search(self, words: str) -> list[str]:
        """The names that are suggested."""
        self.page.fill("#search", words)
        found = self.page.locator(".suggestion").all()
        return [str(one.inner_text()).split("\n")[0] for one in found]

    def legend(self, type_: str) -> Any:
        return self.page.locator(f"#legend [data-type={type_}]")

    def press(self, name: str) -> None:
        """Press the button of that name in the panel."""
        self.page.locator("#panel").get_by_role("button", name=name, exact=True).click()
        self.settle()

    def downloaded(self, button: str) -> Path:
        """The file that an entry of the export menu gives."""
        self.page.click("#export summary")
        with self.page.expect_download() as download:
            self.page.click(f"#export-{button}")
        return Path(download.value.path())
