// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/decimal.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/http/percent.hpp>

namespace medusa::inline v0 {

/// Appends `?name=value&name=value…` in the form of the `qs` package: brackets for nested names and
/// list indices, all of it percent-encoded. Names end with a NUL: a pointer is half a view, and a
/// program has many of them.
class query_writer {
 public:
  explicit constexpr query_writer(sink& out) noexcept : out_(&out) {}

  constexpr void add(char const* name, std::string_view const& value) noexcept {
    add_nested(name, "", value);
  }
  constexpr void add(char const* name, std::uint64_t value) noexcept {
    add(name, decimal(value).view());
  }
  /// `name[key]=value`, or without brackets if the key is empty. (References, since a view that is
  /// the fourth argument is passed half in memory.)
  constexpr void add_nested(char const* name, char const* key,
                            std::string_view const& value) noexcept {
    out_->append(separator());
    first_ = false;
    encode(name);
    if (*key != '\0') {
      encode("[");
      encode(key);
      encode("]");
    }
    out_->append('=');
    append_percent_encoded(*out_, value);
  }
  /// `name[index]=value`
  constexpr void add_indexed(char const* name, std::uint64_t index,
                             std::string_view const& value) noexcept {
    add_nested(name, decimal(index).c_str(), value);
  }

  /// Appends what another writer has made, to go on behind it.
  constexpr void resume(std::string_view query) noexcept {
    out_->append(query);
    first_ = first_ && query.empty();
  }

  /// What the next parameter begins with.
  [[nodiscard]] constexpr char separator() const noexcept { return first_ ? '?' : '&'; }
  /// Counts `n` bytes of parameters that were written to the sink's room by another.
  constexpr void wrote(std::size_t n) noexcept {
    out_->wrote(n);
    first_ = first_ && n == 0;
  }

 private:
  constexpr void encode(char const* text) noexcept { append_percent_encoded(*out_, text); }

  sink* out_;
  bool first_ = true;
};

}  // namespace medusa::inline v0
