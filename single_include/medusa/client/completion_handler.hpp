// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <concepts>
#include <type_traits>

// medusa/client/completion_handler.hpp

namespace medusa::inline v0::admin {

/// What an operation gives with a client: a `result`.
template <class Client, class Op>
using call_result_t = typename Client::template result<
    typename Op::template result_type<typename Client::storage_type>>;

/// What is told the result of a call: a function object `h(result)` that takes it by value or as an
/// rvalue, of any result if it is a generic lambda.
///
/// It is moved into the client, which has room for `Client::handler_size` bytes, by a constructor
/// that must not throw; capture a pointer to what is larger. It is called exactly once, on whatever
/// stack the end of the call becomes known: in the transport's, in `poll()`, in the destructor of
/// the client, and also before the function that begins the call has returned. It may begin other
/// calls; the room that it had in the client is free by then. What it throws passes through.
template <class H, class Client, class Op>
concept completion_handler = std::invocable<std::decay_t<H>&, call_result_t<Client, Op>>;

}  // namespace medusa::inline v0::admin
