// SPDX-License-Identifier: MIT
// Each push into storage fails in turn: a text, an element, the room for a request, a credential, a
// setting.
#include <medusa/model/storage.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/fixed.hpp>
#include <support/fail_at.hpp>

#include "every_operation.hpp"
#include "servers.hpp"

namespace {

using namespace medusa;
using namespace faults;
using support::every_fault;
using support::fail_at;

fail_at* pushes = nullptr;  ///< the fault of all storage; without one there is none
bool push_fails() { return pushes != nullptr && pushes->fails(); }

template <std::size_t N>
struct faulty_text : static_string<N> {
  [[nodiscard]] bool assign(std::string_view text) {
    return !push_fails() && static_string<N>::assign(text);
  }
  [[nodiscard]] bool resize(std::size_t size) {
    return !push_fails() && static_string<N>::resize(size);
  }
};
template <class T>
struct faulty_list : static_vector<T, 4> {
  [[nodiscard]] T* try_emplace_back() {
    return push_fails() ? nullptr : static_vector<T, 4>::try_emplace_back();
  }
};
/// Has no room until it has grown.
struct faulty_buffer : request_buffer<1024> {
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] bool grow(std::size_t size) {
    if (push_fails() || size > 1024) return false;
    capacity_ = size;
    return true;
  }

 private:
  std::size_t capacity_ = 0;
};

struct faulty_storage {
  using text = faulty_text<64>;
  using metadata = faulty_text<64>;
  using message = faulty_text<64>;
  using credential = faulty_text<64>;
  using settings = faulty_text<64>;
  using query = faulty_text<64>;
  using description = faulty_text<256>;
  template <class T>
  using list = faulty_list<T>;
  using request_buffer = faulty_buffer;
  static constexpr std::optional<std::size_t> max_items = 4;
  static constexpr bool views_response = false;
};
static_assert(check_storage<faulty_storage>());

using blocking = admin::client<blocking_server&, json::scanner, faulty_storage>;
using asynchronous = admin::async_client<async_server&, json::scanner, faulty_storage>;
constexpr basic_options<no_clock> options{.base_url = "http://h",
                                          .credentials = api_token{"tok_1"}};

bool lacks_room(errc code) {
  return code == errc::text_too_long || code == errc::too_many_items ||
         code == errc::buffer_too_small;
}

template <class Client, class Server>
std::size_t one_call_lacks_room(Server server) {
  return every_fault([&](fail_at& fault) {
    Client client{server, options};
    pushes = &fault;
    codes const got = walk(client, server);
    pushes = nullptr;
    std::size_t failed = 0;
    for (errc const each : got) {
      CHECK((each == errc{} || lacks_room(each)));
      failed += each == errc{} ? 0 : 1;
    }
    CHECK(failed == (fault.happened() ? 1 : 0));
    CHECK(walk(client, server) == all_but(0, errc{}));
  });
}

}  // namespace

TEST_CASE("faults: each push of a call") {
  std::size_t const steps = one_call_lacks_room<blocking>(blocking_server{});
  CHECK(steps > 40);
  CHECK(one_call_lacks_room<asynchronous>(async_server{}) >= steps);
  CHECK(one_call_lacks_room<asynchronous>(async_server{.at_once = true}) >= steps);
}

TEST_CASE("faults: what a client keeps of its options finds no room") {
  std::size_t const steps = every_fault([](fail_at& fault) {
    blocking_server server{.answer = response_view{200, user}};
    pushes = &fault;
    blocking client{server, options};
    pushes = nullptr;
    auto const got = client.users().retrieve(id);
    CHECK(got.has_value() == !fault.happened());
    CHECK(client.status().has_value() == fault.happened());
    if (!got) CHECK(got.error().code == errc::too_long);
    CHECK(server.requests == (fault.happened() ? 0 : 1));
  });
  CHECK(steps == 2);
}

TEST_CASE("faults: new credentials find no room, and the old ones stay") {
  std::size_t const steps = every_fault([](fail_at& fault) {
    blocking_server server{};
    blocking client{server, options};
    pushes = &fault;
    auto const error = client.sign_in(bearer{"a.b.c"});
    pushes = nullptr;
    CHECK(error.has_value() == fault.happened());
    CHECK(client.credentials().value().reveal() == (fault.happened() ? "tok_1" : "a.b.c"));
  });
  CHECK(steps == 1);
}

// What the server says about a refusal must not hide the refusal.
TEST_CASE("faults: each push of a refusal, and of its description") {
  std::size_t const steps = every_fault([](fail_at& fault) {
    blocking_server server{.answer = response_view{422, refusal}};
    blocking client{server, options};
    CHECK(client.users().remove(id).error().code ==
          errc::unprocessable);  // has made room for the request
    pushes = &fault;
    auto const got = client.users().remove(id);
    auto const text = to_string(got.error());
    pushes = nullptr;
    CHECK(got.error().code == errc::unprocessable);
    CHECK(got.error().server.message.empty() == got.error().server.message_dropped);
    CHECK(std::string_view(text).find("the server could not process the request") !=
          std::string_view::npos);
  });
  CHECK(steps >= 2);
}
