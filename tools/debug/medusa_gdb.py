# SPDX-License-Identifier: MIT
"""How gdb shows medusa's types. In gdb, or in ~/.gdbinit: source PREFIX/share/medusa/gdb/medusa_gdb.py

What may hold a secret is not shown: passwords and tokens, what a client keeps of its credentials and headers, the
memory that requests are written into, and bodies. `print/r` goes past this, and so does the name of a member; a variable
that is not yet initialised is whatever lies in its memory.
Texts of the standard library are left to the printers of the standard library.
"""
import gdb
import gdb.printing

# The names of `is_secret_header`.
SECRET_HEADERS = {b"authorization", b"cookie", b"x-medusa-access-token", b"set-cookie", b"proxy-authorization"}
LONGEST = 100  # more than any name has


def parts(view):
    """Where a std::string_view of libstdc++ or libc++ begins, and its size; nothing of another library."""
    names = {field.name for field in view.type.strip_typedefs().fields()}
    for data, size in (("_M_str", "_M_len"), ("__data_", "__size_"), ("__data", "__size")):
        if {data, size} <= names:
            return int(view[data]), int(view[size])
    return None


def is_empty(view):
    return (parts(view) or (0, 1))[1] == 0


def size_of(view):
    found = parts(view)
    return f"({found[1]} bytes)" if found else "(not shown)"


class Printer:
    def __init__(self, value):
        reference = value.type.strip_typedefs().code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF)
        self.value = value.referenced_value() if reference else value

    def size(self):
        """Of what is held; a variable that is not yet initialised may have any, and gdb ends when it lacks the memory."""
        size = int(self.value["size_"])
        return size if size <= self.most() else 0

    def most(self):
        return int(self.value.type.strip_typedefs().template_argument(0))


class Inner(Printer):
    """Shown as one member is."""
    def to_string(self):
        return self.value[self.member]


class Text(Inner):  # open_enum, basic_raw
    member = "text_"


class PooledList(Inner):
    member = "items_"


class Secret(Printer):
    def to_string(self):
        return "(secret)"


class RequestBuffer(Printer):
    def to_string(self):
        return "(not shown)"


class Result(Printer):
    def children(self):
        name = "value" if self.value["has_value_"] else "error"
        yield name, self.value[f"{name}_"]


class Field(Printer):
    def to_string(self):
        state = int(self.value["state_"])
        return self.value["value_"] if state == 2 else ("absent", "null", "", "invalid")[state]


class StaticString(Printer):
    def to_string(self):
        # Not through its address: what `finish` gives has none.
        size, chars = self.size(), self.value["chars_"]["at"]
        if size == 0:
            return ""
        held = bytes(int(chars[i]) & 0xFF for i in range(size))
        return gdb.Value(held, gdb.lookup_type("char").array(size - 1))

    def display_hint(self):
        return "string"


class StaticVector(Printer):
    def to_string(self):
        return f"{self.size()} of at most {self.most()}"

    def children(self):
        items = self.value["items_"]["all"]["items"]
        for i in range(self.size()):
            yield f"[{i}]", items[i]

    def most(self):
        return int(self.value.type.strip_typedefs().template_argument(1))

    def display_hint(self):
        return "array"


class Timestamp(Printer):
    def to_string(self):
        return self.value["text_"] if self.value["text_"]["size_"] else "no date"


class MetadataRef(Printer):
    def to_string(self):
        return "absent" if self.value["absent_"] else None

    def children(self):
        if not self.value["absent_"]:
            yield "text", self.value["text_"]
            yield "error", self.value["error_"]


class MemberPath(Printer):
    def to_string(self):
        path, steps = "", self.value["steps_"]
        steps = steps[steps.type.fields()[0]]  # the one member of a std::array
        for i in reversed(range(self.size())):
            name, size = steps[i]["name"], int(steps[i]["size"])
            path += ("." if path else "") + name.string(length=min(size, LONGEST)) if name else f"[{size}]"
        return path

    def most(self):
        return 6

    def display_hint(self):
        return "string"


class Failure(Printer):
    """The members that say something: those that are not as in a fresh failure."""
    def children(self):
        value = self.value
        yield "code", value["code"]
        for name in ("status", "attempts", "needed", "offset"):
            if value[name]:
                yield name, value[name]
        if not is_empty(value["field"]):
            yield "field", value["field"]
        if value["path"]["size_"]:
            yield "path", value["path"]
        yield "server", value["server"]
        yield "transport", value["transport"]


class Header(Printer):
    def children(self):
        yield "name", self.value["name"]
        yield "value", "(secret)" if self.is_secret() else self.value["value"]

    def is_secret(self):
        """Also when nobody knows."""
        found = parts(self.value["name"])
        if not found or found[1] > LONGEST:
            return True
        try:
            return found[1] > 0 and gdb.selected_inferior().read_memory(*found).tobytes().lower() in SECRET_HEADERS
        except (gdb.MemoryError, OverflowError):
            return True


class Request(Printer):
    def children(self):
        for field in self.value.type.strip_typedefs().fields():
            each = self.value[field]
            yield field.name, size_of(each) if field.name == "body" else each


class ResponseView(Printer):
    def children(self):
        yield "status", self.value["status_"]
        yield "body", size_of(self.value["body_"])
        yield "headers", self.value["headers_"]


class Settings(Printer):
    """The texts that `context` views are not shown once more."""
    def children(self):
        yield "context", self.value["context_"]


PRINTERS = {
    "result": Result, "field": Field, "static_string": StaticString, "static_vector": StaticVector,
    "pooled_list": PooledList, "open_enum": Text, r"json::basic_raw": Text, "basic_secret": Secret,
    "timestamp": Timestamp, "metadata_ref": MetadataRef, "member_path": MemberPath, "failure": Failure,
    "header": Header, "request": Request, "response_view": ResponseView, "settings": Settings,
    "request_buffer": RequestBuffer, "growing_request_buffer": RequestBuffer,
}


def collection():
    printers = gdb.printing.RegexpCollectionPrettyPrinter("medusa")
    for name, printer in PRINTERS.items():
        printers.add_printer(name, rf"^medusa::(v\d+::)?{name}(<.*>)?$", printer)
    return printers


gdb.printing.register_pretty_printer(gdb.current_objfile(), collection(), replace=True)
