// SPDX-License-Identifier: MIT
// Each captured answer of a real server, cut at every byte: an error, never a success. Split at
// every byte: the same.
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <data/recordings.hpp>
#include <data/wire_message.hpp>
#include <medusa/ext/http1/response_parser.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>
#include <support/owned_response.hpp>
#include <support/with_operation.hpp>

namespace {

using medusa::ext::http1::parse_state;
using support::owned_response;

using fixed_storage =
    medusa::basic_fixed<medusa::limits{.text = 64, .items = 50, .metadata = 640, .message = 4096}>;
using view_storage = medusa::basic_borrowed<medusa::limits{.items = 50, .message = 4096}>;

/// Reads a body with one operation on one kind of storage.
template <class S>
struct cut_body {
  wire::message const& whole;
  std::size_t& cuts;

  template <class Op>
  void operator()(Op const& op) const {
    std::string_view const body = whole.body();
    bool const success = whole.status() >= 200 && whole.status() <= 299;
    if (success && std::is_same_v<typename Op::template result_type<S>, medusa::no_content>)
      return;  // is not read
    for (std::size_t size = 0; size < body.size(); ++size, ++cuts) {
      std::string const cut(
          body.substr(0, size));  // with its own end: a byte too far is seen by a sanitizer
      owned_response answer(whole.status(), cut);
      typename Op::template result_type<S> out{};
      auto const failed = medusa::parse_into<S>(op, answer, out);
      REQUIRE(failed.has_value());
      // A refusal is one, whatever is left of its words.
      REQUIRE(failed->stage() == (success ? medusa::stage::decode : medusa::stage::status));
    }
  }
};

/// As it was on the wire: a recording has lost its CRs, and some headers.
std::string on_the_wire(std::string_view recorded, std::string_view framing) {
  std::string all;
  for (std::string_view line = "+"; !line.empty();) {
    line = recorded.substr(0, recorded.find('\n'));
    recorded.remove_prefix(line.size() + 1);
    bool const frames = line.starts_with("Transfer-Encoding") || line.starts_with("Content-Length");
    if (line.empty()) all += framing;
    if (!frames) all.append(line).append("\r\n");
  }
  return all;
}
std::string counted(wire::recording const& r) {
  std::string_view const body = wire::message(r.response).body();
  return on_the_wire(r.response, "Content-Length: " + std::to_string(body.size()) + "\r\n")
      .append(body);
}
/// In chunks of seven bytes.
std::string chunked(wire::recording const& r) {
  std::string_view body = wire::message(r.response).body();
  std::string all = on_the_wire(r.response, "Transfer-Encoding: chunked\r\n");
  for (; body.size() > 7; body.remove_prefix(7))
    all.append("7\r\n").append(body.substr(0, 7)).append("\r\n");
  if (!body.empty())
    all.append(std::to_string(body.size())).append("\r\n").append(body).append("\r\n");
  return all.append("0\r\n\r\n");
}
std::string until_the_end(wire::recording const& r) {
  return on_the_wire(r.response, "").append(wire::message(r.response).body());
}

constexpr medusa::ext::http1_limits limits{.body = 32 * 1024, .head = 4096};
using parser = medusa::ext::http1::response_parser<medusa::ext::http1_memory<limits>>;

parse_state feed(parser& p, std::string_view bytes) {
  while (!bytes.empty() && p.state() == parse_state::more) {
    auto const room = p.room();
    std::size_t const n = bytes.size() < room.size() ? bytes.size() : room.size();
    bytes.copy(room.data(), n);
    static_cast<void>(p.received(n));
    bytes.remove_prefix(n);
  }
  return p.state();
}
std::string all_of(parser& p) {
  auto response = p.response();
  std::string all = std::to_string(response.status());
  for (std::string_view const name : {"Content-Type", "Set-Cookie", "Date"})
    all.append("|").append(response.header(name).value_or("none"));
  return all.append("|").append(std::string_view(response.body()));
}

struct decode_cut {
  int status;
  std::string_view body;

  template <class Op>
  bool operator()(Op const& op) const {
    return medusa::parse<fixed_storage>(op, medusa::response_view{status, body}).has_value();
  }
};

bool has_no_body(wire::recording const& r) {
  int const status = wire::message(r.response).status();
  return status == 204 || status == 304;
}

}  // namespace

TEST_CASE_TEMPLATE("faults: a body cut at every byte", S, medusa::hosted, fixed_storage,
                   view_storage) {
  std::size_t cuts = 0;
  for (auto const& each : wire::recordings) {
    CAPTURE(each.expected.file);
    wire::message const whole(each.response);
    support::with_operation(each.expected.operation, cut_body<S>{whole, cuts});
  }
  CHECK(cuts > 5000);
}

TEST_CASE("faults: an answer cut at every byte, on the wire") {
  static parser p;
  std::size_t cuts = 0;
  for (auto const& each : wire::recordings) {
    CAPTURE(each.expected.file);
    for (std::string const& text : {counted(each), chunked(each)}) {
      std::size_t const end = has_no_body(each) ? text.find("\r\n\r\n") + 4 : text.size();
      for (std::size_t size = 0; size < end; ++size, ++cuts) {
        p.begin();
        REQUIRE(feed(p, std::string_view(text).substr(0, size)) == parse_state::more);
        REQUIRE(p.ended() == parse_state::failed);
        REQUIRE(p.error() ==
                (size == 0 ? medusa::ext::http1_errc::closed : medusa::ext::http1_errc::truncated));
      }
      p.begin();
      CHECK(feed(p, text) == parse_state::complete);
    }
  }
  CHECK(cuts > 20'000);
}

// HTTP cannot tell that such a body is cut; the decoder does.
TEST_CASE("faults: an answer that ends with the connection, cut at every byte") {
  static parser p;
  std::size_t cuts = 0;
  for (auto const& each : wire::recordings) {
    if (has_no_body(each)) continue;
    CAPTURE(each.expected.file);
    std::string const text = until_the_end(each);
    std::size_t const head = text.find("\r\n\r\n") + 4;
    bool const read = each.expected.code == wire::success &&
                      each.expected.operation != wire::operation::delete_session &&
                      each.expected.operation != wire::operation::send_reset_password_token;
    for (std::size_t size = 0; size < text.size(); ++size, ++cuts) {
      p.begin();
      REQUIRE(feed(p, std::string_view(text).substr(0, size)) == parse_state::more);
      REQUIRE(p.ended() == (size < head ? parse_state::failed : parse_state::complete));
      if (size < head || !read) continue;
      auto response = p.response();
      decode_cut const decode{response.status(), std::string_view(response.body())};
      REQUIRE_FALSE(support::with_operation(each.expected.operation, decode));
    }
  }
  CHECK(cuts > 10'000);
}

TEST_CASE("faults: an answer split at every byte, on the wire") {
  static parser p;
  std::size_t splits = 0;
  for (auto const& each : wire::recordings) {
    CAPTURE(each.expected.file);
    for (std::string const& text : {counted(each), chunked(each)}) {
      std::string_view const bytes = text;
      p.begin();
      REQUIRE(feed(p, bytes) == parse_state::complete);
      std::string const wanted = all_of(p);
      for (std::size_t at = 0; at <= bytes.size(); ++at, ++splits) {
        p.begin();
        static_cast<void>(feed(p, bytes.substr(0, at)));
        REQUIRE(feed(p, bytes.substr(at)) == parse_state::complete);
        REQUIRE(all_of(p) == wanted);
      }
      p.begin();
      for (std::size_t at = 0; at < bytes.size(); ++at)
        static_cast<void>(feed(p, bytes.substr(at, 1)));
      REQUIRE(p.state() == parse_state::complete);
      REQUIRE(all_of(p) == wanted);
    }
  }
  CHECK(splits > 20'000);
}
