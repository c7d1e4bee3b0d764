// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "base64url.hpp"
#include "json_value.hpp"
#include "sha256.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// medusa/testing/fake_medusa/jwt.hpp

namespace medusa::inline v0::testing::fake {

/// A JSON Web Token (RFC 7519) signed with HS256, as the server makes them. `payload` is JSON text.
[[nodiscard]] inline std::string make_jwt(std::string_view payload, std::string_view secret) {
  std::string const token =
      to_base64url(R"({"alg":"HS256","typ":"JWT"})") + '.' + to_base64url(payload);
  std::string const signature = to_base64url(hmac_sha256(secret, token));
  return token + '.' + signature;
}

/// What became of reading a token, with the differences that show in the server's answers.
enum class jwt_state : std::uint8_t {
  not_three_parts,
  unreadable,  ///< three parts, but header or payload is no JSON
  wrong_signature,
  expired,
  good,
};

/// What was found in a token.
struct jwt {
  jwt_state state = jwt_state::not_three_parts;
  json_value
      payload{};  ///< from `wrong_signature` on, so also of a token that is not to be trusted

  [[nodiscard]] std::string_view text(std::string_view name) const {
    json_value const* const member = payload.find(name);
    return member != nullptr && member->kind == json::kind::string ? std::string_view(member->text)
                                                                   : std::string_view();
  }
};

/// `now` is in seconds since the epoch; a token without `exp` does not expire.
[[nodiscard]] inline jwt read_jwt(std::string_view token, std::string_view secret,
                                  std::int64_t now) {
  jwt out;
  std::size_t const first = token.find('.');
  std::size_t const second = first == token.npos ? first : token.find('.', first + 1);
  if (second == token.npos || token.find('.', second + 1) != token.npos) return out;
  out.state = jwt_state::unreadable;
  auto const part = [](std::string_view text) {
    auto const bytes = from_base64url(text);
    return bytes ? parse_json(*bytes) : std::nullopt;
  };
  auto const head = part(token.substr(0, first));
  auto payload = part(token.substr(first + 1, second - first - 1));
  if (!head || !payload) return out;
  out.payload = std::move(*payload);
  bool const signed_by_us =
      token.substr(second + 1) == to_base64url(hmac_sha256(secret, token.substr(0, second)));
  json_value const* const exp = out.payload.find("exp");
  bool const expired = exp != nullptr && exp->kind == json::kind::number &&
                       exp->number() <= static_cast<double>(now);
  out.state = !signed_by_us ? jwt_state::wrong_signature
              : expired     ? jwt_state::expired
                            : jwt_state::good;
  return out;
}

}  // namespace medusa::inline v0::testing::fake
