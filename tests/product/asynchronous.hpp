// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <support/task.hpp>

namespace product {

/// Calls with completion handlers. `Base` has the client, and `turn()`, which moves it on.
template <class Base>
class with_handlers : public Base {
 public:
  using Base::Base;

  template <class Op>
  auto call(Op const& op) {
    std::optional<typename Base::template result<Op>> ended;
    int times = 0;
    this->client().call(op, [&](auto&& sent) {
      ++times;
      ended.emplace(std::move(sent));
    });
    while (!ended) this->turn();
    CHECK(times == 1);
    return *std::move(ended);
  }
  std::vector<std::string> ids(medusa::admin::list_users const& op) {
    std::vector<std::string> all;
    auto pages = this->client().users().all(op);
    for (bool more = true; more;) {
      bool ended = false;
      pages.next([&](auto* page) {
        ended = true;
        more = page != nullptr && Base::keep(*page, all);
      });
      while (!ended) this->turn();
    }
    return all;
  }
};

/// Calls that a coroutine awaits.
template <class Base>
class awaited : public Base {
 public:
  using Base::Base;

  template <class Op>
  auto call(Op const& op) {
    std::optional<typename Base::template result<Op>> ended;
    support::task const waiting = wait_for(op, ended);
    while (!waiting.done()) this->turn();
    return *std::move(ended);
  }
  std::vector<std::string> ids(medusa::admin::list_users const& op) {
    std::vector<std::string> all;
    support::task const waiting = wait_for_pages(op, all);
    while (!waiting.done()) this->turn();
    return all;
  }

 private:
  template <class Op>
  support::task wait_for(Op const& op, std::optional<typename Base::template result<Op>>& ended) {
    ended.emplace(co_await this->client().call(op));
  }
  support::task wait_for_pages(medusa::admin::list_users const& op, std::vector<std::string>& all) {
    auto pages = this->client().users().all(op);
    while (auto* const page = co_await pages.next())
      if (!Base::keep(*page, all)) break;
  }
};

/// What both have in common: a client over a transport, kept elsewhere, and a clock.
template <class Transport, class Json, class Clock = medusa::steady_clock>
class asynchronous {
 public:
  using client_type = medusa::admin::async_client<Transport&, Json, medusa::hosted, Clock>;
  template <class Op>
  using result = medusa::admin::call_result_t<client_type, Op>;

  asynchronous(std::string const& url, Transport& http, Clock const& clock = {})
      : client_(http, {.base_url = url}, clock) {}

  client_type& client() { return client_; }

  /// Keeps the ids of a page; false when there is none.
  template <class Page>
  static bool keep(Page const& page, std::vector<std::string>& all) {
    if (!page) all.push_back(medusa::to_string(page.error()));
    else
      for (auto const& each : page->users) all.push_back(each.id);
    return page.has_value();
  }

 private:
  client_type client_;
};

}  // namespace product
