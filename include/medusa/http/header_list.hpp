// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

#include <medusa/core/first_error.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/header_table.hpp>

namespace medusa::inline v0 {

namespace detail {
/// What is done with headers that a user gives.
struct header_use {
  bool (*check)(std::span<header const> const&, first_error&);
  void (*put)(std::span<header const> const&, header_table&, bool with_credentials);
};
inline constexpr header_use users_headers{
    .check =
        [](std::span<header const> const& rows, first_error& errors) {
          bool signs = false;
          for (std::size_t i = 0; i < rows.size(); ++i) {
            errors.note(check_header(rows[i]), "headers");
            signs = signs || is_credential_header(rows[i].name);
          }
          return signs;
        },
    .put =
        [](std::span<header const> const& rows, header_table& table, bool with_credentials) {
          for (std::size_t i = 0; i < rows.size(); ++i)
            if (with_credentials || !is_credential_header(rows[i].name)) table.set(rows[i]);
        }};
}  // namespace detail

/// Headers that a user gives for one call or for all: views, of whatever a span can be made of, and
/// a range of them. They are checked when they are used. The code that does so comes with the rows:
/// a program that gives none has none of it.
class header_list {
 public:
  constexpr header_list() noexcept = default;
  template <class Rows>
    requires(!std::same_as<std::remove_cvref_t<Rows>, header_list> &&
             std::convertible_to<Rows, std::span<header const>>)
  constexpr header_list(Rows&& rows) noexcept
      : rows_(static_cast<Rows&&>(rows)), use_(&detail::users_headers) {}
  constexpr header_list(header const* first, std::size_t size) noexcept
      : rows_(first, size), use_(&detail::users_headers) {}

  [[nodiscard]] constexpr header const* data() const noexcept { return rows_.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return rows_.size(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] constexpr header const* begin() const noexcept { return data(); }
  [[nodiscard]] constexpr header const* end() const noexcept { return data() + size(); }
  [[nodiscard]] constexpr header const& operator[](std::size_t i) const noexcept {
    return rows_[i];
  }

  /// Notes what is wrong with them, see `header_error`, of field `headers`. Gives whether there are
  /// credentials among them.
  constexpr bool check(first_error& errors) const noexcept {
    return !empty() && use_->check(rows_, errors);
  }
  /// Sets them in the table of a request; `with_credentials`: also those by which the server knows
  /// who is asking.
  constexpr void put(header_table& table, bool with_credentials = true) const noexcept {
    if (!empty()) use_->put(rows_, table, with_credentials);
  }
  /// Views copies of them.
  constexpr void rebase(header const* copies) noexcept { rows_ = {copies, size()}; }

 private:
  std::span<header const> rows_{};
  detail::header_use const* use_ = nullptr;  // not asked whether it is null: see `empty()`
};

}  // namespace medusa::inline v0
