// SPDX-License-Identifier: MIT
// Reads one user into an owning struct.
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "user.hpp"

namespace {
std::string text(rapidjson::Value const& v) { return {v.GetString(), v.GetStringLength()}; }
std::optional<std::string> optional(rapidjson::Value const& v) {
  return v.IsNull() ? std::nullopt : std::optional(text(v));
}
std::optional<std::string> raw(rapidjson::Value const& v) {
  if (v.IsNull()) return std::nullopt;
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  v.Accept(writer);
  return std::string(out.GetString(), out.GetSize());
}
}  // namespace

bool read(std::string_view body, user& out) {
  rapidjson::Document root;
  root.Parse<rapidjson::kParseValidateEncodingFlag>(body.data(), body.size());
  if (root.HasParseError()) return false;
  auto const& v = root["user"];
  out = {.id = text(v["id"]),
         .created_at = text(v["created_at"]),
         .updated_at = text(v["updated_at"]),
         .deleted_at = optional(v["deleted_at"]),
         .role = optional(v["role"]),
         .email = text(v["email"]),
         .first_name = optional(v["first_name"]),
         .last_name = optional(v["last_name"]),
         .api_token = optional(v["api_token"]),
         .metadata = raw(v["metadata"])};
  return true;
}
