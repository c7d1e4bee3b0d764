// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/erased.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/core/renew.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/most_objects.hpp>
#include <medusa/json/text.hpp>
#include <medusa/model/decode_error.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/fresh.hpp>
#include <medusa/model/member_reader.hpp>
#include <medusa/model/member_row.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/text_like.hpp>
#include <medusa/model/timestamp.hpp>
#include <medusa/model/usual_value.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class Value, class T, class Member>
constexpr bool read_member(decoder& d, Value& value, erased const& out);
template <class Value, class T>
constexpr bool read_whole(decoder& d, Value& value, erased const& out);

/// The field table of `T` as rows.
template <class Value, class T, class Members = typename field_table_of<T>::type>
inline constexpr std::array<member_row<Value>, 0> rows_of{};
template <class Value, class T, class... Members>
inline constexpr std::array<member_row<Value>, sizeof...(Members)>
    rows_of<Value, T, member_list<Members...>>{
        member_row<Value>{Members::name, Members::when, &read_member<Value, T, Members>}...};
template <class Value, class T>
inline constexpr member_rows<Value> table_of{rows_of<Value, T>};
}  // namespace detail

/// Fills models from the values of a JSON policy, by their field tables. One pass, in the
/// document's order; members that no table names are skipped, of repeated ones the last wins, as
/// with JavaScript's parser. What the document leaves out keeps the value it has: pass a fresh
/// model. After a function gave false, `error()` says why and the model is part-filled.
///
/// A member of a described struct is a text (`text_storage`), `open_enum`, `basic_secret`,
/// `json::basic_raw`, `timestamp`, `bool`, `std::uint64_t` or an optional one, another described
/// struct, a list of these (`list_storage`), or a `field` of one, which may be null.
class decoder {
 public:
  /// `writable` is the document's first byte when it may be written to, else null.
  constexpr explicit decoder(std::string_view document, char* writable = nullptr) noexcept
      : document_(document), writable_(writable) {}

  /// Reads the whole document, an object, by a policy. `empty_body` when there is none.
  template <class Json>
  [[nodiscard]] constexpr bool read(member_rows<typename Json::value> const& rows,
                                    detail::erased const& out) {
    if (document_.empty()) return fail(errc::empty_body);
    auto const bad =
        Json::visit(document_, [&](auto& root) { static_cast<void>(object(root, rows, out)); });
    if (bad) detail::renew(error_).code = bad->code, error_.offset = bad->offset;
    return error_.code == errc{};  // a list that wanted no more has stopped the reader, too
  }

  template <class Value, class T>
  [[nodiscard]] constexpr bool decode(Value& value, T& out) {
    if constexpr (!described<T>) note_place(value);  // which objects do themselves
    return fill(value, out);
  }
  /// The same for a value whose place is noted already.
  template <class Value, class T>
  [[nodiscard]] constexpr bool fill(Value& value, T& out) {
    if constexpr (described<T> && detail::expecting<Value>)
      return ordered(value, out, typename field_table_of<T>::type{});
    else if constexpr (described<T>)
      return object(value, detail::table_of<Value, T>, detail::erased_pointer<T>(out));
    else if constexpr (detail::is_field<T>) return nullable(value, out);
    else if constexpr (detail::text_like<T>) return text(value, detail::text_of(out));
    else if constexpr (detail::is_raw<T>) return raw(value, out.storage());
    else if constexpr (std::is_same_v<T, timestamp>) return date(value, out);
    else if constexpr (std::is_same_v<T, bool>) return boolean(value, out);
    else if constexpr (std::is_same_v<T, std::uint64_t> ||
                       std::is_same_v<T, std::optional<std::uint64_t>>)
      return number(value, out);
    else return list(value, out);
  }

  /// Decodes the members of an object.
  template <class Value>
  [[nodiscard]] constexpr bool object(Value& value, member_rows<Value> const& rows,
                                      detail::erased const& out) {
    std::size_t const at = note_place(value);
    detail::member_reader<Value> reader{*this, rows, out};
    return is(value, json::kind::object) && value.for_each_member(reader) && has_all(reader, at);
  }

  /// Takes what may be anything: left out is what is no text, or does not fit, which gives false.
  template <class Value, class Text>
  constexpr bool take(Value& value, Text& out) {
    bool const is_text = value.kind() == json::kind::string;
    if (is_text && store(value.string(), out) == text_stored) return true;
    detail::reset(out);  // also of what came before under its name
    return !is_text;
  }

  [[nodiscard]] constexpr decode_error const& error() const noexcept { return error_; }

 private:
  template <class Value>
  friend struct detail::member_reader;
  template <class Value, class T>
  friend struct detail::ordered_reader;

  /// The same for a policy that can be told in which order members usually come.
  template <class Value, class T, class... Members>
  constexpr bool ordered(Value& value, T& out, member_list<Members...>) {
    std::size_t const at = value.offset();  // not noted, which would be a step for each
    detail::erased_pointer<T> const pointer(out);
    detail::ordered_reader<Value, T> reader{{*this, detail::table_of<Value, T>, pointer}, out};
    if (value.kind() != json::kind::object) return note_place(value), fail(errc::wrong_type);
    return value.template for_each_member<Members...>(reader) &&
           (reader.complete(in_list_) || has_all(reader, at));
  }
  template <class Value>
  constexpr bool is(Value& value, json::kind wanted) noexcept {
    return value.kind() == wanted || fail(errc::wrong_type);
  }
  template <class Value>
  constexpr bool has_all(detail::member_reader<Value> const& reader, std::size_t at) noexcept {
    for (std::uint32_t seen = reader.seen; member_row<Value> const& row : reader.rows) {
      if ((seen & 1) == 0 && detail::is_needed(row.when, in_list_)) {
        error_.path.prepend(row.name());
        return error_.offset = at, fail(errc::missing_member);
      }
      seen >>= 1;
    }
    return true;
  }

  /// Where the error is, if one comes of this value: said once for all that may find one.
  template <class Value>
  constexpr std::size_t note_place(Value const& value) noexcept {
    return error_.offset = value.offset();
  }
  constexpr bool fail(errc code) noexcept {
    error_.code = code;
    return false;
  }

  template <class Value, class T>
  constexpr bool nullable(Value& value, field<T>& out) {
    if constexpr (detail::text_like<T>) {
      return nullable_text(value, out.state_, detail::text_of(out.value_));  // one for all
    } else {
      if (null(value, out.state_)) return true;
      if constexpr (described<T>) detail::reset(out.value_);
      return fill(value, out.value_);
    }
  }
  template <class Value, class Text>
  constexpr bool nullable_text(Value& value, detail::field_state& state, Text& out) {
    return null(value, state) || text(value, out);
  }
  template <class Value>
  constexpr bool null(Value& value, detail::field_state& state) {
    bool const is_null = value.kind() == json::kind::null;
    state = is_null ? detail::field_state::null : detail::field_state::value;
    return is_null;
  }

  template <class Value, class Text>
  constexpr bool text(Value& value, Text& out) {
    return is(value, json::kind::string) && note<Text>(store(value.string(), out));
  }
  /// What became of storing a text: a view is never too long, and others decode escapes.
  template <class Text>
  constexpr bool note(std::size_t stored) noexcept {
    if (stored == text_stored) return true;
    if (std::is_same_v<Text, std::string_view>) return fail(errc::escaped_text);
    return error_.needed = stored, fail(errc::text_too_long);
  }
  template <class Text>
  constexpr std::size_t store(json::text const& chars, Text& out) {
    char* in_place = nullptr;
    if constexpr (std::is_same_v<Text, std::string_view>)  // which views the document
      if (writable_ != nullptr && chars.escaped)
        in_place = writable_ + (chars.chars.data() - document_.data());
    return store_text(chars, out, in_place);
  }

  template <class Value, class Text>
  constexpr bool raw(Value& value, Text& out) {
    return note<Text>(store_text(json::text{.chars = value.raw()}, out, nullptr));
  }

  template <class Value>
  constexpr bool date(Value& value, timestamp& out) {
    if (!is(value, json::kind::string)) return false;
    if constexpr (detail::expecting<Value>)
      if (detail::usual_value::read(value, out) == detail::usual_value::outcome::taken) return true;
    bool const stored = store_text(value.string(), out.text_, nullptr) == text_stored;
    if (stored && detail::is_rfc3339(out.text_)) return true;
    out.text_.clear();
    return fail(errc::wrong_type);
  }

  template <class Value>
  constexpr bool boolean(Value& value, bool& out) {
    return is(value, json::kind::boolean) && (out = value.boolean(), true);
  }

  template <class Value, class Number>
  constexpr bool number(Value& value, Number& out) {
    if (!is(value, json::kind::number)) return false;
    std::optional<std::int64_t> const n = value.integer();
    if (!n || *n < 0) return fail(errc::wrong_type);
    out = static_cast<std::uint64_t>(*n);
    return true;
  }

  template <class Value, list_storage List>
  constexpr bool list(Value& value, List& out) {
    if (!is(value, json::kind::array)) return false;
    out.clear();
    if constexpr (described<typename List::value_type> && requires { out.reserve(std::size_t{}); })
      if (!in_list_) out.reserve(json::detail::most_objects(document_, value.offset()));
    bool const outer = std::exchange(in_list_, true);
    bool const complete = value.for_each_element([&](auto& each) {
      std::size_t const index = out.size();
      auto* const item = append_item(out);
      if (item == nullptr) note_place(each), fail(errc::too_many_items);
      else if (decode(each, *item)) return take_item(out, *item);
      return error_.path.prepend(index), false;
    });
    in_list_ = outer;
    return complete;
  }

  template <class List>
  static constexpr bool take_item([[maybe_unused]] List& list,
                                  [[maybe_unused]] typename List::value_type& item) {
    if constexpr (detail::passing_list<List>) return list.take(item);
    else return true;
  }

  std::string_view document_;
  char* writable_;
  bool in_list_ = false;
  decode_error error_{};
};

namespace detail {
template <class Value>
MEDUSA_HOT constexpr bool member_reader<Value>::take(std::uint32_t i, Value& value) {
  seen |= std::uint32_t{1} << i;
  next = i + 1;
  auto const& row = rows[i];
  into.note_place(value);
  if (row.read(into, value, out)) return true;
  into.error_.path.prepend(row.name());
  return false;
}
template <class Value, class T>
template <class Member>
MEDUSA_HOT constexpr bool ordered_reader<Value, T>::operator()(Member, Value& value) {
  auto& member = object.*Member::pointer;
  usual_value::outcome const usual = usual_value::read(value, member);
  if (usual == usual_value::outcome::taken) return true;
  Value again(value);  // so that nobody gets the address of the first, which lives in registers
  this->into.note_place(again);
  if (usual == usual_value::outcome::too_long) this->into.template note<T>(again.glance().size());
  else if (this->into.fill(again, member)) return true;
  this->into.error_.path.prepend(Member::name);
  return false;
}
template <class Value, class T, class Member>
constexpr bool read_member(decoder& d, Value& value, erased const& out) {
  auto& member = unerase<T>(out).*Member::pointer;
  if constexpr (described<std::remove_reference_t<decltype(member)>>)
    reset(member);  // it may come twice
  return d.fill(value, member);
}
/// Reads the object itself, which is a member of what is around it.
template <class Value, class T>
constexpr bool read_whole(decoder& d, Value& value, erased const& out) {
  make_fresh<T>(out);  // it may come twice
  return d.fill(value, unerase<T>(out));
}
}  // namespace detail
}  // namespace medusa::inline v0
