// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/erased.hpp>
#include <medusa/model/members.hpp>

namespace medusa::inline v0 {

class decoder;

/// One row of a field table as it is when a program runs: one loop over such rows reads every
/// model. `Value` is that of the JSON policy.
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

/// The rows of a table.
template <class Value>
class member_rows {
 public:
  constexpr member_rows() noexcept {}
  template <std::size_t N>
  constexpr member_rows(std::array<member_row<Value>, N> const& rows) noexcept
      : rows_(rows.data()), size_(N) {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr member_row<Value> const& operator[](std::size_t i) const noexcept {
    return rows_[i];
  }

  [[nodiscard]] constexpr member_row<Value> const* begin() const noexcept { return rows_; }
  [[nodiscard]] constexpr member_row<Value> const* end() const noexcept { return rows_ + size_; }

 private:
  member_row<Value> const* rows_ = nullptr;
  std::uint32_t size_ = 0;
};

}  // namespace medusa::inline v0
