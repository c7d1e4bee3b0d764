// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/user.hpp>

namespace medusa::inline v0 {
namespace admin {

/// What a list of users can be ordered by and cut down to. The server also knows `password_hash`
/// and would hand out the real one; it is left out on purpose.
enum class user_field : std::uint8_t {
  id,
  created_at,
  updated_at,
  deleted_at,
  role,
  email,
  first_name,
  last_name,
  api_token,
  metadata,
};

}  // namespace admin

namespace detail {
template <class... Members>
[[nodiscard]] consteval std::array<std::string_view, sizeof...(Members)> names_in(
    member_list<Members...>) noexcept {
  return {Members::name...};
}
/// The enumerators stand as the members of a user do.
inline constexpr std::array<std::string_view, 10> user_field_texts =
    names_in(basic_user<borrowed<1>>::field_table());
}  // namespace detail
template <>
inline constexpr std::span<std::string_view const> enum_texts<admin::user_field>{
    detail::user_field_texts};

namespace admin {

/// Which end of a sorted list comes first.
enum class direction : std::uint8_t { ascending, descending };

/// The order of a list. The server takes one field; its own order is `created_at`, descending.
struct order_by {
  user_field field{};
  admin::direction direction = admin::direction::ascending;
};

/// Which members the users of a list have. Each field counts once; `id` and `created_at` are always
/// there.
class user_fields {
 public:
  constexpr user_fields() = default;

  /// These and no others; a list of none is no restriction.
  [[nodiscard]] static constexpr user_fields only(
      std::initializer_list<user_field> fields) noexcept {
    return user_fields(fields, false);
  }
  /// All but these.
  [[nodiscard]] static constexpr user_fields without(
      std::initializer_list<user_field> fields) noexcept {
    return user_fields(fields, true);
  }

  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr bool excludes() const noexcept { return excludes_; }
  [[nodiscard]] constexpr std::span<user_field const> fields() const noexcept {
    return {fields_.data(), size_};
  }

 private:
  constexpr user_fields(std::initializer_list<user_field> fields, bool excludes) noexcept
      : excludes_(excludes) {
    for (user_field const each : fields) {
      bool known = size_ == fields_.size();
      for (user_field const other : this->fields()) known = known || other == each;
      if (!known) fields_[size_++] = each;
    }
  }

  std::array<user_field, 10> fields_{};
  std::size_t size_ = 0;
  bool excludes_ = false;
};

}  // namespace admin
}  // namespace medusa::inline v0
