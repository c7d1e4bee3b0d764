// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <medusa/ext/text_of.hpp>

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
