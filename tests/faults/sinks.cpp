// SPDX-License-Identifier: MIT
// A request is given memory of every size below what it needs, so that each append of its writer is
// in turn the first without room: the error says what is needed, and with that much it is written.
#include <medusa/core/sink.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include <operation/sizes.hpp>

#include "every_operation.hpp"

namespace {

using medusa::encode_error;
using medusa::errc;

/// Memory behind which something lies that must stay as it is.
class guarded_buffer {
 public:
  explicit guarded_buffer(std::size_t size) : chars_(size + guard, '#'), size_(size) {}
  char* data() noexcept { return chars_.data(); }
  std::size_t capacity() const noexcept { return size_; }
  bool grow(std::size_t size) noexcept { return size <= size_; }
  std::span<medusa::header> headers() noexcept { return headers_; }
  bool intact() const { return chars_.find_first_not_of('#', size_) == std::string::npos; }

 private:
  static constexpr std::size_t guard = 64;
  std::string chars_;
  std::size_t size_;
  std::array<medusa::header, medusa::max_request_headers> headers_{};
};

}  // namespace

TEST_CASE("faults: each append of a request") {
  std::size_t refused = 0;
  faults::for_each_operation([&](auto const& op, auto const&) {
    guarded_buffer large(2048);
    auto const whole = op.request(large, signed_in);
    REQUIRE(whole.has_value());
    std::string const wanted(std::string_view(as_text(*whole)));
    guarded_buffer nothing(0);
    std::size_t const needed = op.request(nothing, signed_in).error().needed;
    REQUIRE(needed >= whole->url.size() + whole->body.size());
    for (std::size_t size = 0; size < needed; ++size, ++refused) {
      guarded_buffer small(size);
      auto const made = op.request(small, signed_in);
      REQUIRE_FALSE(made.has_value());
      REQUIRE(made.error() ==
              encode_error{.code = errc::buffer_too_small, .field = "request", .needed = needed});
      REQUIRE(small.intact());
    }
    guarded_buffer exact(needed);
    auto const made = op.request(exact, signed_in);
    REQUIRE(made.has_value());
    CHECK(std::string_view(as_text(*made)) == wanted);
    CHECK(exact.intact());
  });
  CHECK(refused > 500);
}
