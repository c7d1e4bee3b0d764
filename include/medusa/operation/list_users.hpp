// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include <medusa/core/hot.hpp>
#include <medusa/model/role.hpp>
#include <medusa/model/timestamp.hpp>
#include <medusa/model/user_page.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/one_or_many.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/query_cursor.hpp>
#include <medusa/operation/user_field.hpp>

namespace medusa::inline v0::detail {

/// What `encode_text` takes for an index where there is none.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// One value of a filter, as a member of a list if it has an index; `wrong` when there is no text.
MEDUSA_HOT constexpr void encode_text(query_way& w, char const* name, std::size_t index,
                                      std::string_view const& text, errc wrong) {
  if (text.empty()) w.fail(wrong, name);
  if (index == no_index) w.query(name, text);
  else w.query_indexed(name, index, text);
}
MEDUSA_HOT constexpr void encode_value(query_way& w, char const* name, std::size_t index,
                                       std::string_view const& text) {
  encode_text(w, name, index, text, errc::missing_value);
}
template <texted_enum Enum>
MEDUSA_HOT constexpr void encode_value(query_way& w, char const* name, std::size_t index,
                                       Enum value) {
  encode_text(w, name, index, text_of_value(value), errc::invalid_value);
}

/// A filter of one value or several. Indexed names are what the official client sends, but Express
/// before 4.22.2 takes an index beyond 20 for a name, and the server then refuses the filter:
/// longer lists go as repeated names, which all but 4.22.0 and 4.22.1 take in any number. (No
/// member of list_users: clang does not instantiate a member template in time for constant
/// evaluation.)
template <class T>
MEDUSA_HOT constexpr void encode_texts(query_way& w, char const* name,
                                       one_or_many<T> const& filter) {
  if (filter.one()) return encode_value(w, name, no_index, *filter.one());
  if (!filter.many()) return;
  auto const& values = *filter.many();
  if (values.empty()) w.fail(errc::missing_value, name);
  for (std::size_t i = 0; i < values.size(); ++i)
    encode_value(w, name, values.size() <= 20 ? i : no_index, values[i]);
}
}  // namespace medusa::inline v0::detail

namespace medusa::inline v0::admin {

/// Bounds of a date; all that are given hold. A date without a value is refused.
struct date_range {
  std::optional<timestamp> lt{};
  std::optional<timestamp> gt{};
  std::optional<timestamp> lte{};
  std::optional<timestamp> gte{};
};

/// Lists users (`GET /admin/users`). What is not given is not sent, with these exceptions on
/// bounded storage: `limit` is then what the storage takes, and a larger one, or 0, is
/// `out_of_range`.
///
/// As a name the text `null` finds those who have none, and as `q` it is answered with 500: the
/// server takes it for null.
struct list_users {
  std::optional<std::string_view> email{};       ///< exact; e-mails are stored in lower case
  std::optional<std::string_view> first_name{};  ///< exact
  std::optional<std::string_view> last_name{};   ///< exact
  /// Part of e-mail, first or last name, whatever the case; `%` and `_` are wildcards, and the
  /// three filters above are then ignored. An empty text is no search (the server answers it with
  /// 500).
  std::string_view q{};
  std::optional<order_by> order{};
  one_or_many<std::string_view> id{};
  one_or_many<admin::role> role{};
  date_range
      created_at{};  ///< the stored dates have microseconds: `lte` what was read finds nothing
  date_range updated_at{};
  date_range deleted_at{};                ///< the only way to see deleted users
  std::optional<std::uint64_t> offset{};  ///< users to skip; the server's default is 0
  std::optional<std::uint64_t>
      limit{};  ///< most users to send; the server's default is 50, 0 is no limit
  user_fields fields{};

  static constexpr operation_info info{.method = method::get};
  template <storage S>
  using result_type = basic_user_page<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
    encode_query(w, true);
  }

  /// `with_page`: `offset` and `limit` as well.
  constexpr void encode_query(request_writer& writer, bool with_page) const {
    medusa::detail::query_way w(writer);
    encode_filter(w);
    if (with_page) encode_page(w, offset, limit);
    encode_fields(w);
  }
  MEDUSA_HOT static constexpr void encode_page(medusa::detail::query_way& w,
                                               std::optional<std::uint64_t> offset,
                                               std::optional<std::uint64_t> limit) {
    using medusa::detail::field_name;
    if (w.max_items()) {
      if (limit && (*limit == 0 || *limit > *w.max_items()))
        w.fail(errc::out_of_range, field_name<"limit">);
      if (!limit) limit = w.max_items();
    }
    if (offset) w.query(field_name<"offset">, *offset);
    if (limit) w.query(field_name<"limit">, *limit);
  }

  /// The request alone, for whoever moves the bytes; see `build_request`.
  template <request_memory Buffer, class Options>
  constexpr result<medusa::request, encode_error> request(
      Buffer& buffer, Options const& options,
      call_options const& call = default_call_options) const {
    return build_request(*this, buffer, options, call);
  }

 private:
  using query_way = medusa::detail::query_way;

  MEDUSA_HOT constexpr void encode_filter(query_way& w) const {
    using medusa::detail::encode_texts;
    using medusa::detail::field_name;
    if (email) w.query(field_name<"email">, *email);
    if (first_name) w.query(field_name<"first_name">, *first_name);
    if (last_name) w.query(field_name<"last_name">, *last_name);
    if (!q.empty()) w.query("q", q);
    encode_order(w);
    encode_texts(w, field_name<"id">, id);
    encode_texts(w, field_name<"role">, role);
    encode_range(w, field_name<"created_at">, created_at);
    encode_range(w, field_name<"updated_at">, updated_at);
    encode_range(w, field_name<"deleted_at">, deleted_at);
  }
  MEDUSA_HOT constexpr void encode_fields(query_way& w) const {
    bool first = true;
    for (user_field const each : fields.fields()) {
      encode_field(w, "fields", each, fields.excludes(), first);
      first = false;
    }
  }
  MEDUSA_HOT constexpr void encode_order(query_way& w) const {
    if (order)
      encode_field(w, "order", order->field, order->direction == direction::descending, true);
  }
  /// The first of a list begins the parameter, the others follow a comma.
  MEDUSA_HOT static constexpr void encode_field(query_way& w, char const* name, user_field field,
                                                bool minus, bool first) {
    if (first) w.query(name);
    else w.more(name, "%2C");
    std::string_view const& text = medusa::detail::text_of_value(field);
    if (text.empty()) w.fail(errc::invalid_value, name);
    if (minus) w.more(name, "-");
    w.more(name, text);
  }
  MEDUSA_HOT static constexpr void encode_range(query_way& w, char const* name,
                                                date_range const& range) {
    encode_bound(w, name, "lt", range.lt);
    encode_bound(w, name, "gt", range.gt);
    encode_bound(w, name, "lte", range.lte);
    encode_bound(w, name, "gte", range.gte);
  }
  MEDUSA_HOT static constexpr void encode_bound(query_way& w, char const* name, char const* key,
                                                std::optional<timestamp> const& date) {
    if (date) w.query_date(name, key, *date);
  }
};

}  // namespace medusa::inline v0::admin
