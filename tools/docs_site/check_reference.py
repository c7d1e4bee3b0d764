#!/usr/bin/env python3
"""Checks that public names have a docstring.

usage: check_reference.py XML

Which these are is in public_names.py. Members of a class may be left without: what `size()` does, its name says.
"""
import sys

import public_names

names = public_names.read(sys.argv[1])
missing = sorted(f"{at.header}:{at.line}: {name} has no docstring"
                 for name, at in names.items() if not at.documented and "<" not in name)
if missing or not names:
    sys.exit("\n".join(missing) or "no name was found")
print(f"{len(names)} public names")
