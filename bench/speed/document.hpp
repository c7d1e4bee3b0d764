// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What a document is, and so what a peer makes of it.
enum class shape { user, refusal, page, request };

/// A reply of the server, or (`request`) the body that a create of `example` has.
struct document {
  char const* name;
  bench::shape shape;
  std::string text;
};

/// What is written in the documents of shape `request`.
struct example_create {
  std::string_view email = "ada.lovelace@example.com";
  std::string_view first_name = "Ada \"Augusta\"";
  std::string_view last_name = "King, Countess of Lovelace";
  std::string_view role = "developer";
  std::string_view password = "correct horse battery staple";
};
inline constexpr example_create example{};

/// All documents, the same in every run. `large` adds the one of 10 000 users.
std::vector<document> documents(bool large);

}  // namespace bench
