// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/parse_state.hpp>

#include <doctest/doctest.h>

using medusa::ext::http1::parse_state;

static_assert(parse_state{} == parse_state::more);

TEST_CASE("a parser begins by wanting more") { CHECK(parse_state{} == parse_state::more); }
