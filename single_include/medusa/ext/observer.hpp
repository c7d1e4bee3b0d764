// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../client/async_transport.hpp"
#include "../medusa.hpp"

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

// medusa/ext/observer.hpp

namespace medusa::inline v0::ext {

/// A request that is about to be sent, and why it is sent again. It holds no secret of the API:
/// those are in headers and bodies.
struct attempt : medusa::attempt {
  medusa::method method{};
  std::string_view target{};  ///< path and query; a view, for the time of the observer's call
};

namespace detail {
template <class Transport>
struct observed {};
template <medusa::async_transport Transport>
struct observed<Transport> {
  using result_type = typename Transport::result_type;
};
}  // namespace detail

/// Calls `f(attempt const&)` before every request that a client sends. It is a transport around
/// yours, which it references if that is an lvalue, for the blocking or the asynchronous client, as
/// yours is:
///
///     medusa::ext::observer watched{http, [](medusa::ext::attempt const& a) { … }};
///     medusa::admin::client client{watched, {.base_url = …, .retry = {.max_retries = 3}}};
///
/// What `f` throws passes through.
template <class Transport, class F>
class observer : public detail::observed<std::remove_reference_t<Transport>> {
  using transport_type = std::remove_reference_t<Transport>;

 public:
  template <class T>
    requires std::constructible_from<Transport, T&&>
  constexpr observer(T&& transport, F f)
      : transport_(std::forward<T>(transport)), f_(std::move(f)) {}

  constexpr decltype(auto) send(request const& r)
    requires medusa::transport<transport_type>
  {
    tell(r);
    return transport_.send(r);
  }
  template <class T = transport_type>
  constexpr void send(request const& r, async_handler<typename T::result_type> handler) {
    tell(r);
    transport_.send(r, std::move(handler));
  }
  constexpr void poll()
    requires medusa::detail::polled<transport_type>
  {
    transport_.poll();
  }

 private:
  constexpr void tell(request const& r) {
    attempt const now{r.attempt, r.method, r.target};
    f_(now);
  }

  Transport transport_;
  F f_;
};

template <class T, class F>
observer(T&&, F) -> observer<T, F>;

}  // namespace medusa::inline v0::ext
