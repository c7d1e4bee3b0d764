// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/client/async_handler.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>

namespace medusa::inline v0::testing {

/// Everything that an asynchronous transport may have and nothing else, to start your own from.
/// This one has no connection: every request is refused. Leave out `poll` if something else runs
/// the handlers.
class async_transport_archetype {
 public:
  /// Lives until the handler has returned. Leave out `header` if you cannot have it:
  /// `create_session` does not compile then, and `Retry-After` is not honoured.
  struct response {
    [[nodiscard]] constexpr int status() const noexcept { return 503; }
    [[nodiscard]] constexpr std::string_view body() const noexcept { return {}; }
    [[nodiscard]] constexpr std::optional<std::string_view> header(
        std::string_view /*name*/, std::size_t /*n*/ = 0) const noexcept {
      return std::nullopt;
    }
  };
  /// Nothing but what an error must have.
  struct error {
    friend constexpr bool request_may_have_been_sent(error const&) noexcept { return false; }
  };
  using result_type = result<response, error>;

  async_transport_archetype() = delete;
  constexpr explicit async_transport_archetype(int /*your device*/) noexcept {}
  async_transport_archetype(async_transport_archetype const&) = delete;
  async_transport_archetype& operator=(async_transport_archetype const&) = delete;

  /// A real one keeps the handler until there is something to say.
  constexpr void send(request const& /*r*/, async_handler<result_type> handler) {
    handler(unexpected(error{}));
  }
  constexpr void poll() {}
};

}  // namespace medusa::inline v0::testing
