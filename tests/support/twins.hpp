// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

// A test that runs at compile time and, the same body, at run time.
#define TWIN(name, ...)                     \
  TEST_CASE(name) { CHECK(__VA_ARGS__()); } \
  static_assert(__VA_ARGS__())

// The same on each storage without a heap.
#define HEAPLESS_TWINS(name, test, chars, items)      \
  TEST_CASE(name) {                                   \
    CHECK(test<medusa::fixed<chars, items>>());       \
    CHECK(test<medusa::borrowed<items>>());           \
  }                                                   \
  static_assert(test<medusa::fixed<chars, items>>()); \
  static_assert(test<medusa::borrowed<items>>())

// And on the heap at run time alone: not every standard library has constexpr strings.
#define TWINS(name, test, chars, items)                         \
  TEST_CASE(name ", hosted") { CHECK(test<medusa::hosted>()); } \
  HEAPLESS_TWINS(name, test, chars, items)
