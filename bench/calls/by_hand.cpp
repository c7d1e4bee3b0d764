// SPDX-License-Identifier: MIT
// The same by hand: libcurl, snprintf and simdjson. usage: by_hand URL serial|parallel CALLS
#include <curl/curl.h>
#include <simdjson.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spent.hpp"

namespace {

constexpr char const* id = "usr_01JDC0A5R7QK8Z3M6W9X200001";

struct user {
  std::string id{}, created_at{}, updated_at{};
  std::optional<std::string> deleted_at{}, role{};
  std::string email{};
  std::optional<std::string> first_name{}, last_name{}, api_token{}, metadata{};
};

namespace ondemand = simdjson::ondemand;

std::string text(simdjson::simdjson_result<ondemand::value> v) {
  return std::string(std::string_view(v.get_string()));
}
std::optional<std::string> optional(simdjson::simdjson_result<ondemand::value> v) {
  if (v.is_null()) return std::nullopt;
  return text(v);
}

bool read(std::string& body, user& out) {
  static ondemand::parser parser;
  body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
  auto document = parser.iterate(body);
  ondemand::object v = document["user"].get_object();
  out.id = text(v["id"]), out.created_at = text(v["created_at"]),
  out.updated_at = text(v["updated_at"]);
  out.deleted_at = optional(v["deleted_at"]), out.role = optional(v["role"]),
  out.email = text(v["email"]);
  out.first_name = optional(v["first_name"]), out.last_name = optional(v["last_name"]);
  out.api_token = optional(v["api_token"]);
  ondemand::value metadata = v["metadata"];
  if (!metadata.is_null())
    out.metadata = std::string(std::string_view(simdjson::to_json_string(metadata)));
  return !out.id.empty();
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(bytes, size * count);
  return size * count;
}

struct call {
  CURL* easy = curl_easy_init();
  std::string body{};

  call(std::string const& base, curl_slist* headers) {
    char url[256];
    std::snprintf(url, sizeof url, "%s/admin/users/%s", base.c_str(), id);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L);
  }
  bool finish() {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    user out;
    bool const good = status == 200 && read(body, out);
    body.clear();
    return good;
  }
};

int serial(std::string const& base, curl_slist* headers, int calls) {
  call one(base, headers);
  if (curl_easy_perform(one.easy) != CURLE_OK || !one.finish()) return 1;
  bench::spent const spent;
  for (int i = 0; i < calls; ++i) {
    char url[256];
    std::snprintf(url, sizeof url, "%s/admin/users/%s", base.c_str(), id);
    curl_easy_setopt(one.easy, CURLOPT_URL, url);
    if (curl_easy_perform(one.easy) != CURLE_OK || !one.finish()) return 1;
  }
  spent.print(calls);
  return 0;
}

int parallel(std::string const& base, curl_slist* headers, int calls) {
  CURLM* const multi = curl_multi_init();
  std::vector<std::unique_ptr<call>> all;
  bench::spent const spent;
  int begun = 0;
  int done = 0;
  for (; begun < 32; ++begun) {
    all.push_back(std::make_unique<call>(base, headers));
    curl_multi_add_handle(multi, all.back()->easy);
  }
  while (done != calls) {
    int running = 0;
    int left = 0;
    curl_multi_perform(multi, &running);
    while (CURLMsg const* const message = curl_multi_info_read(multi, &left)) {
      call* one = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &one);
      curl_multi_remove_handle(multi, one->easy);
      if (!one->finish()) return 1;
      ++done;
      if (begun < calls) curl_multi_add_handle(multi, one->easy), ++begun;
    }
    if (done != calls) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
  }
  spent.print(calls);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  curl_global_init(CURL_GLOBAL_ALL);
  curl_slist* headers = curl_slist_append(nullptr, "Accept: application/json");
  headers = curl_slist_append(headers, "x-medusa-access-token: a-token-of-some-length");
  int const calls = std::atoi(arguments[3]);
  return std::string_view(arguments[2]) == "serial" ? serial(arguments[1], headers, calls)
                                                    : parallel(arguments[1], headers, calls);
}
