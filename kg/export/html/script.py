"""ES modules joined into one script, which stands in the page: a page on the disk can import nothing.

Each module becomes a function with names of its own, which takes what it imports from the modules before
it and returns what it exports. That is all of `import` and `export` as long as modules keep to the forms

    import { name, name as other } from "./module.js";
    export const name = …
    export function name(…) …          (also class, async function and function*)

and no two of them import each other; anything else is an error here. So nobody needs node to build a page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable

_IMPORT = re.compile(r'^import \{([^{}]*)\} from "(\.{1,2}/[^"]+)";$', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|class|(?:async )?function)\b[ *]+([\w$]+))", re.M)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.M)

# What could end or open a script element: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
_MARKUP = re.compile(r"<(?=/?script|!--)", re.I)


def joined(folder: Traversable, main: str) -> str:
    """The script of a module and of all that it imports, each after those that it imports itself.

    Raises ValueError where modules import each other, or import or export in another form than those above.
    """
    functions: dict[str, str] = {}

    def add(name: str, importing: Sequence[str]) -> None:
        if name in importing:
            raise ValueError(f"{' imports '.join([*importing, name])}: a circle")
        if name not in functions:
            source = folder.joinpath(*name.split("/")).read_text(encoding="utf-8")
            for path in imports(name, source):
                add(path, [*importing, name])
            functions[name] = _function(name, source)

    add(main, [])
    return "const modules = {};\n\n" + "\n".join(functions.values())


def harmless(script: str) -> str:
    r"""The script without what could end its element: `<` is `\x3c`, the same in every string and pattern."""
    return _MARKUP.sub(r"\\x3c", script)


def imports(name: str, source: str) -> list[str]:
    """The modules that a module imports, as paths from the folder of them all."""
    return [_path(name, relative) for _, relative in _IMPORT.findall(source)]


def exports(source: str) -> list[str]:
    """The names that a module exports."""
    return _EXPORT.findall(source)


def _path(name: str, relative: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), relative))


def _function(name: str, source: str) -> str:
    body = _EXPORT.sub("", _IMPORT.sub(_taking(name), source))
    if other := _OTHER.search(body):
        raise ValueError(f"{name}: cannot join: {other[0]}")
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {", ".join(exports(source))} }};\n}})();\n'


def _taking(name: str) -> Callable[[re.Match[str]], str]:
    """What stands in place of an import: names taken from the object of a module."""

    def taking(match: re.Match[str]) -> str:
        names = " ".join(match[1].split()).replace(" as ", ": ")
        return f'const {{ {names} }} = modules["{_path(name, match[2])}"];'

    return taking
