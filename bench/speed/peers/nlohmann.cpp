// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "../plain.hpp"

namespace {

using json = nlohmann::ordered_json;
using user = bench::plain_user<std::string>;

std::optional<std::string> optional(json const& v) {
  if (v.is_null()) return std::nullopt;
  return v.get<std::string>();
}

user to_user(json const& v) {
  json const& metadata = v.at("metadata");
  return {.id = v.at("id"),
          .created_at = v.at("created_at"),
          .updated_at = v.at("updated_at"),
          .deleted_at = optional(v.at("deleted_at")),
          .role = optional(v.at("role")),
          .email = v.at("email"),
          .first_name = optional(v.at("first_name")),
          .last_name = optional(v.at("last_name")),
          .api_token = optional(v.at("api_token")),
          .metadata = metadata.is_null() ? std::nullopt : std::optional(metadata.dump())};
}

/// The body of a request; null when it has none.
json request(bench::shape shape) {
  auto const& e = bench::example;
  switch (shape) {
    case bench::shape::create:
      return {{"email", e.email},
              {"first_name", e.first_name},
              {"last_name", e.last_name},
              {"role", e.role},
              {"password", e.password}};
    case bench::shape::update:
      return {{"first_name", e.new_name},
              {"last_name", nullptr},
              {"role", e.role},
              {"metadata", {{"plan", e.plan}, {"seats", e.seats}}}};
    case bench::shape::reset_password:
      return {{"email", e.email}, {"token", e.token}, {"password", e.password}};
    case bench::shape::send_token: return {{"email", e.email}};
    default: return nullptr;
  }
}

bool run(bench::shape shape, bench::body body, std::string* digest) {
  if (is_request(shape)) return has_body(shape) && bench::written(request(shape).dump(), digest);
  json const root = json::parse(body.begin(), body.end());
  if (shape == bench::shape::user) {
    user const u = to_user(root.at("user"));
    if (digest != nullptr) bench::add(*digest, u);
  } else if (shape == bench::shape::page) {
    bench::plain_page<std::string> page;
    for (json const& each : root.at("users")) page.users.push_back(to_user(each));
    page.count = root.at("count"), page.offset = root.at("offset"), page.limit = root.at("limit");
    if (digest != nullptr) bench::add(*digest, page);
  } else {
    bench::plain_refusal<std::string> const r{root.at("type"), root.at("code"), root.at("message")};
    if (digest != nullptr) bench::add(*digest, r);
  }
  return true;
}

bench::peer const peer{"nlohmann", bench::result_kind::owned, false, "metadata written anew", run};

}  // namespace
