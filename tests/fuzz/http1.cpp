// SPDX-License-Identifier: MIT
// Any bytes as a response of HTTP/1.1: it does not matter in what pieces they arrive, and limits
// are kept.
#include <medusa/ext/http1/response_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "require.hpp"

namespace {

using fuzz::require;
using medusa::ext::http1::parse_state;
constexpr medusa::ext::http1_limits limits{
    .body = 96, .head = 128, .line = 80, .fields = 6, .interim = 2};
using parser = medusa::ext::http1::response_parser<medusa::ext::http1_memory<limits>>;

/// All that can be said of a response.
std::string read(std::string_view bytes, std::size_t piece, bool ends) {
  parser p;
  p.begin();
  std::size_t turns = 0;
  while (!bytes.empty() && p.state() == parse_state::more) {
    auto const room = p.room();
    require(!room.empty(), "there is room as long as more is wanted");
    std::size_t n = bytes.size() < piece ? bytes.size() : piece;
    if (n > room.size()) n = room.size();
    std::memcpy(room.data(), bytes.data(), n);
    static_cast<void>(p.received(n));
    bytes.remove_prefix(n);
    require(++turns < 100'000, "it goes on");
  }
  if (p.state() == parse_state::more && ends) static_cast<void>(p.ended());
  if (p.state() == parse_state::more) return "more";
  if (p.state() == parse_state::failed)
    return "failed " + std::to_string(static_cast<int>(p.error()));
  auto response = p.response();
  std::string_view const body(response.body());
  require(response.status() >= 200 && response.status() <= 999,
          "a status has three digits, and is no interim one");
  require(body.size() <= limits.body, "a body is not larger than allowed");
  std::string all = std::to_string(response.status()) + " " + std::string(body);
  for (std::string_view const name : {"Set-Cookie", "Retry-After", "a"})
    for (std::size_t n = 0; auto const value = response.header(name, n); ++n) {
      for (char const c : *value) require(c != '\r' && c != '\n' && c != '\0', "no header divides");
      all += "|" + std::string(*value);
    }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::input in(data, size);
  std::size_t const piece = 1 + in.byte() % 7;
  bool const ends = in.flag();
  // Other bytes behind the response decide whether the connection is kept, and nothing else.
  std::string const whole = read(in.rest(), 1 << 20, ends);
  require(read(in.rest(), 1, ends) == whole, "byte by byte it is the same response");
  require(read(in.rest(), piece, ends) == whole, "in pieces it is the same response");
  return 0;
}
