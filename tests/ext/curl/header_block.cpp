// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/header_block.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <support/little_memory.hpp>

using medusa::ext::detail::header_block;

namespace {

header_block of(std::initializer_list<std::string_view> lines) {
  header_block block;
  for (std::string_view const line : lines) CHECK(block.add(line));
  return block;
}

}  // namespace

TEST_CASE("fields are found by name and number") {
  auto const block = of({"HTTP/1.1 200 OK\r\n", "Set-Cookie: a=1\r\n", "X-Empty:\r\n",
                         "set-cookie:b=2 \r\n", "\r\n"});
  CHECK(block.find("SET-COOKIE", 0) == "a=1");
  CHECK(block.find("Set-Cookie", 1) == "b=2");
  CHECK(block.find("Set-Cookie", 2) == std::nullopt);
  CHECK(block.find("x-empty", 0) == "");
  CHECK(block.find("Set", 0) == std::nullopt);
  CHECK(block.find("", 0) == std::nullopt);
}

TEST_CASE("each status line begins anew: only the final response counts") {
  auto const block = of({"HTTP/1.1 103 Early Hints\r\n", "Link: early\r\n", "\r\n",
                         "HTTP/1.1 200 OK\r\n", "Date: now\r\n", "\r\n"});
  CHECK(block.find("Link", 0) == std::nullopt);
  CHECK(block.find("Date", 0) == "now");
}

TEST_CASE("trailers are not headers") {
  auto const block =
      of({"HTTP/1.1 200 OK\r\n", "A: 1\r\n", "\r\n", "Retry-After: 9\r\n", " 9\r\n", "\r\n"});
  CHECK(block.find("Retry-After", 0) == std::nullopt);
  CHECK(block.find("A", 0) == "1");
}

TEST_CASE("a folded value is joined with one space") {
  auto const block =
      of({"HTTP/1.1 200 OK\r\n", "A: one\r\n", " \t two\r\n", "\tthree\r\n", "B: x\r\n", "\r\n"});
  CHECK(block.find("A", 0) == "one two three");
  CHECK(block.find("B", 0) == "x");
}

TEST_CASE("a block is complete after its empty line") {
  CHECK_FALSE(header_block().complete());
  CHECK_FALSE(of({"HTTP/1.1 200 OK\r\n"}).complete());
  CHECK_FALSE(of({"HTTP/1.1 200 OK\r\n", "A: 1\r\n"}).complete());
  CHECK(of({"HTTP/1.1 200 OK\r\n", "A: 1\r\n", "\r\n"}).complete());
  CHECK_FALSE(of({"HTTP/1.1 103 Early Hints\r\n", "\r\n", "HTTP/1.1 200 OK\r\n"}).complete());
  CHECK(of({"HTTP/1.1 200 OK\r\n", "\r\n", "Trailer: 1\r\n"}).complete());
}

TEST_CASE("lines that are no fields do no harm") {
  auto const block = of({"X-Before: a status line\r\n", "HTTP/1.1 200 OK\r\n",
                         " fold of nothing\r\n", "no colon\r\n", ": no name\r\n", "Spaced : 1\r\n",
                         "HTTP/1.1 is: a name here\r\n", "A: 1", "\n"});
  CHECK(block.find("X-Before", 0) == std::nullopt);
  CHECK(block.find("no colon", 0) == std::nullopt);
  CHECK(block.find("Spaced", 0) == std::nullopt);  // RFC 9112 section 5.1
  CHECK(block.find("A", 0) == "1");
  CHECK(header_block().find("A", 0) == std::nullopt);
}

#ifndef MEDUSA_TEST_NO_LITTLE_MEMORY
TEST_CASE("lines for which there is no memory") {
  // A line, and a fold, that fits without its newline, for which the buffer would double.
  constexpr std::size_t large = 40'000'000;
  std::string const line = "A:" + std::string(large, 'a');
  std::string const fold = " " + std::string(large, 'a');
  for (std::size_t const room : {large / 2, large + large / 2})
    for (std::string const& text : {line, fold}) {
      header_block block = of({"HTTP/1.1 200 OK\r\n", "B: 1\r\n"});
      support::little_memory const little(room);
      bool const added = block.add(text);
      CHECK(added != little.keeps());
    }
}
#endif
