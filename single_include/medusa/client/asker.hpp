// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <optional>
#include <type_traits>
#include <utility>

// medusa/client/asker.hpp

namespace medusa::inline v0::detail {

/// Asks the provider of an asynchronous client, once for all calls that want new credentials at a
/// time. `Core` has `provider()`, and `renewed(std::optional<credentials> const&)` for what it
/// says: nothing when it was dropped.
template <class Core>
class asker : waiter<std::optional<credentials>> {
  using asked = std::optional<credentials>;

 public:
  constexpr asker() noexcept
      : waiter<asked>([](waiter<asked>& w, asked& given) { static_cast<asker&>(w).tell(given); },
                      [](waiter<asked>& w) { static_cast<asker&>(w).tell(std::nullopt); }) {}
  constexpr void ask(Core& core) {
    if (std::exchange(core_, &core) != nullptr) return;
    if constexpr (async_provider<std::remove_reference_t<decltype(core.provider())>>) {
      core.provider()(async_handler<asked>(*this));
    } else {
      core_ = nullptr;
      core.renewed(core.provider()());
    }
  }

 private:
  constexpr void tell(asked const& given) { std::exchange(core_, nullptr)->renewed(given); }

  Core* core_ = nullptr;  // while it is asked
};

}  // namespace medusa::inline v0::detail
