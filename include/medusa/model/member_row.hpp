// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
  /// Reads a value into this member of the object that `out` points at.
  using reader = bool(decoder&, Value&, detail::erased const& out);

  constexpr member_row(std::string_view name, presence needed, reader* f) noexcept
      : chars(name.data()), read(f), size(static_cast<std::uint16_t>(name.size())), when(needed) {}
  [[nodiscard]] constexpr std::string_view name() const noexcept { return {chars, size}; }

  char const* chars;  // no view, so that a row is three words
  reader* read;
  std::uint16_t size;
  presence when;
};

template <class Value>
using member_rows = std::span<member_row<Value> const>;

}  // namespace medusa
