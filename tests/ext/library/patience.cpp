// SPDX-License-Identifier: MIT
#include <medusa/ext/library/patience.hpp>

#include <doctest/doctest.h>

using medusa::duration;
using medusa::ext::library_errc;
using medusa::ext::detail::patience;

TEST_CASE("patience ends with the time, or when the call is cancelled") {
  CHECK(patience({.timeout = duration()}).over() == library_errc::timed_out);
  CHECK(patience({.timeout = duration::milliseconds(-5)}).over() == library_errc::timed_out);
  CHECK(patience({.timeout = duration()}).left_ms() == 1);
  bool cancel = false;
  patience const p({.timeout = duration::seconds(100), .cancel = &cancel});
  CHECK(!p.over());
  CHECK(p.left_ms() > 50'000);
  CHECK(p.left_ms() <= 100'000);
  CHECK(p.end() > patience::clock::now());
  cancel = true;
  CHECK(p.over() == library_errc::cancelled);
}

TEST_CASE("patience without end is ten days") {
  patience const p({.timeout = duration::max()});
  CHECK(!p.over());
  CHECK(p.left_ms() > 863'000'000);
  CHECK(p.left_ms() <= 864'000'000);
}
