// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/ascii.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/http/secret_name.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/text.hpp>
#include <medusa/json/unescape.hpp>
#include <medusa/testing/recorder/percent_decoded.hpp>
#include <medusa/testing/redacted.hpp>

namespace medusa::inline v0::testing {

/// Takes secrets out of messages: what stands under a secret name (`is_secret_name`), and whatever
/// holds the text of a secret that was met before, wherever it stands. It remembers them for that.
class redactor {
 public:
  /// The body with REDACTED in place of each value under a secret name but null, and of each text
  /// or number that holds a known secret. Of what is not JSON, or holds a secret in the name of a
  /// member, nothing is left but REDACTED: what cannot be recognised cannot be taken out. O(body *
  /// secrets).
  [[nodiscard]] std::string body(std::string_view document) {
    if (document.empty()) return {};
    list_of_cuts cuts;
    bool safe = true;
    auto const malformed =
        json::scanner::visit(document, [&](json::scanner::value& root) { walk(root, cuts, safe); });
    if (malformed || !safe) return std::string(redacted);
    std::string out;
    std::size_t done = 0;
    for (auto const& [from, size] : cuts) {
      out += slice(document, done, from - done);
      out.append(1, '"').append(redacted).append(1, '"');
      done = from + size;
    }
    return out += slice(document, done);
  }

  /// Path and query with REDACTED in place of each value under a secret name, and of each segment
  /// or parameter that holds a known secret.
  [[nodiscard]] std::string target(std::string_view text) {
    std::size_t const path_size = std::min(text.find('?'), text.size());
    std::string out = parts(slice(text, 0, path_size), '/', false);
    if (path_size == text.size()) return out;
    return out += '?' + parts(slice(text, path_size + 1), '&', true);
  }

  /// Remembers the secrets in a secret header of a request: the values of cookies, else the whole
  /// value and what follows its scheme.
  void learn_header(std::string_view name, std::string_view value) {
    bool const cookies = ascii::iequals(name, "Cookie") && value.find('=') != value.npos;
    if (!cookies) {
      learn(value);
      learn(ascii::trim(slice(value, std::min(value.find(' '), value.size()))));
    }
    while (cookies && !value.empty()) {
      std::string_view const pair = slice(value, 0, value.find(';'));
      learn_cookie(pair);
      value.remove_prefix(std::min(pair.size() + 1, value.size()));
    }
  }

  /// Remembers the cookie that a Set-Cookie field sets; its attributes are no secrets.
  void learn_cookie(std::string_view field) {
    std::string_view const pair = slice(field, 0, field.find(';'));
    learn(ascii::trim(slice(pair, pair.find('=') + 1)));
  }

  /// Remembers a secret, also as it is when percent-decoded. The empty text is none.
  void learn(std::string_view secret) {
    if (secret == redacted) return;
    for (std::string each : {std::string(secret), percent_decoded(secret)})
      if (!each.empty() && std::find(secrets_.begin(), secrets_.end(), each) == secrets_.end())
        secrets_.push_back(std::move(each));
  }

  /// Whether a known secret is in the text, as it is or percent-encoded.
  [[nodiscard]] bool finds_secret_in(std::string_view text) const {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    std::string const forms[] = {std::string(text), percent_decoded(text), percent_decoded(spaced)};
    return std::any_of(secrets_.begin(), secrets_.end(), [&](std::string const& secret) {
      return std::any_of(std::begin(forms), std::end(forms),
                         [&](std::string const& form) { return form.find(secret) != form.npos; });
    });
  }

 private:
  static std::string decoded(json::text from) {
    std::string out(json::unescaped_size(from), '\0');
    json::unescape(from, out.data());
    return out;
  }

  using list_of_cuts = std::vector<std::pair<std::size_t, std::size_t>>;

  void walk(json::scanner::value& v, list_of_cuts& cuts, bool& safe) {
    std::size_t const at = v.offset();
    switch (v.kind()) {
      case json::kind::object:
        static_cast<void>(v.for_each_member([&](json::text name, json::scanner::value& member) {
          std::string const key = decoded(name);
          if (!is_secret_name(key)) {
            safe = safe && !finds_secret_in(key);
            walk(member, cuts, safe);
          } else if (member.kind() != json::kind::null) {
            std::size_t const from = member.offset();
            std::string_view const text = member.raw();
            cuts.emplace_back(from, text.size());
            static_cast<void>(
                json::scanner::visit(text, [&](json::scanner::value& all) { learn_all(all); }));
          }
          return true;
        }));
        return;
      case json::kind::array:
        static_cast<void>(v.for_each_element([&](json::scanner::value& element) {
          walk(element, cuts, safe);
          return true;
        }));
        return;
      case json::kind::string: {
        json::text const text = v.string();
        if (finds_secret_in(decoded(text))) cuts.emplace_back(at, text.chars.size() + 2);
        return;
      }
      case json::kind::number: {
        std::string_view const text = v.raw();
        if (finds_secret_in(text)) cuts.emplace_back(at, text.size());
        return;
      }
      case json::kind::null:
      case json::kind::boolean: return;
    }
  }

  /// What stands in a secret: its texts, numbers and names.
  void learn_all(json::scanner::value& v) {
    switch (v.kind()) {
      case json::kind::object:
        static_cast<void>(v.for_each_member([&](json::text name, json::scanner::value& member) {
          if (std::string const key = decoded(name); !is_secret_name(key)) learn(key);
          learn_all(member);
          return true;
        }));
        return;
      case json::kind::array:
        static_cast<void>(v.for_each_element([&](json::scanner::value& element) {
          learn_all(element);
          return true;
        }));
        return;
      case json::kind::string: return learn(decoded(v.string()));
      case json::kind::number: return learn(v.raw());
      case json::kind::null:
      case json::kind::boolean: return;
    }
  }

  std::string parts(std::string_view text, char separator, bool named) {
    std::string out;
    for (bool first = true;; first = false) {
      std::string_view const part = slice(text, 0, text.find(separator));
      if (!first) out += separator;
      out += named                   ? parameter(part)
             : finds_secret_in(part) ? std::string(redacted)
                                     : std::string(part);
      if (part.size() == text.size()) return out;
      text.remove_prefix(part.size() + 1);
    }
  }

  std::string parameter(std::string_view text) {
    std::size_t const equals = std::min(text.find('='), text.size());
    if (equals < text.size() && is_secret_parameter(slice(text, 0, equals))) {
      learn(slice(text, equals + 1));
      return std::string(slice(text, 0, equals + 1)) + std::string(redacted);
    }
    return finds_secret_in(text) ? std::string(redacted) : std::string(text);
  }

  std::vector<std::string> secrets_{};
};

}  // namespace medusa::inline v0::testing
