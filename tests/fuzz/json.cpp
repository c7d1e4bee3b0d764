// SPDX-License-Identifier: MIT
// Any bytes as a JSON document: the scanner reads it in three ways, which must agree, and what it gives is right.
#include <medusa/json/metadata_error.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/unescape.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <json/walk.hpp>
#include <medusa/core/utf8.hpp>

#include "json_mutator.hpp"
#include "require.hpp"

namespace {

namespace json = medusa::json;
using fuzz::require;

std::string_view document;

bool lies_in_document(std::string_view part) {
  return part.data() >= document.data() &&
         part.data() + part.size() <= document.data() + document.size();
}

void check_text(json::text const& t) {
  if (t.chars.data() == nullptr)
    return require(t.chars.empty(), "a text that is none is empty");  // the visit has failed
  require(lies_in_document(t.chars), "a text lies in the document");
  require(medusa::is_utf8(t.chars), "a text is UTF-8");
  std::string decoded(json::unescaped_size(t), '\0');
  json::unescape(t, decoded.data());
  require(medusa::is_utf8(decoded), "a decoded text is UTF-8");
  require(t.escaped || decoded == t.chars, "a text without escapes is what it says");
}

struct checks {
  void value(auto& v) const { require(v.offset() < document.size(), "a value is somewhere"); }
  void text(json::text const& t) const { check_text(t); }
};

void same(std::optional<json::error> const& a, std::optional<json::error> const& b) {
  require(a.has_value() == b.has_value(), "a document is accepted or refused, however it is read");
  require(!a || (a->code == b->code && a->offset == b->offset),
          "its error is the same, however it is read");
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return fuzz::mutate_json(data, size, most, seed, 0);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  document = {reinterpret_cast<char const*>(data), size};
  std::string_view raw;
  auto const skipped = json::scanner::visit(document, [](auto&) {});
  auto const kept = json::scanner::visit(document, [&](auto& root) { raw = root.raw(); });
  auto const walked =
      json::scanner::visit(document, [](auto& root) { json_walk::walk(root, checks()); });
  same(skipped, kept);
  same(skipped, walked);
  if (skipped) {
    require(skipped->offset <= size, "an error is in the document");
    require(json::metadata_error(document).has_value(), "what is no JSON is no metadata");
    return 0;
  }
  require(lies_in_document(raw) && !raw.empty(), "the root is in the document");
  require(!json::scanner::visit(raw, [](auto&) {}), "the root alone is a document");
  require(json::metadata_error(raw).has_value() || raw.front() == '{', "metadata is an object");
  return 0;
}
