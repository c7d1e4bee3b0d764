// SPDX-License-Identifier: MIT
// Any values in any operation: a request is well formed and says what it was given, or nothing is
// sent.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <medusa/http/response.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/medusa.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/fake_medusa/query_string.hpp>

#include "require.hpp"

namespace {

using fuzz::require;

/// Looks at what would be sent, and keeps it.
struct looks {
  std::string target{};
  std::string body{};
  int sent = 0;

  medusa::result<medusa::response_view, int> send(medusa::request const& r) {
    ++sent;
    require(r.url.starts_with("http://h/"), "the server is the one that was named");
    require(r.url.ends_with(r.target) && r.target.starts_with("/admin/"),
            "the target is the end of the URL");
    for (char const c : r.url)
      require(c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '\\', "a URL is visible ASCII");
    for (auto const& each : r.headers) {
      require(!each.name.empty(), "a header has a name");
      for (char const c : each.value)
        require(static_cast<unsigned char>(c) >= ' ' && c != 0x7F, "no header divides");
    }
    if (!r.body.empty()) {
      require(!medusa::json::scanner::visit(r.body, [](auto&) {}), "a body is JSON");
      require(r.header("Content-Type") == "application/json", "and is said to be");
    }
    target = r.target;
    body = r.body;
    return medusa::response_view{404, ""};
  }
};

template <class Storage>
using client_of = medusa::admin::client<looks&, medusa::json::scanner, Storage, medusa::no_clock>;
using roomy = medusa::basic_fixed<medusa::limits{.credential = 512, .request = 65536}>;
using tight = medusa::basic_fixed<medusa::limits{.credential = 512, .request = 512}>;

template <class Op>
void try_out(Op const& op, std::string_view token, medusa::header const& header) {
  medusa::call_options const call{.headers = {&header, header.name.empty() ? 0u : 1u}};
  looks heap, large, small;
  client_of<medusa::hosted> one{heap,
                                {.base_url = "http://h", .credentials = medusa::api_token{token}}};
  client_of<roomy> two{large, {.base_url = "http://h", .credentials = medusa::api_token{token}}};
  client_of<tight> three{small, {.base_url = "http://h", .credentials = medusa::api_token{token}}};
  auto const a = one.call(op, call);
  auto const b = two.call(op, call);
  auto const c = three.call(op, call);
  require(!a && !b && !c, "404 is no success");
  require(heap.sent == (a.error().code == medusa::errc::not_found),
          "either it is sent, or it says why not");
  require((heap.sent == 0) == (a.error().stage() == medusa::stage::encode),
          "and whose fault that is");
  if (large.sent != heap.sent) {
    // Bounded storage has limits of its own.
    require(b.error().stage() == medusa::stage::encode, "a limit is the caller's to keep");
  } else if (large.sent == 1) {
    require(large.target == heap.target && large.body == heap.body,
            "the same is sent from every storage");
  } else if (b.error().code != medusa::errc::too_long) {
    require(b.error().code == a.error().code && b.error().field == a.error().field,
            "and the same is refused");
  }
  if (small.sent == 1)
    require(small.target == large.target && small.body == large.body,
            "a small buffer has all of it");
  else if (large.sent == 1 && c.error().code == medusa::errc::buffer_too_small)
    require(c.error().needed > 512, "a buffer that is too small is told how large");
}

template <class T>
std::optional<T> some(bool there, T value) {
  return there ? std::optional<T>(value) : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::input in(data, size);
  std::uint8_t const which = in.byte();
  std::uint8_t const there = in.byte();
  std::string_view const token = in.flag() ? in.text() : "tok_secret";
  medusa::header const header{in.flag() ? in.text() : "", in.flag() ? in.text() : "v"};
  std::string_view const a = in.text(), b = in.text(), c = in.text(), d = in.text();
  namespace admin = medusa::admin;
  switch (which % 9) {
    case 0: {
      admin::create_user op{.email = a, .password = b};
      if (there & 1) op.first_name = c;
      if (there & 2) op.last_name = d;
      if (there & 4) op.first_name = nullptr;
      if (there & 8) op.role = static_cast<admin::role>(there >> 4);
      return try_out(op, token, header), 0;
    }
    case 1: return try_out(admin::delete_user{.id = a}, token, header), 0;
    case 2: {
      std::string_view const several[] = {a, b, c};
      admin::list_users op{.email = some(there & 1, a), .first_name = some(there & 2, b), .q = c};
      if (there & 4) op.id = several;
      if (there & 8) op.order = admin::order_by{static_cast<admin::user_field>(there >> 4)};
      op.limit =
          (there & 16) != 0 ? there : 1;  // without one bounded storage asks for what it takes
      return try_out(op, token, header), 0;
    }
    case 3:
      return try_out(admin::reset_password{.email = (there & 1) != 0
                                                        ? medusa::field<std::string_view>(c)
                                                        : medusa::field<std::string_view>(),
                                           .token = a,
                                           .password = b},
                     token, header),
             0;
    case 4: {
      looks at;
      client_of<medusa::hosted> one{at, {.base_url = "http://h"}};
      static_cast<void>(one.users().retrieve(a));
      if (at.sent)
        require(
            medusa::testing::fake::percent_decoded(at.target) == "/admin/users/" + std::string(a),
            "an id arrives as it is");
      return try_out(admin::retrieve_user{.id = a}, token, header), 0;
    }
    case 5: return try_out(admin::send_reset_password_token{.email = a}, token, header), 0;
    case 6: {
      admin::user_changes changes;
      if (there & 1) changes.first_name = b;
      if (there & 2) changes.last_name = nullptr;
      if (there & 4) changes.metadata = c;
      if (there & 8) changes.api_token = d;
      return try_out(admin::update_user{.id = a, .changes = changes}, token, header), 0;
    }
    case 7: return try_out(admin::create_session{.email = a, .password = b}, token, header), 0;
    default: return try_out(admin::get_token{.email = a, .password = b}, token, header), 0;
  }
}
