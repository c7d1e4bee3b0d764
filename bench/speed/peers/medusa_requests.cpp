// SPDX-License-Identifier: MIT
// Requests, which are written alike on every storage.
#include <medusa/medusa.hpp>

#include "../peer.hpp"

namespace {

using namespace medusa;

/// What `encode` writes, into a buffer on the stack.
template <class Encode>
bool write(Encode const& encode, std::string* digest) {
  static constexpr wire_limits limits{};
  char memory[1024];
  sink out(memory, sizeof memory);
  first_error errors;
  request_writer writer(out, errors, limits);
  encode(out, writer);
  writer.finish();
  if (errors.failed() || out.overflowed()) return false;
  return bench::written(out.written(), digest);
}

/// Only what documents have: of operations with a body that, of the others method and target.
template <described T>
bool write_body(T const& value, std::string* digest) {
  return write([&](sink&, request_writer& w) { encode_body(w, value); }, digest);
}
template <operation Op>
bool write_target(Op const& op, std::string* digest) {
  return write(
      [&](sink& out, request_writer& w) {
        out.append(to_string(Op::info.method)), out.append(' ');
        op.encode(w);
      },
      digest);
}

timestamp date(std::string_view text) {
  timestamp t;
  static_cast<void>(t.parse(text));
  return t;
}

bool run(bench::shape shape, bench::body, std::string* digest) {
  auto const& e = bench::example;
  switch (shape) {
    case bench::shape::create:
      return write_body(admin::create_user{.email = e.email,
                                           .first_name = e.first_name,
                                           .last_name = e.last_name,
                                           .role = admin::role::developer,
                                           .password = e.password},
                        digest);
    case bench::shape::update: {
      json::static_metadata<64> metadata;
      metadata.set("plan", e.plan).set("seats", e.seats);
      return write_body(admin::user_changes{.first_name = e.new_name,
                                            .last_name = nullptr,
                                            .role = admin::role::developer,
                                            .metadata = metadata},
                        digest);
    }
    case bench::shape::reset_password:
      return write_body(
          admin::reset_password{.email = e.email, .token = e.token, .password = e.password},
          digest);
    case bench::shape::send_token:
      return write_body(admin::send_reset_password_token{.email = e.email}, digest);
    case bench::shape::list: {
      static timestamp const since = date(e.since);  // as one that was read before
      std::string_view const ids[] = {e.id, e.other_id};
      using enum admin::user_field;
      return write_target(
          admin::list_users{.q = e.search,
                            .order = admin::order_by{created_at, admin::direction::descending},
                            .id = ids,
                            .created_at = {.gte = since},
                            .offset = e.offset,
                            .limit = e.limit,
                            .fields = admin::user_fields::only({id, email})},
          digest);
    }
    case bench::shape::retrieve: return write_target(admin::retrieve_user{.id = e.id}, digest);
    case bench::shape::remove: return write_target(admin::delete_user{.id = e.id}, digest);
    default: return false;
  }
}

bench::peer const peer{"medusa", bench::result_kind::owned, true, "requests: checks every text",
                       run};

}  // namespace
