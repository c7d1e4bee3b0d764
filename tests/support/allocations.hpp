#pragma once

#include <cstddef>
#include <utility>

#include <support/fail_at.hpp>

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

/// How many of them are in use.
[[nodiscard]] std::size_t allocations_in_use() noexcept;

/// Whether allocations can be made to fail: not without exceptions, nor where a sanitizer allocates.
[[nodiscard]] bool allocations_can_fail() noexcept;

/// From now on each allocation of this thread is a step of `fault`, and throws `std::bad_alloc` if
/// it is to fail. With null none does.
void fail_allocations(fail_at* fault) noexcept;

}  // namespace support
