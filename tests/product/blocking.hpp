// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <medusa/medusa.hpp>

#include <support/named_server.hpp>

namespace product {

/// Calls that block.
template <class Transport, class Json>
class blocking {
 public:
  explicit blocking(support::named_server& at, Transport http = Transport())
      : client_(std::move(http), {.base_url = at.url}) {}

  template <class Op>
  auto call(Op const& op) {
    return client_.call(op);
  }
  std::vector<std::string> ids(medusa::admin::list_users const& op) {
    std::vector<std::string> all;
    for (auto const& each : client_.users().all(op))
      all.push_back(each ? each->id : medusa::to_string(each.error()));
    return all;
  }

 private:
  medusa::admin::client<Transport, Json> client_;
};

}  // namespace product
