// SPDX-License-Identifier: MIT
#include <medusa/core/secret_text.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/static_string.hpp>
#include <support/searched_memory.hpp>

using namespace medusa;
using support::searched_memory;
using support::searched_object;
using support::searched_string;
using heap_text = detail::secret_text<searched_string>;

// A client in static memory needs no code that ends it.
static_assert(std::is_trivially_destructible_v<detail::secret_text<static_string<16>>>);
static_assert(std::is_trivially_copyable_v<detail::secret_text<std::string_view>>);
static_assert(std::is_nothrow_move_constructible_v<heap_text>);
static_assert(std::is_nothrow_move_assignable_v<heap_text>);

namespace {

/// One fits into the object, one does not.
constexpr std::string_view secrets[] = {"hunter2", "a password of more than 15 bytes"};

/// What is looked for where nothing should be: emptying a text is enough to change its first byte.
constexpr std::string_view rest_of(std::string_view secret) { return secret.substr(1); }

heap_text make(std::string_view text) { return heap_text(searched_string(text)); }

}  // namespace

TEST_CASE("core/secret_text: its memory is wiped before it is given back") {
  for (std::string_view const secret : secrets) {
    searched_memory::instance().begin();
    searched_object<heap_text> text(make(secret));
    CHECK((text.holds(secret) || searched_memory::instance().in_use(secret)));
    text.end();
    CHECK(!text.holds(rest_of(secret)));
    CHECK(!searched_memory::instance().returned(rest_of(secret)));
  }
}

TEST_CASE("core/secret_text: nothing stays where it was moved from") {
  for (std::string_view const secret : secrets) {
    searched_memory::instance().begin();
    searched_object<heap_text> from(make(secret));
    heap_text to(std::move(*from));
    CHECK(to.text == secret);
    CHECK(!from.holds(rest_of(secret)));
    searched_object<heap_text> other(make(secret));
    to = std::move(*other);
    CHECK(to.text == secret);
    CHECK(!other.holds(rest_of(secret)));
    CHECK(!searched_memory::instance().returned(rest_of(secret)));
  }
}

TEST_CASE("core/secret_text: nothing stays of what others have replaced") {
  for (std::string_view const secret : secrets)
    for (std::string_view const next :
         {"", "another", "another that is longer than the first two"}) {
      searched_memory::instance().begin();
      searched_object<heap_text> text(make(secret));
      heap_text const other = make(next);
      *text = other;
      CHECK(text->text == next);
      CHECK(other.text == next);
      CHECK(!text.holds(rest_of(secret)));
      CHECK(!searched_memory::instance().in_use(rest_of(secret)));
      CHECK(!searched_memory::instance().returned(rest_of(secret)));
    }
}

TEST_CASE("core/secret_text: it can be given to itself") {
  heap_text text = make("hunter2");
  heap_text& same = text;
  text = std::move(same);
  CHECK(text.text == "hunter2");
  text = same;
  CHECK(text.text == "hunter2");
}
