// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>
#include <utility>

#include <medusa/client/async_handler.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class T>
concept names_result = requires { typename T::result_type; };
template <class T>
concept sends_later = requires(T& t, request const& r, async_handler<typename T::result_type> h) {
  t.send(r, std::move(h));
};
template <class T>
concept polled = requires(T& t) { t.poll(); };
}  // namespace detail

/// Moves requests to the server and their responses back, without blocking. The user supplies it.
///
/// `T::result_type` is like `std::expected`: its value models `response`, its `error()` is of the
/// transport's own type, which failures keep. `t.send(request const&, async_handler<result_type>)`
/// begins an exchange and returns; the handler is run when it has ended, and may be run before
/// `send` returns.
///
/// A transport
/// - MUST send method, URL, headers and body as they are given, adding Host and framing
///   (Content-Length when there is a body, also `Content-Length: 0` for a POST without); it MAY add
///   headers of its own unless the request has one of that name;
/// - MUST give every complete response as a value, whatever its status: 400 and 500 are responses;
/// - MUST follow no redirect, keep no cookies, and repeat nothing by itself;
/// - MUST give up after `request.timeout`, and refuse a body of more than `request.max_body` bytes
///   without storing it. The client ends the call by itself when that time is over;
/// - MUST verify the server's certificate for `https`;
/// - MUST run the handler once, on the thread (or strand) of the client, with a result that lives
///   until the handler returns. A handler that is destroyed instead ends its call, too: with
///   `transport_failed`;
/// - MUST NOT look at anything that the request views once the handler has been run or is no longer
///   `wanted()`: what it needs longer, such as a body that the system is writing, it copies. The
///   cancellation flag is no exception;
/// - SHOULD look at `request.cancel` and at `wanted()` at least every 100 ms, and give up when told
///   to;
/// - MUST take requests while others are under way, as many as the user makes calls; how many go
///   out at a time is its own affair;
/// - MAY have `poll()`, which does what can be done without waiting; the client's `poll()` calls
///   it.
///
/// What `send` throws passes through; the call has then ended with `transport_failed`. A free
/// function `request_may_have_been_sent(error)` is found as for the blocking `transport`.
template <class T>
concept async_transport =
    detail::names_result<T> && detail::sends_later<T> &&
    detail::testable<typename T::result_type> && detail::holds_response<typename T::result_type> &&
    detail::holds_error<typename T::result_type>;

/// Says what is missing from a type that should be one: the first failed line names it.
template <class T>
[[nodiscard]] consteval bool check_async_transport() {
  static_assert(detail::names_result<T>,
                "Async transport: wanted a member type `result_type`, such as "
                "`medusa::result<Response, Error>`");
  if constexpr (detail::names_result<T>) {
    using sent = typename T::result_type;
    static_assert(detail::sends_later<T>,
                  "Async transport: wanted `send(medusa::request const&, "
                  "medusa::async_handler<result_type>)`");
    static_assert(detail::testable<sent>,
                  "Async transport: result_type must convert to bool, as std::expected does");
    static_assert(detail::holds_something<sent>,
                  "Async transport: result_type must have `operator*`, which gives the response, "
                  "as std::expected does");
    if constexpr (detail::holds_something<sent>)
      static_assert(check_response<std::remove_cvref_t<decltype(*std::declval<sent&>())>>());
    static_assert(detail::holds_error<sent>,
                  "Async transport: result_type must have `error()`, as std::expected does");
    if constexpr (detail::holds_error<sent>)
      static_assert(detail::keepable_error<sent>,
                    "Async transport: what `error()` gives must have a move constructor that is "
                    "noexcept, since "
                    "failures keep it");
  }
  return true;
}

/// Const if the transport gives it so.
template <async_transport T>
using async_response_t =
    std::remove_reference_t<decltype(*std::declval<typename T::result_type&>())>;
/// What an asynchronous transport gives when it has no response.
template <async_transport T>
using async_transport_error_t =
    std::remove_cvref_t<decltype(std::declval<typename T::result_type&>().error())>;

}  // namespace medusa::inline v0
