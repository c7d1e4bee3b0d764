// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/static_string.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/limits.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// Storage without a heap and without copies: results view the response's body and are good as long
/// as it is. A page takes at most `L.items` users. Text with escapes needs a body that may be
/// written to (see `response`); in another it is `errc::escaped_text`.
template <limits L>
struct basic_borrowed {
  using text = std::string_view;
  using metadata = std::string_view;
  using message = std::string_view;
  using credential = static_string<L.credential>;
  using settings = static_string<L.settings>;
  using query = static_string<L.request>;
  using description = static_string<L.message + 256>;
  template <class T>
  using list = static_vector<T, L.items>;
  using request_buffer = medusa::request_buffer<L.request>;

  static constexpr std::optional<std::size_t> max_items = L.items;
  static constexpr bool views_response = true;
};

/// `basic_borrowed` with pages of at most `Items` users.
template <std::size_t Items>
using borrowed = basic_borrowed<limits{.items = Items}>;

}  // namespace medusa::inline v0
