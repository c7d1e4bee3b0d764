// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/errc.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/core/utf8.hpp>
#include <medusa/json/escape.hpp>
#include <medusa/json/plain_run.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/validate.hpp>
#include <medusa/json/writer.hpp>

namespace medusa::inline v0::json {

namespace detail {

template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                    std::same_as<T, char16_t> || std::same_as<T, char32_t>;
template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !character<T>;

/// Whether a well-formed JSON text holds an escaped NUL. Backslashes stand only in strings there.
[[nodiscard]] constexpr bool has_nul_escape(std::string_view const& json) noexcept {
  char const* const end = json.data() + json.size();
  for (char const* at = json.data(); at != end; ++at) {
    if (*at != '\\') continue;
    if (read_unit(at, end) == 0) return true;
    ++at;
  }
  return false;
}
}  // namespace detail

/// Builds the `metadata` of `update_user`, as JSON text in a `Text` (`std::string` or
/// `static_string`):
///
///     metadata.set("plan", "gold").set("seats", 5).set("trial", nullptr).erase("coupon");
///
/// The server merges it into what it has: names that are not set stay as they are, nested objects
/// are replaced whole. It parses with `JSON.parse`: of a name that is set twice the last value
/// wins, both are sent.
///
/// Names and values are copied; they must not view the object they are set in.
///
/// The first error is kept and makes the text empty, which no operation sends; what follows it
/// changes nothing. Errors:
/// - `too_long`: `Text` is a `static_string` and full;
/// - `invalid_utf8`: a name or a text is not UTF-8;
/// - `control_character`: a NUL in a name, a text or in raw JSON, at any depth. PostgreSQL's jsonb
///   cannot hold one, the server answers 500;
/// - `invalid_value`: a name of `__proto__` (the server drops it) or `constructor` (it answers
///   500), or a null `char const*`;
/// - `invalid_json`: raw JSON that is not one well-formed value;
/// - `out_of_range`: a number beyond ±(2^53 - 1). The server reads numbers as doubles and would
///   store another one. Send it as text; or as raw JSON, if rounding is all right.
template <class Text>
class basic_metadata {
 public:
  constexpr basic_metadata() = default;

  /// An empty text deletes the name on the server, as `erase` does.
  constexpr basic_metadata& set(std::string_view name, std::string_view chars) {
    bool const plain = !medusa::detail::small_code && detail::is_plain(chars);
    if (!plain && !check_text(chars)) return *this;
    return append(name, [&](writer& w) {
      if (plain) w.plain_string(chars);
      else static_cast<void>(w.string(chars));
    });
  }
  constexpr basic_metadata& set(std::string_view name, char const* chars) {
    return chars == nullptr ? fail(errc::invalid_value) : set(name, std::string_view(chars));
  }
  template <std::same_as<bool> B>
  constexpr basic_metadata& set(std::string_view name, B b) {
    return append(name, [&](writer& w) { w.boolean(b); });
  }
  template <detail::whole_number N>
  constexpr basic_metadata& set(std::string_view name, N n) {
    constexpr std::int64_t most = (std::int64_t{1} << 53) - 1;
    if (std::cmp_greater(n, most) || std::cmp_less(n, -most)) return fail(errc::out_of_range);
    return append(name, [&](writer& w) { w.integer(static_cast<std::int64_t>(n)); });
  }
  /// Stores null on the server; it does not delete.
  constexpr basic_metadata& set(std::string_view name, std::nullptr_t) {
    return append(name, [](writer& w) { w.null(); });
  }
  /// Any JSON value: arrays, objects, numbers with a fraction.
  template <class Raw>
  constexpr basic_metadata& set(std::string_view name, basic_raw<Raw> const& json) {
    std::string_view const value = json.view();
    if (validate(value)) return fail(errc::invalid_json);
    if (detail::has_nul_escape(value)) return fail(errc::control_character);
    return append(name, [&](writer& w) { w.raw(value); });
  }
  template <std::floating_point F>
  basic_metadata& set(std::string_view, F) = delete;  // has no one text: pass json::raw_view("1.5")
  template <detail::character C>
  basic_metadata& set(std::string_view, C) = delete;  // a number or a text? pass "c", or int{c}

  /// Deletes the name on the server, by sending an empty text for it.
  constexpr basic_metadata& erase(std::string_view name) { return set(name, std::string_view()); }

  [[nodiscard]] constexpr std::optional<errc> error() const noexcept { return error_; }

  /// The object's text, `{}` without any member; empty after an error. Valid until the next change.
  [[nodiscard]] constexpr std::string_view view() const noexcept {
    if (error_) return {};
    return text_.size() == 0 ? std::string_view("{}")
                             : std::string_view(text_.data(), text_.size());
  }

 private:
  constexpr basic_metadata& fail(errc code) {
    if (!error_) error_ = code;
    return *this;
  }

  constexpr bool check_text(std::string_view chars) {
    if (!is_utf8(chars)) fail(errc::invalid_utf8);
    else if (chars.find('\0') != chars.npos) fail(errc::control_character);
    return !error_;
  }

  constexpr bool grow(std::size_t size) {
    if constexpr (std::is_void_v<decltype(text_.resize(size))>) text_.resize(size);
    else if (!text_.resize(size)) fail(errc::too_long);
    return !error_;
  }

  /// Makes room and writes the member over the closing brace. A text that grows is measured before;
  /// in one that does not all of its room is there.
  template <class Write>
  constexpr basic_metadata& append(std::string_view name, Write const& write_value) {
    if (name == "__proto__" || name == "constructor") return fail(errc::invalid_value);
    bool const plain = !medusa::detail::small_code && detail::is_plain(name);
    if (!plain) check_text(name);
    if (error_) return *this;
    std::size_t const keep = text_.size() == 0 ? 0 : text_.size() - 1;
    auto const write_member = [&](sink& out) {
      out.append(keep == 0 ? '{' : ',');
      writer w(out);
      if (plain) w.plain_key(name);
      else static_cast<void>(w.key(name));
      write_value(w);
      out.append('}');
    };
    if constexpr (requires { Text::capacity(); }) {
      sink out(text_.data() + keep, Text::capacity() - keep);
      write_member(out);
      grow(keep + out.size());
    } else {
      sink measure(nullptr, 0);
      write_member(measure);
      if (!grow(keep + measure.size())) return *this;
      sink out(text_.data() + keep, measure.size());
      write_member(out);
    }
    return *this;
  }

  Text text_{};
  std::optional<errc> error_{};
};

/// Metadata of at most `N` bytes of JSON, braces included, without a heap.
template <std::size_t N>
using static_metadata = basic_metadata<static_string<N>>;

}  // namespace medusa::inline v0::json
