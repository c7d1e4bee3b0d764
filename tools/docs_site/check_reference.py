#!/usr/bin/env python3
"""Checks that public names have a docstring, by what Doxygen wrote about the headers.

usage: check_reference.py XML

Public is what stands in a namespace, and the types inside of those. Of overloads one docstring is enough. Members
of a class may be left without: what `size()` does, its name says. A specialisation is what its template is.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree

INTERNAL = re.compile(r"\bdetail\b")
OURS = re.compile(r"medusa\b")
TYPES = {"class", "struct", "union", "concept", "namespace"}


def documented(node):
    return any("".join(text.itertext()).strip()
               for tag in ("briefdescription", "detaileddescription") for text in node.findall(tag))


compounds = [c for file in sorted(pathlib.Path(sys.argv[1]).glob("*.xml"))
             for c in xml.etree.ElementTree.parse(file).iter("compounddef")]
compounds = [c for c in compounds if OURS.match(c.findtext("compoundname") or "") and c.get("prot") in (None, "public")
             and not INTERNAL.search(c.findtext("compoundname"))]
names = {}  # to where it stands, and whether it has a docstring
for compound in compounds:
    if compound.get("kind") in TYPES:
        names[compound.findtext("compoundname")] = (compound.find("location"), documented(compound))
for compound in compounds:
    if compound.get("kind") == "namespace":
        for member in compound.iter("memberdef"):
            name = f"{compound.findtext('compoundname')}::{member.findtext('name')}"
            # A deduction guide has the name of its class.
            _, before = names.get(name, (None, False))
            names[name] = (member.find("location"), before or documented(member))

missing = sorted(f"{where.get('file')}:{where.get('line')}: {name} has no docstring"
                 for name, (where, has) in names.items() if not has and "<" not in name)
if missing or not names:
    sys.exit("\n".join(missing) or "no name was found")
print(f"{len(names)} public names")
