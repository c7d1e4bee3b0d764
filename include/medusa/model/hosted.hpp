// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <medusa/json/metadata.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// Storage on the heap: `std::string` and `std::vector`. Results own everything and may be kept.
/// `std::bad_alloc` passes through and leaves the client usable.
struct hosted {
  using text = std::string;
  using metadata = std::string;
  using message = std::string;
  using credential = std::string;
  using settings = std::string;
  using query = std::string;
  using description = std::string;
  template <class T>
  using list = std::vector<T>;
  using request_buffer = growing_request_buffer<std::string>;

  static constexpr std::optional<std::size_t> max_items{};
  static constexpr bool views_response = false;
};

/// Builds the `metadata` of an update in a `std::string`.
using metadata = json::basic_metadata<std::string>;

}  // namespace medusa::inline v0
