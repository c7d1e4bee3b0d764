#!/usr/bin/env python3
"""Checks that each public name is used in an example: in a C++ block of README.md or docs/ (which tools/snippets compiles
and runs), or in examples/.

usage: check_examples.py XML

The names are those of public_names.py that somebody who uses the library writes: not those of medusa::ext::http1 and
medusa::testing::fake, of which other headers are made; not what is reached without its name, which OTHERS lists with
the reason; and a template `basic_x` is shown by its alias `x` as well. A function counts where it is called. A name in
OTHERS that is none, or that an example uses, fails as well: the list is to be short.
"""
import pathlib
import re
import sys

import public_names

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Headers in the folder of a larger one are its parts; these are reached through it, by the same names.
PART = re.compile(r"medusa/(?:ext|testing)/\w+/\w+\.hpp")
REACHED = re.compile(r"medusa/(?:ext/(beast/options|curl/(options|error))\.hpp|ext/http1/(limits|error|byte_stream|memory)\.hpp|ext/library/error\.hpp|"
                     r"testing/\w+/(report|rule)\.hpp)")
WRITTEN = re.compile(r"medusa(?:::(?:admin|ascii|json|ext|testing))?::([a-z]\w*)")
OTHERS = {
    "what clients are made of": """async_base async_core blocking_base check_async_client check_client client_base next_page
        page_walk settings basic_exchange attempts refreshing_attempts single_attempt""",
    "what functions of a client give, taken with auto": """async_auth_api async_user_pages async_users_api auth_api user_range
        users_api beast_response cjson_deleter""",
    "what decoders, encoders and tables are made of": """append_item decoder first_error fixed_string header_table keep_text
        member_row member_rows metadata_ref quoted_name store_text text_has_escapes text_stored visited_list""",
    "found by argument-dependent lookup": "make_error_code make_error_condition to_string toString",
    "sizes of arrays of ours": "json_rule_count transport_rule_count",
    "for our own tests of the contracts": "async_transport_archetype",
    "another name for what examples show": "basic_qt_transport",
    "of a system that examples are not built for; as the other transports": "winhttp_error winhttp_transport",
}


def examples():
    """All C++ that a reader sees, without comments."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.[ch]pp"))]
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        texts += re.findall(r"^```cpp\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    return re.sub(r"^\s*#include.*|(?<!:)//.*", "", "\n".join(texts), flags=re.M)


def main():
    names = {}  # name -> header, whether it is a function
    for qualified, at in public_names.read(sys.argv[1]).items():
        if (match := WRITTEN.fullmatch(qualified)) and at.kind != "namespace" and "operator" not in match[1] and \
                (not PART.fullmatch(at.header) or REACHED.fullmatch(at.header)):
            names.setdefault(match[1], (at.header, at.kind == "function"))
    shown, others = examples(), {name for group in OTHERS.values() for name in group.split()}

    def used(name):
        is_function = names[name][1]
        return bool(re.search(rf"(?<![\w.]){name}(?:<[^;]*?>)?\(" if is_function else rf"(?<![\w.]){name}\b", shown))

    violations = [f"{name} is no public name any more" for name in sorted(others - names.keys())]
    for name, (header, _) in names.items():
        short = name.removeprefix("basic_")
        if name in others and name != "to_string" and used(name):
            violations.append(f"{name} has an example")
        elif name not in others and not used(name) and not (short != name and short in names and used(short)):
            violations.append(f"include/{header}: {name} is in no example")
    if violations or not names:
        sys.exit("\n".join(violations) or "no name was found")
    print(f"{len(names.keys() - others)} public names, each in an example")


main()
