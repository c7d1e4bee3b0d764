// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

// A test that runs at compile time and, the same body, at run time.
#define TWIN(name, ...)                     \
  TEST_CASE(name) { CHECK(__VA_ARGS__()); } \
  static_assert(__VA_ARGS__())

// The same on both kinds of storage without a heap.
#define TWINS(name, test)                      \
  TEST_CASE(name) {                            \
    CHECK(test<medusa::fixed<48, 8>>());       \
    CHECK(test<medusa::borrowed<8>>());        \
  }                                            \
  static_assert(test<medusa::fixed<48, 8>>()); \
  static_assert(test<medusa::borrowed<8>>())
