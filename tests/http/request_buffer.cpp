// SPDX-License-Identifier: MIT
#include <medusa/http/request_buffer.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>

using medusa::growing_request_buffer;
using medusa::header;
using medusa::request_buffer;
using medusa::request_memory;

namespace {

static_assert(request_memory<request_buffer<1>> &&
              request_memory<growing_request_buffer<std::string>>);

struct without_grow {
  char* data();
  std::size_t capacity();
  std::span<header> headers();
};
struct grows_silently : without_grow {
  void grow(std::size_t);
};
struct read_only : without_grow {
  char const* data();
  bool grow(std::size_t);
};
struct shows_its_headers : without_grow {
  bool grow(std::size_t);
  std::span<header const> headers();
};
struct of_mine : without_grow {
  bool grow(std::size_t);
};
static_assert(request_memory<of_mine>);
static_assert(!request_memory<without_grow> && !request_memory<grows_silently> &&
              !request_memory<read_only> && !request_memory<shows_its_headers> &&
              !request_memory<std::string> && !request_memory<request_buffer<1> const>);

constexpr bool test_fixed() {
  request_buffer<4> buffer;
  if (buffer.capacity() != 4 || !buffer.grow(4) || !buffer.grow(0) || buffer.grow(5)) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (buffer.data()[i] != '\0') return false;
    buffer.data()[i] = 'x';
  }
  auto const headers = buffer.headers();
  if (headers.size() != medusa::max_request_headers || headers.data() != buffer.headers().data())
    return false;
  headers.back() = {"X-A", "b"};
  return buffer.headers().back().value == "b" && buffer.capacity() == 4 && buffer.data()[3] == 'x';
}
TEST_CASE("request_buffer: a fixed size") { CHECK(test_fixed()); }
static_assert(test_fixed());

TEST_CASE("request_buffer: grows, and keeps its memory") {
  growing_request_buffer<std::string> buffer;
  CHECK(buffer.capacity() == 0);
  CHECK(buffer.headers().size() == medusa::max_request_headers);
  REQUIRE(buffer.grow(1000));
  CHECK(buffer.capacity() == 2000);
  char* const memory = buffer.data();
  memory[1999] = 'x';
  REQUIRE(buffer.grow(1000));
  CHECK(buffer.data() == memory);
  REQUIRE(buffer.grow(100000));
  CHECK(buffer.capacity() == 101024);
}

}  // namespace
