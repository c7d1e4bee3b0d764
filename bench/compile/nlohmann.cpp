// SPDX-License-Identifier: MIT
// Reads one user into an owning struct.
#include <nlohmann/json.hpp>

#include "user.hpp"

namespace {
std::optional<std::string> optional(nlohmann::json const& v) {
  return v.is_null() ? std::nullopt : std::optional(v.get<std::string>());
}
}  // namespace

bool read(std::string_view body, user& out) {
  auto const root = nlohmann::json::parse(body, nullptr, false);
  if (root.is_discarded()) return false;
  auto const& v = root.at("user");
  auto const& metadata = v.at("metadata");
  out = {.id = v.at("id"),
         .created_at = v.at("created_at"),
         .updated_at = v.at("updated_at"),
         .deleted_at = optional(v.at("deleted_at")),
         .role = optional(v.at("role")),
         .email = v.at("email"),
         .first_name = optional(v.at("first_name")),
         .last_name = optional(v.at("last_name")),
         .api_token = optional(v.at("api_token")),
         .metadata = metadata.is_null() ? std::nullopt : std::optional(metadata.dump())};
  return true;
}
