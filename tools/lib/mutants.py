"""Small changes of C++ text, for tools/mutation.

mutants(text) gives each change that one of the rules below makes of a header. The text is read as tokens; what is
formatted by clang-format tells a comparison (` < `) from a bracket (`<`). Left alone are comments, texts,
attributes, preprocessor lines, the values of enumerations, and what is about types: template headers, constraints,
concepts, `using`, `static_assert`, `if constexpr (...)`, `noexcept(...)`, `decltype(...)`, `sizeof(...)`.
"""
import collections
import re

# from and to: positions in the text; before and after: the lines it changes, white space collapsed
Mutant = collections.namedtuple("Mutant", "line rule begin end new before after")
Token = collections.namedtuple("Token", "kind text begin end")

TOKEN = re.compile(r"""
  (?P<skip>  //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:[^\n\\]|\\.)*  | \[\[.*?\]\] | \s+ )
| (?P<text>  R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)" | "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)+' )
| (?P<number> 0[xX][0-9a-fA-F']+[uUlL]* | \d[\d']*(?:\.\d+)?(?:[eE][+-]?\d+)?[uUlLfF]* )
| (?P<word>  [A-Za-z_]\w* )
| (?P<sign>  <=> | <<= | >>= | \.\.\. | ->\* | \.\* | -> | :: | \+\+ | -- | && | \|\| | [-+*/%&|^<>=!]= | << | . )
""", re.X | re.S | re.M)

PAIRS = {"(": ")", "{": "}", "[": "]"}
COMPARISONS = {"<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="]}
SIGNS = {"+": "-", "-": "+"}
STEPS = {"+=": "-=", "-=": "+=", "++": "--", "--": "++"}
LOGIC = {"&&": "||", "||": "&&"}
WORDS = {"true": "false", "false": "true"}
JUMPS = {"break": "continue", "continue": "break"}
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>="}
NO_EXPRESSION = {"return", "break", "continue", "if", "else", "for", "while", "do", "switch", "case", "default", "using",
                 "typedef", "auto", "const", "constexpr", "static", "struct", "class", "enum", "union", "friend",
                 "template", "namespace", "public", "private", "protected", "goto", "throw", "try", "catch",
                 "co_return", "explicit", "inline", "virtual", "static_assert"}
BEFORE_BLOCK = {")", "const", "noexcept", "override", "final", "mutable", "else", "do", "try", "{", "}", ";", ":", "]"}


def tokens(text):
    """All but white space, comments, attributes and preprocessor lines."""
    return [Token(match.lastgroup if match.lastgroup != "mark" else "text", match[0], match.start(), match.end())
            for match in TOKEN.finditer(text) if not match["skip"]]


def closing(all_tokens, at):
    """Where the bracket that opens at `at` is closed."""
    opened = []
    for i in range(at, len(all_tokens)):
        token = all_tokens[i]
        if token.kind != "sign":
            continue
        if token.text in PAIRS:
            opened.append(PAIRS[token.text])
        elif opened and token.text == opened[-1]:
            opened.pop()
            if not opened:
                return i
    return len(all_tokens) - 1


def closing_angle(all_tokens, at):
    depth, i = 0, at
    while i < len(all_tokens):
        text = all_tokens[i].text
        if text in PAIRS and all_tokens[i].kind == "sign":
            i = closing(all_tokens, i)
        elif text == "<":
            depth += 1
        elif text == ">":
            depth -= 1
            if depth == 0:
                return i
        i += 1
    return len(all_tokens) - 1


class Source:
    def __init__(self, text):
        self.text = text
        self.tokens = tokens(text)
        self.left_alone = set()
        self.in_block = [False] * len(self.tokens)  # of a function
        self.leave_types_alone()
        self.find_blocks()

    def word(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) and self.tokens[i].kind != "text" else ""

    def is_binary(self, i):
        """Has white space on both sides, as an operator between two values has."""
        token = self.tokens[i]
        return self.text[token.begin - 1].isspace() and self.text[token.end].isspace()

    def leave_alone(self, begin, end):
        self.left_alone.update(range(begin, end + 1))

    def leave_types_alone(self):
        for i in range(len(self.tokens)):
            word, following = self.word(i), self.word(i + 1)
            if i in self.left_alone:
                continue
            if word == "template" and following == "<":
                self.leave_alone(i, closing_angle(self.tokens, i + 1))
            elif word == "requires":
                self.leave_alone(i, self.end_of_constraint(i))
            elif word in ("noexcept", "decltype", "sizeof", "alignof", "alignas", "static_assert", "explicit") and following == "(":
                self.leave_alone(i, closing(self.tokens, i + 1))
            elif word in ("sizeof", "if") and following in ("...", "constexpr") and self.word(i + 2) == "(":
                self.leave_alone(i, closing(self.tokens, i + 2))
            elif word in ("concept", "using"):
                end = i
                while self.word(end) not in (";", ""):
                    end = closing(self.tokens, end) if self.word(end) in PAIRS else end + 1
                self.leave_alone(i, end)
            elif word == "enum":
                end = i
                while self.word(end) not in ("{", ";", ""):
                    end += 1
                self.leave_alone(i, closing(self.tokens, end) if self.word(end) == "{" else end)

    def end_of_constraint(self, at):
        end = at + 1
        while True:
            while self.word(end) == "!":
                end += 1
            last = end
            if self.word(end) == "requires":
                end = last = self.end_of_constraint(end)
            elif self.word(end) == "(":
                last = closing(self.tokens, end)
            elif self.word(end) != "{":
                while self.word(last + 1) in ("::", "<"):
                    last = closing_angle(self.tokens, last + 1) if self.word(last + 1) == "<" else last + 2
            if self.word(end) == "{" or (self.word(last + 1) == "{" and self.word(end) == "("):
                last = closing(self.tokens, last if self.word(end) == "{" else last + 1)
            if self.word(last + 1) not in ("&&", "||"):
                return last
            end = last + 2

    def find_blocks(self):
        """Which tokens are inside a function; initialisers in braces are not blocks of their own."""
        kinds = []
        begin = 0  # of the declaration or statement
        for i in range(len(self.tokens)):
            word = self.word(i)
            if word == "{":
                kind = self.kind_of_brace(begin, i, kinds)
                kinds.append(kind)
                if kind != "values":
                    begin = i + 1
            elif word in ("(", "["):
                kinds.append("values")
            elif word in ("}", ")", "]") and kinds:
                if kinds.pop() != "values":
                    begin = i + 1
            elif word == ";":
                begin = i + 1
            self.in_block[i] = bool(kinds) and kinds[-1] == "block"

    def kind_of_brace(self, begin, at, kinds):
        before = [self.word(i) for i in range(begin, at) if i not in self.left_alone or self.word(i) == "enum"]
        if "namespace" in before:
            return "scope"
        if any(word in ("struct", "class", "union", "enum") for word in before) and "(" not in before:
            return "scope"
        last = self.word(at - 1)
        if kinds[-1:] == ["values"] and last in ("{", "}", ";", ":"):
            return "values"
        if last in BEFORE_BLOCK and (last != "}" or begin == at or "(" in before):
            return "block"
        arrows = [i for i in range(begin, at) if self.word(i) == "->" and self.word(i - 1) in (")", "noexcept", "mutable", "const")]
        if arrows and not any(self.word(i) in (";", "=", "return") for i in range(arrows[-1], at)):
            return "block"
        if at - 1 in self.left_alone and kinds[-1:] != ["values"] and self.word(at - 1) in (")", ">", "}"):
            return "block"  # after a constraint, noexcept(...) or if constexpr (...)
        return "values"

    # -- the rules: each gives (rule, first token, last token, new text)

    def changes(self):
        for i, token in enumerate(self.tokens):
            if i in self.left_alone or token.kind == "text":
                continue
            word = token.text
            if word in COMPARISONS and self.is_binary(i):
                for other in COMPARISONS[word]:
                    yield "comparison", i, i, other
            elif word in SIGNS and self.is_binary(i):
                yield "sign", i, i, SIGNS[word]
            elif word in STEPS:
                yield "sign", i, i, STEPS[word]
            elif word in LOGIC and self.is_binary(i):
                yield "logic", i, i, LOGIC[word]
            elif word == "!":
                yield "logic", i, i, ""
            elif word in WORDS:
                yield "constant", i, i, WORDS[word]
            elif token.kind == "number":
                if (new := one_more(word)) is not None:
                    yield "constant", i, i, new
            elif word in JUMPS:
                yield "jump", i, i, JUMPS[word]
            if word in ("if", "while", "for") and self.word(i + 1) == "(":
                yield from self.conditions(i)
            if self.in_block[i] and self.begins_statement(i):
                end = self.end_of_expression(i)
                if end is not None:
                    yield "statement", i, end, ";"

    def conditions(self, at):
        end = closing(self.tokens, at + 1)
        parts, i, begin = [], at + 2, at + 2
        while i < end:
            if self.word(i) in PAIRS:
                i = closing(self.tokens, i)
            elif self.word(i) == ";":
                parts.append((begin, i - 1))
                begin = i + 1
            i += 1
        parts.append((begin, end - 1))
        if self.word(at) == "for":
            if len(parts) != 3:
                return  # over a range
            parts.pop()
        begin, last = parts[-1]
        if begin > last or self.is_declaration(begin, last) or (begin == last and self.word(begin) in WORDS):
            return
        for value in ("true", "false"):
            yield "condition", begin, last, value

    def is_declaration(self, begin, last):
        i = begin
        while i <= last:
            if self.word(i) == "=":
                return True
            i = closing(self.tokens, i) + 1 if self.word(i) in PAIRS else i + 1
        return False

    def begins_statement(self, i):
        before = self.word(i - 1)
        if before in ("{", "}", ";", "else", "do"):
            return True
        if before != ")":
            return False
        depth, at = 0, i - 1
        while at >= 0:
            if self.word(at) == ")":
                depth += 1
            elif self.word(at) == "(":
                depth -= 1
                if depth == 0:
                    break
            at -= 1
        return self.word(at - 1) in ("if", "while", "for") or (self.word(at - 1) == "constexpr" and self.word(at - 2) == "if")

    def end_of_expression(self, i):
        """The `;` of an expression that is a statement; nothing if it is a declaration or another statement."""
        first = self.word(i)
        if first in NO_EXPRESSION or first in ("{", "}", ";", "requires", ""):
            return None
        at = i
        if first not in ("++", "--", "*", "(", "delete"):
            if self.tokens[i].kind != "word":
                return None
            if first == "static_cast" and self.word(i + 5) == ")":  # static_cast<void>(parameter)
                return None
            at = self.end_of_chain(i)
            following = self.word(at + 1)
            if not (following in ASSIGNMENTS or following in ("++", "--") or (following == ";" and self.word(at) == ")")):
                return None
        while self.word(at) not in (";", ""):
            at = closing(self.tokens, at) + 1 if self.word(at) in PAIRS else at + 1
        return at if self.word(at) == ";" else None

    def end_of_chain(self, i):
        """The last token of `a::b<c>(d).e[f]->g`."""
        while True:
            following = self.word(i + 1)
            if following in ("::", ".", "->"):
                i += 3 if self.word(i + 2) == "template" else 2
            elif following in ("(", "["):
                i = closing(self.tokens, i + 1)
            elif following == "<" and not self.is_binary(i + 1):
                i = closing_angle(self.tokens, i + 1)
            else:
                return i


def one_more(number):
    match = re.fullmatch(r"(0[xX])?([0-9a-fA-F']+?)([uUlL]*)", number)
    if not match or (not match[1] and not match[2].replace("'", "").isdigit()):
        return None
    value = int(match[2].replace("'", ""), 16 if match[1] else 10) + 1
    return (f"0x{value:x}" if match[1] else str(value)) + match[3]


def mutants(text):
    source = Source(text)
    seen = set()
    for rule, first, last, new in source.changes():
        begin, end = source.tokens[first].begin, source.tokens[last].end
        if (begin, end, new) in seen:
            continue
        seen.add((begin, end, new))
        line_begin = text.rfind("\n", 0, begin) + 1
        line_end = text.find("\n", end)
        before = " ".join(text[line_begin:line_end].split())
        after = " ".join((text[line_begin:begin] + new + text[end:line_end]).split())
        yield Mutant(text.count("\n", 0, begin) + 1, rule, begin, end, new, before, after)


SAMPLE = '''// SPDX
#include <a+b>
#define NOT_THIS(a) a + 1 < 2
enum class e { one = 1 };
template <int N = 1>
  requires(N < 2) && (N == 1)
[[nodiscard("1 + 1")]] constexpr bool f(std::vector<int>&& v, int n) noexcept(1 < 2) {
  static_assert(1 < 2);
  char const* text = R"x(1 + 1 < 2)x";  // a + 1
  int k = n + 7;
  if (n < k && !v.empty()) return true;
  for (int i = 0; i != n; ++i) {
    if (auto p = g(i); p) break;
    v.push_back(i);
    h<int>(v)
        .x = k;
    t<int> values{{v, f(v)}, [&] { go(); }};
  }
  if constexpr (requires { v + 1; }) v.clear();
  return f(0x1fu);
}
'''
EXPECTED = """
10 int k = n - 7;
10 int k = n + 8;
11 if (true) return true;
11 if (false) return true;
11 if (n <= k && !v.empty()) return true;
11 if (n < k || !v.empty()) return true;
11 if (n < k && v.empty()) return true;
11 if (n < k && !v.empty()) return false;
12 for (int i = 0; true; ++i) {
12 for (int i = 0; false; ++i) {
12 for (int i = 1; i != n; ++i) {
12 for (int i = 0; i == n; ++i) {
12 for (int i = 0; i != n; --i) {
13 if (auto p = g(i); true) break;
13 if (auto p = g(i); false) break;
13 if (auto p = g(i); p) continue;
14 ;
15 ;
17 t<int> values{{v, f(v)}, [&] { ; }};
19 if constexpr (requires { v + 1; }) ;
20 return f(0x20u);
"""


def self_test():
    """What differs between the changes of the sample and those that are expected; empty if nothing does."""
    made = [f"{mutant.line} {mutant.after}" for mutant in mutants(SAMPLE)]
    expected = EXPECTED.strip().splitlines()
    return [f"missing: {each}" for each in expected if each not in made] + \
           [f"too much: {each}" for each in made if each not in expected]
