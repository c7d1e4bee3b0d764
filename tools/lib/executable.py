"""What of the headers can be executed, by libclang 19: by their text, whether or not anything instantiates it."""
import collections
import re
import sys

sys.path.append("/usr/lib/python3/dist-packages")  # of python3-clang-19, for a python3 that is not Debian's
from clang import cindex
from clang.cindex import CursorKind as kind

cindex.Config.set_library_file("libclang-19.so.1")

FUNCTIONS = {kind.FUNCTION_DECL, kind.FUNCTION_TEMPLATE, kind.CXX_METHOD, kind.CONSTRUCTOR, kind.DESTRUCTOR,
             kind.CONVERSION_FUNCTION, kind.LAMBDA_EXPR}
# At run time these are nothing.
DECLARATIONS = {kind.STATIC_ASSERT, kind.USING_DECLARATION, kind.USING_DIRECTIVE, kind.TYPE_ALIAS_DECL,
                kind.TYPE_ALIAS_TEMPLATE_DECL, kind.TYPEDEF_DECL, kind.STRUCT_DECL, kind.CLASS_DECL, kind.ENUM_DECL}

# Of a function or lambda: its header, where it begins, where its { is, its name, and where its statements begin.
Body = collections.namedtuple("Body", "header head begin name statements")


def bodies(include, texts):
    """The bodies of the headers `texts` ({name: lines}) below the folder `include`; not those of consteval functions."""
    unit = "".join(f"#include <medusa/{name}>\n" for name in texts)
    parsed = cindex.Index.create().parse("all.cpp", unsaved_files=[("all.cpp", unit)], args=["-std=c++2b", f"-I{include}"])
    if errors := [str(found) for found in parsed.diagnostics if found.severity >= cindex.Diagnostic.Error]:
        sys.exit("\n".join(errors[:5]))
    names = {str(include / "medusa" / name): name for name in texts}
    found = []

    def at(header, where):
        return texts[header][where[0] - 1][where[1] - 1:]

    def look(cursor, header):
        for child in cursor.get_children():
            if child.kind == kind.COMPOUND_STMT and cursor.kind in FUNCTIONS:
                begin = place(child)
                if not at(header, begin).startswith("{"):  # = default
                    continue
                body = Body(header, place(cursor), begin, cursor.spelling, [])
                collect(child, body)
                if not re.search(r"\bconsteval\b", "\n".join(texts[header][cursor.extent.start.line - 1:begin[0]])):
                    found.append(body)
            else:
                look(child, header)

    def collect(cursor, body):
        for number, child in enumerate(cursor.get_children()):
            if child.kind == kind.LAMBDA_EXPR:  # a body of its own
                look(child, body.header)
                continue
            one = cursor.kind == kind.COMPOUND_STMT or (cursor.kind == kind.IF_STMT and number > 0) or child.kind.is_statement()
            # Of `if constexpr` its branches count: what is before them is left out of all instantiations.
            if one and child.kind not in (kind.COMPOUND_STMT, kind.NULL_STMT) and not only_declares(child) and \
                    not at(body.header, place(child)).startswith("if constexpr"):
                body.statements.append(place(child))
            collect(child, body)

    for cursor in parsed.cursor.get_children():
        if header := names.get(str(cursor.location.file)):
            look(cursor, header)
    return found


def place(cursor):
    return cursor.extent.start.line, cursor.extent.start.column


def only_declares(cursor):
    declared = list(cursor.get_children()) if cursor.kind == kind.DECL_STMT else []
    return bool(declared) and all(one.kind in DECLARATIONS for one in declared)
