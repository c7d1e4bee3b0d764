// SPDX-License-Identifier: MIT
#include <boost/json.hpp>

#include "../plain.hpp"

namespace {

namespace json = boost::json;
using user = bench::plain_user<std::string>;

std::string text(json::value const& v) {
  auto const& s = v.as_string();
  return {s.data(), s.size()};
}
std::optional<std::string> optional(json::value const& v) {
  if (v.is_null()) return std::nullopt;
  return text(v);
}

user to_user(json::value const& value) {
  json::object const& v = value.as_object();
  json::value const& metadata = v.at("metadata");
  return {.id = text(v.at("id")),
          .created_at = text(v.at("created_at")),
          .updated_at = text(v.at("updated_at")),
          .deleted_at = optional(v.at("deleted_at")),
          .role = optional(v.at("role")),
          .email = text(v.at("email")),
          .first_name = optional(v.at("first_name")),
          .last_name = optional(v.at("last_name")),
          .api_token = optional(v.at("api_token")),
          .metadata = metadata.is_null() ? std::nullopt : std::optional(json::serialize(metadata))};
}

/// The body of a request; null when it has none.
json::value request(bench::shape shape, json::storage_ptr memory) {
  auto const& e = bench::example;
  switch (shape) {
    case bench::shape::create:
      return json::value({{"email", e.email},
                          {"first_name", e.first_name},
                          {"last_name", e.last_name},
                          {"role", e.role},
                          {"password", e.password}},
                         memory);
    case bench::shape::update:
      return json::value({{"first_name", e.new_name},
                          {"last_name", nullptr},
                          {"role", e.role},
                          {"metadata", {{"plan", e.plan}, {"seats", e.seats}}}},
                         memory);
    case bench::shape::reset_password:
      return json::value({{"email", e.email}, {"token", e.token}, {"password", e.password}},
                         memory);
    case bench::shape::send_token:
      // Of one pair it would make a list.
      return json::value(json::object({{"email", e.email}}, memory));
    default: return nullptr;
  }
}

bool run(bench::shape shape, bench::body body, std::string* digest) {
  json::monotonic_resource memory;  // the fastest way that its manual shows
  if (is_request(shape))
    return has_body(shape) && bench::written(json::serialize(request(shape, &memory)), digest);
  json::value const value = json::parse({body.data(), body.size()}, &memory);
  json::object const& root = value.as_object();
  if (shape == bench::shape::user) {
    user const u = to_user(root.at("user"));
    if (digest != nullptr) bench::add(*digest, u);
  } else if (shape == bench::shape::page) {
    bench::plain_page<std::string> page;
    for (json::value const& each : root.at("users").as_array()) page.users.push_back(to_user(each));
    page.count = root.at("count").as_int64(), page.offset = root.at("offset").as_int64();
    page.limit = root.at("limit").as_int64();
    if (digest != nullptr) bench::add(*digest, page);
  } else {
    bench::plain_refusal<std::string> const r{text(root.at("type")), text(root.at("code")),
                                              text(root.at("message"))};
    if (digest != nullptr) bench::add(*digest, r);
  }
  return true;
}

bench::peer const peer{"Boost.JSON", bench::result_kind::owned, false,
                       "monotonic memory; metadata written anew", run};

}  // namespace
