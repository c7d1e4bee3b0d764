"""The public names of the library, by what Doxygen wrote about the headers: for the checks of tools/docs.

Public is what stands in a namespace that is not called `detail`, and the types inside of those types.
"""
import collections
import pathlib
import re
import xml.etree.ElementTree

INTERNAL = re.compile(r"\bdetail\b|<")  # a specialisation is what its template is
OURS = re.compile(r"medusa\b")
TYPES = {"class", "struct", "union", "concept", "namespace"}

# kind: Doxygen's; header: below include/; documented: of overloads one docstring is enough
Name = collections.namedtuple("Name", "kind header line documented")


def is_documented(node):
    return any("".join(text.itertext()).strip()
               for tag in ("briefdescription", "detaileddescription") for text in node.findall(tag))


def name_of(node, before=None):
    where = node.find("location")
    return Name(node.get("kind"), where.get("file"), where.get("line"), is_documented(node) or bool(before and before.documented))


def read(folder):
    """Qualified name -> Name."""
    compounds = [compound for file in sorted(pathlib.Path(folder).glob("*.xml"))
                 for compound in xml.etree.ElementTree.parse(file).iter("compounddef")]
    ours = {compound.findtext("compoundname"): compound for compound in compounds
            if OURS.match(compound.findtext("compoundname") or "") and compound.get("prot") in (None, "public")}
    names = {name: name_of(compound) for name, compound in ours.items()
             if compound.get("kind") in TYPES and not INTERNAL.search(name)}
    for space, compound in ours.items():
        if compound.get("kind") == "namespace" and not INTERNAL.search(space):
            for member in compound.iter("memberdef"):
                name = f"{space}::{member.findtext('name')}"
                before = names.get(name)
                if before is None or before.kind not in TYPES:  # else a deduction guide, which has the name of its class
                    names[name] = name_of(member, before)
    return names
