// SPDX-License-Identifier: MIT
#include <simdjson.h>

#include "../plain.hpp"

namespace {

namespace ondemand = simdjson::ondemand;

template <class Text>
Text text(simdjson::simdjson_result<ondemand::value> v) {
  return Text(std::string_view(v.get_string()));
}
template <class Text>
std::optional<Text> optional(simdjson::simdjson_result<ondemand::value> v) {
  if (v.is_null()) return std::nullopt;
  return text<Text>(v);
}
template <class Text>
std::optional<Text> raw(simdjson::simdjson_result<ondemand::value> v) {
  if (v.is_null()) return std::nullopt;
  return Text(std::string_view(simdjson::to_json_string(v)));
}

/// In the order of the document it looks a name up at no cost.
template <class Text>
void to_user(ondemand::object v, bench::plain_user<Text>& u) {
  u.id = text<Text>(v["id"]), u.created_at = text<Text>(v["created_at"]),
  u.updated_at = text<Text>(v["updated_at"]);
  u.deleted_at = optional<Text>(v["deleted_at"]), u.role = optional<Text>(v["role"]),
  u.email = text<Text>(v["email"]);
  u.first_name = optional<Text>(v["first_name"]), u.last_name = optional<Text>(v["last_name"]);
  u.api_token = optional<Text>(v["api_token"]), u.metadata = raw<Text>(v["metadata"]);
}

template <class Text>
bool run(bench::shape shape, bench::body body, std::string* digest) {
  if (is_request(shape)) return false;  // this version writes none
  static ondemand::parser parser;       // keeps its memory, as its manual wants it
  auto document =
      parser.iterate(simdjson::padded_string_view(body.data(), body.size(), body.size() + 64));
  ondemand::object root = document.get_object();
  if (shape == bench::shape::user) {
    bench::plain_user<Text> u;
    to_user(root["user"].get_object(), u);
    if (digest != nullptr) bench::add(*digest, u);
  } else if (shape == bench::shape::page) {
    bench::plain_page<Text> page;
    for (auto each : root["users"].get_array())
      to_user(each.get_object(), page.users.emplace_back());
    page.count = root["count"], page.offset = root["offset"], page.limit = root["limit"];
    if (digest != nullptr) bench::add(*digest, page);
  } else {
    bench::plain_refusal<Text> r;
    r.code = text<Text>(root["code"]), r.type = text<Text>(root["type"]),
    r.message = text<Text>(root["message"]);
    if (digest != nullptr) bench::add(*digest, r);
  }
  return true;
}

constexpr char const* note = "does not check grammar inside metadata and what it skips";
bench::peer const owned{"simdjson", bench::result_kind::owned, false, note, run<std::string>};
bench::peer const views{"simdjson views", bench::result_kind::view, false, note,
                        run<std::string_view>};

}  // namespace
