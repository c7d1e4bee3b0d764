// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <curl/curl.h>

#include <medusa/core/ascii.hpp>
#include <medusa/ext/curl/text_buffer.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0::ext::detail {

/// The headers of a request as libcurl wants them: copies, which go when this goes.
class header_list {
 public:
  header_list() = default;
  header_list(header_list const&) = delete;
  header_list& operator=(header_list const&) = delete;
  ~header_list() { curl_slist_free_all(list_); }

  /// Has the header sent. libcurl takes `Name:` for an order to leave it out; `Name;` sends it
  /// empty.
  [[nodiscard]] CURLcode add(header const& h) noexcept {
    std::string_view const value = ascii::trim(h.value);
    if (ascii::has_control(h.name) || ascii::has_control(value)) return CURLE_BAD_FUNCTION_ARGUMENT;
    return value.empty() ? add(h.name, ";", "") : add(h.name, ": ", value);
  }

  /// Keeps libcurl from sending a header of that name by itself.
  [[nodiscard]] CURLcode leave_out(std::string_view name) noexcept { return add(name, ":", ""); }

  [[nodiscard]] curl_slist* get() const noexcept { return list_; }

 private:
  [[nodiscard]] CURLcode add(std::string_view name, std::string_view mark,
                             std::string_view value) noexcept {
    text_buffer line;
    bool const whole =
        line.append(name) && line.append(mark) && line.append(value) && line.append({"", 1});
    curl_slist* const more = whole ? curl_slist_append(list_, line.view().data()) : nullptr;
    if (more == nullptr) return CURLE_OUT_OF_MEMORY;
    list_ = more;
    return CURLE_OK;
  }

  curl_slist* list_ = nullptr;
};

}  // namespace medusa::inline v0::ext::detail
