// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/plain_run.hpp>

namespace medusa::inline v0::json {

/// Writes objects into a sink, byte for byte as `JSON.stringify` does, and sets the commas. What is
/// written is the caller's business: names, values and `end_object` in their proper order, one
/// root. The sink must outlive the writer; whether it was large enough is asked of the sink.
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
  constexpr bool string(std::string_view const& chars) noexcept {
    char const* const end = chars.data() + chars.size();
    char const* const at = detail::plain_run(chars.data(), end);
    if (at == end && quoted(chars, "")) return true;
    if (medusa::detail::utf8_end(at, end) != end) return false;
    checked_string(chars, at);
    return true;
  }
  /// The same of what is known to be UTF-8, and plain up to `at`. Not checked.
  constexpr void checked_string(std::string_view const& chars, char const* at) noexcept {
    char const* run = chars.data();
    char const* const end = run + chars.size();
    separate();
    out_->append('"');
    for (;; at = detail::plain_run(at, end)) {
      if (at != end && static_cast<unsigned char>(*at) >= 0x80) {
        ++at;  // stays as it is
        continue;
      }
      out_->append(std::string_view(run, static_cast<std::size_t>(at - run)));
      if (at == end) break;
      append_escape(*at++);
      run = at;
    }
    out_->append('"');
  }

  /// A text in which nothing is to be escaped. Not checked.
  constexpr void plain_string(std::string_view const& chars) noexcept {
    if (!quoted(chars, "")) checked_string(chars, chars.data() + chars.size());
  }
  /// The same as the name of a member. Put where it is called, since a name that is a literal is
  /// then written by a few moves.
  MEDUSA_HOT constexpr void plain_key(std::string_view const& name) noexcept {
    if constexpr (medusa::detail::small_code) plain_string(name), out_->append(':');
    else if (!quoted(name, ":")) static_cast<void>(key(name));
    follows_ = false;
  }

  constexpr void boolean(bool b) noexcept {
    raw(b ? std::string_view("true", 4) : std::string_view("false", 5));
  }
  constexpr void null() noexcept { raw({"null", 4}); }
  constexpr void integer(std::int64_t n) noexcept {
    separate();
    out_->append_number(n);
  }

  /// A value that is JSON text already. Not checked.
  constexpr void raw(std::string_view const& json) noexcept {
    separate();
    out_->append(json);
  }

 private:
  /// A comma if there has to be one, and `chars` between quotes with `behind` after it, by one
  /// check of room. False, with nothing written, when there may be too little, or code is to be
  /// small.
  MEDUSA_HOT constexpr bool quoted(std::string_view const& chars,
                                   std::string_view const& behind) noexcept {
    auto const at_once = [&](char* const first) {
      char* at = first;
      if (follows_) *at++ = ',';
      *at++ = '"';
      if (!chars.empty()) std::char_traits<char>::copy(at, chars.data(), chars.size());
      at += chars.size();
      *at++ = '"';
      for (char const c : behind) *at++ = c;
      return static_cast<std::size_t>(at - first);
    };
    if (medusa::detail::small_code || !out_->append_most(chars.size() + behind.size() + 3, at_once))
      return false;
    return follows_ = true;
  }

  constexpr void separate() noexcept {
    if (follows_) out_->append(',');
    follows_ = true;
  }

  /// ECMA-262, QuoteJSONString: the short escapes, and for other control characters four digits in
  /// lower case.
  constexpr void append_escape(char c) noexcept {
    out_->append('\\');
    for (detail::short_escape const& each : detail::short_escapes)
      if (c == each.meaning) return out_->append(each.letter);
    out_->append("u00");
    out_->append(c < 0x10 ? '0' : '1');
    out_->append("0123456789abcdef"[c % 16]);
  }

  sink* out_;
  bool follows_ = false;  // something that the next item needs a comma after
};

}  // namespace medusa::inline v0::json
