// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/byte_stream.hpp>

#include <doctest/doctest.h>

#include "support/scripted_stream.hpp"

using medusa::duration;
using medusa::ext::byte_stream;
using medusa::ext::stream_result;
using medusa::ext::stream_state;

namespace {

struct plain {
  stream_result read(std::span<char>, duration);
  stream_result write(std::string_view, duration);
};
struct by_other_types {  // whatever converts
  struct mine {
    operator stream_result() const;
  };
  mine read(std::span<char>, duration);
  mine write(std::span<char const>, duration);
};
struct says_it_is_not_secure : plain {
  static constexpr bool is_secure = false;
};
struct no_read {
  stream_result write(std::string_view, duration);
};
struct no_limit {
  stream_result read(std::span<char>);
  stream_result write(std::string_view);
};
struct counts_only {
  int read(std::span<char>, duration);
  int write(std::string_view, duration);
};

constexpr bool test_a_result_is_open_unless_it_says_otherwise() {
  stream_result const some{.count = 5};
  stream_result const last{.state = stream_state::ended};
  return some.state == stream_state::open && last.count == 0 && stream_result{}.count == 0;
}

}  // namespace

static_assert(byte_stream<plain> && byte_stream<by_other_types> &&
              byte_stream<support::scripted_stream>);
static_assert(!byte_stream<no_read> && !byte_stream<no_limit> && !byte_stream<counts_only> &&
              !byte_stream<int>);
static_assert(medusa::ext::check_byte_stream<plain>());
static_assert(!medusa::ext::detail::stream_reopens<plain>);
static_assert(medusa::ext::detail::stream_reopens<support::reopening_stream>);
static_assert(!medusa::ext::detail::stream_is_secure<plain>);
static_assert(!medusa::ext::detail::stream_is_secure<says_it_is_not_secure>);
static_assert(medusa::ext::detail::stream_is_secure<support::secure_stream>);
static_assert(test_a_result_is_open_unless_it_says_otherwise());

TEST_CASE("a result is open unless it says otherwise") {
  CHECK(test_a_result_is_open_unless_it_says_otherwise());
}
