// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/plain_run.hpp>

namespace medusa::json {

/// Writes objects into a sink, byte for byte as `JSON.stringify` does, and sets the commas. What is
/// written is the caller's business: names, values and `end_object` in their proper order, one root.
/// The sink must outlive the writer; whether it was large enough is asked of the sink.
class writer {
 public:
  explicit constexpr writer(sink& out) noexcept : out_(&out) {}

  constexpr void begin_object() noexcept {
    separate();
    out_->append('{');
    follows_ = false;
  }
  constexpr void end_object() noexcept {
    out_->append('}');
    follows_ = true;
  }

  /// The name of a member. False, with nothing written, when it is not UTF-8.
  constexpr bool key(std::string_view name) noexcept {
    if (!string(name)) return false;
    out_->append(':');
    follows_ = false;
    return true;
  }

  /// False, with nothing written, when `chars` is not UTF-8.
  constexpr bool string(std::string_view chars) noexcept {
    char const* const begin = chars.data();
    char const* const end = begin + chars.size();
    char const* const plain = detail::plain_run(begin, end);
    if (!is_utf8(slice(chars, static_cast<std::size_t>(plain - begin)))) return false;
    separate();
    out_->append('"');
    append_run(begin, plain);
    char const* at = plain;
    while (at != end) {
      if (static_cast<unsigned char>(*at) < 0x80) append_escape(*at++);
      char const* const run = at;
      // Bytes over 0x7F were checked above and stay as they are.
      for (at = detail::plain_run(at, end); at != end && static_cast<unsigned char>(*at) >= 0x80;)
        at = detail::plain_run(at + 1, end);
      append_run(run, at);
    }
    out_->append('"');
    return true;
  }

  constexpr void boolean(bool b) noexcept { raw(b ? std::string_view("true", 4) : std::string_view("false", 5)); }
  constexpr void null() noexcept { raw({"null", 4}); }
  constexpr void integer(std::int64_t n) noexcept {
    separate();
    out_->append_number(n);
  }

  /// A value that is JSON text already. Not checked.
  constexpr void raw(std::string_view json) noexcept {
    separate();
    out_->append(json);
  }

 private:
  constexpr void separate() noexcept {
    if (follows_) out_->append(',');
    follows_ = true;
  }

  constexpr void append_run(char const* begin, char const* end) noexcept {
    out_->append(std::string_view(begin, static_cast<std::size_t>(end - begin)));
  }

  /// ECMA-262, QuoteJSONString: the short escapes, and for other control characters four digits in
  /// lower case.
  constexpr void append_escape(char c) noexcept {
    out_->append('\\');
    for (std::size_t i = 0; i < detail::escape_letters.size(); ++i)
      if (c == detail::escape_meanings[i]) return out_->append(detail::escape_letters[i]);
    out_->append(std::string_view("u00", 3));
    out_->append(c < 0x10 ? '0' : '1');
    out_->append("0123456789abcdef"[c % 16]);
  }

  sink* out_;
  bool follows_ = false;  // something that the next item needs a comma after
};

}  // namespace medusa::json
