// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/sink.hpp>

namespace medusa {

/// Where in a document something was found, such as `users[3].email`. Names come from field tables
/// and live as long as the program.
class member_path {
 public:
  constexpr void push(std::string_view name) noexcept { push(step{.name = name, .index = 0}); }
  constexpr void push(std::size_t index) noexcept { push(step{.name = {}, .index = index}); }
  constexpr void pop() noexcept { --size_; }

  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  constexpr void write_to(sink& out) const noexcept {
    for (std::size_t i = 0; i < size_ && i < most; ++i) {
      if (steps_[i].name.empty()) {
        out.append('[');
        out.append_number(static_cast<std::uint64_t>(steps_[i].index));
        out.append(']');
      } else {
        if (i != 0) out.append('.');
        out.append(steps_[i].name);
      }
    }
  }

  /// Compares with the written form.
  [[nodiscard]] friend constexpr bool operator==(member_path const& path, std::string_view text) noexcept {
    char buffer[128]{};
    sink out(buffer, sizeof buffer);
    path.write_to(out);
    return !out.overflowed() && out.written() == text;
  }

 private:
  struct step {
    std::string_view name{};
    std::size_t index = 0;
  };
  /// Our models nest three deep; a user's own struct may go further, and then the rest is not shown.
  static constexpr std::size_t most = 6;

  constexpr void push(step s) noexcept {
    if (size_ < most) steps_[size_] = s;
    ++size_;
  }

  step steps_[most]{};
  std::size_t size_ = 0;
};

}  // namespace medusa
