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

  constexpr void set(header const& h) noexcept {
    std::size_t i = 0;
    while (i < size_ && !ascii::iequals(rows_[i].name, h.name)) ++i;
    overflowed_ = overflowed_ || i == rows_.size();
    if (overflowed_) return;
    rows_[i] = h;
    if (i == size_) ++size_;
  }
  constexpr void set(std::span<header const> const& all, bool with_credentials = true) noexcept {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (with_credentials || !is_credential_header(all[i].name)) set(all[i]);
  }
  constexpr void set(char const* name, std::string_view const& value) noexcept {
    set(header{name, value});
  }
  [[nodiscard]] constexpr std::span<header const> rows() const noexcept {
    return rows_.first(size_);
  }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return overflowed_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    std::size_t total = 0;  // each row with ": " and CR LF
    for (std::size_t i = 0; i < size_; ++i)
      total += rows_[i].name.size() + rows_[i].value.size() + 4;
    return total;
  }

 private:
  std::span<header> rows_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
};

}  // namespace medusa::inline v0
