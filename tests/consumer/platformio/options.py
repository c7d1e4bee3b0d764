"""Prints the options with which PlatformIO compiles a program that uses a library, as said in its library.json:
those of a platform that is content with C++17, without `unflags`, with `flags` and the folder of headers.

usage: options.py LIBRARY
"""
import json
import pathlib
import sys

library = pathlib.Path(sys.argv[1])
manifest = json.loads((library / "library.json").read_text(encoding="utf-8"))
build = manifest["build"]
if sources := [path for path in library.rglob("*") if path.suffix in (".c", ".cc", ".cpp")]:
    sys.exit(f"PlatformIO would compile {sources}")
if not (library / build["includeDir"] / manifest["headers"]).exists():
    sys.exit(f"there is no {manifest['headers']}")
platform = ["-std=gnu++17", "-Os", "-fno-exceptions", "-fno-rtti"]
print(*(each for each in platform if each not in build["unflags"]), *build["flags"], f"-I{library / build['includeDir']}")
