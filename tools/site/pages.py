#!/usr/bin/env python3
"""Lays out the pages of the site in a folder: those of docs/, those of the root, and the files they show.

usage: pages.py FOLDER

README.md becomes index.md, and a link to a file of the repository a page with that file, or with what is in the
folder. Fails for a page that mkdocs.yml does not name in its navigation, and for a link to nothing.
"""
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"(\]\()([^)\s:#]+)(#[^)\s]*)?(?=\))")
LANGUAGE = {".hpp": "cpp", ".cpp": "cpp", ".cppm": "cpp", ".sh": "sh", ".py": "python"}


class Site:
    def __init__(self, out):
        self.out, self.wrong = out, []
        self.names = {path: path.name for path in (ROOT / "docs").iterdir()}
        self.names |= {ROOT / name: name for name in ("SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md")}
        self.names[ROOT / "README.md"] = "index.md"

    def shown(self, path):
        """The name of the page that shows a file or folder."""
        relative = path.relative_to(ROOT).as_posix()
        name = f"source/{relative.replace('/', '-')}.md"
        target = self.out / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            if path.is_dir():
                body = "\n".join(f"- `{p.name}`" for p in sorted(path.iterdir()) if not p.name.startswith("."))
            else:
                body = f"````{LANGUAGE.get(path.suffix, 'text')}\n{path.read_text()}\n````"
            target.write_text(f"# {relative}\n\n{body}\n")
        return name

    def page(self, path):
        def link(match):
            goal = (path.parent / match[2]).resolve()
            if not goal.exists():
                self.wrong.append(f"{path.relative_to(ROOT)}: there is no {match[2]}")
                return match[0]
            return match[1] + (self.names.get(goal) or self.shown(goal)) + (match[3] or "")

        parts = re.split(r"(^```.*?^```$|`[^`\n]*`)", path.read_text(), flags=re.M | re.S)
        parts[::2] = [LINK.sub(link, part) for part in parts[::2]]
        (self.out / self.names[path]).write_text("".join(parts))


def main():
    out = pathlib.Path(sys.argv[1])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    site = Site(out)
    navigation = re.findall(r"[\w-]+\.md", (ROOT / "tools/site/mkdocs.yml").read_text())
    shutil.copy(ROOT / "tools/site/wide.css", out)
    for path, name in site.names.items():
        if path.suffix != ".md":
            shutil.copy(path, out)
            continue
        site.page(path)
        if name not in navigation:
            site.wrong.append(f"{path.relative_to(ROOT)}: not in the navigation of tools/site/mkdocs.yml")
    # A place for the reference, which comes last; mkdocs looks whether it is there.
    (out / "reference").mkdir()
    (out / "reference/index.html").write_text("")
    print("\n".join(site.wrong))
    return bool(site.wrong)


if __name__ == "__main__":
    sys.exit(main())
