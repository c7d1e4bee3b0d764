#include "allocations.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

// The replacements lie in a file of their own: where they are inlined, g++ 12 takes `free` for the
// wrong counterpart of `new`.
namespace {

std::atomic<std::size_t> count{0};
std::atomic<std::size_t> released{0};

thread_local support::fail_at* faults = nullptr;

}  // namespace

std::size_t support::allocations() noexcept { return count; }
std::size_t support::allocations_in_use() noexcept { return count - released; }

void support::fail_allocations(fail_at* fault) noexcept { faults = fault; }

#if defined(__has_feature)
#if __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SUPPORT_SANITIZED
#endif
#endif
#ifdef SUPPORT_SANITIZED

bool support::allocations_can_fail() noexcept { return false; }

// These have replacements of their own, and say what they allocate.
extern "C" void __sanitizer_malloc_hook(void const volatile*, std::size_t);
extern "C" [[clang::disable_sanitizer_instrumentation]] void __sanitizer_malloc_hook(
    void const volatile*, std::size_t) {
  ++count;
}

#else

bool support::allocations_can_fail() noexcept {
#ifdef __cpp_exceptions
  return true;
#else
  return false;
#endif
}

namespace {

/// Counts an allocation. Whether it is the one to fail.
bool fails() {
  if (faults != nullptr && faults->fails()) return true;
  ++count;
  return false;
}

[[noreturn]] void fail() {
#ifdef __cpp_exceptions
  throw std::bad_alloc();
#else
  std::abort();
#endif
}

void* allocate_counted(std::size_t size) {
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
void* allocate(std::size_t size) {
  if (fails()) fail();
  return allocate_counted(size);
}

void* allocate(std::size_t size, std::align_val_t a) {
  if (fails()) fail();
  auto const alignment = static_cast<std::size_t>(a);
#ifdef _WIN32
  if (void* const memory = _aligned_malloc(size == 0 ? 1 : size, alignment)) return memory;
#else
  std::size_t const rounded = (size / alignment + 1) * alignment;  // aligned_alloc wants a multiple
  if (void* const memory = std::aligned_alloc(alignment, rounded)) return memory;
#endif
  std::abort();
}

void release(void* p) {
  released += p == nullptr ? 0 : 1;
  std::free(p);
}

void release_aligned(void* p) {
  released += p == nullptr ? 0 : 1;
#ifdef _WIN32
  _aligned_free(p);
#else
  std::free(p);
#endif
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t a) { return allocate(size, a); }
void* operator new[](std::size_t size, std::align_val_t a) { return allocate(size, a); }
void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
  return fails() ? nullptr : allocate_counted(size);
}
void* operator new[](std::size_t size, std::nothrow_t const&) noexcept {
  return fails() ? nullptr : allocate_counted(size);
}
void operator delete(void* p, std::nothrow_t const&) noexcept { release(p); }
void operator delete[](void* p, std::nothrow_t const&) noexcept { release(p); }
void operator delete(void* p) noexcept { release(p); }
void operator delete[](void* p) noexcept { release(p); }
void operator delete(void* p, std::size_t) noexcept { release(p); }
void operator delete[](void* p, std::size_t) noexcept { release(p); }
void operator delete(void* p, std::align_val_t) noexcept { release_aligned(p); }
void operator delete[](void* p, std::align_val_t) noexcept { release_aligned(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { release_aligned(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { release_aligned(p); }

#endif
