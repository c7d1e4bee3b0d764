// SPDX-License-Identifier: MIT
#include <medusa/core/cancellation.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <type_traits>

using medusa::cancellation;

namespace {

struct countdown {
  bool load() const { return --left == 0; }
  mutable int left = 2;
};
struct not_a_flag {
  void load() const {}
};

static_assert(std::is_trivially_copyable_v<cancellation>);
static_assert(std::is_convertible_v<bool*, cancellation>);
static_assert(std::is_convertible_v<bool const*, cancellation>);
static_assert(std::is_convertible_v<std::atomic<bool>*, cancellation>);
static_assert(std::is_convertible_v<std::atomic<bool> const*, cancellation>);
static_assert(!std::is_constructible_v<cancellation, bool>, "a flag is watched, not read once");
static_assert(!std::is_constructible_v<cancellation, int*>);
static_assert(!std::is_constructible_v<cancellation, void*>);
static_assert(!std::is_constructible_v<cancellation, not_a_flag*>);

constexpr bool test_none() {
  cancellation const none;
  cancellation const null(nullptr);
  return !none.possible() && !none.requested() && !null.possible() && !null.requested();
}
TEST_CASE("without a flag nothing is ever cancelled") { CHECK(test_none()); }
static_assert(test_none());

constexpr bool test_plain() {
  bool flag = false;
  cancellation const cancel = &flag;
  cancellation const copy = cancel;
  if (!cancel.possible() || cancel.requested()) return false;
  flag = true;
  if (!cancel.requested() || !copy.requested()) return false;
  flag = false;
  return !cancel.requested();
}
TEST_CASE("a plain flag is looked at each time") { CHECK(test_plain()); }
static_assert(test_plain());

TEST_CASE("an atomic flag may be set by another thread") {
  std::atomic<bool> flag = false;
  cancellation const cancel = &flag;
  CHECK(cancel.possible());
  CHECK_FALSE(cancel.requested());
  std::thread([&flag] { flag = true; }).join();
  CHECK(cancel.requested());
}

TEST_CASE("a null pointer to an atomic flag is no flag") {
  std::atomic<bool>* const none = nullptr;
  CHECK_FALSE(cancellation(none).possible());
  CHECK_FALSE(cancellation(none).requested());
}

TEST_CASE("whatever has load() is a flag") {
  countdown const flag;
  cancellation const cancel = &flag;
  CHECK_FALSE(cancel.requested());
  CHECK(cancel.requested());
}

}  // namespace
