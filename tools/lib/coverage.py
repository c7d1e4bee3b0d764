"""Compares what was executed, as `llvm-cov export` says, with what can be: for tools/coverage, which see.

usage: coverage.py EXPORTED

A line counts where a statement begins on it, or an expression that is not always executed with what is before it
(behind `&&`, `?`, `return`). Each of these is looked at in all instantiations of its function: it is enough that it
was executed in one. So are the two sides of a branch.
"""
import collections
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import executable
import headers

INCLUDE = headers.ROOT / "include"
LISTED = headers.ROOT / "tests" / "coverage" / "excepted.txt"
CODE, SKIPPED = 0, 2  # of the kinds of regions: executed so often, left out by `if constexpr`
CONSTANT = "is_constant_evaluated()"
ONLY_CONSTANT = re.compile(r"(?<!!)(std::)?\bis_constant_evaluated\(\)( \?|\))\s*$")
WITH_CONSTANT = re.compile(r"is_constant_evaluated\(\) &&\s*$")  # known beforehand, as all of the condition is
SWITCH = re.compile(r"\bswitch \(([^;]*; )?$")  # none of its cases: g++ warns where one is missing

Gap = collections.namedtuple("Gap", "line what")


def looked_at():
    """The headers whose coverage counts, with their lines: all but those of ext/ over libraries of others."""
    tree = headers.read()
    included = {name: [headers.included(name, line) for line in lines] for name, lines in tree.items()}
    # A header of the standard library has a name of small letters.
    out = {name for name, targets in included.items() if name.startswith("ext/") and
           any(other and not re.fullmatch("[a-z_]+", other) for _, other in targets)}
    while more := {name for name, targets in included.items() if any(ours in out for ours, _ in targets)} - out:
        out |= more
    return {name: lines for name, lines in tree.items() if name not in out}


def read_list():
    """{(header, text of the line): reason}"""
    listed, name, text = {}, None, None
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            text = line[2:]
        elif line.startswith("= "):
            listed[name, text] = line[2:]
        elif line and not line.startswith("#"):
            name = line
    return listed


class Counts:
    """What was executed of one body, in all its instantiations."""

    def __init__(self):
        self.instances = set()                                # tuples of (begin, end, kind, executed)
        self.regions = collections.defaultdict(int)           # (begin, end): how often
        self.branches = collections.defaultdict(lambda: [0, 0])

    def add(self, regions, branches):
        self.instances.add(tuple(sorted(((begin, end, kind, count > 0) for begin, end, kind, count in regions),
                                        key=lambda r: (r[0], (-r[1][0], -r[1][1])))))
        for begin, end, kind, count in regions:
            if kind == CODE:
                self.regions[begin, end] += count
        for begin, end, *taken in branches:
            sides = self.branches[begin, end]
            sides[0] += taken[0]
            sides[1] += taken[1]

    def executed(self, at):
        """Whether the innermost region around a place was executed anywhere."""
        for regions in self.instances:
            kind, executed = next(((kind, executed) for begin, end, kind, executed in reversed(regions) if begin <= at < end), (SKIPPED, False))
            if kind == CODE and executed:
                return True
        return False


def read_counts(path, known, bodies):
    """{(header, begin of a body): Counts}"""
    begins = {(body.header, body.begin) for body in bodies}
    heads = collections.defaultdict(list)
    for body in bodies:
        heads[body.header].append((body.head, body.begin))

    def begin_of(name, first):
        """Of the body whose first region begins there: at its {, or before it, in a constructor."""
        if (name, first) in begins:
            return first
        return max(((head, begin) for head, begin in heads[name] if head <= first < begin), default=(None, first))[1]

    found = collections.defaultdict(Counts)
    prefix = str(INCLUDE / "medusa") + "/"
    for function in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["data"][0]["functions"]:
        names = [name.removeprefix(prefix) for name in function["filenames"]]
        regions = [r for r in function["regions"] if r[7] in (CODE, SKIPPED)]
        name = names[regions[0][5]]
        # What makes a pointer of a lambda is a region of one character.
        if name not in known or (len(regions) == 1 and regions[0][0] == regions[0][2] and regions[0][3] - regions[0][1] == 1):
            continue
        regions = [((r[0], r[1]), (r[2], r[3]), r[7], r[4]) for r in regions if names[r[5]] == name]
        branches = [((b[0], b[1]), (b[2], b[3]), b[4], b[5]) for b in function["branches"] if names[b[6]] == name]
        found[name, begin_of(name, min(begin for begin, *_ in regions))].add(regions, branches)
    return found


class Header:
    """What of a header can be executed, and what of it was not."""

    def __init__(self, name, lines):
        self.name, self.lines = name, lines
        self.counted = set()   # lines
        self.constant = set()  # lines for constant evaluation
        self.sides = 0         # of branches
        self.gaps = set()

    def text(self, begin, end):
        if begin[0] == end[0]:
            return self.lines[begin[0] - 1][begin[1] - 1:end[1] - 1]
        return self.lines[begin[0] - 1][begin[1] - 1:] + " ..."

    def before(self, at):
        return (self.lines[at[0] - 2] + "\n" + self.lines[at[0] - 1][:at[1] - 1]).rstrip()

    def add(self, body, counts):
        if counts is None:
            self.counted |= {line for line, _ in [body.begin, *body.statements]}
            self.gaps.add(Gap(body.begin[0], f"no test calls {body.name}"))
            return
        constant = [region for region, count in counts.regions.items() if count == 0 and ONLY_CONSTANT.search(self.before(region[0]))]
        places = [(region[0], count > 0) for region, count in counts.regions.items()
                  if not WITH_CONSTANT.search(self.before(region[0])) and CONSTANT not in self.text(*region)]
        for at, executed in places + [(at, counts.executed(at)) for at in body.statements]:
            if any(begin <= at < end for begin, end in constant):
                self.constant.add(at[0])
                continue
            self.counted.add(at[0])
            if not executed:
                self.gaps.add(Gap(at[0], "not executed"))
        for (begin, end), (true, false) in counts.branches.items():
            text = self.text(begin, end)
            # Neither: a constant, or in something that is not executed itself.
            if true + false > 0 and CONSTANT not in text and not SWITCH.search(self.before(begin)):
                self.sides += 2
                self.gaps |= {Gap(begin[0], f"never {side}: {text}") for side, count in (("true", true), ("false", false)) if count == 0}


def print_table(all_headers, listed):
    print(f"{'':32}{'lines':>8}{'executed':>10}{'':>9}{'branches':>10}{'taken':>8}{'':>9}{'excepted':>10}")
    rows = collections.defaultdict(lambda: [0] * 5)
    for header in all_headers:
        gaps = {gap for gap in header.gaps if (header.name, header.lines[gap.line - 1].strip()) not in listed}
        missing = {gap.line for gap in gaps if not gap.what.startswith("never")}
        sides = sum(gap.what.startswith("never") for gap in gaps)
        numbers = [len(header.counted), len(header.counted) - len(missing), header.sides, header.sides - sides, len(header.gaps) - len(gaps)]
        for row in (str(pathlib.PurePosixPath(header.name).parent), "all"):
            rows[row] = [a + b for a, b in zip(rows[row], numbers)]
    for row in [*sorted(set(rows) - {"all"}), "all"]:
        lines, executed, sides, taken, excepted = rows[row]
        if lines + excepted == 0:  # one that only includes others, or that is not looked at
            continue
        print(f"{row:32}{lines:8}{executed:10}{100 * executed / max(1, lines):7.1f} %{sides:10}{taken:8}{100 * taken / max(1, sides):7.1f} %{excepted:10}")


def main():
    texts = looked_at()
    bodies = executable.bodies(INCLUDE, texts)
    counts = read_counts(sys.argv[1], texts, bodies)
    all_headers = {name: Header(name, lines) for name, lines in texts.items()}
    for body in bodies:
        all_headers[body.header].add(body, counts.get((body.header, body.begin)))

    listed, passed, failures = read_list(), 0, []
    used = set()
    for name, header in all_headers.items():
        open_gaps = 0
        for gap in sorted(header.gaps):
            text = header.lines[gap.line - 1].strip()
            used.add((name, text))
            if (name, text) not in listed:
                print(f"include/medusa/{name}:{gap.line}: {gap.what}\n    {text}")
                open_gaps += 1
        passed += open_gaps == 0
        failures += [name] * (open_gaps > 0)
    for name, text in listed:
        if (name, text) not in used:
            gone = name not in texts or text not in map(str.strip, texts[name])
            print(f"{LISTED.relative_to(headers.ROOT)}: {'is gone' if gone else 'is executed now'}: {name}\n    {text}")
            failures.append(name)
    print_table(all_headers.values(), listed)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
