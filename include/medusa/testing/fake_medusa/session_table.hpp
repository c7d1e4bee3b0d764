// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/http/set_cookie.hpp>
#include <medusa/testing/fake_medusa/base64url.hpp>
#include <medusa/testing/fake_medusa/query_string.hpp>
#include <medusa/testing/fake_medusa/user_table.hpp>

namespace medusa::inline v0::testing::fake {

/// A session; without a user for whoever has not signed in.
struct session {
  std::string cookie{};   ///< the value of `connect.sid`, percent-encoded
  std::string decoded{};  ///< the same, decoded: what requests are compared with
  std::string user_id{};
  std::int64_t expires_at = 0;  ///< milliseconds since the epoch
};

/// The sessions the server remembers. A session is not renewed by being used.
class session_table {
 public:
  static constexpr std::int64_t lifetime_ms = std::int64_t{10} * 60 * 60 * 1000;

  /// The session that a request's `Cookie` header names; null when it is unknown, over or not
  /// named.
  [[nodiscard]] session* find(std::string_view cookie_header, std::int64_t now_ms) {
    while (!cookie_header.empty()) {
      std::string_view const pair = cookie_header.substr(0, cookie_header.find(';'));
      cookie_header.remove_prefix(pair.size() == cookie_header.size() ? pair.size()
                                                                      : pair.size() + 1);
      auto const value = cookie_value(pair, "connect.sid");
      if (!value) continue;
      // Some HTTP stacks have decoded it; the server does so anyway.
      std::string const decoded = percent_decoded(*value).value_or(std::string(*value));
      for (session& each : sessions_)
        if (each.decoded == decoded && now_ms < each.expires_at) return &each;
    }
    return nullptr;
  }

  /// The reference is good until the next call.
  session& open(text_generator& random, std::int64_t now_ms) {
    std::string const id = random.text(32, base64url_alphabet);
    std::string const signature = random.text(43, base64url_alphabet.substr(0, 62));
    std::string const rest = id + '.' + signature;
    sessions_.push_back({"s%3A" + rest, "s:" + rest, {}, now_ms + lifetime_ms});
    return sessions_.back();
  }

  void close(std::string_view cookie) {
    std::erase_if(sessions_, [&](session const& each) { return each.cookie == cookie; });
  }
  void close_all() { sessions_.clear(); }

 private:
  std::vector<session> sessions_{};
};

/// The `Set-Cookie` header of a session.
[[nodiscard]] inline std::string set_cookie(session const& s) {
  constexpr std::string_view days = "ThuFriSatSunMonTueWed";
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::int64_t const seconds = s.expires_at / 1000;
  civil_time const at = to_civil(seconds);
  auto const two = [](int n) {
    return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
  };
  std::string out = "connect.sid=" + s.cookie + "; Path=/; Expires=";
  out += days.substr(static_cast<std::size_t>(seconds / 86400 % 7) * 3, 3);
  out += ", " + two(at.day) + ' ';
  out += months.substr(static_cast<std::size_t>(at.month - 1) * 3, 3);
  out += ' ' + std::to_string(at.year) + ' ' + two(at.hour) + ':' + two(at.minute) + ':' +
         two(at.second);
  return out + " GMT; HttpOnly";
}

}  // namespace medusa::inline v0::testing::fake
