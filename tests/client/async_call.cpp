#include <medusa/client/async_call.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;

constexpr std::size_t kept_bytes(std::size_t capacity, bool& moved) {
  char memory[64] = "http://h/abody";
  char name[] = "X-A";
  char key[] = "key";
  std::array<header, 3> rows{header{"x-a", "one"}, header{"Accept", "json"},
                             header{"Idempotency-Key", key}};
  std::array<header, 1> const own{header{name, "one"}};
  request r{.url = {memory, 10}, .headers = rows, .body = {memory + 10, 4}};
  call_options const options{.headers = own, .idempotency_key = key};
  std::size_t const needed = medusa::detail::keep_options(r, rows, memory, capacity, options, 2);
  key[0] = '!';
  moved = rows[0].value == "one" && rows[1].value == "json" && rows[2].value == "key" &&
          std::string_view(memory + 16, 6) == "x-aone" &&
          std::string_view(memory, 14) == "http://h/abody";
  return needed;
}

constexpr bool test_options_are_kept_behind_a_request() {
  bool moved = false;
  constexpr std::size_t all = 14 + 2 + 6 + 15 + 3;
  if (kept_bytes(all, moved) != 0 || !moved) return false;
  return kept_bytes(all - 1, moved) == all && !moved;
}

constexpr bool test_nothing_to_keep() {
  std::array<header, 2> rows{header{"Accept", "json"}, header{"Idempotency-Key", "ours"}};
  request const r{.url = "http://h/", .headers = rows};
  return medusa::detail::keep_options(r, rows, nullptr, 0, {}, 100) == 0;
}

using small_storage = basic_fixed<limits{.request = 160}>;
constexpr bool test_options_that_do_not_fit() {
  testing::async_scripted_transport server{};
  admin::async_client<testing::async_scripted_transport&, json::scanner, small_storage> client{
      server, {.base_url = "https://shop.example"}};
  std::string_view const long_value =
      "0123456789012345678901234567890123456789012345678901234567890123456789"
      "0123456789012345678901234567890123456789012345678901234567890123456789";
  std::array<header, 1> const own{header{"X-A", long_value}};
  errc code{};
  std::size_t needed = 0;
  client.users().retrieve("u", {.headers = own}, [&](auto user) {
    code = user.error().code, needed = user.error().needed;
  });
  return code == errc::buffer_too_small && needed == 34 + 12 + 3 + long_value.size();
}

using call = admin::async_core<testing::async_scripted_transport&, json::scanner, fixed<48, 4>,
                               no_clock, no_provider>::call;
static_assert(!std::is_move_constructible_v<call> && !std::is_copy_constructible_v<call>);

}  // namespace

TWIN("the options of a call are kept behind its request", test_options_are_kept_behind_a_request);
TWIN("nothing to keep", test_nothing_to_keep);
TWIN("options that do not fit", test_options_that_do_not_fit);
