#!/usr/bin/env python3
"""Gathers the pages of the site from the repository, with links that work there.

usage: gather.py PAGES XML

In the repository a page links to other pages and to files, and both can be followed. For the site the pages go into
the folder PAGES, a linked header leads to its source in the reference (XML is what Doxygen wrote about it), and of
any other linked file or folder a page is made. Fails for a link to what is not there, and for a page
that is not in the nav of mkdocs.yml, or there twice.
"""
import os
import pathlib
import posixpath
import re
import shutil
import sys
import xml.etree.ElementTree

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RENAMED = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md",
           "SECURITY.md": "security.md"}
LANGUAGES = {".cpp": "cpp", ".hpp": "cpp", ".py": "python"}
FENCE = re.compile(r"\s*(```+|~~~+)")
# A link, or code in a line, in which nothing is a link.
LINK = re.compile(r"(?P<text>!?\[(?:[^\]\[`]|`[^`]*`)*\])\((?P<target>[^)\s]+)\)|(?P<code>`+).*?(?P=code)")
OUTSIDE = re.compile(r"[a-z]+:|#")

problems = []


class Loader(yaml.SafeLoader):
    """mkdocs.yml has objects that only MkDocs makes."""


Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def pages_in(nav):
    for entry in nav if isinstance(nav, list) else nav.values():
        if isinstance(entry, str):
            yield entry
        else:
            yield from pages_in(entry)


def header_pages(folder):
    """Where the reference shows the source of each header."""
    for file in folder.glob("*_8hpp.xml"):
        compound = xml.etree.ElementTree.parse(file).find("compounddef")
        yield "include/" + compound.find("location").get("file"), f"reference/{compound.get('id')}_source.html"


class Site:
    def __init__(self, folder, headers):
        self.folder = folder
        self.page_of = dict(headers)
        self.to_write = []
        for path in [ROOT / name for name in RENAMED] + sorted((ROOT / "docs").rglob("*.md")):
            self.add(path, RENAMED.get(path.name) or path.relative_to(ROOT / "docs").as_posix())
        self.main_pages = list(self.page_of.values())[len(headers):]

    def add(self, path, page):
        self.page_of[path.relative_to(ROOT).as_posix()] = page
        self.to_write.append((path, page))
        return page

    def page_for(self, path):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("docs/") and path.suffix != ".md":
            return name.removeprefix("docs/")
        if path.is_dir() and (path / "README.md").exists():
            path, name = path / "README.md", name + "/README.md"
        return self.page_of.get(name) or self.add(path, "files/" + name + ("" if path.suffix == ".md" else ".md"))

    def rewrite(self, path, page):
        lines, fence = [], None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark = FENCE.match(line)
            if mark and (fence is None or mark[1].startswith(fence)):
                fence = None if fence else mark[1]
            elif fence is None:
                line = LINK.sub(lambda link: self.site_link(link, path, number, page), line)
            lines.append(line)
        return "\n".join(lines) + "\n"

    def site_link(self, link, path, number, page):
        if link["code"] or OUTSIDE.match(link["target"]):
            return link[0]
        target, hash_sign, anchor = link["target"].partition("#")
        there = pathlib.Path(os.path.normpath(path.parent / target))
        if not there.exists() or not there.is_relative_to(ROOT):
            problems.append(f"{path.relative_to(ROOT)}:{number}: there is no {target}")
            return link[0]
        to = posixpath.relpath(self.page_for(there), posixpath.dirname(page) or ".")
        return f"{link['text']}({to}{hash_sign}{anchor})"

    def show(self, path, page):
        """The page of a file or of a folder; a file of a folder can be saved."""
        name = path.relative_to(ROOT).as_posix()
        if path.is_dir():
            rows = []
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    raw = self.folder / "files" / file.relative_to(ROOT)
                    raw.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, raw)
                    link = posixpath.relpath(raw, (self.folder / page).parent)
                    rows.append(f"- [{file.relative_to(path)}]({link})")
            return f"# {name}\n\n" + "\n".join(rows) + "\n"
        return f"# {name}\n\n````{LANGUAGES.get(path.suffix, 'text')}\n{path.read_text(encoding='utf-8')}````\n"

    def write(self):
        for path, page in self.to_write:  # grows while pages are rewritten
            to = self.folder / page
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(self.rewrite(path, page) if path.suffix == ".md" else self.show(path, page), encoding="utf-8")
        for file in (ROOT / "docs").rglob("*"):
            if file.is_file() and file.suffix != ".md":
                to = self.folder / file.relative_to(ROOT / "docs")
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, to)
        shutil.copyfile(HERE / "site.css", self.folder / "site.css")


site = Site(pathlib.Path(sys.argv[1]).resolve(), list(header_pages(pathlib.Path(sys.argv[2]))))
config = yaml.load((HERE / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
in_nav = list(pages_in(config["nav"]))
for wanted in site.main_pages:
    if in_nav.count(wanted) != 1:
        problems.append(f"{wanted} is {in_nav.count(wanted)} times in the nav of tools/docs_site/mkdocs.yml")
site.write()
if problems:
    sys.exit("\n".join(problems))
