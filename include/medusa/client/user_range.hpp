// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include <medusa/client/page_walk.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/model/user_page.hpp>
#include <medusa/operation/list_users.hpp>

namespace medusa::inline v0::admin {

/// The users of all pages, one after the other: an input range whose elements are results.
///
/// It keeps its query, and points at the client, which must outlive it and may make other calls
/// meanwhile; headers and flag of the call options must live as long as it does, and their time
/// limits are for each page. A page is fetched when its first user is needed. The range ends after
/// the last page: a page that is short of its limit, reaches `count`, or lacks one of the numbers
/// (servers before 1.20.1 send everything at once, and none). It ends as well, without repeating a
/// user, at a page that does not begin where it was asked to, or with the same user as the one
/// before (the server ignores `offset`); and after the first error, which is the last element.
///
/// On `pooled` storage an element lives until the next page is fetched. On `borrowed` storage it
/// lives until the next increment, and the page views the response: other calls meanwhile need a
/// transport that leaves that response alone.
///
/// The pages are separate requests: users that are created or deleted meanwhile can shift the rest,
/// so that one is seen twice or not at all. Order by `created_at`, ascending, to see all old ones.
template <class Client>
class user_range {
  using storage_type = typename Client::storage_type;
  using page_type = basic_user_page<storage_type>;

 public:
  using value_type =
      typename Client::template result<typename decltype(page_type::users)::value_type>;

  /// Goes over the users once, and fetches pages as it does.
  class iterator {
   public:
    using value_type = user_range::value_type;
    using difference_type = std::ptrdiff_t;

    constexpr iterator() = default;
    constexpr explicit iterator(user_range& range) noexcept : range_(&range) {}

    constexpr value_type& operator*() const noexcept { return range_->current_; }
    constexpr value_type* operator->() const noexcept { return &range_->current_; }
    constexpr iterator& operator++() {
      range_->advance();
      return *this;
    }
    constexpr void operator++(int) { range_->advance(); }
    [[nodiscard]] constexpr bool at_end() const noexcept {
      return range_ == nullptr || range_->at_end_;
    }

   private:
    user_range* range_ = nullptr;
  };

  /// What `end()` gives.
  struct sentinel {
    friend constexpr bool operator==(iterator const& i, sentinel) noexcept { return i.at_end(); }
  };

  /// Sends nothing yet. The range may be copied and moved until `begin()`.
  constexpr user_range(Client& client, list_users const& op, call_options const& options)
      : client_(&client), options_(options), walk_(op), error_(client.status()) {
    if (!error_) error_ = walk_.write_query(op, client.limits());
  }

  /// Fetches the first page; to be called once.
  [[nodiscard]] constexpr iterator begin() {
    advance();
    return iterator(*this);
  }
  [[nodiscard]] constexpr sentinel end() const noexcept { return {}; }

 private:
  constexpr void advance() {
    if (at_ == ready_) {
      if (!walk_.more()) return static_cast<void>(at_end_ = true);
      if (auto failed = fetch()) {
        walk_.stop();
        return static_cast<void>(current_ = unexpected(std::move(*failed)));
      }
      if (ready_ == 0) return static_cast<void>(at_end_ = true);
    }
    current_.emplace(std::move(page_.users[at_++]));
  }

  /// Nothing is ready while it is under way: after an exception the same page is asked for again.
  constexpr std::optional<typename Client::failure_type> fetch() {
    if (error_) return typename Client::failure_type(*error_);
    at_ = ready_ = 0;
    if (auto failed = client_->call_into(walk_.op(), page_, options_)) return failed;
    ready_ = walk_.take(page_);
    return std::nullopt;
  }

  Client* client_;
  call_options options_;
  page_walk<storage_type> walk_;
  std::optional<encode_error> error_{};
  page_type page_{};
  value_type current_{};
  std::size_t at_ = 0;
  std::size_t ready_ = 0;
  bool at_end_ = false;
};

}  // namespace medusa::inline v0::admin
