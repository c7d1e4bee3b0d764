// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/user_page.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa::admin {

/// A page of a list whose filter was written before.
struct next_page {
  std::string_view query{};  ///< with its `?`, or empty
  std::optional<std::uint64_t> offset{};
  std::optional<std::uint64_t> limit{};

  static constexpr operation_info info = list_users::info;
  template <storage S>
  using result_type = basic_user_page<S>;

  constexpr void encode(request_writer& w) const {
    w.path("/admin/users");
    w.written_query(query);
    list_users::encode_page(w, offset, limit);
  }
};

/// The users of all pages, one after the other: an input range whose elements are results.
///
/// It keeps its query, and points at the client, which must outlive it and may make other calls
/// meanwhile; headers and flag of the call options must live as long as it does, and their time limits
/// are for each page. A page is fetched when its first user is needed. The range ends after the last
/// page: a page that is short of its limit, reaches `count`, or lacks one of the numbers (servers
/// before 1.20.1 send everything at once, and none). It ends as well, without repeating a user, at a
/// page that does not begin where it was asked to, or with the same user as the one before (the server
/// ignores `offset`); and after the first error, which is the last element.
///
/// On `borrowed` storage an element lives until the next increment, and the page views the response:
/// other calls meanwhile need a transport that leaves that response alone.
///
/// The pages are separate requests: users that are created or deleted meanwhile can shift the rest,
/// so that one is seen twice or not at all. Order by `created_at`, ascending, to see all old ones.
template <class Client>
class user_range {
  using storage_type = typename Client::storage_type;
  using page_type = basic_user_page<storage_type>;

 public:
  using value_type = typename Client::template result<basic_user<storage_type>>;

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
    [[nodiscard]] constexpr bool at_end() const noexcept { return range_ == nullptr || range_->at_end_; }

   private:
    user_range* range_ = nullptr;
  };

  /// What `end()` gives.
  struct sentinel {
    friend constexpr bool operator==(iterator const& i, sentinel) noexcept { return i.at_end(); }
  };

  /// Sends nothing yet. The range may be copied and moved until `begin()`.
  constexpr user_range(Client& client, list_users const& op, call_options const& options)
      : client_(&client), options_(options), offset_(op.offset), limit_(op.limit), error_(client.status()) {
    if (!error_) error_ = write_query(op);
  }

  /// Fetches the first page; to be called once.
  [[nodiscard]] constexpr iterator begin() {
    advance();
    return iterator(*this);
  }
  [[nodiscard]] constexpr sentinel end() const noexcept { return {}; }

 private:
  constexpr std::optional<encode_error> write_query(list_users const& op) {
    for (;;) {
      sink out(query_.data(), query_.size());
      first_error errors;
      request_writer writer(out, errors, client_->limits());
      op.encode_filter(writer);
      op.encode_fields(writer);
      writer.finish();
      if (errors.failed()) return errors.error();
      if (query_.size() == out.size()) return std::nullopt;
      if constexpr (detail::bounded_text<typename storage_type::query>) {
        if (!query_.resize(out.size()))
          return encode_error{.code = errc::buffer_too_small, .field = "query", .needed = out.size()};
      } else {
        query_.resize(out.size());
      }
    }
  }

  constexpr void advance() {
    if (at_ == ready_) {
      if (!more_) return static_cast<void>(at_end_ = true);
      if (auto failed = fetch()) {
        more_ = false;
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
    next_page const op{.query = std::string_view(query_), .offset = offset_, .limit = limit_};
    if (auto failed = client_->call_into(op, page_, options_)) return failed;
    std::size_t const size = page_.users.size();
    std::uint64_t const first = size == 0 ? 0 : fingerprint(page_.users[0].id);
    bool const moved = page_.offset.value_or(0) == offset_.value_or(0) && (!fetched_ || first != first_id_);
    if (moved || !fetched_) ready_ = size;
    more_ = moved && !is_last(size);
    offset_ = offset_.value_or(0) + size;
    first_id_ = first;
    fetched_ = true;
    return std::nullopt;
  }

  [[nodiscard]] constexpr bool is_last(std::size_t size) const noexcept {
    if (!page_.count || !page_.offset || !page_.limit) return true;
    return size < *page_.limit || *page_.limit == 0 || *page_.offset + size >= *page_.count;
  }

  /// FNV-1a, 64 bits: enough to notice that the same page came again, without keeping an id, which on
  /// `borrowed` storage is gone by then.
  [[nodiscard]] static constexpr std::uint64_t fingerprint(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
  }

  Client* client_;
  call_options options_;
  typename storage_type::query query_{};
  std::optional<std::uint64_t> offset_;
  std::optional<std::uint64_t> limit_;
  std::optional<encode_error> error_{};
  page_type page_{};
  value_type current_{};
  std::size_t at_ = 0;
  std::size_t ready_ = 0;
  std::uint64_t first_id_ = 0;
  bool fetched_ = false;
  bool more_ = true;
  bool at_end_ = false;
};

}  // namespace medusa::admin
