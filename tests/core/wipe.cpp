// SPDX-License-Identifier: MIT
#include <medusa/core/wipe.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/core/static_string.hpp>

using namespace medusa;

namespace {

constexpr bool test_wipe_text_empties() {
  static_string<16> text;
  if (!text.assign("hunter2")) return false;
  detail::wipe_text(text);
  static_string<16> never;
  detail::wipe_text(never);
  char none = 'x';
  detail::wipe(&none, 0);
  return text.empty() && never.empty() && none == 'x';
}

}  // namespace

TEST_CASE("core/wipe: a text is empty afterwards") { CHECK(test_wipe_text_empties()); }
static_assert(test_wipe_text_empties());

TEST_CASE("core/wipe: so many bytes are zero, and no others") {
  char memory[] = "before:hunter2:after";
  detail::wipe(memory + 7, 7);
  using namespace std::string_view_literals;
  CHECK(std::string_view(memory, sizeof memory) == "before:\0\0\0\0\0\0\0:after\0"sv);
}

TEST_CASE("core/wipe: what a longer text has left behind a shorter one goes, too") {
  std::string text = "a password that is longer than what fits into a string";
  std::string_view const all(text.data(), text.size());
  text.resize(3);
  detail::wipe_text(text);
  CHECK(text.empty());
  CHECK(all == std::string(all.size(), '\0'));
}
