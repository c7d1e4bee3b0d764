// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace medusa::inline v0::ext {

/// Why a transport over an HTTP library has no response.
enum class library_errc : std::uint8_t {
  failed,           ///< the library reported a failure; `number` says which
  invalid_request,  ///< no host in the URL, a space or control character, a header that frames
  timed_out,        ///< `request.timeout` has passed, or was not positive
  cancelled,        ///< `request.cancel` was set
  body_too_large,   ///< more than `request.max_body`
  bad_answer,       ///< not a final response, cut short, or in a content coding
};

/// A short English phrase, for people; compare codes, not phrases.
[[nodiscard]] constexpr std::string_view to_string(library_errc code) noexcept {
  // clang-format off
  switch (code) {
    case library_errc::failed: return "the HTTP library failed";
    case library_errc::invalid_request: return "the request cannot be sent as it is";
    case library_errc::timed_out: return "the time limit has passed";
    case library_errc::cancelled: return "cancelled";
    case library_errc::body_too_large: return "the body of the answer is too large";
    case library_errc::bad_answer: return "the answer is none that can be read";
  }
  // clang-format on
  return "unknown error";
}

/// The error of such a transport; `Number` is the library's own type of error.
template <class Number>
struct library_error {
  library_errc code = library_errc::failed;
  Number number{};                 ///< the library's word, also where `code` says it better
  bool may_have_been_sent = true;  ///< false: the server cannot have seen the request

  friend bool operator==(library_error const&, library_error const&) = default;
  friend bool request_may_have_been_sent(library_error const& error) noexcept {
    return error.may_have_been_sent;
  }
};

}  // namespace medusa::inline v0::ext
