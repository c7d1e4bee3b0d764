// SPDX-License-Identifier: MIT
// Reads one user into an owning struct. Header-only, as the others are: its library would not be
// counted.
#include <boost/json/src.hpp>

#include "user.hpp"

namespace {
std::string text(boost::json::value const& v) { return std::string(v.as_string()); }
std::optional<std::string> optional(boost::json::value const& v) {
  return v.is_null() ? std::nullopt : std::optional(text(v));
}
}  // namespace

bool read(std::string_view body, user& out) {
  boost::system::error_code failed;
  auto const root = boost::json::parse({body.data(), body.size()}, failed);
  if (failed) return false;
  auto const& v = root.at("user").as_object();
  auto const& metadata = v.at("metadata");
  out = {.id = text(v.at("id")),
         .created_at = text(v.at("created_at")),
         .updated_at = text(v.at("updated_at")),
         .deleted_at = optional(v.at("deleted_at")),
         .role = optional(v.at("role")),
         .email = text(v.at("email")),
         .first_name = optional(v.at("first_name")),
         .last_name = optional(v.at("last_name")),
         .api_token = optional(v.at("api_token")),
         .metadata =
             metadata.is_null() ? std::nullopt : std::optional(boost::json::serialize(metadata))};
  return true;
}
