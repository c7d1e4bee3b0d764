// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "text_of.hpp"

#include <fmt/format.h>

// medusa/ext/fmt.hpp

/// Formats what has a text (`medusa::ext::text_of`) with {fmt}: errors, stages, roles, dates,
/// failures. It takes the options of a string.
template <medusa::ext::has_text T>
struct fmt::formatter<T, char> : fmt::formatter<fmt::string_view, char> {
  template <class Context>
  auto format(T const& value, Context& context) const {
    auto const& text = medusa::ext::text_of(value);
    return fmt::formatter<fmt::string_view, char>::format({text.data(), text.size()}, context);
  }
};
