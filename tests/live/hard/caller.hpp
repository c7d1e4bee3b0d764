// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/ext/curl.hpp>
#include <medusa/medusa.hpp>

#include "../../contract/scratch.hpp"
#include "creations.hpp"
#include "findings.hpp"

namespace live {

/// A client with a connection of its own, so that each thread may have one.
using own_client = medusa::admin::client<medusa::ext::curl_transport>;

/// Makes calls of all kinds, one after the other, whatever happens to the server, and finds fault
/// with what is neither right nor an error that may be, or takes longer than the deadline.
template <class Client>
class caller {
 public:
  struct rules {
    medusa::duration deadline{};
    std::set<medusa::errc> may_be{};
    /// Called when the server does not know the client; null: it always does.
    std::function<bool(Client&)> sign_in{};
  };

  caller(Client client, contract::user own, rules r, creations& made, findings& wrong)
      : client_(std::move(client)),
        own_(std::move(own)),
        rules_(std::move(r)),
        made_(made),
        wrong_(wrong) {
    names_.insert(own_.first_name ? std::string(*own_.first_name) : std::string());
  }

  /// One call of each kind.
  void round() {
    update();
    retrieve();
    list();
    std::string const email = made_.next_email();
    auto const r = timed(
        [&] { return client_.users().create({.email = email, .password = "s3cret"}, options_); });
    made_.note(email, r, wrong_);
    if (r) wrong_.expect(r->email == email, "another user was created", r->email);
    judge(r);
  }
  void until(std::atomic<bool> const& stop) {
    while (!stop) round();
  }

  /// From now on only what is lost ends a call, not a machine that has something else to do.
  void be_patient() {
    rules_.deadline = medusa::duration::seconds(60);
    options_ = {.timeout = medusa::duration::seconds(30), .deadline = rules_.deadline};
  }

  [[nodiscard]] std::size_t good() const noexcept { return good_; }
  [[nodiscard]] std::size_t failed(medusa::errc code) const {
    auto const at = failed_.find(code);
    return at == failed_.end() ? 0 : at->second;
  }
  [[nodiscard]] std::chrono::milliseconds longest() const noexcept { return longest_; }
  [[nodiscard]] Client& client() noexcept { return client_; }

 private:
  using clock = std::chrono::steady_clock;

  template <class Call>
  std::invoke_result_t<Call> timed(Call call) {
    auto const begin = clock::now();
    auto r = call();
    auto const took = std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - begin);
    if (took > longest_) longest_ = took;
    // Beside it: a machine that has something else to do.
    wrong_.expect(took.count() < rules_.deadline.count() + 2000, "a call beyond its deadline, ms",
                  std::to_string(took.count()));
    return r;
  }

  template <class R>
  void judge(R const& r) {
    if (r) return static_cast<void>(++good_);
    auto const& f = r.error();
    ++failed_[f.code];
    if (f.code == medusa::errc::unauthorized && rules_.sign_in)
      return static_cast<void>(rules_.sign_in(client_));
    wrong_.expect(rules_.may_be.contains(f.code), "an error that should not be",
                  medusa::to_string(f));
  }

  /// The user of this caller, in a state that it has put them into.
  void recognise(contract::user const& u) {
    wrong_.expect(u.id == own_.id && u.email == own_.email, "somebody else's answer", u.email);
    std::string const name = u.first_name ? std::string(*u.first_name) : std::string();
    wrong_.expect(names_.contains(name), "a name that was never given", name);
    wrong_.expect(u.created_at == own_.created_at && u.last_name == own_.last_name,
                  "a user that is half-filled", u.email);
  }

  void update() {
    std::string const name = "name " + std::to_string(++updates_);
    // One whose answer was lost may be done later than one that was answered since.
    names_.insert(name);
    auto const r =
        timed([&] { return client_.users().update(own_.id, {.first_name = name}, options_); });
    if (r) {
      recognise(*r);
      wrong_.expect(r->first_name == name, "not what the update said", name);
    }
    judge(r);
  }

  void retrieve() {
    auto const r = timed([&] { return client_.users().retrieve(own_.id, options_); });
    if (r) recognise(*r);
    judge(r);
  }

  void list() {
    auto const r =
        timed([&] { return client_.users().list({.id = own_.id, .limit = 2}, options_); });
    if (r) {
      wrong_.expect(r->users.size() == 1 && r->count == 1u && r->offset == 0u && r->limit == 2u,
                    "a page that is not the one asked for", std::to_string(r->users.size()));
      for (auto const& each : r->users) recognise(each);
    }
    judge(r);
  }

  Client client_;
  contract::user own_;
  rules rules_;
  medusa::call_options options_{};
  creations& made_;
  findings& wrong_;
  std::set<std::string> names_{};
  std::size_t updates_ = 0;
  std::size_t good_ = 0;
  std::map<medusa::errc, std::size_t> failed_{};
  std::chrono::milliseconds longest_{0};
};

}  // namespace live
