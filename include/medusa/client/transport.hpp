// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept sends = requires(T& t, request const& r) { t.send(r); };
template <class T>
using sent_type =
    std::remove_cvref_t<decltype(std::declval<T&>().send(std::declval<request const&>()))>;
template <class X>
concept testable = requires(X& x) { static_cast<bool>(x); };
template <class X>
concept holds_something = requires(X& x) { *x; };
template <class X>
concept holds_response = requires(X& x) { requires response<std::remove_cvref_t<decltype(*x)>>; };
template <class X>
concept holds_error = requires(X& x) { x.error(); };
template <class X>
concept keepable_error =
    std::is_nothrow_move_constructible_v<std::remove_cvref_t<decltype(std::declval<X&>().error())>>;
template <class E>
concept tells_if_sent = requires(E const& e) {
  { request_may_have_been_sent(e) } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Moves one request to the server and its response back. The user supplies it.
///
/// `t.send(request const&)` gives something that is tested and dereferenced like `std::expected`:
/// its value models `response`, its `error()` is of the transport's own type, which failures keep.
///
/// A transport
/// - MUST send method, URL, headers and body as they are given, adding Host and framing
///   (Content-Length when there is a body, also `Content-Length: 0` for a POST without); it MAY add
///   headers of its own unless the request has one of that name;
/// - MUST give every complete response as a value, whatever its status: 400 and 500 are responses;
/// - MUST follow no redirect, keep no cookies, and repeat nothing by itself;
/// - MUST give up after `request.timeout`, and refuse a body of more than `request.max_body` bytes
///   without storing it;
/// - MUST verify the server's certificate for `https`;
/// - SHOULD look at `request.cancel` at least every 100 ms while it waits, and give up when it is
///   set;
/// - MUST NOT keep views of the request once `send` has returned.
///
/// A free function `request_may_have_been_sent(error)`, found by argument-dependent lookup, SHOULD
/// say whether the server can have seen the request; without one it is taken for true.
template <class T>
concept transport =
    detail::sends<T> && detail::testable<detail::sent_type<T>> &&
    detail::holds_response<detail::sent_type<T>> && detail::holds_error<detail::sent_type<T>>;

/// Says what is missing from a type that should be a transport: the first failed line names it.
template <class T>
[[nodiscard]] consteval bool check_transport() {
  static_assert(detail::sends<T>,
                "Transport: wanted `result<Response, Error> send(medusa::request const&)`");
  if constexpr (detail::sends<T>) {
    using sent = detail::sent_type<T>;
    static_assert(detail::testable<sent>,
                  "Transport: what send() gives must convert to bool, as std::expected does");
    static_assert(detail::holds_something<sent>,
                  "Transport: what send() gives must have `operator*`, which gives the response, "
                  "as std::expected does");
    if constexpr (detail::holds_something<sent>)
      static_assert(check_response<std::remove_cvref_t<decltype(*std::declval<sent&>())>>());
    static_assert(detail::holds_error<sent>,
                  "Transport: what send() gives must have `error()`, as std::expected does");
    if constexpr (detail::holds_error<sent>)
      static_assert(detail::keepable_error<sent>,
                    "Transport: what `error()` gives must have a move constructor that is "
                    "noexcept, since failures "
                    "keep it");
  }
  return true;
}

/// What a transport gives as a response.
template <transport T>
using transport_response_t = std::remove_cvref_t<decltype(*std::declval<detail::sent_type<T>&>())>;
/// What a transport gives when it has no response.
template <transport T>
using transport_error_t =
    std::remove_cvref_t<decltype(std::declval<detail::sent_type<T>&>().error())>;

namespace detail {
template <class E>
[[nodiscard]] constexpr bool may_have_been_sent(E const& error) {
  if constexpr (tells_if_sent<E>) return request_may_have_been_sent(error);
  else return true;
}
}  // namespace detail

}  // namespace medusa::inline v0
