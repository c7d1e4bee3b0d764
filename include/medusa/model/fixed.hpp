// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include <medusa/core/static_string.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/limits.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// Storage without a heap: everything lies inside the results themselves, whose sizes are `L`. What
/// does not fit is an error that says how much was needed.
template <limits L>
struct basic_fixed {
  using text = static_string<L.text>;
  using metadata = static_string<L.metadata>;
  using message = static_string<L.message>;
  using credential = static_string<L.credential>;
  using settings = static_string<L.settings>;
  using query = static_string<L.request>;
  using description = static_string<L.message + 256>;
  template <class T>
  using list = static_vector<T, L.items>;
  using request_buffer = medusa::request_buffer<L.request>;

  static constexpr std::optional<std::size_t> max_items = L.items;
  static constexpr bool views_response = false;
};

/// `basic_fixed` with texts of at most `Chars` bytes and pages of at most `Items` users.
template <std::size_t Chars, std::size_t Items>
using fixed = basic_fixed<limits{.text = Chars, .items = Items}>;

}  // namespace medusa::inline v0
