// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/http/header.hpp>

namespace medusa {

/// The header table of a request: a header that is set again replaces the former one.
class header_table {
 public:
  constexpr explicit header_table(std::span<header> rows) noexcept : rows_(rows) {}

  constexpr void set(header const& h) noexcept {
    for (auto& row : rows_.first(size_))
      if (ascii::iequals(row.name, h.name)) return static_cast<void>(row = h);
    if (size_ == rows_.size()) overflowed_ = true;
    else rows_[size_++] = h;
  }
  constexpr void set(std::span<header const> all, bool with_credentials = true) noexcept {
    for (auto const& each : all)
      if (with_credentials || !is_credential_header(each.name)) set(each);
  }
  constexpr void set(std::string_view name, std::string_view value) noexcept { set(header{name, value}); }
  [[nodiscard]] constexpr std::span<header const> rows() const noexcept { return rows_.first(size_); }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return overflowed_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    std::size_t total = 0;  // each row with ": " and CR LF
    for (auto const& row : rows()) total += row.name.size() + row.value.size() + 4;
    return total;
  }

 private:
  std::span<header> rows_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
};

}  // namespace medusa
