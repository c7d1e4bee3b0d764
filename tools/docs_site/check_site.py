#!/usr/bin/env python3
"""Checks a built site, without a network.

usage: check_site.py SITE

Every relative link must lead to a file, and its anchor to an element; nothing may be loaded from another host, by a page or by a
stylesheet. Prints what is wrong, or how much was checked.
"""
import html.parser
import pathlib
import re
import sys
import urllib.parse

LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"),
          ("embed", "src"), ("object", "data"), ("link", "href"), ("use", "href"), ("image", "href")}
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action")}
# With these the theme's script fetches from a host of its own choosing.
FETCHING = {"mermaid"}
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.anchors, self.links, self.styles, self.in_style, self.fetches = set(), [], [], False, []
        self.feed(path.read_text(encoding="utf-8", errors="replace"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.in_style = tag == "style"
        self.anchors.update(filter(None, (attributes.get("id"), attributes.get("name") if tag == "a" else None)))
        self.fetches += FETCHING.intersection((attributes.get("class") or "").split())
        if attributes.get("data-md-component") == "source":
            self.fetches.append("source")
        if attributes.get("style"):
            self.styles.append(attributes["style"])
        for name, value in attributes.items():
            if value and (tag, name) in LOADED | FOLLOWED:
                self.links.append(((tag, name) in LOADED, value))
            elif value and name == "srcset":
                self.links += [(True, each.split()[0]) for each in value.split(",")]

    def handle_data(self, data):
        if self.in_style:
            self.styles.append(data)

    def handle_endtag(self, tag):
        self.in_style = False


def css_addresses(text):
    return [(True, match[1] or match[2]) for match in CSS_ADDRESS.finditer(text)]


site = pathlib.Path(sys.argv[1]).resolve()
pages = {path: Page(path) for path in sorted(site.rglob("*.html"))}
problems, checked = set(), 0


def check(path, loaded, address):
    parts = urllib.parse.urlsplit(address)
    if parts.scheme in ("data", "javascript", "mailto"):
        return
    if parts.scheme or parts.netloc:
        if loaded:
            problems.add(f"{path.relative_to(site)}: loads {address}")
        return
    name = urllib.parse.unquote(parts.path)
    there = path if not name else (site / name.lstrip("/") if name.startswith("/") else path.parent / name).resolve()
    if there.is_dir():
        there /= "index.html"
    if not there.is_file() or not there.is_relative_to(site):
        problems.add(f"{path.relative_to(site)}: there is no {address}")
    elif parts.fragment and there in pages and not parts.fragment.startswith("__"):
        if urllib.parse.unquote(parts.fragment) not in pages[there].anchors:
            problems.add(f"{path.relative_to(site)}: there is no {address}")


for path, page in pages.items():
    problems.update(f"{path.relative_to(site)}: {what} would be fetched from another host" for what in page.fetches)
    for loaded, address in page.links + [each for text in page.styles for each in css_addresses(text)]:
        check(path, loaded, address)
        checked += 1
for path in site.rglob("*.css"):
    for loaded, address in css_addresses(path.read_text(encoding="utf-8", errors="replace")):
        check(path, loaded, address)
        checked += 1
if problems or not checked:
    sys.exit("\n".join(sorted(problems)) or f"{site}: nothing to check")
print(f"{len(pages)} pages, {checked} links")
