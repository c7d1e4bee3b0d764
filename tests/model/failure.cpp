// SPDX-License-Identifier: MIT
#include <medusa/model/failure.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using medusa::decode_error;
using medusa::encode_error;
using medusa::errc;
using medusa::stage;

namespace {

template <class S>
constexpr bool test_failure() {
  using failure = medusa::failure<S>;
  failure const coded(errc::not_found);
  failure const encoded(encode_error{.code = errc::too_long, .field = "id", .needed = 17000});
  decode_error where{.code = errc::text_too_long, .offset = 12, .needed = 70};
  where.path.prepend("user");
  failure const decoded(where, 200);
  return coded.code == errc::not_found && coded.stage() == stage::status && coded.status == 0 &&
         coded.attempts == 0 && coded.field.empty() && coded.path.empty() && !coded.transport &&
         coded.server.message.empty() &&  //
         encoded.code == errc::too_long && encoded.stage() == stage::encode &&
         encoded.field == "id" && encoded.needed == 17000 && encoded.status == 0 &&  //
         decoded.code == errc::text_too_long && decoded.stage() == stage::decode &&
         decoded.status == 200 && decoded.offset == 12 && decoded.needed == 70 &&
         decoded.path == "user";
}
TEST_CASE("a failure from each of its causes") {
  CHECK(test_failure<medusa::fixed<8, 1>>());
  CHECK(test_failure<medusa::borrowed<1>>());
  CHECK(test_failure<medusa::hosted>());
}
static_assert(test_failure<medusa::fixed<8, 1>>() && test_failure<medusa::borrowed<1>>());

struct broken_pipe {
  int code = 32;
};

constexpr bool test_transport() {
  medusa::failure<medusa::fixed<8, 1>, broken_pipe> f(errc::transport_failed);
  if (f.transport || f.stage() != stage::transport) return false;
  f.transport = broken_pipe{};
  return f.transport->code == 32;
}
TEST_CASE("the transport's own error is kept as it is") { CHECK(test_transport()); }
static_assert(test_transport());

// Only on purpose: an errc alone is no failure.
static_assert(!std::is_convertible_v<errc, medusa::failure<medusa::hosted>> &&
              !std::is_convertible_v<encode_error, medusa::failure<medusa::hosted>>);

}  // namespace
