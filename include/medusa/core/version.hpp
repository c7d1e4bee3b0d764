// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace medusa::inline v0 {

/// The version of the library, as in the file VERSION at the root of the project: semantic
/// versioning, `version_major.version_minor.version_patch`.
inline constexpr std::string_view version = "0.1.0";
/// The first part of `version`.
inline constexpr int version_major = 0;
/// The second part of `version`.
inline constexpr int version_minor = 1;
/// The third part of `version`.
inline constexpr int version_patch = 0;

/// The `User-Agent` of requests; an option's or a call's header of that name replaces it.
inline constexpr std::string_view user_agent = "medusa-cpp/0.1.0";

}  // namespace medusa::inline v0
