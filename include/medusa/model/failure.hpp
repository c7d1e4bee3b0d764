// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/model/api_error.hpp>
#include <medusa/model/decode_error.hpp>
#include <medusa/model/member_path.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// The transport error of a failure that no transport was part of.
struct no_transport {};

/// Everything known about a call that did not succeed. It keeps no body and no secret. On
/// `borrowed` storage the server's texts view the response.
template <storage S, class TransportError = no_transport>
struct failure {
  using transport_error_type = TransportError;
  using storage_type = S;

  errc code{};                                ///< what went wrong; `stage_of(code)`: who failed
  int status = 0;                             ///< HTTP status; 0 when there was no response
  std::uint32_t attempts = 0;                 ///< requests that were sent, or tried
  std::string_view field{};                   ///< of the request, when it could not be encoded
  std::size_t needed = 0;                     ///< bytes, when something did not fit
  std::size_t offset = 0;                     ///< byte of the body, when it could not be decoded
  member_path path{};                         ///< member of the body, when it could not be decoded
  basic_api_error<S> server{};                ///< what the server said
  std::optional<TransportError> transport{};  ///< the transport's own error, as it gave it

  constexpr failure() noexcept(std::is_nothrow_default_constructible_v<basic_api_error<S>>) {
  }  // not defaulted: see static_string
  constexpr explicit failure(errc why) noexcept : code(why) {}
  constexpr explicit failure(encode_error const& error) noexcept { set(error); }
  constexpr explicit failure(decode_error const& error, int http_status) noexcept
      : status(http_status) {
    set(error);
  }

  constexpr void set(encode_error const& error) noexcept {
    code = error.code;
    field = error.field;
    needed = error.needed;
  }
  constexpr void set(decode_error const& error) noexcept {
    code = error.code;
    offset = error.offset;
    needed = error.needed;
    path = error.path;
  }

  /// Who failed.
  [[nodiscard]] constexpr medusa::stage stage() const noexcept { return stage_of(code); }
};

}  // namespace medusa::inline v0
