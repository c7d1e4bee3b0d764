"""Reads a natvis file as Visual Studio does, as far as ours uses it, and evaluates it in gdb."""
import re
import xml.etree.ElementTree as xml

import gdb

CONTENT = {"AutoVisualizer": {"Type"}, "Type": {"DisplayString", "StringView", "Expand"},
           "Expand": {"Item", "ExpandedItem", "ArrayItems", "IndexListItems"},
           "ArrayItems": {"Size", "ValuePointer"}, "IndexListItems": {"Size", "ValueNode"}}
ATTRIBUTES = {"Type": {"Name"}, "DisplayString": {"Condition"}, "Expand": {"HideRawView"}, "Item": {"Name", "Condition"},
              "ExpandedItem": {"Condition"}}
NAME = re.compile(r"(?<![\w.:>$])[A-Za-z_]\w*(?!\s*::|\w)")


class Natvis:
    def __init__(self, path):
        root = xml.parse(path).getroot()
        for element in root.iter():
            element.tag = element.tag.partition("}")[2]
        self.check(root)
        self.types = [(each.get("Name"), self.pattern(each.get("Name")), each) for each in root]
        self.seen = set()

    def check(self, element):
        unknown = set(element.attrib) - ATTRIBUTES.get(element.tag, set())
        unknown |= {each.tag for each in element} - CONTENT.get(element.tag, set())
        if unknown:
            raise ValueError(f"{element.tag} with {unknown} is not understood here")
        for each in element:
            self.check(each)

    @staticmethod
    def pattern(name):
        return re.compile(re.escape(name).replace(r"\*", ".*"))

    def entry(self, value):
        """What the file says of the value's type, all of whose expressions must be right for the value."""
        tag = value.type.strip_typedefs().tag or ""
        for name, pattern, entry in self.types:
            if pattern.fullmatch(tag):
                if name not in self.seen:
                    self.seen.add(name)
                    self.evaluate_all(value, entry)
                return entry
        return None

    def evaluate_all(self, value, entry):
        for each in entry.iter():
            if each.get("Condition"):
                self.evaluate(value, each.get("Condition"))
            if each.tag == "DisplayString":
                for expression in self.expressions(each.text):
                    self.evaluate(value, expression.partition(",")[0])
            elif not len(each) and each.text and each.text.strip():
                self.evaluate(value, each.text.partition(",")[0].replace("$i", "0"))

    @staticmethod
    def expressions(text):
        return re.findall(r"\{([^{}]+)\}", text.replace("{{", "").replace("}}", ""))

    def evaluate(self, value, expression):
        members = self.members(value.type.strip_typedefs())

        def member(match):
            if match[0] not in members:
                raise ValueError(f"{value.type.strip_typedefs()} has no member {match[0]}")
            return f"$natvis->{match[0]}"
        gdb.set_convenience_variable("natvis", value.address)
        result = gdb.parse_and_eval(NAME.sub(member, expression))
        result.is_lazy and result.fetch_lazy()
        return result

    def members(self, kind):
        names = set()
        for each in kind.fields():
            names |= {each.name} if each.name else self.members(each.type)
        return names

    def holds(self, value, element):
        return element.get("Condition") is None or bool(self.evaluate(value, element.get("Condition")))

    def display(self, value):
        """The line that stands for the value."""
        entry = self.entry(value)
        if entry is None:
            return value.format_string()
        text = next(each.text for each in entry if each.tag == "DisplayString" and self.holds(value, each))
        text = text.replace("{{", "\0").replace("}}", "\1")
        text = re.sub(r"\{([^{}]+)\}", lambda match: self.part(value, match[1]), text)
        return text.replace("\0", "{").replace("\1", "}")

    def part(self, value, expression):
        sized = re.fullmatch(r"(.+),\[(.+)\]s8", expression)
        if not sized:
            return self.display(self.evaluate(value, expression))
        size = int(self.evaluate(value, sized[2]))
        text = self.evaluate(value, sized[1])
        return '"%s"' % bytes(int(text[i]) & 0xFF for i in range(size)).decode()

    def children(self, value):
        """What opens below the value."""
        entry = self.entry(value)
        expand = entry.find("Expand") if entry is not None else None
        if expand is None:
            kind = value.type.strip_typedefs()
            if (kind.tag or "").startswith("medusa::"):
                yield from (value[each] for each in kind.fields() if hasattr(each, "bitpos"))
            return
        for each in expand:
            if not self.holds(value, each):
                continue
            if each.tag in ("Item", "ExpandedItem"):
                yield self.evaluate(value, each.text)
                continue
            for i in range(int(self.evaluate(value, each.find("Size").text))):
                if each.tag == "ArrayItems":
                    yield self.evaluate(value, each.find("ValuePointer").text)[i]
                else:
                    yield self.evaluate(value, each.find("ValueNode").text.replace("$i", str(i)))

    def tree(self, value):
        """All that is seen when everything is opened."""
        return self.display(value) + "".join("\n" + self.tree(each) for each in self.children(value))
