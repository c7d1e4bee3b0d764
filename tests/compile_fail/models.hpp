// SPDX-License-Identifier: MIT
// Models that have all that is asked for. A case takes something away from one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <medusa/embedded.hpp>
#include <medusa/operation/parse.hpp>

namespace whole {

struct response {
  int status() const { return 200; }
  std::string_view body() const { return {}; }
};

template <class Response>
struct transport_of {
  medusa::result<Response, int> send(medusa::request const&) { return Response{}; }
};

struct value {
  medusa::json::kind kind() const { return medusa::json::kind::null; }
  bool boolean() { return false; }
  std::optional<std::int64_t> integer() { return std::nullopt; }
  medusa::json::text string() { return {}; }
  std::string_view raw() { return {}; }
  std::size_t offset() const { return 0; }
  template <class F>
  bool for_each_member(F&&) {
    return true;
  }
  template <class F>
  bool for_each_element(F&&) {
    return true;
  }
};

template <class Value>
struct visiting {
  static constexpr bool views_input = true;
  template <class F>
  static std::optional<medusa::json::error> visit(std::string_view, F&& f) {
    Value root;
    f(root);
    return std::nullopt;
  }
};
template <class Value>
struct reader_of : visiting<Value> {
  using value = Value;
};

using storage = medusa::fixed<8, 1>;

struct clock {
  medusa::duration now() { return {}; }
  void wait(medusa::duration) {}
  std::uint64_t random() { return 0; }
};

/// Something is called, so that all of it is looked at.
template <class Transport, class Json = medusa::json::scanner, class Storage = storage,
          class Clock = medusa::no_clock>
bool asks() {
  medusa::admin::client<Transport, Json, Storage, Clock> client{Transport{}, {}};
  return client.users().retrieve("u").has_value();
}
template <class Json>
bool reads() {
  return asks<transport_of<response>, Json>();
}
template <class Storage>
bool stores() {
  return asks<transport_of<response>, medusa::json::scanner, Storage>();
}
template <class Clock>
bool waits() {
  return asks<transport_of<response>, medusa::json::scanner, storage, Clock>();
}

}  // namespace whole
