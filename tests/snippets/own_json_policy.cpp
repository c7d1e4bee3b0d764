// Around the policy of one's own in docs/json-policies.md: a library that keeps a tree.
#include <medusa/ext/json_tape.hpp>
#include <medusa/testing/json_policy_conformance/transcript.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace library {

struct value {
  enum kind { null, boolean, number, string, array, object } is = null;
  bool yes = false;
  std::string text{};
  std::vector<std::pair<std::string, value>> parts{};  // of an array, with empty names
};

// It knows one document.
inline std::optional<value> parse(std::string_view document) {
  if (document != R"({"a":[null,true,7],"b":"\u0063"})") return std::nullopt;
  value const list{
      value::array, {}, {}, {{"", {}}, {"", {value::boolean, true}}, {"", {value::number}}}};
  return value{value::object, {}, {}, {{"a", list}, {"b", {value::string, {}, "c"}}}};
}

}  // namespace library

// SNIPPET

int main() {
  namespace kit = medusa::testing::detail;
  kit::json_transcript seen;
  bool const good = !my_reader::visit(R"({"a":[null,true,7],"b":"\u0063"})",
                                      [&](auto& root) { kit::transcribe(root, seen); });
  return good && seen.view() == "{'a' [n t 7 ] 'b' 'c' } " ? 0 : 1;
}
