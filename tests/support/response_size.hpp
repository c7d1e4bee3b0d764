// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include <medusa/core/ascii.hpp>

namespace support {

/// Of the response in `input`, to a request that is no HEAD; more than there is while it is not
/// complete. One without a length would end with its connection: none of our servers sends that.
inline std::size_t response_size(std::string_view input) {
  std::size_t const incomplete = input.size() + 1;
  std::size_t const head = input.find("\r\n\r\n");
  if (head == std::string_view::npos) return incomplete;
  std::string_view const status = input.substr(input.find(' ') + 1, 3);
  if (status == "204" || status == "304") return head + 4;
  std::size_t length = 0;
  bool chunked = false;
  for (std::size_t at = input.find("\r\n"); at < head; at = input.find("\r\n", at + 2)) {
    std::string_view const line = input.substr(at + 2, input.find("\r\n", at + 2) - at - 2);
    std::size_t const colon = line.find(':');
    std::string_view const name = line.substr(0, colon);
    if (medusa::ascii::iequals(name, "Content-Length"))
      length = std::strtoul(std::string(line.substr(colon + 1)).c_str(), nullptr, 10);
    if (medusa::ascii::iequals(name, "Transfer-Encoding")) chunked = true;
  }
  if (!chunked) return head + 4 + length;
  for (std::size_t at = head + 4;;) {
    std::size_t const line = input.find("\r\n", at);
    if (line == std::string_view::npos) return incomplete;
    std::size_t const size =
        std::strtoul(std::string(input.substr(at, line - at)).c_str(), nullptr, 16);
    at = line + 2 + size + 2;
    if (size == 0) return at;
    if (at > input.size()) return incomplete;
  }
}

}  // namespace support
