// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// Metadata nested as deeply as the default scanner allows: 512 levels in all, of which the answer
// around it takes two.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;

using storage_type = basic_fixed<limits{.items = 1, .metadata = 4096}>;

/// Why a user with metadata of so many levels cannot be read; nothing when it can.
constexpr std::optional<errc> error_of_metadata(std::size_t levels) {
  char body[4096]{};
  sink out(body, sizeof body);
  out.append(R"({"user":{"id":"u","email":"e","metadata":)");
  for (std::size_t i = 0; i < levels; ++i) out.append(i % 2 == 0 ? R"({"a":)" : "[");
  out.append('1');
  for (std::size_t i = levels; i > 0; --i) out.append(i % 2 == 1 ? '}' : ']');
  out.append("}}");
  scripted_transport server{expect(method::get, "/admin/users/u").answer(200, out.written())};
  admin::client<scripted_transport&, json::scanner, storage_type> client{
      server, {.base_url = "https://shop.example"}};
  auto const user = client.users().retrieve("u");
  if (!user) return user.error().code;
  return user->metadata->view().size() == 1 + levels / 2 * 8 + levels % 2 * 6
             ? std::nullopt
             : std::optional(errc::wrong_type);
}

constexpr bool test_limit_of_depth() {
  return error_of_metadata(1) == std::nullopt && error_of_metadata(510) == std::nullopt &&
         error_of_metadata(511) == errc::too_deep;
}

/// The scanner's own parameter moves the limit.
constexpr bool test_limit_of_depth_is_a_parameter() {
  scripted_transport server{
      expect(method::get, "/admin/users/u")
          .answer(200, R"({"user":{"id":"u","email":"e","metadata":{"a":[]}}})")
          .times(2)};
  admin::client<scripted_transport&, json::basic_scanner<4>, storage_type> fits{
      server, {.base_url = "https://shop.example"}};
  admin::client<scripted_transport&, json::basic_scanner<3>, storage_type> small{
      server, {.base_url = "https://shop.example"}};
  if (!fits.users().retrieve("u")) return false;
  auto const refused = small.users().retrieve("u");
  return !refused && refused.error().code == errc::too_deep &&
         refused.error().stage() == stage::decode;
}

}  // namespace

TEST_CASE("limits: 512 levels of JSON") { CHECK(test_limit_of_depth()); }
static_assert(test_limit_of_depth());
TEST_CASE("limits: the depth is a parameter") { CHECK(test_limit_of_depth_is_a_parameter()); }
static_assert(test_limit_of_depth_is_a_parameter());
