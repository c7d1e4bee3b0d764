// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

#include <curl/curl.h>

#include <medusa/core/ascii.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0::ext::detail {

/// The headers of a request as libcurl wants them: copies, which go when this goes. They are one
/// piece of memory, the nodes of the list before the lines; `curl_slist_append` takes two for each.
class header_list {
 public:
  /// Has these headers sent, and no others of `own`: names that libcurl may send by itself. In place
  /// of what the list had. Empty after an error.
  [[nodiscard]] CURLcode assign(std::span<header const> headers,
                                std::span<std::string_view const> own) noexcept {
    list_.reset();
    std::size_t bytes = (headers.size() + own.size()) * (sizeof(curl_slist) + sizeof(": "));
    for (header const& each : headers) {
      if (ascii::has_control(each.name) || ascii::has_control(ascii::trim(each.value)))
        return CURLE_BAD_FUNCTION_ARGUMENT;
      bytes += each.name.size() + each.value.size();
    }
    for (std::string_view const name : own) bytes += name.size();
    if (headers.empty() && own.empty()) return CURLE_OK;
    list_.reset(static_cast<curl_slist*>(std::malloc(bytes)));
    if (list_ == nullptr) return CURLE_OUT_OF_MEMORY;

    curl_slist* node = list_.get();
    auto* at = reinterpret_cast<char*>(node + headers.size() + own.size());
    // libcurl takes `Name:` for an order to leave it out; `Name;` sends it empty.
    auto const add = [&](std::string_view name, std::string_view mark, std::string_view value) {
      *node = {.data = at, .next = node + 1};
      ++node;
      for (std::string_view const part : {name, mark, value, std::string_view("", 1)})
        if (!part.empty())
          at = static_cast<char*>(std::memcpy(at, part.data(), part.size())) + part.size();
    };
    for (header const& each : headers) {
      std::string_view const value = ascii::trim(each.value);
      add(each.name, value.empty() ? ";" : ": ", value);
    }
    for (std::string_view const name : own)
      if (!has(headers, name)) add(name, ":", "");
    (node - 1)->next = nullptr;
    return CURLE_OK;
  }

  /// Null when nothing was assigned, or it could not be.
  [[nodiscard]] curl_slist* get() const noexcept { return list_.get(); }

 private:
  struct freeing {
    void operator()(curl_slist* list) const noexcept { std::free(list); }
  };

  [[nodiscard]] static bool has(std::span<header const> headers, std::string_view name) noexcept {
    for (header const& each : headers)
      if (ascii::iequals(each.name, name)) return true;
    return false;
  }

  std::unique_ptr<curl_slist, freeing> list_{};
};

}  // namespace medusa::inline v0::ext::detail
