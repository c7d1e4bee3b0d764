// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/core/unwritten.hpp>

namespace medusa::inline v0 {

/// Where in a document something was found, such as `users[3].email`. Names come from field tables
/// and live as long as the program.
class member_path {
 public:
  constexpr member_path() noexcept { detail::leave_unwritten(steps_); }

  /// Puts a step before those that are there: a path is made when reading has failed, from the
  /// inside out.
  constexpr void prepend(std::string_view name) noexcept { prepend(name.data(), name.size()); }
  constexpr void prepend(std::size_t index) noexcept { prepend(nullptr, index); }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  constexpr void write_to(sink& out) const noexcept {
    for (std::size_t left = size_; left != 0; --left) {
      step const& next = steps_[left - 1];
      if (next.name == nullptr) {
        out.append('[');
        out.append_number(static_cast<std::uint64_t>(next.size));
        out.append(']');
      } else {
        if (left != size_) out.append('.');
        out.append(std::string_view(next.name, next.size));
      }
    }
  }

  /// Compares with the written form.
  [[nodiscard]] friend constexpr bool operator==(member_path const& path,
                                                 std::string_view text) noexcept {
    char buffer[128]{};
    sink out(buffer, sizeof buffer);
    path.write_to(out);
    return !out.overflowed() && out.written() == text;
  }

 private:
  struct step {
    char const* name;  // null for an index
    std::size_t size;  // of the name, or the index
  };
  constexpr void prepend(char const* name, std::size_t size) noexcept {
    if (size_ < steps_.size()) steps_[size_++] = {name, size};
  }

  /// Our models nest three deep; a user's own struct may go further, and then the outermost steps
  /// are not shown.
  std::array<step, 6> steps_;
  std::size_t size_ = 0;
};

}  // namespace medusa::inline v0
