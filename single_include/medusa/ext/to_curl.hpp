// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../http/secret_name.hpp"
#include "../medusa.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

// medusa/ext/to_curl.hpp

namespace medusa::inline v0::ext {

namespace detail {

/// One word of a POSIX shell: in single quotes, where nothing but their end means anything.
[[nodiscard]] inline std::string shell_word(std::string_view text) {
  std::string word = "'";
  for (char const c : text) {
    if (c == '\'') word += R"('\'')";
    else word += c;
  }
  return word += '\'';
}

/// Writes a document without the values of members with secret names.
class json_redactor {
 public:
  explicit json_redactor(std::string_view document) : document_(document) {}

  void walk(json::scanner::value& v) {
    if (v.kind() == json::kind::object) {
      static_cast<void>(v.for_each_member([this](json::text name, json::scanner::value& member) {
        std::string key(json::unescaped_size(name), '\0');
        json::unescape(name, key.data());
        if (!is_secret_name(key)) walk(member);
        else if (member.kind() != json::kind::null) replace(member);
        return true;
      }));
    } else if (v.kind() == json::kind::array) {
      static_cast<void>(v.for_each_element([this](json::scanner::value& element) {
        walk(element);
        return true;
      }));
    }
  }
  [[nodiscard]] std::string finish() { return out_.append(slice(document_, done_)); }

 private:
  void replace(json::scanner::value& v) {
    std::size_t const at = v.offset();
    out_.append(slice(document_, done_, at - done_)).append(1, '"').append(redacted).append(1, '"');
    done_ = at + v.raw().size();
  }

  std::string_view document_;
  std::string out_{};
  std::size_t done_ = 0;
};

/// In what is not JSON no secret can be recognised, so nothing of it is shown.
[[nodiscard]] inline std::string redacted_body(std::string_view body) {
  json_redactor without(body);
  auto const malformed =
      json::scanner::visit(body, [&](json::scanner::value& root) { without.walk(root); });
  return malformed ? std::string(redacted) : without.finish();
}

[[nodiscard]] inline std::string redacted_url(std::string_view url) {
  std::size_t const query = std::min(url.find('?'), url.size());
  std::string out(slice(url, 0, query));
  for (url.remove_prefix(query); !url.empty();) {  // `?` or `&`, and a parameter
    std::string_view const each = slice(url, 0, url.find('&', 1));
    std::size_t const equals = std::min(each.find('='), each.size());
    bool const secret = equals < each.size() && is_secret_parameter(slice(each, 1, equals - 1));
    out += secret ? std::string(slice(each, 0, equals + 1)).append(redacted) : std::string(each);
    url.remove_prefix(each.size());
  }
  return out;
}

}  // namespace detail

/// A request as a command line for a POSIX shell, to be shown in a bug report. REDACTED stands in
/// place of every secret: the values of secret headers (`is_secret_header`), of parameters and JSON
/// members with secret names (`is_secret_name`), at any depth, and a whole body that is not JSON. A
/// secret under another name, as in metadata, is not known to be one. O(request).
[[nodiscard]] inline std::string to_curl(request const& r) {
  std::string line = "curl --globoff -X ";
  line.append(to_string(r.method))
      .append(1, ' ')
      .append(detail::shell_word(detail::redacted_url(r.url)));
  for (auto const& each : r.headers) {
    std::string field(each.name);
    if (each.value.empty()) field += ';';  // `Name:` would leave the header out
    else field.append(": ").append(is_secret_header(each.name) ? redacted : each.value);
    line.append(" -H ").append(detail::shell_word(field));
  }
  if (!r.body.empty())
    line.append(" --data-raw ").append(detail::shell_word(detail::redacted_body(r.body)));
  return line;
}

}  // namespace medusa::inline v0::ext
