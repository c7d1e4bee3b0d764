// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "transport_conformance/answers.hpp"
#include "transport_conformance/failures.hpp"
#include "transport_conformance/limits.hpp"
#include "transport_conformance/report.hpp"
#include "transport_conformance/requests.hpp"
#include "transport_conformance/trial.hpp"

#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

// medusa/testing/transport_conformance.hpp

namespace medusa::inline v0::testing {

namespace detail {
[[nodiscard]] inline transport_report try_transport(transport_trial::sender send,
                                                    std::string_view server) {
  transport_trial t(std::move(send), server);
  try_targets(t);
  try_bodies(t);
  try_headers(t);
  try_large(t);
  try_statuses(t);
  try_initiatives(t);
  try_cookies(t);
  try_framing(t);
  try_sizes(t);
  try_times(t);
  try_early_cancellation(t);
  try_cancellation(t);
  try_broken_servers(t);
  try_connections(t);
  try_views(t);
  return std::move(t.report);
}
}  // namespace detail

/// Tries a transport for what `transport` asks of it, in some 300 calls and about 10 seconds.
/// `server` is the URL of the test server, such as `http://127.0.0.1:8000`, which
/// tests/support/conformance_server.hpp has and tests/transports/server.cpp runs. Print the report
/// with `to_string`; as a bool it says whether all that is a MUST has passed.
///
///     my_transport http;
///     auto const report = medusa::testing::transport_conformance(http, url);
///     std::puts(to_string(report).c_str());
///
/// Not looked for: that certificates are verified, and what happens without memory.
template <transport T>
[[nodiscard]] transport_report transport_conformance(T& transport, std::string_view server) {
  return detail::try_transport(
      [&](std::string_view, request const& r, std::function<void()> const& scrub) {
        return detail::observe(transport, r, scrub);
      },
      server);
}

/// The same for transports that know one server, as those over a byte stream do: `make(url)` gives
/// one for that server; it is asked for another only when the next request is for another server.
template <class Make>
  requires(!transport<Make> && std::is_invocable_v<Make&, std::string_view>)
[[nodiscard]] transport_report transport_conformance(Make&& make, std::string_view server) {
  auto usual = make(server);
  return detail::try_transport(
      [&](std::string_view to, request const& r, std::function<void()> const& scrub) {
        if (to == server) return detail::observe(usual, r, scrub);
        auto other = make(to);
        return detail::observe(other, r, scrub);
      },
      server);
}

}  // namespace medusa::inline v0::testing
