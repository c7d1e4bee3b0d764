// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <medusa/model/open_enum.hpp>

namespace medusa::inline v0 {
namespace admin {

/// The roles the server accepts. They give no privileges.
enum class role : std::uint8_t { admin, member, developer };

}  // namespace admin

namespace detail {
inline constexpr std::array<std::string_view, 3> role_texts{"admin", "member", "developer"};
}
template <>
inline constexpr std::span<std::string_view const> enum_texts<admin::role>{detail::role_texts};

}  // namespace medusa::inline v0
