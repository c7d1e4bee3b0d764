"""What tools/debug-printers runs inside gdb, in tests/debugger/program.cpp. Variables there:

$program   the source, in which a line `// gdb NAME: TEXT` says what NAME is shown as, and `// natvis EXPRESSION: TEXT`
$printers  the installed medusa_gdb.py
$natvis    the installed medusa.natvis

Its last line counts checks.
"""
import pathlib
import re
import sys

import gdb

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from natvis import Natvis

SECRET = "PLANTED"
program, printers, visualizer = (gdb.parse_and_eval(name).string() for name in ("$program", "$printers", "$natvis_file"))
passed = failed = 0
used = set()


def check(name, good, why=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(f"FAIL {name}: {why}")


def shown(expression):
    return gdb.execute(f"output {expression}", to_string=True)


def expected(kind):
    return re.findall(rf"^ *// {kind} (\S+): (.*)$", pathlib.Path(program).read_text(encoding="utf-8"), re.M)


def count_uses(name):
    """Remembers which printers have shown something."""
    collection, = (each for each in gdb.pretty_printers if getattr(each, "name", "") == name)
    for each in collection.subprinters:
        def remember(value, make=each.gen_printer, name=each.name):
            used.add(name)
            return make(value)
        each.gen_printer = remember
    return {each.name for each in collection.subprinters}


def no_secret(name, text, of_use):
    check(name, SECRET not in text and of_use in text, text)


def attempt(name, action):
    try:
        return action()
    except Exception as error:  # of any kind: it is a failed check, and the others go on
        check(name, False, error)
        return None


for setting in ("pagination off", "print elements 1000", "print frame-arguments all", "confirm off"):
    gdb.execute(f"set {setting}")
gdb.execute(f"source {printers}")  # its names are those of this script then
known = count_uses("medusa")
lists = re.findall(r'is_(?:credential|secret)_header\(.*\n.*?is_listed\(name, "([^"]+)"\)', pathlib.Path("include/medusa/http/header.hpp").read_text())
names = {name.encode() for each in lists for name in each.split(",")}
check("secret headers", len(lists) == 2 and names == SECRET_HEADERS, names)
gdb.execute("break stop")
gdb.execute("run", to_string=True)

# In the transport: the call is under way, and some variables are not yet initialised.
no_secret("a backtrace", gdb.execute("backtrace", to_string=True), "https://shop.example/admin/users")
check("variables that are not initialised", "cookie = " in gdb.execute("backtrace full", to_string=True))
gdb.execute("continue", to_string=True)
gdb.execute("up", to_string=True)

for name, text in expected("gdb"):
    got = attempt(name, lambda: shown(name))
    if got is not None:
        check(f"gdb {name}", got == text, f"{got}\n     in place of {text}")
page = re.findall(r"^    \(gdb\) print (\S+)\n    \$\d+ = (.*)$", pathlib.Path("docs/interop.md").read_text(encoding="utf-8"), re.M)
check("the page has examples", page)
for name, text in page:
    got = attempt(name, lambda: shown(name))
    check(f"docs/interop.md {name}", got == text, f"{got}\n     in place of {text}")
no_secret("info locals", gdb.execute("info locals", to_string=True), "ada@example.com")
check("each printer is used", used == known, f"not used: {known - used}")

natvis = attempt("natvis", lambda: Natvis(visualizer))
if natvis:
    for name, text in expected("natvis"):
        got = attempt(f"natvis {name}", lambda: natvis.display(gdb.parse_and_eval(name)))
        if got is not None:
            check(f"natvis {name}", got == text, f"{got}\n     in place of {text}")
    for symbol in gdb.selected_frame().block():
        if symbol.is_variable:
            value = symbol.value(gdb.selected_frame())
            tree = attempt(f"natvis {symbol.name}", lambda: natvis.tree(value))
            check(f"natvis {symbol.name}, opened", SECRET not in (tree or ""), tree)
    names = {name for name, _, _ in natvis.types}
    check("each type of the natvis file is seen", natvis.seen == names, f"not seen: {names - natvis.seen}")

# What a function has just returned has no address.
gdb.execute("tbreak returned", to_string=True)
gdb.execute("continue", to_string=True)
gdb.execute("finish", to_string=True)
check("finish", shown("$") == '{value = "ada"}', shown("$"))
gdb.execute("kill", to_string=True)
print(f"{passed} passed, {failed} failed")
