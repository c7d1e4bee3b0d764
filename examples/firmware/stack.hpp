// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

// From the linker script. The stack grows down from `stack_top`.
extern "C" std::uint32_t stack_limit[], stack_top[];

/// Finds out how deep the stack has been, by what is left of a colour painted before.
namespace stack {

inline constexpr std::uint32_t colour = 0x5AFEC0DE;

inline std::span<std::uint32_t volatile> all() {
  auto const bytes =
      reinterpret_cast<std::uintptr_t>(stack_top) - reinterpret_cast<std::uintptr_t>(stack_limit);
  return {stack_limit, bytes / sizeof colour};
}

/// To be called first in `main`: paints what is not in use.
[[gnu::noinline]] inline void paint() {
  constexpr std::uintptr_t own = 64;  // bytes this function may be using below its frame address
  std::uintptr_t const end = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) - own;
  for (auto& word : all()) {
    if (reinterpret_cast<std::uintptr_t>(&word) >= end) return;
    word = colour;
  }
}

/// Bytes in use at the deepest moment since `paint`, those of the start-up code included.
[[nodiscard]] inline std::size_t peak() {
  auto rest = all();
  while (!rest.empty() && rest.front() == colour) rest = rest.subspan(1);
  return rest.size_bytes();
}

}  // namespace stack
