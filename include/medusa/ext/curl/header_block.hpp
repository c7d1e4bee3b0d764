// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/ext/curl/text_buffer.hpp>

namespace medusa::inline v0::ext::detail {

/// The header fields of the final response, picked from all the lines that libcurl reports for a
/// transfer: interim responses (1xx), the answer of a proxy to CONNECT, and trailers come the same
/// way.
class header_block {
 public:
  /// Takes one line, with or without its line end. False when there is no memory.
  [[nodiscard]] bool add(std::string_view line) noexcept {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (!open_ && line.starts_with("HTTP/")) {
      fields_.clear();
      open_ = true;
      complete_ = false;
      return true;
    }
    if (line.empty() && open_) {
      open_ = false;
      complete_ = true;
    }
    if (!open_)
      return true;  // a trailer: RFC 9110 section 6.5.1 forbids to merge it into the header
    if (line.front() == ' ' || line.front() == '\t') return unfold(line);
    return fields_.append(line) && fields_.append("\n");
  }

  /// Whether the empty line after the last header has come.
  [[nodiscard]] bool complete() const noexcept { return complete_; }

  /// The n-th field of that name, whatever its case, without the white space around it. O(size).
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name,
                                                     std::size_t n) const noexcept {
    std::size_t before = 0;
    for (std::string_view rest = fields_.view(); !rest.empty();) {
      std::string_view const line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      std::size_t const colon = line.find(':');
      if (colon != std::string_view::npos && ascii::iequals(line.substr(0, colon), name) &&
          before++ == n)
        return ascii::trim(line.substr(colon + 1));
    }
    return std::nullopt;
  }

 private:
  /// A value may go on in a line that begins with white space (RFC 9112 section 5.2, obsolete).
  [[nodiscard]] bool unfold(std::string_view line) noexcept {
    if (fields_.size() == 0) return true;
    fields_.pop_back();
    return fields_.append(" ") && fields_.append(ascii::trim(line)) && fields_.append("\n");
  }

  text_buffer fields_{};  ///< each as it came, ended by one newline
  bool open_ = false;     ///< between a status line and the empty line
  bool complete_ = false;
};

}  // namespace medusa::inline v0::ext::detail
