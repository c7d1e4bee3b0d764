// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "json_value.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// medusa/testing/fake_medusa/stored_user.hpp

namespace medusa::inline v0::testing::fake {

/// A row of the table of users.
struct stored_user {
  std::string id{};
  std::int64_t created_at{};  ///< microseconds since the epoch, which is what the database holds
  std::int64_t updated_at{};
  std::optional<std::int64_t> deleted_at{};
  std::optional<std::string> role{};
  std::string email{};
  std::optional<std::string> first_name{};
  std::optional<std::string> last_name{};
  std::optional<std::string> password_hash{};  ///< none after a creation with an empty password
  std::optional<std::string> api_token{};
  std::optional<json_value> metadata{};

  friend bool operator==(stored_user const&, stored_user const&) = default;
};

/// The columns, in the order in which the server writes them.
inline constexpr std::array<std::string_view, 11> user_columns{
    "id",         "created_at", "updated_at",    "deleted_at", "role",    "email",
    "first_name", "last_name",  "password_hash", "api_token",  "metadata"};

/// The date as it is sent: in milliseconds, rounded down.
[[nodiscard]] inline json_value date_value(std::int64_t microseconds) {
  return json_value::of(timestamp::from_unix_ms(microseconds / 1000).text());
}

/// The value of a column; nothing for a name that is none.
[[nodiscard]] inline std::optional<json_value> column_value(stored_user const& user,
                                                            std::string_view column) {
  auto const text = [](std::optional<std::string> const& value) {
    return value ? json_value::of(std::string_view(*value)) : json_value();
  };
  if (column == "id") return json_value::of(std::string_view(user.id));
  if (column == "created_at") return date_value(user.created_at);
  if (column == "updated_at") return date_value(user.updated_at);
  if (column == "deleted_at") return user.deleted_at ? date_value(*user.deleted_at) : json_value();
  if (column == "role") return text(user.role);
  if (column == "email") return json_value::of(std::string_view(user.email));
  if (column == "first_name") return text(user.first_name);
  if (column == "last_name") return text(user.last_name);
  if (column == "password_hash") return text(user.password_hash);
  if (column == "api_token") return text(user.api_token);
  if (column == "metadata") return user.metadata ? *user.metadata : json_value();
  return std::nullopt;
}

/// An object of the given columns, in the given order.
[[nodiscard]] inline json_value user_value(stored_user const& user,
                                           std::span<std::string_view const> columns) {
  json_value out{.kind = json::kind::object};
  for (std::string_view const column : columns)
    out.set(column, column_value(user, column).value_or(json_value()));
  return out;
}

/// What every answer but that of a creation shows: all but the hash.
[[nodiscard]] inline json_value user_value(stored_user const& user) {
  json_value out = user_value(user, user_columns);
  out.erase("password_hash");
  return out;
}

}  // namespace medusa::inline v0::testing::fake
