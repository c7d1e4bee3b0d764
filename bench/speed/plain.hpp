// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "peer.hpp"

namespace bench {

/// What peers without a struct of their own read into.
template <class Text>
struct plain_user {
  Text id{}, created_at{}, updated_at{};
  std::optional<Text> deleted_at{}, role{};
  Text email{};
  std::optional<Text> first_name{}, last_name{}, api_token{}, metadata{};
};

template <class Text>
struct plain_page {
  std::vector<plain_user<Text>> users{};
  std::int64_t count = 0, offset = 0, limit = 0;
};

template <class Text>
struct plain_refusal {
  Text type{}, code{}, message{};
};

template <class Text>
void add(std::string& digest, plain_user<Text> const& u) {
  auto const optional = [&](std::optional<Text> const& t) {
    add(digest, t.has_value(), t ? *t : Text());
  };
  add(digest, true, u.id), add(digest, true, u.created_at), add(digest, true, u.updated_at);
  optional(u.deleted_at), optional(u.role), add(digest, true, u.email);
  optional(u.first_name), optional(u.last_name), optional(u.api_token);
  add_json(digest, u.metadata.has_value(), u.metadata ? *u.metadata : Text());
}
template <class Text>
void add(std::string& digest, plain_page<Text> const& page) {
  for (auto const& each : page.users) add(digest, each);
  for (auto const n : {page.count, page.offset, page.limit}) add(digest, true, std::to_string(n));
}
template <class Text>
void add(std::string& digest, plain_refusal<Text> const& r) {
  add(digest, true, r.type), add(digest, true, r.code), add(digest, true, r.message);
}

}  // namespace bench
