// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/model/user_page.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa::inline v0::admin {

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
    medusa::detail::query_way to(w);
    list_users::encode_page(to, offset, limit);
  }
};

/// The way through the pages of a list: which is the next, and when the last was there. It keeps
/// its query. What it means is said at `user_range`.
template <storage S>
class page_walk {
 public:
  constexpr explicit page_walk(list_users const& op) noexcept
      : offset_(op.offset), limit_(op.limit) {}

  /// Writes the query, to be called once. Errors: those of the filter, and `buffer_too_small`.
  constexpr std::optional<encode_error> write_query(list_users const& op,
                                                    wire_limits const& limits) {
    for (;;) {
      sink out(query_.data(), query_.size());
      first_error errors;
      request_writer writer(out, errors, limits);
      op.encode_query(writer, false);
      writer.finish();
      if (errors.failed()) return errors.error();
      if (query_.size() == out.size()) return std::nullopt;
      if constexpr (detail::bounded_text<typename S::query>) {
        if (!query_.resize(out.size()))
          return encode_error{
              .code = errc::buffer_too_small, .field = "query", .needed = out.size()};
      } else {
        query_.resize(out.size());
      }
    }
  }

  /// Whether there is another page to be asked for.
  [[nodiscard]] constexpr bool more() const noexcept { return more_; }
  constexpr void stop() noexcept { more_ = false; }
  /// Asks for it. Views this object.
  [[nodiscard]] constexpr next_page op() const noexcept {
    return {.query = std::string_view(query_), .offset = offset_, .limit = limit_};
  }

  /// Takes note of the page that has come. How many of its users are new: all or none.
  [[nodiscard]] constexpr std::size_t take(basic_user_page<S> const& page) noexcept {
    std::size_t const size = page.users.size();
    std::uint64_t const first = size == 0 ? 0 : fingerprint(page.users[0].id);
    bool const moved =
        page.offset.value_or(0) == offset_.value_or(0) && (!fetched_ || first != first_id_);
    std::size_t const fresh = moved || !fetched_ ? size : 0;
    more_ = moved && !is_last(page, size);
    if (more_) offset_ = offset_.value_or(0) + size;
    first_id_ = first;
    fetched_ = true;
    return fresh;
  }

 private:
  [[nodiscard]] static constexpr bool is_last(basic_user_page<S> const& page,
                                              std::size_t size) noexcept {
    if (!page.count || !page.offset || !page.limit) return true;
    if (size < *page.limit || *page.limit == 0 || *page.offset >= *page.count) return true;
    return size >= *page.count - *page.offset;
  }

  /// FNV-1a, 64 bits: enough to notice that the same page came again, without keeping an id, which
  /// on `borrowed` storage is gone by then.
  [[nodiscard]] static constexpr std::uint64_t fingerprint(std::string_view text) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
  }

  typename S::query query_{};
  std::optional<std::uint64_t> offset_;
  std::optional<std::uint64_t> limit_;
  std::uint64_t first_id_ = 0;
  bool fetched_ = false;
  bool more_ = true;
};

}  // namespace medusa::inline v0::admin
