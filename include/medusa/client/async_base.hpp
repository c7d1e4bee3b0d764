// SPDX-License-Identifier: MIT
#pragma once

#include <type_traits>

#include <medusa/client/async_clock.hpp>
#include <medusa/client/async_handler.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/client/client_base.hpp>
#include <medusa/client/credential_provider.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0::admin {

/// Says what is missing from the parts of an asynchronous client: the first failed line names it.
template <class Transport, class Json, class Storage, class Clock, class Provider>
[[nodiscard]] consteval bool check_async_client() {
  static_assert(check_async_transport<Transport>());
  static_assert(json::check_reader<Json>());
  static_assert(check_storage<Storage>());
  static_assert(check_polled_clock<Clock>());
  static_assert(std::is_same_v<Provider, no_provider> || credential_provider<Provider> ||
                    async_provider<Provider>,
                "Provider: wanted `std::optional<medusa::credentials> operator()()`, or "
                "`operator()(medusa::async_handler<std::optional<medusa::credentials>>)`");
  return true;
}

/// Checked first, as for the blocking client.
template <
    class Transport, class Json, class Storage, class Clock, class Provider,
    bool = check_async_client<std::remove_reference_t<Transport>, Json, Storage,
                              std::remove_reference_t<Clock>, std::remove_reference_t<Provider>>()>
using async_base = client_base<Transport, async_response_t<std::remove_reference_t<Transport>>,
                               async_transport_error_t<std::remove_reference_t<Transport>>, Json,
                               Storage, Clock, Provider>;

}  // namespace medusa::inline v0::admin
