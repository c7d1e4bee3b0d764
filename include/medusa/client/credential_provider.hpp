// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <optional>
#include <utility>

#include <medusa/client/async_handler.hpp>
#include <medusa/http/credentials.hpp>

namespace medusa::inline v0 {

/// Where a client gets new credentials from when the server refuses the old ones (401): a function
/// object `p()` that gives `std::optional<credentials>`, nothing when there are none to be had.
/// They are copied before anything else happens.
///
/// A client asks at most once in a call, never for an operation that needs no credentials (the
/// logins), and never when the headers of the call or of the options bring credentials of their
/// own. The call is then repeated once; another 401 is its result. A provider MUST NOT call the
/// client that asks; it may use another one.
template <class P>
concept credential_provider = requires(P& p) {
  { p() } -> std::convertible_to<std::optional<credentials>>;
};

/// The same for an asynchronous client, which takes the blocking form, too: `p(handler)` returns,
/// and the handler MUST be run with what there is to be had, on the thread (or strand) of the
/// client; one that is destroyed instead gives nothing. Calls that are refused meanwhile wait for
/// the same answer, each as long as its deadline lets it. It MAY use the client that asks, for a
/// login say.
template <class P>
concept async_provider =
    requires(P& p, async_handler<std::optional<credentials>> h) { p(std::move(h)); };

/// A client with it renews nothing.
struct no_provider {};

}  // namespace medusa::inline v0
