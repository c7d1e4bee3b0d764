// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <medusa/medusa.hpp>
#include <medusa/testing/fake_medusa/letter_case.hpp>

#include "world.hpp"

namespace contract {

using medusa::errc;
using medusa::admin::role;
using client = medusa::admin::client<world&>;
using user = medusa::admin::user;
using user_page = medusa::admin::user_page;

/// The value; when there is none, a failed check and an empty one, so that a test can go on without
/// exceptions.
template <class R>
[[nodiscard]] auto value_of(R&& r) {
  if (r) return std::remove_cvref_t<decltype(*r)>(*std::forward<R>(r));
  CHECK_MESSAGE(false, medusa::to_string(r.error()));
  return std::remove_cvref_t<decltype(*r)>();
}

/// How a call failed; all empty when it did not.
struct refusal {
  errc code{};
  int status = 0;
  std::string field{};
  std::string type{};
  std::string message{};
};
template <class R>
[[nodiscard]] refusal refusal_of(R const& r) {
  if (r) return {};
  auto const& f = r.error();
  return {f.code, f.status, std::string(f.field), std::string(f.server.type.text()),
          std::string(f.server.message)};
}
template <class R>
[[nodiscard]] errc code_of(R const& r) {
  return refusal_of(r).code;
}

/// Sends what no client would.
[[nodiscard]] inline answer raw(medusa::method method, std::string_view target,
                                std::string_view body = {},
                                std::initializer_list<medusa::header> headers = {}) {
  std::string const url = std::string(the_world().url()) + std::string(target);
  std::vector<medusa::header> all(headers);
  if (!body.empty()) all.push_back({"Content-Type", "application/json"});
  medusa::request r{.method = method,
                    .url = url,
                    .headers = all,
                    .body = body,
                    .timeout = medusa::duration::seconds(30)};
  r.target = std::string_view(url).substr(url.size() - target.size());
  auto sent = the_world().send(r);
  CHECK(sent.has_value());
  return sent ? *std::move(sent) : answer();
}

/// What a test case makes, so that nothing of it is left behind.
class scratch {
 public:
  scratch() : admin_(the_world(), {.base_url = the_world().url()}) {
    CHECK(admin_.auth()
              .get_token({.email = the_world().email(), .password = the_world().password()})
              .has_value());
    authorization_ = "Bearer " + std::string(admin_.credentials().value().reveal());
  }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;
  ~scratch() {
    for (std::string const& id : ids_) CHECK(admin_.users().remove(id).has_value());
  }

  /// A client that is signed in as the admin, by a bearer token.
  [[nodiscard]] client& admin() noexcept { return admin_; }
  [[nodiscard]] auto users() noexcept { return admin_.users(); }
  [[nodiscard]] client signed_in(medusa::credentials const& credentials) const {
    return client(the_world(), {.base_url = the_world().url(), .credentials = credentials});
  }
  [[nodiscard]] client anonymous() const { return signed_in({}); }

  /// An e-mail nobody has; what they all have in common is `run()`.
  [[nodiscard]] std::string email(std::string_view label = "user") {
    return std::string(label) + '.' + std::to_string(++count()) + '.' + run() + "@example.com";
  }
  [[nodiscard]] static std::string const& run() {
    static std::string const name =
        "r" + std::to_string(std::chrono::system_clock::now().time_since_epoch() /
                             std::chrono::milliseconds(1));
    return name;
  }

  /// Creates a user, to be removed at the end. Checks that it works.
  user create(medusa::admin::create_user const& op) {
    user made = value_of(users().create(op));
    keep(made.id);
    return made;
  }
  user create(std::string_view label = "user") {
    std::string const address = email(label);
    return create({.email = address, .password = "s3cret"});
  }
  void keep(std::string const& id) {
    if (!id.empty()) ids_.push_back(id);
  }

  /// As `contract::raw`, signed in as the admin.
  [[nodiscard]] answer raw(medusa::method method, std::string_view target,
                           std::string_view body = {}) const {
    return contract::raw(method, target, body, {{"Authorization", authorization_}});
  }
  [[nodiscard]] answer get(std::string_view target) const {
    return raw(medusa::method::get, target);
  }
  [[nodiscard]] answer post(std::string_view target, std::string_view body) const {
    return raw(medusa::method::post, target, body);
  }

 private:
  [[nodiscard]] static int& count() {
    static int n = 0;
    return n;
  }

  client admin_;
  std::string authorization_{};
  std::vector<std::string> ids_{};
};

}  // namespace contract
