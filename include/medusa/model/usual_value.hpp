// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include <medusa/core/hot.hpp>
#include <medusa/core/usual_date.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/text.hpp>
#include <medusa/model/text_like.hpp>
#include <medusa/model/timestamp.hpp>

namespace medusa::inline v0::detail {

/// What nearly all values of an answer are: null, a text of plain characters, a date of the
/// server's form. Reading these is little code, so that it can be put where each member is read.
struct usual_value {
  /// `other` is left for `decoder` to read, and so is one that is `too_long`, to refuse.
  enum class outcome : std::uint8_t { other, taken, too_long };

  /// Reads one into a member. `Value` is one of a policy that likes to be told what comes.
  template <class Value, class T>
  [[nodiscard]] MEDUSA_HOT static constexpr outcome read(Value& value, T& out) {
    if constexpr (is_field<T>) {
      bool const is_null = value.kind() == json::kind::null;
      out.state_ = is_null ? field_state::null : field_state::value;
      return is_null ? outcome::taken : read(value, out.value_);
    } else if constexpr (text_like<T>) {
      std::string_view const plain = value.glance();
      if (plain.data() == nullptr) return outcome::other;
      if (!store_plain(plain, text_of(out))) return outcome::too_long;
      value.skip_string(plain.size());
      return outcome::taken;
    } else if constexpr (std::is_same_v<T, timestamp>) {
      std::string_view const date = value.glance(usual_date_size);
      if (std::is_constant_evaluated() || !is_usual_date(date)) return outcome::other;
      // Of a known size, which fits: a few moves.
      static_cast<void>(store_plain({date.data(), usual_date_size}, out.text_));
      value.skip_string(usual_date_size);
      return outcome::taken;
    } else {
      return outcome::other;
    }
  }
};

}  // namespace medusa::inline v0::detail
