#!/usr/bin/env python3
"""Checks the links of a built site: each goes to a file that is there, at an anchor that is there; nothing is loaded
from elsewhere.

usage: links.py FOLDER
"""
import html.parser
import pathlib
import sys
import urllib.parse


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.loaded, self.anchors = [], [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors |= {values[key] for key in ("id", "name") if values.get(key)}
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        elif tag in ("script", "img", "iframe") and values.get("src"):
            self.loaded.append(values["src"])
        elif tag == "link" and values.get("href") and values.get("rel") != "canonical":
            self.loaded.append(values["href"])


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    pages = {path: Page(path) for path in root.rglob("*.html")}
    wrong = set()
    for path, page in pages.items():
        for url in page.links + page.loaded:
            parts = urllib.parse.urlsplit(url)
            if parts.scheme or parts.netloc:
                if url in page.loaded and parts.scheme not in ("data", "javascript"):
                    wrong.add(f"{path.relative_to(root)}: loads {url}")
                continue
            where = urllib.parse.unquote(parts.path)
            goal = (root / where[1:] if where.startswith("/") else path.parent / where).resolve() if where else path
            if goal.is_dir():
                goal = goal / "index.html"
            if not goal.exists():
                wrong.add(f"{path.relative_to(root)}: there is no {url}")
            elif parts.fragment == "nested-classes":
                pass  # Doxygen links to a list that it does not write where all of it is private
            elif parts.fragment and goal in pages and urllib.parse.unquote(parts.fragment) not in pages[goal].anchors:
                wrong.add(f"{path.relative_to(root)}: {url} has no such place")
    print("\n".join(sorted(wrong)[:50]))
    print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links, {len(wrong)} wrong")
    return bool(wrong or not pages)


if __name__ == "__main__":
    sys.exit(main())
