// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <medusa/medusa.hpp>

#include "peer.hpp"

/// What a document asks for, done by this library on storage `S` with the JSON policy `Json`.
namespace bench::ours {

using namespace medusa;

/// A response whose body may be written to, as that of a transport that has one of its own.
struct response {
  int code;
  bench::body bytes;
  [[nodiscard]] int status() const { return code; }
  struct text {
    bench::body bytes;
    operator std::string_view() const { return {bytes.data(), bytes.size()}; }
    operator std::span<char>() const { return bytes; }
  };
  [[nodiscard]] text body() const { return {bytes}; }
};

template <class S>
void add_user(std::string& digest, basic_user<S> const& u) {
  using bench::add;
  add(digest, true, u.id), add(digest, true, u.created_at.text()),
      add(digest, true, u.updated_at.text());
  add(digest, u.deleted_at.has_value(), u.deleted_at ? u.deleted_at->text() : std::string_view());
  add(digest, u.role.has_value(), u.role ? u.role->text() : std::string_view());
  add(digest, true, u.email);
  add(digest, u.first_name.has_value(), *u.first_name),
      add(digest, u.last_name.has_value(), *u.last_name);
  add(digest, u.api_token.has_value(), u.api_token->reveal());
  bench::add_json(digest, u.metadata.has_value(), u.metadata->view());
}

template <class S, class Json>
bool read_user(bench::body body, std::string* digest) {
  response const r{200, body};
  basic_user<S> out;
  if (parse_into<S, Json>(admin::retrieve_user{}, r, out)) return false;
  if (digest != nullptr) add_user(*digest, out);
  return true;
}

template <class S, class Json>
bool read_page(bench::body body, basic_user_page<S>& out, std::string* digest) {
  response const r{200, body};
  if (parse_into<S, Json>(admin::list_users{}, r, out)) return false;
  if (digest == nullptr) return true;
  for (auto const& each : out.users) add_user(*digest, each);
  for (auto const n : {out.count, out.offset, out.limit})
    bench::add(*digest, true, std::to_string(n.value_or(0)));
  return true;
}

/// A page that has bounds is one object for all calls, as a program without a heap has it.
template <class S, class Json>
bool read_page(bench::body body, std::string* digest) {
  if constexpr (S::max_items.has_value()) {
    static auto const page = std::make_unique<basic_user_page<S>>();
    return read_page<S, Json>(body, *page, digest);
  } else {
    basic_user_page<S> page;
    return read_page<S, Json>(body, page, digest);
  }
}

template <class S, class Json>
bool read_refusal(bench::body body, std::string* digest) {
  response const r{422, body};
  basic_user<S> out;
  auto const failed = parse_into<S, Json>(admin::retrieve_user{}, r, out);
  if (!failed || failed->server.message_dropped) return false;
  if (digest != nullptr) {
    bench::add(*digest, true, failed->server.type.text()),
        bench::add(*digest, true, failed->server.code.text());
    bench::add(*digest, true, failed->server.message);
  }
  return true;
}

template <class S, class Json = json::scanner>
bool run(bench::shape shape, bench::body body, std::string* digest) {
  switch (shape) {
    case bench::shape::user: return read_user<S, Json>(body, digest);
    case bench::shape::page: return read_page<S, Json>(body, digest);
    case bench::shape::refusal: return read_refusal<S, Json>(body, digest);
    default: return false;
  }
}

/// Large pages, for storage whose bounds would be unfair to small ones; and pages for what differs
/// in these alone.
template <class S>
bool run_large(bench::shape shape, bench::body body, std::string* digest) {
  return body.size() > 1'000'000 && run<S>(shape, body, digest);
}
template <class S>
bool run_pages(bench::shape shape, bench::body body, std::string* digest) {
  return shape == bench::shape::page && run<S>(shape, body, digest);
}

}  // namespace bench::ours
