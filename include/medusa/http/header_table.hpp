// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0 {

/// The header table of a request: a header that is set again replaces the former one.
class header_table {
 public:
  constexpr explicit header_table(std::span<header> rows) noexcept : rows_(rows) {}

  /// Adds a header of another name than those that are there.
  constexpr void add(char const* name, std::string_view const& value) noexcept {
    put(header{name, value}, size_);
  }
  constexpr void set(header const& h) noexcept { put(h, 0); }
  [[nodiscard]] constexpr std::span<header const> rows() const noexcept {
    return rows_.first(size_);
  }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return overflowed_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    return detail::bytes_of(rows()) + size_ * 4;  // ": " and CR LF
  }

 private:
  /// Puts a header in the place of that of its name, which is looked for from row `i` on.
  constexpr void put(header const& h, std::size_t i) noexcept {
    while (i < size_ && !ascii::iequals(rows_[i].name, h.name)) ++i;
    overflowed_ = overflowed_ || i == rows_.size();
    if (overflowed_) return;
    rows_[i] = h;
    if (i == size_) ++size_;
  }

  std::span<header> rows_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
};

}  // namespace medusa::inline v0
