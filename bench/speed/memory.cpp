// SPDX-License-Identifier: MIT
// Counts what the program takes from the heap: `new` everywhere, and malloc in what is compiled
// here (the linker's --wrap).
#include "memory.hpp"

#include <cstdlib>
#include <new>

bench::allocated bench::heap;

extern "C" {
void* __real_malloc(std::size_t);
void* __real_realloc(void*, std::size_t);
void* __wrap_malloc(std::size_t size) {
  ++bench::heap.count;
  bench::heap.bytes += size;
  return __real_malloc(size);
}
void* __wrap_realloc(void* at, std::size_t size) {
  ++bench::heap.count;
  bench::heap.bytes += size;
  return __real_realloc(at, size);
}
}

void* operator new(std::size_t size) {
  if (void* const at = std::malloc(size)) return at;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return std::malloc(size); }
void operator delete(void* at) noexcept { std::free(at); }
void operator delete(void* at, std::size_t) noexcept { std::free(at); }
