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

/// How many of them are in use.
[[nodiscard]] std::size_t allocations_in_use() noexcept;

/// Whether allocations can be made to fail: not without exceptions, nor where a sanitizer allocates.
[[nodiscard]] bool allocations_can_fail() noexcept;

/// While it lives, the `n`-th allocation of its thread throws `std::bad_alloc`; counted from 1.
class failing_allocation {
 public:
  explicit failing_allocation(std::size_t n) noexcept;
  ~failing_allocation();
  failing_allocation(failing_allocation const&) = delete;
  failing_allocation& operator=(failing_allocation const&) = delete;

  /// Whether it has come to that.
  [[nodiscard]] bool happened() const noexcept;
};

}  // namespace support
