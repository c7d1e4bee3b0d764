"""The headers of include/medusa and what they include, for tools/layers and tools/single-header."""
import pathlib
import posixpath
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
UMBRELLAS = {"medusa.hpp", "embedded.hpp"}
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def read(root=ROOT):
    """The lines of every header by its name, such as "core/errc.hpp"."""
    folder = root / "include" / "medusa"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8").splitlines()
            for path in sorted(folder.rglob("*.hpp"))}


def included(name, line):
    """What a line of header `name` includes: (our header, None), (None, another one) or neither."""
    match = INCLUDE.match(line)
    if not match:
        return None, None
    bracket, target = match.groups()
    if target.startswith("medusa/"):
        return target.removeprefix("medusa/"), None
    if bracket == '"':
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), target)), None
    return None, target
