// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/errc.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/json/text.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/member_path.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/timestamp.hpp>

namespace medusa {

/// What kept a document from being a model: `wrong_type`, `missing_member`, `text_too_long`,
/// `too_many_items`, `escaped_text`, or what the JSON policy found (`malformed_json`,
/// `malformed_utf8`, `too_deep`).
struct decode_error {
  errc code{};
  std::size_t offset = 0;  ///< byte of the document
  std::size_t needed = 0;  ///< bytes of the text that was too long; else 0
  member_path path{};
};

namespace detail {
template <class T>
inline constexpr bool is_open_enum = false;
template <class Enum, class Text>
inline constexpr bool is_open_enum<open_enum<Enum, Text>> = true;
template <class T>
inline constexpr bool is_secret = false;
template <class Text>
inline constexpr bool is_secret<basic_secret<Text>> = true;
template <class T>
inline constexpr bool is_raw = false;
template <class Text>
inline constexpr bool is_raw<json::basic_raw<Text>> = true;

/// Makes it as new, in place: an assigned `T()` could be a large temporary on the stack.
template <class T>
constexpr void reset(T& out) {
  static_assert(std::is_nothrow_default_constructible_v<T>, "a model's default constructor must not throw");
  std::destroy_at(std::addressof(out));
  std::construct_at(std::addressof(out));
}
}  // namespace detail

/// Fills models from the values of a JSON policy, by their field tables. One pass, in the document's
/// order; members that no table names are skipped, of repeated ones the last wins, as with
/// JavaScript's parser. What the document leaves out keeps the value it has: pass a fresh model. After
/// `decode` gave false, `error()` says why and the model is part-filled.
///
/// A member of a described struct is a text (`text_storage`), `open_enum`, `basic_secret`,
/// `json::basic_raw`, `timestamp`, `bool`, `std::uint64_t` or an optional one, another described
/// struct, a list of these (`list_storage`), or a `field` of one, which may be null.
class decoder {
 public:
  /// `writable` is the document's first byte when it may be written to, else null.
  constexpr explicit decoder(std::string_view document, char* writable = nullptr) noexcept
      : document_(document), writable_(writable) {}

  template <class Value, class T>
  [[nodiscard]] constexpr bool decode(Value& value, T& out) {
    if constexpr (described<T>) return object(value, out, typename field_table_of<T>::type{});
    else if constexpr (detail::is_field<T>) return nullable(value, out);
    else if constexpr (detail::is_open_enum<T> || detail::is_secret<T>) return text(value, out.storage());
    else if constexpr (detail::is_raw<T>) return raw(value, out.storage());
    else if constexpr (text_storage<T>) return text(value, out);
    else if constexpr (std::is_same_v<T, timestamp>) return date(value, out);
    else if constexpr (std::is_same_v<T, bool>) return boolean(value, out);
    else if constexpr (std::is_same_v<T, std::uint64_t>) return number(value, out);
    else if constexpr (std::is_same_v<T, std::optional<std::uint64_t>>) return number(value, out.emplace());
    else return list(value, out);
  }

  /// Decodes member `name` of the object `value`; the others are skipped.
  template <class Value, class T>
  [[nodiscard]] constexpr bool decode_member(Value& value, std::string_view name, T& out) {
    if (value.kind() != json::kind::object) return fail(errc::wrong_type, value.offset());
    std::size_t const at = value.offset();
    bool found = false;
    bool const complete = value.for_each_member([&](json::text key, auto& each) {
      if (!(key == name)) return true;
      if (found) detail::reset(out);
      path_.push(name);
      found = decode(each, out);
      if (found) path_.pop();
      return found;
    });
    if (complete && !found) return path_.push(name), fail(errc::missing_member, at);
    return complete;
  }

  [[nodiscard]] constexpr bool failed() const noexcept { return failed_; }
  [[nodiscard]] constexpr decode_error error() const noexcept {
    return {.code = code_, .offset = offset_, .needed = needed_, .path = path_};
  }

 private:
  constexpr bool fail(errc code, std::size_t offset, std::size_t needed = 0) noexcept {
    failed_ = true;
    code_ = code;
    offset_ = offset;
    needed_ = needed;
    return false;
  }

  template <class Value, class T, class... Members>
  constexpr bool object(Value& value, T& out, member_list<Members...>) {
    std::size_t const at = value.offset();
    if (value.kind() != json::kind::object) return fail(errc::wrong_type, at);
    std::uint32_t seen = 0;
    bool const complete = value.for_each_member([&](json::text key, auto& each) {
      std::uint32_t bit = 1;
      bool good = true;
      static_cast<void>(
          ((key == Members::name ? (good = one<Members>(each, out, (seen & bit) != 0), seen |= bit, true)
                                 : (bit <<= 1, false)) ||
           ...));
      return good;
    });
    return complete && all_present<Members...>(seen, at);
  }

  template <class Member, class Value, class T>
  constexpr bool one(Value& value, T& out, bool again) {
    if (again) detail::reset(out.*Member::pointer);
    path_.push(Member::name);
    bool const good = decode(value, out.*Member::pointer);
    if (good) path_.pop();
    return good;
  }

  template <class... Members>
  constexpr bool all_present(std::uint32_t seen, std::size_t at) noexcept {
    std::uint32_t bit = 1;
    std::string_view missing{};
    auto const look = [&](std::string_view name, presence when) {
      bool const needed = when == presence::required || (when == presence::expected && !in_list_);
      if ((seen & bit) == 0 && needed && missing.empty()) missing = name;
      bit <<= 1;
    };
    (look(Members::name, Members::when), ...);
    if (missing.empty()) return true;
    path_.push(missing);
    return fail(errc::missing_member, at);
  }

  template <class Value, class T>
  constexpr bool nullable(Value& value, field<T>& out) {
    if (value.kind() != json::kind::null) return decode(value, out.emplace());
    out = nullptr;
    return true;
  }

  template <class Value, class Text>
  constexpr bool text(Value& value, Text& out) {
    std::size_t const at = value.offset();
    if (value.kind() != json::kind::string) return fail(errc::wrong_type, at);
    json::text const chars = value.string();
    return store(chars, out, at);
  }

  template <class Text>
  constexpr bool store(json::text chars, Text& out, std::size_t at) {
    char* in_place = nullptr;
    if constexpr (std::is_same_v<Text, std::string_view>)  // then the policy's texts view the document
      if (writable_ != nullptr && chars.escaped) in_place = writable_ + (chars.chars.data() - document_.data());
    auto const error = store_text(chars, out, in_place);
    return !error || fail(error->code, at, error->needed);
  }

  template <class Value, class Text>
  constexpr bool raw(Value& value, Text& out) {
    std::size_t const at = value.offset();
    auto&& chars = value.raw();
    return store(json::text{.chars = chars}, out, at);
  }

  template <class Value>
  constexpr bool date(Value& value, timestamp& out) {
    static_string<64> chars;  // no date is longer, however it is escaped
    std::size_t const at = value.offset();
    if (value.kind() != json::kind::string) return fail(errc::wrong_type, at);
    if (!store_text(value.string(), chars, nullptr) && out.parse(chars)) return true;
    return fail(errc::wrong_type, at);
  }

  template <class Value>
  constexpr bool boolean(Value& value, bool& out) {
    if (value.kind() != json::kind::boolean) return fail(errc::wrong_type, value.offset());
    out = value.boolean();
    return true;
  }

  template <class Value>
  constexpr bool number(Value& value, std::uint64_t& out) {
    std::size_t const at = value.offset();
    if (value.kind() != json::kind::number) return fail(errc::wrong_type, at);
    std::optional<std::int64_t> const n = value.integer();
    if (!n || *n < 0) return fail(errc::wrong_type, at);
    out = static_cast<std::uint64_t>(*n);
    return true;
  }

  template <class Value, list_storage List>
  constexpr bool list(Value& value, List& out) {
    if (value.kind() != json::kind::array) return fail(errc::wrong_type, value.offset());
    out.clear();
    bool const outer = std::exchange(in_list_, true);
    bool const complete = value.for_each_element([&](auto& each) {
      std::size_t const at = each.offset();
      path_.push(out.size());
      auto* const item = append_item(out);
      if (item == nullptr) return fail(errc::too_many_items, at);
      bool const good = decode(each, *item);
      if (good) path_.pop();
      return good;
    });
    in_list_ = outer;
    return complete;
  }

  std::string_view document_;
  char* writable_;
  bool in_list_ = false;
  bool failed_ = false;
  errc code_{};
  std::size_t offset_ = 0;
  std::size_t needed_ = 0;
  member_path path_{};
};

}  // namespace medusa
