// SPDX-License-Identifier: MIT
#include <medusa/core/as_new.hpp>

#include <doctest/doctest.h>

#include <optional>

#include <support/twins.hpp>

namespace {

using medusa::detail::as_new;

struct parts {
  int number = 7;
  std::optional<int> none{};
  char letter{};
};
class counted {
 public:
  constexpr counted() noexcept : value_(3) {}
  counted(counted const&) = delete;  // what is made is not copied
  [[nodiscard]] constexpr int value() const noexcept { return value_; }

 private:
  int value_;
};

constexpr bool test_as_new() {
  parts const made = as_new<parts>();
  counted const whole = as_new<counted>();
  return made.number == 7 && !made.none && made.letter == '\0' && whole.value() == 3 &&
         as_new<int>() == 0 && !as_new<std::optional<parts>>();
}

}  // namespace

TWIN("as_new: as by default", test_as_new);
