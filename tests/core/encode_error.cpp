#include <medusa/core/encode_error.hpp>

#include <doctest/doctest.h>

namespace {

using medusa::encode_error;
using medusa::errc;

constexpr bool test_encode_errors_compare_all_they_say() {
  constexpr encode_error e{.code = errc::too_long, .field = "email", .needed = 7};
  return e == encode_error{errc::too_long, "email", 7} && encode_error{}.needed == 0 &&
         e != encode_error{errc::too_long, "email", 8} &&
         e != encode_error{errc::too_long, "id", 7} &&
         e != encode_error{errc::invalid_id, "email", 7};
}

}  // namespace

TEST_CASE("encode_error: compares all it says") {
  CHECK(test_encode_errors_compare_all_they_say());
}
static_assert(test_encode_errors_compare_all_they_say());
