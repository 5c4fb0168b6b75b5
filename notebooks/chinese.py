"""Chinese names in matplotlib's pictures, on machines with a Chinese font and without one."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib import font_manager, rcParams

# Fonts with all simplified characters, by the systems that bring them; matplotlib knows a collection by its
# first face, which for Noto is often the Japanese one.
FONTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Noto Sans CJK JP", "Source Han Sans SC", "Source Han Sans CN"),
    *(
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "Droid Sans Fallback",
        "Noto Serif CJK SC",
        "Noto Serif CJK JP",
    ),
    *("PingFang SC", "Hiragino Sans GB", "Heiti SC", "Heiti TC", "Songti SC", "Arial Unicode MS"),
    *("Microsoft YaHei", "SimHei", "SimSun", "DengXian", "KaiTi"),
)


def drawable(names: Iterable[str], longest: int = 12) -> list[str]:
    """The names as labels, long ones cut short; their numbers from 1 on a machine without a Chinese font."""
    installed = {font.name for font in font_manager.fontManager.ttflist}
    chinese = next((font for font in FONTS if font in installed), None)
    if chinese is None:
        return [str(number) for number, _ in enumerate(names, start=1)]
    rcParams["font.sans-serif"] = [chinese, "DejaVu Sans"]
    return [name if len(name) <= longest else name[: longest - 1] + "…" for name in names]
