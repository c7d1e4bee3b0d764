// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace support {

/// What becomes of an exchange on its way between a client and a server. Networks and proxies
/// delay, split and lose. TCP keeps bytes in order and from coming twice, so that is not done here;
/// what does come twice are whole messages: a proxy may send a request again if its method is
/// idempotent (RFC 9110, 9.2.2), and one that is broken gives an answer twice.
enum class mishap : std::uint8_t {
  none,
  split,          ///< both messages in small pieces, with pauses
  slow,           ///< the answer comes late, maybe later than anybody waits
  cut_request,    ///< the connections end before the last byte of the request
  cut_answer,     ///< the server has done it, and the connection ends after some of the answer
  answer_twice,   ///< and the second is nobody's
  request_twice,  ///< and the answer is that to the second
};
inline constexpr std::size_t mishap_count = 7;

/// How an exchange goes.
struct fate {
  mishap what = mishap::none;
  std::size_t share = 0;             ///< per mille of the message, where it is cut
  std::size_t piece = 0;             ///< bytes; 0: all at once
  std::chrono::milliseconds wait{};  ///< before the answer
  bool resets = false;               ///< connections end with a reset in place of an orderly end
};

/// Gives the n-th exchange its fate, which follows from the seed and n alone.
struct mishaps {
  std::uint64_t seed = 1;
  unsigned per_ten = 6;  ///< of ten exchanges, those that something happens to
  std::chrono::milliseconds longest_wait{600};
  bool repeats_posts = false;      ///< what a proxy must not do
  std::optional<mishap> always{};  ///< in place of what the seed says

  [[nodiscard]] fate of(std::uint64_t n, std::string_view request) const {
    std::uint64_t state = seed * 0x9E3779B97F4A7C15u ^ n << 32;
    auto const below = [&state](std::size_t end) {
      std::uint64_t z = state += 0x9E3779B97F4A7C15u;  // splitmix64
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
      return static_cast<std::size_t>((z ^ (z >> 31)) % end);
    };
    fate f{.what = below(10) < per_ten ? static_cast<mishap>(1 + below(mishap_count - 1))
                                       : mishap::none,
           .share = below(1001),
           .piece = 1 + below(64),
           .wait =
               std::chrono::milliseconds(below(static_cast<std::size_t>(longest_wait.count()) + 1)),
           .resets = below(2) == 0};
    if (always) f.what = *always;
    if (f.what == mishap::request_twice && request.starts_with("POST") && !repeats_posts)
      f.what = mishap::cut_answer;
    if (f.what != mishap::split) f.piece = 0;
    if (f.what != mishap::slow) f.wait = {};
    return f;
  }
};

}  // namespace support
