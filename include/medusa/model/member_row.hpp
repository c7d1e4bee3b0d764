// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <medusa/core/erased.hpp>
#include <medusa/model/members.hpp>

namespace medusa {

class decoder;

/// One row of a field table as it is when a program runs: one loop over such rows reads every model.
/// `Value` is that of the JSON policy.
template <class Value>
struct member_row {
  std::string_view name{};
  presence when{};
  /// Reads a value into this member of the object that `out` points at.
  bool (*read)(decoder&, Value&, detail::erased const& out) = nullptr;
};

template <class Value>
using member_rows = std::span<member_row<Value> const>;

}  // namespace medusa
