// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/client/transport.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/model/describe.hpp>

#include "../../contract/scratch.hpp"
#include "../own_server.hpp"
#include "findings.hpp"

namespace live {

/// Creations of users by any thread, whatever came of them: what really did is in the database.
class creations {
 public:
  explicit creations(std::string_view name)
      : domain_('@' + std::string(name) + '.' + contract::scratch::run() + ".example.com") {}
  creations(creations const&) = delete;
  creations& operator=(creations const&) = delete;
  ~creations() {
    CHECK(database("DELETE FROM \"user\" WHERE email LIKE '%" + domain_ + "'").empty());
  }

  /// One that nobody has.
  [[nodiscard]] std::string next_email() {
    std::lock_guard const lock(mutex_);
    return "user" + std::to_string(++emails_) + domain_;
  }
  /// Those that were given, the first first.
  [[nodiscard]] std::vector<std::string> emails() const {
    std::lock_guard const lock(mutex_);
    std::vector<std::string> all;
    for (std::size_t n = 1; n <= emails_; ++n) all.push_back("user" + std::to_string(n) + domain_);
    return all;
  }

  /// What a call said.
  template <class Result>
  void note(std::string const& email, Result const& r, findings& wrong) {
    std::lock_guard const lock(mutex_);
    if (r) {
      ++told_;
      created_[email] = r->id;
      return;
    }
    auto const& f = r.error();
    // The server refuses an e-mail that exists: so this is what comes of a creation that is
    // repeated after it had been done, or done twice on the way.
    wrong.expect(f.status != 400, "a creation was repeated", medusa::to_string(f));
    bool const sent = f.transport && medusa::detail::may_have_been_sent(*f.transport);
    if (f.status == 0 && f.transport && !sent) not_sent_.insert(email);
    else lost_.insert(email);
  }

  /// Compares what was told with what is.
  void compare(findings& wrong) const {
    std::multimap<std::string, std::string> const there = rows();
    std::lock_guard const lock(mutex_);
    for (auto const& [email, id] : created_) {
      auto const at = there.find(email);
      wrong.expect(at != there.end() && at->second == id, "told to be created, but is not", email);
    }
    for (auto const& [email, id] : there) {
      wrong.expect(there.count(email) == 1, "created twice", email);
      wrong.expect(!not_sent_.contains(email), "told not to be sent, but was", email);
      wrong.expect(created_.contains(email) || lost_.contains(email), "nobody wanted it", email);
    }
  }

  /// As `compare`, of creations whose answers were lost: how many were done all the same.
  [[nodiscard]] std::size_t done_in_silence() const {
    std::size_t n = 0;
    for (auto const& row : rows()) n += lost_.count(row.first);
    return n;
  }
  [[nodiscard]] std::size_t told() const noexcept { return told_; }
  [[nodiscard]] std::size_t lost() const noexcept { return lost_.size(); }
  [[nodiscard]] std::size_t not_sent() const noexcept { return not_sent_.size(); }

  /// What is in the database: e-mail and id, of deleted ones, too.
  [[nodiscard]] std::multimap<std::string, std::string> rows() const {
    std::string const text =
        database("SELECT email, id FROM \"user\" WHERE email LIKE '%" + domain_ + "'");
    std::multimap<std::string, std::string> all;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t const tab = text.find('\t', at);
      std::size_t const end = text.find('\n', at);
      if (tab == text.npos || end == text.npos) break;
      all.emplace(text.substr(at, tab - at), text.substr(tab + 1, end - tab - 1));
      at = end + 1;
    }
    return all;
  }

 private:
  std::string domain_;
  mutable std::mutex mutex_{};
  std::size_t emails_ = 0;
  std::size_t told_ = 0;
  std::map<std::string, std::string> created_{};  ///< e-mail, id
  std::set<std::string> lost_{};
  std::set<std::string> not_sent_{};
};

}  // namespace live
