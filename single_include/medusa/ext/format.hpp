// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "text_of.hpp"

#include <string_view>
#include <version>

// medusa/ext/format.hpp

#ifdef __cpp_lib_format

#include <format>

/// Formats what has a text (`medusa::ext::text_of`) with `std::format`, where the standard library
/// has it (`__cpp_lib_format`): errors, stages, roles, dates, failures. It takes the options of a
/// string.
template <medusa::ext::has_text T>
struct std::formatter<T, char> : std::formatter<std::string_view, char> {
  template <class Context>
  auto format(T const& value, Context& context) const {
    return std::formatter<std::string_view, char>::format(medusa::ext::text_of(value), context);
  }
};

#endif
