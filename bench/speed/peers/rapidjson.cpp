// SPDX-License-Identifier: MIT
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "../plain.hpp"

namespace {

using rapidjson::Value;
using user = bench::plain_user<std::string>;

std::string text(Value const& v) { return {v.GetString(), v.GetStringLength()}; }
std::optional<std::string> optional(Value const& v) {
  if (v.IsNull()) return std::nullopt;
  return text(v);
}
std::optional<std::string> raw(Value const& v) {
  if (v.IsNull()) return std::nullopt;
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  v.Accept(writer);
  return std::string(out.GetString(), out.GetSize());
}

user to_user(Value const& v) {
  return {.id = text(v["id"]),
          .created_at = text(v["created_at"]),
          .updated_at = text(v["updated_at"]),
          .deleted_at = optional(v["deleted_at"]),
          .role = optional(v["role"]),
          .email = text(v["email"]),
          .first_name = optional(v["first_name"]),
          .last_name = optional(v["last_name"]),
          .api_token = optional(v["api_token"]),
          .metadata = raw(v["metadata"])};
}

bool write(bench::shape shape, std::string* digest) {
  auto const& e = bench::example;
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  auto const key = [&](std::string_view name) {
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  };
  auto const member = [&](std::string_view name, std::string_view value) {
    key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartObject();
  switch (shape) {
    case bench::shape::create:
      member("email", e.email), member("first_name", e.first_name);
      member("last_name", e.last_name), member("role", e.role), member("password", e.password);
      break;
    case bench::shape::update:
      member("first_name", e.new_name), key("last_name"), writer.Null(), member("role", e.role);
      key("metadata"), writer.StartObject();
      member("plan", e.plan), key("seats"), writer.Int64(e.seats), writer.EndObject();
      break;
    case bench::shape::reset_password:
      member("email", e.email), member("token", e.token), member("password", e.password);
      break;
    case bench::shape::send_token: member("email", e.email); break;
    default: return false;
  }
  writer.EndObject();
  return bench::written({out.GetString(), out.GetSize()}, digest);
}

bool run(bench::shape shape, bench::body body, std::string* digest) {
  if (is_request(shape)) return write(shape, digest);
  rapidjson::Document root;
  root.ParseInsitu<rapidjson::kParseValidateEncodingFlag>(body.data());
  if (root.HasParseError()) return false;
  if (shape == bench::shape::user) {
    user const u = to_user(root["user"]);
    if (digest != nullptr) bench::add(*digest, u);
  } else if (shape == bench::shape::page) {
    bench::plain_page<std::string> page;
    for (Value const& each : root["users"].GetArray()) page.users.push_back(to_user(each));
    page.count = root["count"].GetInt64(), page.offset = root["offset"].GetInt64(),
    page.limit = root["limit"].GetInt64();
    if (digest != nullptr) bench::add(*digest, page);
  } else {
    bench::plain_refusal<std::string> const r{text(root["type"]), text(root["code"]),
                                              text(root["message"])};
    if (digest != nullptr) bench::add(*digest, r);
  }
  return true;
}

bench::peer const peer{"RapidJSON", bench::result_kind::owned, false,
                       "parsed in place; metadata written anew", run};

}  // namespace
