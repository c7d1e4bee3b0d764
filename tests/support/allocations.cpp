#include "allocations.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

// The replacements lie in a file of their own: where they are inlined, g++ 12 takes `free` for the
// wrong counterpart of `new`.
namespace {

std::atomic<std::size_t> count{0};

}  // namespace

std::size_t support::allocations() noexcept { return count; }

#if defined(__has_feature)
#if __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SUPPORT_SANITIZED
#endif
#endif
#ifdef SUPPORT_SANITIZED

// These have replacements of their own, and say what they allocate.
extern "C" void __sanitizer_malloc_hook(void const volatile*, std::size_t);
extern "C" [[clang::disable_sanitizer_instrumentation]] void __sanitizer_malloc_hook(
    void const volatile*, std::size_t) {
  ++count;
}

#else

namespace {

void* allocate(std::size_t size) {
  ++count;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}

void* allocate(std::size_t size, std::align_val_t a) {
  ++count;
  auto const alignment = static_cast<std::size_t>(a);
#ifdef _WIN32
  if (void* const memory = _aligned_malloc(size == 0 ? 1 : size, alignment)) return memory;
#else
  std::size_t const rounded = (size / alignment + 1) * alignment;  // aligned_alloc wants a multiple
  if (void* const memory = std::aligned_alloc(alignment, rounded)) return memory;
#endif
  std::abort();
}

void release_aligned(void* p) {
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
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, std::nothrow_t const&) noexcept { return allocate(size); }
void operator delete(void* p, std::nothrow_t const&) noexcept { std::free(p); }
void operator delete[](void* p, std::nothrow_t const&) noexcept { std::free(p); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { release_aligned(p); }
void operator delete[](void* p, std::align_val_t) noexcept { release_aligned(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { release_aligned(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { release_aligned(p); }

#endif
