// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/testing/fake_medusa/json_value.hpp>
#include <medusa/testing/fake_medusa/letter_case.hpp>
#include <medusa/testing/fake_medusa/stored_user.hpp>

// What creations and updates write. The bodies have been validated.
namespace medusa::inline v0::testing::fake {

/// A text; nothing for null, and for what is absent.
[[nodiscard]] inline std::optional<std::string> optional_text(json_value const& body,
                                                              std::string_view name) {
  json_value const* const value = body.find(name);
  if (value == nullptr || value->kind != json::kind::string) return std::nullopt;
  return value->text;
}

/// Whether the database can store it: a text in PostgreSQL holds no NUL.
[[nodiscard]] inline bool is_storable(stored_user const& user) {
  for (auto const* const column : {&user.first_name, &user.last_name, &user.api_token})
    if (*column && (*column)->find('\0') != std::string::npos) return false;
  return !user.metadata || !holds_nul(*user.metadata);
}

/// The user of a creation, without id, dates and password.
[[nodiscard]] inline stored_user created_user(json_value const& body) {
  stored_user user{.role = optional_text(body, "role"),
                   .email = lower_case(body.find("email")->text),
                   .first_name = optional_text(body, "first_name"),
                   .last_name = optional_text(body, "last_name")};
  if (body.find("role") == nullptr) user.role = "member";
  return user;
}

/// What a creation answers: first what the body gave, then the rest.
[[nodiscard]] inline json_value created_user_value(stored_user const& user,
                                                   json_value const& body) {
  std::vector<std::string_view> columns;
  std::vector<std::string_view> rest{"id", "deleted_at"};
  for (std::string_view const name : {"role", "email", "first_name", "last_name"})
    (body.find(name) != nullptr ? columns : rest).push_back(name);
  columns.insert(columns.end(), rest.begin(), rest.end());
  columns.insert(columns.end(), {"api_token", "metadata", "created_at", "updated_at"});
  return user_value(user, columns);
}

/// Metadata after an update: members are replaced whole, an empty text deletes the member of its
/// name, null is stored. `__proto__` is lost on the server's way from text to object.
[[nodiscard]] inline json_value merged_metadata(std::optional<json_value> const& stored,
                                                json_value const& changes) {
  json_value out = stored.value_or(json_value{.kind = json::kind::object});
  for (std::size_t i = 0; i < changes.names.size(); ++i) {
    json_value const& value = changes.values[i];
    if (value.kind == json::kind::string && value.text.empty()) out.erase(changes.names[i]);
    else if (changes.names[i] != "__proto__") out.set(changes.names[i], value);
  }
  return out;
}

/// The user after an update, dates untouched. Metadata is in the order of the merge, which is how
/// the update itself answers; `stored_as_jsonb` brings it into that of the database.
[[nodiscard]] inline stored_user updated_user(stored_user user, json_value const& body) {
  if (body.find("first_name") != nullptr) user.first_name = optional_text(body, "first_name");
  if (body.find("last_name") != nullptr) user.last_name = optional_text(body, "last_name");
  if (body.find("role") != nullptr) user.role = optional_text(body, "role");
  if (body.find("api_token") != nullptr) user.api_token = optional_text(body, "api_token");
  json_value const* const metadata = body.find("metadata");
  if (metadata != nullptr && metadata->kind == json::kind::object)
    user.metadata = merged_metadata(user.metadata, *metadata);
  return user;
}

}  // namespace medusa::inline v0::testing::fake
