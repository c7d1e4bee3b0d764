// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/text_buffer.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

using medusa::ext::detail::text_buffer;

static_assert(std::is_nothrow_move_constructible_v<text_buffer> &&
              std::is_nothrow_move_assignable_v<text_buffer>);
static_assert(!std::is_copy_constructible_v<text_buffer>);

TEST_CASE("a text buffer keeps what it was given, whatever its length") {
  text_buffer buffer;
  CHECK(buffer.view().empty());
  CHECK(buffer.append(""));
  CHECK(buffer.view().empty());
  std::string expected;
  for (std::size_t i = 0; i < 2000; ++i) {
    std::string const piece(i % 7, static_cast<char>(i));  // NUL bytes too
    CHECK(buffer.append(piece));
    expected += piece;
  }
  CHECK(buffer.size() == expected.size());
  CHECK(buffer.view() == expected);
}

TEST_CASE("a text buffer can be shortened and used again") {
  text_buffer buffer;
  CHECK(buffer.append("ab\n"));
  buffer.pop_back();
  CHECK(buffer.view() == "ab");
  buffer.clear();
  CHECK(buffer.view().empty());
  CHECK(buffer.append("c"));
  CHECK(buffer.view() == "c");
}

TEST_CASE("a text buffer that is moved leaves an empty one") {
  text_buffer a;
  CHECK(a.append("text"));
  std::string_view const before = a.view();
  text_buffer b(std::move(a));
  CHECK(b.view().data() == before.data());  // views outlive a move
  CHECK(a.view().empty());
  CHECK(a.append("more"));
  a = std::move(b);
  CHECK(a.view() == "text");
}

TEST_CASE("a text buffer says so when there is no memory") {
  text_buffer buffer;
  CHECK(buffer.append("kept"));
  // Nothing is read: the size is refused first. (volatile, or an optimising g++ warns of the copy.)
  std::size_t const volatile most = std::numeric_limits<std::size_t>::max() / 2;
  std::string_view const endless("x", most);
  CHECK(!buffer.append(endless));
  CHECK(buffer.view() == "kept");
}
