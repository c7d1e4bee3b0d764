#pragma once

#include <cstddef>
#include <utility>

namespace support {

/// How often the program has asked for memory, in any of its threads.
[[nodiscard]] std::size_t allocations() noexcept;

/// How often it does while `f` runs.
template <class F>
[[nodiscard]] std::size_t allocations_of(F&& f) {
  std::size_t const before = allocations();
  std::forward<F>(f)();
  return allocations() - before;
}

}  // namespace support
