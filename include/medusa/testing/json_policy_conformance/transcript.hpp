// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/json/kind.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/unescape.hpp>
#include <medusa/json/validate.hpp>

namespace medusa::inline v0::testing::detail {

/// Text that is put together in place, in constant evaluation too.
class json_transcript {
 public:
  constexpr json_transcript& add(std::string_view text) noexcept {
    for (char const c : text) {
      if (size_ < sizeof chars_) chars_[size_] = c;
      ++size_;
    }
    return *this;
  }
  constexpr void clear() noexcept { size_ = 0; }
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    return size_ <= sizeof chars_ ? std::string_view(chars_, size_) : "(too long)";
  }

  /// The text that is meant. An escape that stands for nothing must not be decoded.
  constexpr void add_decoded(json::text t) noexcept {
    if (!t.escaped) {
      add("'").add(t.chars).add("' ");
      return;
    }
    json_transcript quoted;
    quoted.add("\"").add(t.chars).add("\"");
    if (quoted.size_ > sizeof chars_ || json::validate(quoted.view())) {
      add("(text that cannot be decoded) ");
      return;
    }
    char decoded[sizeof chars_] = {};
    add("'").add({decoded, json::unescape(t, decoded)}).add("' ");
  }
  constexpr void add_number(std::int64_t n) noexcept {
    char digits[20] = {};
    std::size_t at = sizeof digits;
    std::uint64_t rest = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    do digits[--at] = static_cast<char>('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (n < 0) digits[--at] = '-';
    add({digits + at, sizeof digits - at}).add(" ");
  }

 private:
  std::size_t size_ = 0;
  char chars_[512] = {};
};

/// Writes down what a value means, see documents.hpp.
template <class V>
constexpr void transcribe(V& v, json_transcript& out) {
  switch (v.kind()) {
    case json::kind::null: out.add("n "); break;
    case json::kind::boolean: out.add(v.boolean() ? "t " : "f "); break;
    case json::kind::number:
      if (auto const n = v.integer()) out.add_number(*n);
      else out.add("~ ");
      break;
    case json::kind::string: out.add_decoded(v.string()); break;
    case json::kind::array:
      out.add("[");
      out.add(v.for_each_element([&](auto& each) {
        transcribe(each, out);
        return true;
      })
                  ? "] "
                  : "(stopped) ");
      break;
    case json::kind::object:
      out.add("{");
      out.add(v.for_each_member([&](json::text name, auto& each) {
        out.add_decoded(name);
        transcribe(each, out);
        return true;
      })
                  ? "} "
                  : "(stopped) ");
      break;
  }
}

}  // namespace medusa::inline v0::testing::detail
