// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What a document is, and so what a peer makes of it: reads a reply, or writes the request of an
/// operation on `example`. Of those with a body that is the body, of the others method and target.
enum class shape {
  user,
  refusal,
  page,
  create,
  update,
  reset_password,
  send_token,
  list,
  retrieve,
  remove,
};
[[nodiscard]] constexpr bool is_request(shape s) { return s >= shape::create; }
[[nodiscard]] constexpr bool has_body(shape s) { return is_request(s) && s < shape::list; }

struct document {
  char const* name;
  bench::shape shape;
  std::string text;
};

/// What requests are written of; the documents show which has what.
struct example_values {
  std::string_view email, first_name, last_name, role, password;
  std::string_view id, new_name, plan;
  std::int64_t seats;
  std::string_view token, search, other_id, since;
  std::uint64_t offset, limit;
};
/// Defined elsewhere than it is used: a compiler that sees the texts does part of the work.
extern example_values const example;

/// All documents, the same in every run. `large` adds the one of 10 000 users.
std::vector<document> documents(bool large);

}  // namespace bench
