#include <medusa/client/steady_clock.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <concepts>
#include <string>

#include <medusa/client/client.hpp>
#include <medusa/client/function_transport.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/hosted.hpp>

using namespace medusa;

static_assert(medusa::clock<steady_clock>);
static_assert(std::same_as<client_options, basic_options<steady_clock>>);

TEST_CASE("steady_clock: waits at least as long as asked, in real time") {
  for (int const ms : {0, 1, 15}) {
    auto const real = std::chrono::steady_clock::now();
    duration const began = steady_clock::now();
    steady_clock::wait(duration::milliseconds(ms));
    CHECK(steady_clock::now() - began >= duration::milliseconds(ms));
    CHECK(std::chrono::steady_clock::now() - real >= std::chrono::milliseconds(ms));
  }
  steady_clock::wait(duration::milliseconds(-5));
}

TEST_CASE("steady_clock: never goes back") {
  duration last = steady_clock::now();
  for (int i = 0; i < 1000; ++i) {
    duration const now = steady_clock::now();
    REQUIRE(now >= last);
    last = now;
  }
}

TEST_CASE("steady_clock: 64 bits of entropy, each of them used") {
  std::uint64_t ones = 0;
  std::uint64_t zeros = 0;
  for (int i = 0; i < 64; ++i) {  // a bit that stays the same by chance: once in 2^57 runs
    std::uint64_t const bits = steady_clock::random();
    ones |= bits;
    zeros |= ~bits;
  }
  CHECK(ones == ~std::uint64_t{0});
  CHECK(zeros == ~std::uint64_t{0});
}

TEST_CASE("steady_clock: the Unix time") {
  CHECK(steady_clock::unix_time() > 1'700'000'000);
  CHECK(steady_clock::unix_time() < 32'503'680'000);  // the year 3000
}

TEST_CASE("steady_clock: a client on hosted storage repeats by itself") {
  int requests = 0;
  function_transport transport{[&requests](request const&) -> result<response_view, int> {
    if (++requests < 3) return response_view{503, ""};
    return response_view{200, R"({"user":{"id":"u","email":"e"}})"};
  }};
  admin::client client{transport,
                       {.base_url = "http://h",
                        .retry = {.max_retries = 2, .base_delay = duration::milliseconds(1)}}};
  static_assert(
      std::same_as<decltype(client),
                   admin::client<decltype(transport)&, json::scanner, hosted, steady_clock>>);
  CHECK(client.users().retrieve("u"));
  CHECK(requests == 3);
}
